// Whether a code or a source may get a new name: asked, and answered with a reason, before anything is changed.

internal import SeedModel
internal import SeedStudy
internal import SeedSyntax

extension Snapshot {
  /// The new name as it will be written, without the blanks around it.
  ///
  /// - Throws: why the target can't have the name.
  func checkedName(_ newName: String, for target: RenameTarget) throws(RefactoringRefusal) -> String {
    var name = newName.trimmingBlanks
    // Who renames a source from the heading that numbers it may think of the number alone.
    if target.isSource, !name.isEmpty, name.utf8.allSatisfy(\.isDigit) { name = String(target.name.prefix(1)) + name }
    guard name != target.name else { return name }
    try checkForm(of: name, for: target)
    try checkIsFree(name, for: target)
    return name
  }

  // MARK: - Form

  private func checkForm(of name: String, for target: RenameTarget) throws(RefactoringRefusal) {
    guard !name.isEmpty else { throw RefactoringRefusal(.invalidName, "The new name is empty.") }
    guard Self.isIdentifier(name) else {
      let proposal = Self.identifier(from: name)
      let hint = proposal.map { " Write `\($0)`, for example." } ?? ""
      throw RefactoringRefusal(
        .invalidName,
        "`\(name)` can't be a name: a name has only letters, digits and `_`, and doesn't start with a digit.\(hint)")
    }
    guard !PythonKeywords.all.contains(name) else {
      throw RefactoringRefusal(.invalidName, "`\(name)` can't be a name: it is a keyword of Python.")
    }
    guard !study.vocabulary.contains(name) else {
      throw RefactoringRefusal(
        .clash, "`\(name)` can't be the name of a code: it is \(vocabularyKind(of: name)) of the notation.")
    }
    let isSourceID = Self.isSourceID(name)
    if target.isSource, !isSourceID {
      throw RefactoringRefusal(
        .invalidName,
        "`\(target.name)` is a source, so its new name must be `s` or `p` and a number: `\(name)` is not.")
    }
    if !target.isSource, isSourceID {
      throw RefactoringRefusal(
        .invalidName, "`\(name)` can't be the name of a code: `s` or `p` and a number name a source.")
    }
  }

  private func vocabularyKind(of name: String) -> String {
    let vocabulary = study.vocabulary
    if vocabulary.metaclasses[name] != nil { return "a metaclass" }
    if vocabulary.isImpact(name) { return "an impact" }
    if vocabulary.functions[name] != nil { return "a function" }
    return "a stereotype"
  }

  /// Whether text is `[A-Za-z_][A-Za-z0-9_]*`.
  static func isIdentifier(_ text: String) -> Bool {
    guard let first = text.utf8.first, first.isIdentifierStart else { return false }
    return text.utf8.allSatisfy { $0 < 0x80 && $0.isIdentifierByte }
  }

  /// Whether a name is a source's by its form: `s4`, `p12`.
  static func isSourceID(_ name: String) -> Bool {
    guard let letter = name.utf8.first, letter == UInt8(ascii: "s") || letter == UInt8(ascii: "p") else { return false }
    let digits = name.utf8.dropFirst()
    return !digits.isEmpty && digits.count <= 6 && digits.allSatisfy(\.isDigit)
  }

  /// A name made from words: `Input ports!` gives `Input_ports`; nil if nothing is left.
  static func identifier(from text: String) -> String? {
    var name: [UInt8] = []
    for byte in text.utf8 {
      if byte < 0x80, byte.isIdentifierByte {
        name.append(byte)
      } else if let last = name.last, last != ASCII.underscore {
        name.append(ASCII.underscore)
      }
    }
    while name.last == ASCII.underscore { name.removeLast() }
    guard let first = name.first else { return nil }
    if first.isDigit { name.insert(ASCII.underscore, at: 0) }
    return String(decoding: name, as: UTF8.self)
  }

  // MARK: - Clashes

  /// Renaming must never join two codes by accident.
  private func checkIsFree(_ name: String, for target: RenameTarget) throws(RefactoringRefusal) {
    let own = Set(target.isSource ? forms(of: target, study.documents(ofSource: target.name)) : [target.name])
    if let owner = study.documents(ofSource: name).first, !study.documents(ofSource: target.name).contains(owner) {
      let heading = sourceHeading(of: owner)
      throw RefactoringRefusal(
        .clash, "`\(name)` is a source already: \(noteName(owner)) records it. \(whereIs(target))",
        places: [heading].compactMap { $0 })
    }
    for other in study.namesWrittenAlike(name) where !own.contains(study.string(other)) {
      let found = study.string(other)
      let sites = study.sites(of: other).filter { isBinding($0.role, found) }
      guard let site = sites.first(where: { $0.role.isDefinition }) ?? sites.first else { continue }
      let place = Place(site)
      let isDefined = site.role.isDefinition
      let what = found == name ? "`\(name)` is" : "`\(name)` differs only in case or `_` from `\(found)`, which is"
      let state =
        isDefined
        ? "\(what) defined already in \(description(of: place))."
        : "\(what) used already in \(description(of: place)), though nothing defines it."
      throw RefactoringRefusal(
        .clash, "\(state) \(whereIs(target)) To make one code of the two, merge `\(target.name)` into `\(found)`.",
        places: [place] + [self.place(of: target)].compactMap { $0 })
    }
  }

  private func whereIs(_ target: RenameTarget) -> String {
    guard let place = place(of: target) else { return "" }
    return "`\(target.name)` is in \(description(of: place))."
  }

  /// Where the target is defined, else where it first stands.
  private func place(of target: RenameTarget) -> Place? {
    definitionPlaces(of: target.name).first ?? places(of: target.name, like: nil).first
  }
}

/// Python's reserved words: no name of the notation may be one, since notes are fragments of Python.
enum PythonKeywords {
  static let all: Set<String> = [
    "False", "None", "True", "and", "as", "assert", "async", "await", "break", "class", "continue", "def", "del",
    "elif",
    "else", "except", "finally", "for", "from", "global", "if", "import", "in", "is", "lambda", "nonlocal", "not", "or",
    "pass", "raise", "return", "try", "while", "with", "yield",
  ]
}
