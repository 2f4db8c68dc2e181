// What the innermost of some open brackets wants, by the functions and keywords around it.

internal import SeedModel
internal import SeedSyntax

/// Reads open brackets with the names that stand before them.
struct BracketNames {
  let bytes: UnsafeBufferPointer<UInt8>
  let vocabulary: Vocabulary

  /// What can stand in the innermost bracket; nil where no name of the study or the vocabulary can.
  func expectation(in brackets: [OpenBracket]) -> Expectation? {
    guard let innermost = brackets.last, innermost.kind != .subscript else { return nil }
    let dictionaries = brackets.reversed().prefix { $0.kind != .call }.filter { $0.kind == .dictionary }
    let depth = dictionaries.count
    guard let call = brackets.last(where: { $0.kind == .call }) else {
      // `name: {force: impact}`, or a piece of a dictionary of forces.
      guard let outermost = dictionaries.last else { return .code }
      return forceExpectation(innermost, depth: outermost.followsColon ? depth + 1 : depth)
    }
    guard let parameter = parameter(of: call) else { return isKnown(call) ? nil : .code }
    switch parameter {
    case "metaclass": return depth == 0 ? .metaclass : nil
    case "decision": return depth == 0 ? .decision : nil
    case "design_solution": return depth == 0 ? .solution : nil
    case "force_relations": return forceExpectation(innermost, depth: depth)
    // Only the method takes what it links to without a dictionary.
    case "links": return depth == 0 && !call.isMethod && innermost.kind == .call ? nil : .linkEnd
    case "from", "to": return .linkEnd
    case "stereotype", "stereotype_instances": return .stereotype
    case "superclasses", "elements", "bundles": return .code
    default: return nil
    }
  }

  /// `{solution: {force: impact}}`
  private func forceExpectation(_ innermost: OpenBracket, depth: Int) -> Expectation? {
    guard innermost.kind == .dictionary else { return nil }
    switch depth {
    case 1: return innermost.isAfterColon ? nil : .solution
    case 2: return innermost.isAfterColon ? .impact : .force
    default: return nil
    }
  }

  /// The function that a call means, even if its name is not quite right.
  func function(of call: OpenBracket) -> Vocabulary.Function? {
    let name = bytes.clamped(to: call.callee)
    if let function = vocabulary.functions[String(decoding: name, as: UTF8.self)] { return function }
    var best: (function: Vocabulary.Function, shared: Int)?
    for function in vocabulary.functions.values {
      let shared = zip(function.name.utf8, name).prefix { $0 == $1 }.count
      // More than `add_`, and most of the word.
      guard shared > 4, shared * 2 > name.count else { continue }
      if let known = best, known.shared > shared || (known.shared == shared && known.function.name < function.name) {
        continue
      }
      best = (function, shared)
    }
    return best?.function
  }

  /// Whether the argument at a position has to be there; such arguments are written without their keywords.
  func isRequired(argument index: Int, of function: Vocabulary.Function) -> Bool {
    function.parameters.indices.contains(index) && function.parameters[index].isRequired
  }

  private func isKnown(_ call: OpenBracket) -> Bool {
    function(of: call) != nil
  }

  /// The name of the parameter that the current argument of a call is for.
  private func parameter(of call: OpenBracket) -> String? {
    if let keyword = call.keyword { return String(decoding: bytes.clamped(to: keyword), as: UTF8.self) }
    guard let function = function(of: call) else { return nil }
    let positional = function.parameters.filter { !$0.isKeywordOnly }
    guard positional.indices.contains(call.commaCount), call.usedKeywords.isEmpty else { return nil }
    return positional[call.commaCount].name
  }
}
