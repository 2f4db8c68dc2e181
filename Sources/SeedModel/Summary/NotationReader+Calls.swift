// Gives the arguments of calls their roles, by what the function means.

internal import SeedSyntax

/// The function of a call, looked up.
struct Callee {
  /// The node of the call.
  var call = -1
  /// The node of the function's name; nil where no name stands.
  var name: Int?
  /// The hash of the name.
  var hash: UInt32 = 0
  var form = CallForm.unknown
}

/// What a call says, as far as its arguments have been read. Names are given by their occurrences.
struct CallContent {
  fileprivate(set) var metaclass: Int?
  fileprivate(set) var displayName: ByteRange?
  /// The object of a method.
  fileprivate var object: Int?
  /// Whether the call links sources to their codes.
  fileprivate var isContainedCodes = false
  fileprivate var from: Int?
  fileprivate var to: Int?
  fileprivate var meaning: Int?
  /// The occurrences behind `meaning` that are meanings, too: those of a list.
  fileprivate var moreMeanings = 0..<0
  fileprivate var text: ByteRange?

  /// Adds an argument by its first occurrence.
  ///
  /// - Parameter isName: whether it is a name and nothing else.
  fileprivate mutating func add(_ occurrence: Int, _ role: Role, isName: Bool) {
    if role == .metaclass, isName { metaclass = occurrence }
    switch role.part {
    case .from where isName: from = occurrence
    case .to where isName: to = occurrence
    case .meaning: meaning = occurrence
    default: break
    }
  }
}

extension NotationReader {
  mutating func callee(of call: Int) -> Callee {
    guard call != lastCallee.call else { return lastCallee }
    lastCallee = Callee(call: call)
    if let name = CallSyntax(tree, call)?.name {
      let bytes = tree.bytes(name)
      lastCallee.name = name
      lastCallee.hash = NameHash.of(bytes.span)
      lastCallee.form = functions.form(bytes.span, hash: lastCallee.hash)
    }
    return lastCallee
  }

  /// Reads a call with its arguments; returns what it says.
  @discardableResult
  mutating func readCall(_ index: Int, _ reader: inout SummaryReader) -> CallContent {
    var content = CallContent()
    let callee = callee(of: index)
    let form = callee.form
    guard let syntax = CallSyntax(tree, index) else { return content }
    let isMethod = syntax.isMethod
    let isLinks = form.role(ofPosition: 0) == .links
    if isMethod, form.meaning != .code {
      let before = reader.summary.occurrences.count
      readObject(of: syntax.callee, isLinks ? .linkFrom : .value, &reader)
      // Of `data_model.cache.add_links(…)` the last name is the object.
      let count = reader.summary.occurrences.count
      if count > before { content.object = isModel ? count - 1 : before }
    }
    content.isContainedCodes = isLinks && isModel && isContainedCodes(syntax.arguments)
    let outerCall = call
    defer { call = outerCall }
    // `codeable_models.CClass(…)`: neither is a name of the study.
    call = isMethod && form.meaning == .code ? nil : begin(callee, isMethod: isMethod, &reader)
    let firstRelation = reader.summary.relations.count
    var position = 0
    var isCountable = !isStatementDamaged
    for argument in syntax.arguments {
      switch tree.kind(argument) {
      case .keywordArgument:
        readKeyword(argument, of: form, &content, &reader)
        continue
      case .star, .missing: isCountable = false
      default: break
      }
      readArgument(argument, form.role(ofPosition: position), &content, &reader)
      position += 1
    }
    if let call, isCountable { reader.summary.calls[call].count(position) }
    if case .relation(let kind) = form.meaning { relate(content, kind, from: firstRelation, &reader) }
    return content
  }

  /// Adds a call whose arguments aren't counted yet; returns its index.
  private mutating func begin(_ callee: Callee, isMethod: Bool, _ reader: inout SummaryReader) -> Int? {
    guard let name = callee.name, !isLocal(name) else { return nil }
    let function = reader.add(
      tree.bytes(name), hash: callee.hash, at: start + tree.range(name).start, .function, &lines)
    reader.summary.calls.append(CallSummary(function: function, isMethod: isMethod))
    return reader.summary.calls.count - 1
  }

  private mutating func readKeyword(
    _ argument: Int, of form: CallForm, _ content: inout CallContent, _ reader: inout SummaryReader
  ) {
    noteKeyword(argument, &reader)
    guard let keyword = KeywordSyntax(tree, argument) else { return }
    let role = functions.role(ofKeyword: tree.bytes(keyword.name).span, in: form)
    readArgument(keyword.value, role, &content, &reader)
    // What stands for a display name and is no text is read as a name.
    if role == .displayName, content.displayName == nil, !isNoted(keyword.value, reader) {
      readExpression(keyword.value, .value, &reader)
    }
  }

  /// Reads what is given for one parameter.
  private mutating func readArgument(
    _ value: Int, _ role: ArgumentRole, _ content: inout CallContent, _ reader: inout SummaryReader
  ) {
    switch role {
    case .name(let role):
      let next = reader.summary.occurrences.count
      if role == .metaclass, tree.kind(value) == .attribute {
        // `metamodel.pattern`: the member is the kind.
        if let member = tree.member(of: value) { _ = add(member, role, &reader) }
      } else {
        readExpression(value, role, &reader)
      }
      guard reader.summary.occurrences.count > next else { return noteForm(value, role, &reader) }
      if role == .stereotype { content.moreMeanings = next + 1..<reader.summary.occurrences.count }
      content.add(
        next, role, isName: tree.kind(value) == .name || role == .metaclass && tree.kind(value) == .attribute)
    case .forces where tree.kind(value) == .dictionary:
      readForces(value, subject: nil, &reader)
    case .forces where isForcesInBrackets(value):
      readForcesInBrackets(value, subject: nil, &reader)
    case .links where content.isContainedCodes:
      readContainedCodes(value, &reader)
    case .links:
      readLinks(value, from: content.object, &reader)
    case .displayName:
      content.displayName = text(value, &reader)
      if content.displayName == nil, noteBareText(value, &reader) { return }
    case .text:
      if content.text == nil { content.text = text(value, &reader) }
      if tree.kind(value) == .words, noteBareText(value, &reader) { return }
      readExpression(value, .value, &reader)
    case .value, .forces:
      readExpression(value, .value, &reader)
    }
  }

