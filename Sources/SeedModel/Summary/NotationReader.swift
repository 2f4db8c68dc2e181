// Gives the names in a coding block their roles, and finds its definitions, links and lists.

internal import SeedSyntax

/// Reads the statements of one tree into a summary.
struct NotationReader {
  let tree: NotationTree
  /// Where the tree's bytes start in the block.
  let start: Int
  var lines: LineCursor

  private var nodes: [NotationNode] { tree.nodes }

  init(tree: NotationTree, start: Int, lines: LineCursor) {
    self.tree = tree
    self.start = start
    self.lines = lines
  }

  mutating func readStatements(_ statements: NodeSequence, isInList: Bool, into reader: inout SummaryReader) {
    for index in statements {
      switch nodes[index].kind {
      case .assignment:
        readAssignment(index, isInList, &reader)
      case .annotation:
        readAnnotation(index, &reader)
      case .items:
        for item in tree.children(of: index) { readExpression(item, .listItem, &reader) }
      case .codeList:
        // Lists don't nest: a second ''' closes the first.
        if !isInList { readStatements(tree.children(of: index), isInList: true, into: &reader) }
      case .expressionStatement:
        for expression in tree.children(of: index) { readExpression(expression, .value, &reader) }
      default:
        break
      }
    }
  }

  // MARK: - Statements

  private mutating func readAssignment(_ index: Int, _ isInList: Bool, _ reader: inout SummaryReader) {
    var parts = tree.children(of: index)
    guard let target = parts.next(), let value = parts.next() else { return }
    let form = form(ofValue: value)
    var occurrence: Int?
    if nodes[target].kind == .name {
      occurrence = add(target, form == .link ? .linkDefinition : .definition, &reader)
    } else {
      readExpression(target, .definition, &reader)
    }
    var metaclass: Int?
    var displayName: ByteRange?
    if form == .code {
      (metaclass, displayName) = readClass(value, &reader)
    } else if nodes[value].kind == .assignment {
      readAssignment(value, isInList, &reader)
    } else if isForces(value) {
      readForces(value, subject: nil, &reader)
    } else {
      readExpression(value, .value, &reader)
    }
    guard let occurrence else { return }
    reader.summary.definitions.append(
      Definition(
        occurrence: occurrence, form: form, metaclass: metaclass, displayName: displayName, isInList: isInList))
  }

  private func form(ofValue index: Int) -> Definition.Form {
    switch nodes[index].kind {
    case .name, .words: return .alias
    case .subscript, .attribute:
      var parts = tree.children(of: index)
      return parts.next().map { form(ofValue: $0) } == .link ? .link : .other
    case .call:
      switch shape(ofCall: index) {
      case .classDefinition: return .code
      case .links, .stereotypedLink, .optionLink: return .link
      case .forceRelations, .unknown: return .other
      }
    default: return .other
    }
  }

  /// `name: {force: impact}` without a call.
  private mutating func readAnnotation(_ index: Int, _ reader: inout SummaryReader) {
    var parts = tree.children(of: index)
    guard let target = parts.next(), let value = parts.next() else { return }
    readForceEntry(key: target, value: value, subject: nil, &reader)
  }

  // MARK: - Expressions

  /// Reads an expression whose names have the given role, unless a call or a keyword gives them another.
  private mutating func readExpression(_ index: Int, _ role: Role, _ reader: inout SummaryReader) {
    switch nodes[index].kind {
    case .name:
      _ = add(index, role, &reader)
    case .words:
      let range = nodes[index].range.shifted(by: start)
      let text = reader.addText(lines.bytes.clamped(to: range))
      reader.summary.malformedNames.append(MalformedName(role: role, text: text, range: lines.range(range)))
    case .call:
      readCall(index, &reader)
    case .keywordArgument:
      readKeyword(index, &reader)
    case .attribute:
      // What stands after the dot is no code.
      for child in tree.children(of: index).prefix(1) { readExpression(child, role, &reader) }
    case .subscript, .list, .tuple, .dictionary, .entry, .binary, .star:
      for child in tree.children(of: index) { readExpression(child, role, &reader) }
    default:
      break
    }
  }

  private func shape(ofCall index: Int) -> FunctionShape {
    guard let name = calleeName(index) else { return .unknown }
    return FunctionShape(bytes(name))
  }

  /// The node of the called function's name: the callee itself, or what stands after its dot.
  private func calleeName(_ index: Int) -> Int? {
    guard let callee = tree.children(of: index).first(where: { _ in true }) else { return nil }
    switch nodes[callee].kind {
    case .name: return callee
    case .attribute: return tree.children(of: callee).last { nodes[$0].kind == .name }
    default: return nil
    }
  }

