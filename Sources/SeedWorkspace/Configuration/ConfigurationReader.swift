// Reads the text of a `seed-lsp.json`, and says of everything that is left out where it stands and why.

internal import JSON
internal import SeedModel
internal import SeedRules
internal import SeedSyntax

/// Reads a configuration member by member.
struct ConfigurationReader {
  /// What is wrong at a place.
  struct Problem: Hashable {
    /// In bytes of the text.
    let range: ByteRange
    let message: String
  }

  /// A string, and where it stands with its quotes.
  struct Text {
    let value: String
    let range: ByteRange
  }

  /// The members of a file, in the order in which they are documented.
  enum Key: String, CaseIterable {
    case schema = "$schema"
    case rules
    case include
    case exclude
    case vocabulary
    case sourceFields
  }

  /// What can be configured for a rule: `off`, or how serious its findings are.
  static let levels = ["off"] + Severity.allCases.map(\.name)

  var reader: JSONReader
  var configuration = StudyConfiguration()
  private(set) var problems: [Problem] = []

  static func read(_ text: [UInt8]) -> (configuration: StudyConfiguration, problems: [Problem]) {
    let mark = text.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    // An empty file marks a root and configures nothing.
    guard text.dropFirst(mark).contains(where: { !$0.isBlankOrLineBreak }) else { return (StudyConfiguration(), []) }
    return text.withUnsafeBufferPointer { bytes in
      var reader = ConfigurationReader(reader: JSONReader(UnsafeBufferPointer(rebasing: bytes.dropFirst(mark))))
      do throws(JSONError) {
        try reader.readFile()
        try reader.reader.finish()
      } catch {
        let end = reader.reader.isAtEnd(error) ? error.offset : error.offset + 1
        reader.report(ByteRange(error.offset, end), "This is no JSON: \(error.reason). What follows is not read.")
      }
      return (
        reader.configuration,
        reader.problems.map { Problem(range: $0.range.shifted(by: mark), message: $0.message) }
      )
    }
  }

  private init(reader: JSONReader) {
    self.reader = reader
  }

  mutating func report(_ range: ByteRange, _ message: String) {
    problems.append(Problem(range: range, message: message))
  }

  private mutating func readFile() throws(JSONError) {
    try readObject("The file") { (reader, key) throws(JSONError) in
      guard let known = Key(rawValue: key.value) else {
        reader.reportUnknown("There is no setting", key, among: Key.allCases.map(\.rawValue))
        try reader.reader.skipValue()
        return
      }
      switch known {
      case .schema: _ = try reader.readText("`$schema`")
      case .rules: try reader.readRules()
      case .include: reader.configuration.include = try reader.readGlobs(key)
      case .exclude: reader.configuration.exclude = try reader.readGlobs(key) ?? []
      case .vocabulary: try reader.readVocabulary()
      case .sourceFields: try reader.readSourceFields()
      }
    }
  }

  // MARK: - Rules

  private mutating func readRules() throws(JSONError) {
    try readObject("`rules`") { (reader, key) throws(JSONError) in
      guard let level = try reader.readText("The level of a rule") else { return }
      guard Rules.all.contains(where: { $0.name == key.value }) else {
        reader.reportUnknown("There is no rule", key, among: Rules.all.map { $0.name })
        return
      }
      guard Self.levels.contains(level.value) else {
        reader.reportUnknown("A rule can't be", level, among: Self.levels, listsAll: true)
        return
      }
      reader.configuration.rules[key.value] = RuleSettings.Level(named: level.value)
    }
  }

  // MARK: - Files

  /// The patterns that can be understood; nil where there is no list of them.
  private mutating func readGlobs(_ key: Text) throws(JSONError) -> [Glob]? {
    let texts = try readTexts("`\(key.value)`")
    return texts.map { texts in
      texts.compactMap { text in
        do throws(Glob.Problem) {
          return try Glob(text.value)
        } catch {
          report(text.range, error.message)
          return nil
        }
      }
    }
  }
}

