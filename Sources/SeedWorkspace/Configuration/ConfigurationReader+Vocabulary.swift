// Reads what a configuration adds to the vocabulary: kinds of codes, stereotypes, functions, fields of sources.

internal import JSON
internal import SeedModel

extension ConfigurationReader {
  /// The members of `vocabulary`.
  enum VocabularyKey: String, CaseIterable {
    case metaclasses
    case stereotypes
    case functions
  }

  /// What a function is like that takes any arguments.
  static let anyFunction = "any"

  mutating func readVocabulary() throws(JSONError) {
    try readObject("`vocabulary`") { (reader, key) throws(JSONError) in
      switch VocabularyKey(rawValue: key.value) {
      case .metaclasses: try reader.readMetaclasses()
      case .stereotypes: try reader.readStereotypes()
      case .functions: try reader.readFunctions()
      case nil:
        reader.reportUnknown(
          "`vocabulary` has no member", key, among: VocabularyKey.allCases.map(\.rawValue), listsAll: true)
        try reader.reader.skipValue()
      }
    }
  }

  // MARK: - Words

  /// `{"tactic": "practice", "viewpoint": ["category", "domain_metaclass"], "memo": []}`
  private mutating func readMetaclasses() throws(JSONError) {
    var parents: [(name: String, parents: [Text])] = []
    try readObject("`metaclasses`") { (reader, key) throws(JSONError) in
      var given: [Text] = []
      if try reader.reader.nextKind() == .array {
        given = try reader.readTexts("`\(key.value)`") ?? []
      } else if let parent = try reader.readText("The parent of `\(key.value)`") {
        given = [parent]
      } else {
        return
      }
      if reader.isNewWord(key) { parents.append((key.value, given)) }
    }
    for (name, _) in parents { configuration.additions.metaclasses[name] = [] }
    let known = Array(Vocabulary.standard.metaclasses.keys) + parents.map(\.name)
    for (name, given) in parents {
      for parent in given where !known.contains(parent.value) {
        reportUnknown("There is no kind", parent, among: known)
      }
      configuration.additions.metaclasses[name] = given.map(\.value).filter { known.contains($0) }
    }
  }

  private mutating func readStereotypes() throws(JSONError) {
    for text in try readTexts("`stereotypes`") ?? [] where isNewWord(text) {
      configuration.additions.stereotypes.insert(text.value)
    }
  }

  /// `{"offer": "add_decision_option_link", "show": "any"}`
  private mutating func readFunctions() throws(JSONError) {
    let models = Vocabulary.standard.functions.all.map(\.name).sorted()
    try readObject("`functions`") { (reader, key) throws(JSONError) in
      guard let model = try reader.readText("What `\(key.value)` is like"), reader.isNewWord(key) else { return }
      if model.value == Self.anyFunction {
        reader.configuration.additions.functions[key.value] = .anything
      } else if models.contains(model.value) {
        reader.configuration.additions.functions[key.value] = .like(model.value)
      } else {
        reader.reportUnknown("There is no built-in function", model, among: models + [Self.anyFunction], listsAll: true)
      }
    }
  }

  /// Whether a word can be added; reports why not.
  private mutating func isNewWord(_ word: Text) -> Bool {
    let isName =
      word.value.utf8.first.map { $0 < UInt8(ascii: "0") || $0 > UInt8(ascii: "9") } == true
      && word.value.utf8.allSatisfy { byte in
        let lower = byte | 0x20
        return byte == UInt8(ascii: "_") || byte >= 0x80 || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(lower)
          || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
      }
    guard isName else {
      report(word.range, "`\(word.value)` can't be a name: only letters, digits and `_` can stand in one.")
      return false
    }
    guard !Vocabulary.standard.contains(word.value) else {
      report(word.range, "`\(word.value)` is built in already.")
      return false
    }
    return true
  }
}