  private mutating func readCall(_ index: Int, _ reader: inout SummaryReader) {
    if shape(ofCall: index) == .classDefinition {
      _ = readClass(index, &reader)
      return
    }
    let shape = shape(ofCall: index)
    var parts = tree.children(of: index)
    guard let callee = parts.next() else { return }
    var object: Int?
    if nodes[callee].kind == .attribute {
      let before = reader.summary.occurrences.count
      readExpression(callee, shape == .links ? .linkFrom : .value, &reader)
      if reader.summary.occurrences.count > before { object = before }
    }
    if let name = calleeName(index) { _ = add(name, .function, &reader) }
    switch shape {
    case .optionLink: readOptionLink(parts, &reader)
    case .forceRelations: readForceRelations(parts, &reader)
    case .links: readLinks(parts, from: object, isMethod: nodes[callee].kind == .attribute, &reader)
    case .stereotypedLink: readStereotypedLink(parts, &reader)
    case .classDefinition, .unknown:
      for argument in parts { readExpression(argument, .value, &reader) }
    }
  }

  /// `CClass(metaclass, "display name", …)`: the metaclass's occurrence and the display name.
  private mutating func readClass(_ index: Int, _ reader: inout SummaryReader) -> (Int?, ByteRange?) {
    var metaclass: Int?
    var displayName: ByteRange?
    var position = 0
    var parts = tree.children(of: index)
    if let callee = parts.next(), nodes[callee].kind == .name { _ = add(callee, .function, &reader) }
    for argument in parts {
      if nodes[argument].kind == .keywordArgument {
        if isKeyword(argument, "name"), let value = keywordValue(argument) { displayName = text(value, &reader) }
        readKeyword(argument, &reader)
        continue
      }
      switch position {
      case 0 where nodes[argument].kind == .name: metaclass = add(argument, .metaclass, &reader)
      case 0: readExpression(argument, .metaclass, &reader)
      case 1: displayName = text(argument, &reader)
      default: readExpression(argument, .value, &reader)
      }
      position += 1
    }
    return (metaclass, displayName)
  }

  private mutating func readOptionLink(_ arguments: NodeSequence, _ reader: inout SummaryReader) {
    var decision: Int?
    var option: Int?
    var linkText: ByteRange?
    var position = 0
    for argument in arguments {
      var value = argument
      var role = position == 0 ? Role.decision : position == 1 ? .option : .value
      if nodes[argument].kind == .keywordArgument {
        guard let keywordValue = keywordValue(argument) else { continue }
        value = keywordValue
        if isKeyword(argument, "decision") {
          role = .decision
        } else if isKeyword(argument, "design_solution") {
          role = .option
        } else {
          role = .value
        }
      } else {
        position += 1
      }
      if role == .value, linkText == nil { linkText = text(value, &reader) }
      let isName = nodes[value].kind == .name
      let next = reader.summary.occurrences.count
      readExpression(value, role, &reader)
      if isName, role == .decision { decision = next }
      if isName, role == .option { option = next }
    }
    if decision != nil || option != nil {
      reader.summary.optionLinks.append(OptionLink(decision: decision, option: option, text: linkText))
    }
  }

  private mutating func readForceRelations(_ arguments: NodeSequence, _ reader: inout SummaryReader) {
    for argument in arguments {
      if nodes[argument].kind == .dictionary {
        readForces(argument, subject: nil, &reader)
      } else {
        readExpression(argument, .value, &reader)
      }
    }
  }

  /// The entries of a dictionary of forces. Where brackets are missing, entries stand one level too high or too deep;
  /// what a key is, is told by its value: a dictionary makes it a subject, anything else a force.
  private mutating func readForces(_ dictionary: Int, subject: Int?, _ reader: inout SummaryReader) {
    var subject = subject
    for entry in tree.children(of: dictionary) {
      guard nodes[entry].kind == .entry else {
        readExpression(entry, .value, &reader)
        continue
      }
      var parts = tree.children(of: entry)
      guard let key = parts.next() else { continue }
      subject = readForceEntry(key: key, value: parts.next(), subject: subject, &reader) ?? subject
    }
  }

  /// One entry; returns its key's occurrence if that is a subject.
  @discardableResult
  private mutating func readForceEntry(
    key: Int, value: Int?, subject: Int?, _ reader: inout SummaryReader
  ) -> Int? {
    let isName = nodes[key].kind == .name
    let next = reader.summary.occurrences.count
    if let value, nodes[value].kind == .dictionary {
      readExpression(key, .subject, &reader)
      readForces(value, subject: isName ? next : nil, &reader)
      return isName ? next : nil
    }
    readExpression(key, .force, &reader)
    var impact: Int?
    if let value {
      if nodes[value].kind == .name { impact = reader.summary.occurrences.count }
      readExpression(value, .impact, &reader)
    }
    if isName {
      reader.summary.forceRelations.append(ForceRelation(subject: subject, force: next, impact: impact))
    }
    return nil
  }