  /// Adds the relation that a call states of two of its arguments, or adds what it says of all that one of them holds.
  private func relate(
    _ content: CallContent, _ kind: Relation.Kind, from first: Int, _ reader: inout SummaryReader
  ) {
    if let to = content.to {
      reader.summary.relations.append(
        Relation(kind, from: content.from, to: to, meaning: content.meaning, text: content.text))
    } else if content.meaning != nil || content.text != nil {
      for index in first..<reader.summary.relations.count where reader.summary.relations[index].kind == kind {
        reader.summary.relations[index].add(meaning: content.meaning, text: content.text)
      }
    }
    // Each further meaning is a relation of its own.
    guard !content.moreMeanings.isEmpty else { return }
    for relation in reader.summary.relations[first...] where relation.kind == kind {
      for meaning in content.moreMeanings {
        var relation = relation
        relation.add(meaning: meaning, text: nil)
        reader.summary.relations.append(relation)
      }
    }
  }

  /// The entries of a dictionary of forces. Where brackets are missing, entries stand one level too high or too deep;
  /// what a key is, is told by its value: a dictionary makes it a subject, anything else a force.
  mutating func readForces(_ dictionary: Int, subject: Int?, _ reader: inout SummaryReader) {
    var subject = subject
    for child in tree.children(of: dictionary) {
      if let entry = EntrySyntax(tree, child) {
        // `{[a: {…}]}`: the key holds the entries.
        if entry.value == nil, tree.kind(entry.key) == .dictionary {
          readForces(entry.key, subject: subject, &reader)
          continue
        }
        subject = readForceEntry(key: entry.key, value: entry.value, subject: subject, &reader) ?? subject
      } else if tree.kind(child) != .entry {
        readExpression(child, .value, &reader)
      }
    }
  }

  /// Whether an expression is a list or a tuple of dictionaries, where one dictionary belongs.
  private func isForcesInBrackets(_ index: Int) -> Bool {
    guard tree.kind(index) == .list || tree.kind(index) == .tuple else { return false }
    return tree.children(of: index).contains { tree.kind($0) == .dictionary }
  }

  private mutating func readForcesInBrackets(_ index: Int, subject: Int?, _ reader: inout SummaryReader) {
    noteForces(index, &reader)
    for child in tree.children(of: index) {
      if tree.kind(child) == .dictionary {
        readForces(child, subject: subject, &reader)
      } else {
        readExpression(child, .value, &reader)
      }
    }
  }

  /// One entry; returns its key's occurrence if that is a subject.
  @discardableResult
  mutating func readForceEntry(
    key: Int, value: Int?, subject: Int?, _ reader: inout SummaryReader
  ) -> Int? {
    let isName = tree.kind(key) == .name && !isLocal(key)
    let next = reader.summary.occurrences.count
    if let value, tree.kind(value) == .dictionary {
      readExpression(key, .subject, &reader)
      if tree.kind(key) != .name { noteForm(key, .subject, &reader) }
      readForces(value, subject: isName ? next : nil, &reader)
      return isName ? next : nil
    }
    if let value, isForcesInBrackets(value) {
      readExpression(key, .subject, &reader)
      readForcesInBrackets(value, subject: isName ? next : nil, &reader)
      return isName ? next : nil
    }
    readExpression(key, .force, &reader)
    if tree.kind(key) != .name { noteForm(key, .force, &reader) }
    var impact: Int?
    if let value {
      if tree.kind(value) == .name, !isLocal(value) { impact = reader.summary.occurrences.count }
      readExpression(value, .impact, &reader)
      if tree.kind(value) != .name { noteForm(value, .impact, &reader) }
    } else if isName, subject != nil {
      noteMissingImpact(key, &reader)
    }
    if isName {
      reader.summary.relations.append(Relation(.impact, from: subject, to: next, meaning: impact))
    }
    return nil
  }

  /// `{from: to | [to, …]}`, or what the object of a method is linked to.
  private mutating func readLinks(_ argument: Int, from object: Int?, _ reader: inout SummaryReader) {
    guard tree.kind(argument) == .dictionary else { return readTargets(argument, from: object, &reader) }
    for child in tree.children(of: argument) {
      guard let entry = EntrySyntax(tree, child) else { continue }
      let from = tree.kind(entry.key) == .name && !isLocal(entry.key) ? reader.summary.occurrences.count : nil
      readExpression(entry.key, .linkFrom, &reader)
      if tree.kind(entry.key) != .name { noteForm(entry.key, .linkFrom, &reader) }
      if let value = entry.value { readTargets(value, from: from, &reader) }
    }
  }

  /// What links lead to: a name, or names in a list.
  private mutating func readTargets(_ index: Int, from: Int?, _ reader: inout SummaryReader) {
    switch tree.kind(index) {
    case .name:
      guard !isLocal(index) else { return }
      let to = add(index, .linkTo, &reader)
      reader.summary.relations.append(Relation(.link, from: from, to: to))
    case .list, .tuple:
      for child in tree.children(of: index) { readTargets(child, from: from, &reader) }
    default:
      readExpression(index, .linkTo, &reader)
      noteForm(index, .linkTo, &reader)
    }
  }
}
