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
      guard let outermost = dictionaries.last else { return .name(.value) }
      return forceExpectation(innermost, depth: outermost.followsColon ? depth + 1 : depth)
    }
    switch role(of: call) {
    case .name(let role): return depth == 0 ? .name(role) : nil
    case .forces: return forceExpectation(innermost, depth: depth)
    // Only the method takes what it links to without a dictionary.
    case .links: return depth == 0 && !call.isMethod && innermost.kind == .call ? nil : .name(.linkTo)
    case .displayName, .text, .value: return nil
    case nil: return call.keyword == nil && function(of: call) == nil ? .name(.value) : nil
    }
  }

  /// `{solution: {force: impact}}`
  private func forceExpectation(_ innermost: OpenBracket, depth: Int) -> Expectation? {
    guard innermost.kind == .dictionary else { return nil }
    switch depth {
    case 1: return innermost.isAfterColon ? nil : .name(.subject)
    case 2: return .name(innermost.isAfterColon ? .impact : .force)
    default: return nil
    }
  }

  /// The function that a call means, even if its name is not quite right.
  func function(of call: OpenBracket) -> Vocabulary.Function? {
    vocabulary.functions.function(meantBy: bytes.clamped(to: call.callee).span)
  }

  /// The index of the parameter that the current argument of a call is for; nil if there is none.
  func parameter(of call: OpenBracket, _ function: Vocabulary.Function) -> Int? {
    if let keyword = call.keyword { return function.parameter(named: bytes.clamped(to: keyword).span) }
    // Behind a keyword argument only keywords can follow: which one, isn't known before it is typed.
    return call.usedKeywords.isEmpty ? function.parameter(at: call.commaCount) : nil
  }

  /// Whether the argument at a position has to be there; such arguments are written without their keywords.
  func isRequired(argument index: Int, of function: Vocabulary.Function) -> Bool {
    function.parameters.indices.contains(index) && function.parameters[index].isRequired
  }

  /// What the current argument of a call is for; nil if nothing tells.
  private func role(of call: OpenBracket) -> ArgumentRole? {
    guard let function = function(of: call) else { return nil }
    return parameter(of: call, function).map { function.parameters[$0].role }
  }
}