  /// The arguments of `add_links`: `{from: to | [to, …]}`, or as a method what the object is linked to.
  private mutating func readLinks(
    _ arguments: NodeSequence, from object: Int?, isMethod: Bool, _ reader: inout SummaryReader
  ) {
    let firstLink = reader.summary.solutionLinks.count
    var stereotype: Int?
    for argument in arguments {
      switch nodes[argument].kind {
      case .dictionary:
        for entry in tree.children(of: argument) {
          var parts = tree.children(of: entry)
          guard nodes[entry].kind == .entry, let key = parts.next() else { continue }
          let from = nodes[key].kind == .name ? reader.summary.occurrences.count : nil
          readExpression(key, .linkFrom, &reader)
          if let value = parts.next() { readTargets(value, from: from, &reader) }
        }
      case .keywordArgument:
        let next = reader.summary.occurrences.count
        readKeyword(argument, &reader)
        if isKeyword(argument, "stereotype_instances"), reader.summary.occurrences.count > next { stereotype = next }
      default:
        readTargets(argument, from: object, &reader)
      }
    }
    guard let stereotype else { return }
    for index in firstLink..<reader.summary.solutionLinks.count {
      let link = reader.summary.solutionLinks[index]
      reader.summary.solutionLinks[index] = SolutionLink(from: link.from, to: link.to, stereotype: stereotype)
    }
  }

  /// What links lead to: a name, or names in a list.
  private mutating func readTargets(_ index: Int, from: Int?, _ reader: inout SummaryReader) {
    switch nodes[index].kind {
    case .name:
      let to = add(index, .linkTo, &reader)
      reader.summary.solutionLinks.append(SolutionLink(from: from, to: to, stereotype: nil))
    case .list, .tuple:
      for child in tree.children(of: index) { readTargets(child, from: from, &reader) }
    default:
      readExpression(index, .linkTo, &reader)
    }
  }

  private mutating func readStereotypedLink(_ arguments: NodeSequence, _ reader: inout SummaryReader) {
    let roles: [Role] = [.linkFrom, .linkTo, .stereotype]
    var found: [Int?] = [nil, nil, nil]
    var position = 0
    for argument in arguments {
      let role = position < roles.count ? roles[position] : .value
      if nodes[argument].kind == .name, position < roles.count { found[position] = reader.summary.occurrences.count }
      readExpression(argument, role, &reader)
      if nodes[argument].kind != .keywordArgument { position += 1 }
    }
    guard let to = found[1] else { return }
    reader.summary.solutionLinks.append(SolutionLink(from: found[0], to: to, stereotype: found[2]))
  }

  // MARK: - Keywords and texts

  private mutating func readKeyword(_ index: Int, _ reader: inout SummaryReader) {
    guard let value = keywordValue(index) else { return }
    let role: Role =
      if isKeyword(index, "stereotype_instances") {
        .stereotype
      } else if isKeyword(index, "superclasses") {
        .superclass
      } else {
        .value
      }
    readExpression(value, role, &reader)
  }

  private func keywordValue(_ index: Int) -> Int? {
    var parts = tree.children(of: index)
    _ = parts.next()
    return parts.next()
  }

  private func isKeyword(_ index: Int, _ name: StaticString) -> Bool {
    guard let keyword = tree.children(of: index).first(where: { _ in true }) else { return false }
    return bytes(keyword).elementsEqual(UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount))
  }

  /// The text of a string, or of strings joined by `+` or standing side by side; nil for anything else.
  private func text(_ index: Int, _ reader: inout SummaryReader) -> ByteRange? {
    switch nodes[index].kind {
    case .string:
      return reader.addText(bytes(index).clamped(to: StringLiteral.content(of: bytes(index))))
    case .binary:
      var whole: ByteRange?
      for part in tree.children(of: index) {
        guard let text = text(part, &reader) else { return whole }
        whole = ByteRange(whole?.start ?? text.start, text.end)
      }
      return whole
    default:
      return nil
    }
  }

  private func bytes(_ index: Int) -> UnsafeBufferPointer<UInt8> {
    lines.bytes.clamped(to: nodes[index].range.shifted(by: start))
  }

  private mutating func add(_ index: Int, _ role: Role, _ reader: inout SummaryReader) -> Int {
    reader.add(nodes[index].range.shifted(by: start), role, &lines)
  }
}
