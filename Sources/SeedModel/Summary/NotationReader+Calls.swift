// Gives the arguments of calls their roles, by what the function means.

internal import SeedSyntax

extension NotationReader {
  func shape(ofCall index: Int) -> FunctionShape {
    guard let callee = calleeName(index) else { return .unknown }
    let name = tree.bytes(callee)
    if let shape = FunctionShape(builtIn: name) { return shape }
    if !shapes.isEmpty, let shape = shapes[String(decoding: name, as: UTF8.self)] { return shape }
    return FunctionShape(guessedFrom: name)
  }

  /// The node of the called function's name: the callee itself, or what stands after its dot.
  func calleeName(_ index: Int) -> Int? {
    guard let callee = tree.firstChild(of: index) else { return nil }
    switch nodes[callee].kind {
    case .name: return callee
    case .attribute: return tree.children(of: callee).last { nodes[$0].kind == .name }
    default: return nil
    }
  }

  mutating func readCall(_ index: Int, _ reader: inout SummaryReader) {
    let shape = shape(ofCall: index)
    if shape == .classDefinition {
      _ = readClass(index, &reader)
      return
    }
    var parts = tree.children(of: index)
    guard let callee = parts.next() else { return }
    var object: Int?
    if nodes[callee].kind == .attribute {
      let before = reader.summary.occurrences.count
      readObject(of: callee, shape == .links ? .linkFrom : .value, &reader)
      // Of `data_model.cache.add_links(…)` the last name is the object.
      let count = reader.summary.occurrences.count
      if count > before { object = isModel ? count - 1 : before }
    }
    let outerCall = call
    defer { call = outerCall }
    call = calleeName(index).map { begin(index, add($0, .function, &reader), &reader) }
    switch shape {
    case .optionLink: readOptionLink(parts, &reader)
    case .forceRelations: readForceRelations(parts, &reader)
    case .links where isModel && isContainedCodes(parts): readContainedCodes(parts, &reader)
    case .links: readLinks(parts, from: object, isMethod: nodes[callee].kind == .attribute, &reader)
    case .stereotypedLink: readStereotypedLink(parts, &reader)
    case .classDefinition, .unknown:
      for argument in parts { readExpression(argument, .value, &reader) }
    }
  }

  /// `CClass(metaclass, "display name", …)`: the metaclass's occurrence and the display name.
  mutating func readClass(_ index: Int, _ reader: inout SummaryReader) -> (Int?, ByteRange?) {
    var metaclass: Int?
    var displayName: ByteRange?
    var position = 0
    var parts = tree.children(of: index)
    let outerCall = call
    defer { call = outerCall }
    if let callee = parts.next() {
      call = nodes[callee].kind == .name ? begin(index, add(callee, .function, &reader), &reader) : nil
    }
    for argument in parts {
      if nodes[argument].kind == .keywordArgument {
        if isKeyword(argument, "name"), let value = keywordValue(argument) { displayName = text(value, &reader) }
        readKeyword(argument, &reader)
        continue
      }
      switch position {
      case 0 where nodes[argument].kind == .name: metaclass = add(argument, .metaclass, &reader)
      case 0 where nodes[argument].kind == .attribute:
        // `metamodel.pattern`: the member is the kind.
        if let member = tree.children(of: argument).last(where: { nodes[$0].kind == .name }) {
          metaclass = add(member, .metaclass, &reader)
        }
      case 0: readExpression(argument, .metaclass, &reader)
      case 1: displayName = text(argument, &reader)
      default: readExpression(argument, .value, &reader)
      }
      position += 1
    }
    return (metaclass, displayName)
  }

  private mutating func readOptionLink(_ arguments: Siblings, _ reader: inout SummaryReader) {
    var decision: Int?
    var option: Int?
    var linkText: ByteRange?
    var position = 0
    for argument in arguments {
      var value = argument
      var role = position == 0 ? Role.decision : position == 1 ? .option : .value
      if nodes[argument].kind == .keywordArgument {
        noteKeyword(argument, &reader)
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

  private mutating func readForceRelations(_ arguments: Siblings, _ reader: inout SummaryReader) {
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
  mutating func readForces(_ dictionary: Int, subject: Int?, _ reader: inout SummaryReader) {
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
  mutating func readForceEntry(
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
    _ arguments: Siblings, from object: Int?, isMethod: Bool, _ reader: inout SummaryReader
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

  private mutating func readStereotypedLink(_ arguments: Siblings, _ reader: inout SummaryReader) {
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
}