// MARK: - Values

extension ConfigurationReader {
  /// Reads an object, and reports members that are given twice. The body reads or skips the member's value.
  ///
  /// - Parameter name: what to call the object in a sentence, at its start.
  mutating func readObject(
    _ name: String, _ body: (inout ConfigurationReader, Text) throws(JSONError) -> Void
  ) throws(JSONError) {
    guard try isNext(.object, name, "an object: `{ … }`") else { return }
    try reader.beginObject()
    var keys: Set<String> = []
    while let raw = try reader.nextKey() {
      let key = Text(value: raw.string, range: range(reader.range(of: raw)))
      if !keys.insert(key.value).inserted { report(key.range, "`\(key.value)` is given twice; the last one counts.") }
      try body(&self, key)
    }
  }

  /// A string; nil, and a problem, for anything else.
  mutating func readText(_ name: String) throws(JSONError) -> Text? {
    guard try isNext(.string, name, "a text in quotes") else { return nil }
    let raw = try reader.readRawString()
    return Text(value: raw.string, range: range(reader.range(of: raw)))
  }

  /// A list of strings, without what is none; nil, and a problem, for anything but a list.
  mutating func readTexts(_ name: String) throws(JSONError) -> [Text]? {
    guard try isNext(.array, name, "a list of texts: `[\"…\"]`") else { return nil }
    var texts: [Text] = []
    try reader.beginArray()
    while try reader.nextElement() {
      if let text = try readText("What stands in \(name)") { texts.append(text) }
    }
    return texts
  }

  /// Whether a value of a kind stands next; anything else is skipped and reported.
  private mutating func isNext(
    _ kind: JSONReader.ValueKind, _ name: String, _ expected: String
  ) throws(JSONError) -> Bool {
    guard try reader.nextKind() != kind else { return true }
    let start = reader.offset
    try reader.skipValue()
    report(ByteRange(start, reader.offset), "\(name) must be \(expected).")
    return false
  }

  /// Reports a word that means nothing, with what may have been meant.
  mutating func reportUnknown(_ problem: String, _ text: Text, among known: [String], listsAll: Bool = false) {
    let meant =
      Spelling.closest(to: text.value, in: known).first
      ?? Spelling.closest(to: text.value.lowercased(), in: known).first
    let choice = listsAll ? " It is one of: \(known.map { "`\($0)`" }.joined(separator: ", "))." : ""
    report(text.range, "\(problem) `\(text.value)`." + (meant.map { " Did you mean `\($0)`?" } ?? choice))
  }

  private func range(_ range: Range<Int>) -> ByteRange { ByteRange(range.lowerBound, range.upperBound) }
}

extension RuleSettings.Level {
  /// The level that a configuration names; nil for a word that is none.
  package init?(named name: String) {
    if name == "off" {
      self = .off
    } else {
      guard let severity = Severity.allCases.first(where: { $0.name == name }) else { return nil }
      self = .on(severity)
    }
  }

  /// What a configuration calls the level.
  package var name: String {
    switch self {
    case .off: "off"
    case .on(let severity): severity.name
    }
  }
}

extension JSONReader {
  /// Whether an error says that the text ends too early.
  fileprivate func isAtEnd(_ error: JSONError) -> Bool { error.kind == .unexpectedEnd }
}

extension JSONError {
  /// What is wrong, without the place.
  fileprivate var reason: String {
    switch kind {
    case .unexpectedEnd: "it ends too early"
    case .unexpectedByte(let byte):
      byte > 0x20 && byte < 0x7F
        ? "`\(Character(Unicode.Scalar(byte)))` can't stand here" : "this character can't stand here"
    case .invalidNumber: "this number is malformed"
    case .invalidEscape: "`\\` stands before a character that needs none"
    case .tooDeep: "it nests too deep"
    case .wrongType(let expected): "it must be \(expected)"
    case .missingMember(let name): "`\(name)` is missing"
    }
  }
}
