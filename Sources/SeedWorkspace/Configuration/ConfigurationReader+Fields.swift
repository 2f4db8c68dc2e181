// Reads what a configuration says of the fields of sources: those that it adds, and how notes write any of them.

internal import JSON
internal import SeedModel

extension ConfigurationReader {
  /// What a field of a source can hold besides one of a list of texts.
  static let fieldTypes = ["text", "boolean", "several", "anything"]

  /// The members of a field that is given as an object.
  enum FieldKey: String, CaseIterable {
    case holds
    case key
    case heading
    case place = "in"
  }

  /// `{"venue": "text", "peer reviewed": "boolean", "type": {"holds": ["Podcast"], "key": "kind", "in": "block"}}`
  mutating func readSourceFields() throws(JSONError) {
    try readObject("`sourceFields`") { (reader, key) throws(JSONError) in
      guard try reader.reader.nextKind() == .object else {
        try reader.readContent(of: key)
        return
      }
      try reader.readField(key)
    }
  }

  private mutating func readField(_ field: Text) throws(JSONError) {
    let name = Self.name(ofField: field)
    guard name.utf8.contains(where: { $0 > 0x20 }) else {
      report(field.range, "A field needs a name.")
      return try reader.skipValue()
    }
    let isBuiltIn = Vocabulary.builtInSourceFields.contains(name)
    var form = SourceFieldForm()
    if !isBuiltIn { configuration.additions.sourceFields[name] = .text }
    try readObject("`\(field.value)`") { (reader, key) throws(JSONError) in
      switch FieldKey(rawValue: key.value) {
      case .holds: try reader.readContent(of: field)
      case .key: form.key = try reader.readName("The key of `\(field.value)`")
      case .heading: form.heading = try reader.readName("The heading of `\(field.value)`")
      case .place:
        guard let place = try reader.readText("Where `\(field.value)` stands") else { return }
        let places = SourceFieldForm.Place.allCases
        if let known = SourceFieldForm.Place(rawValue: place.value) {
          form.place = known
        } else {
          reader.reportUnknown("A field can't be in", place, among: places.map(\.rawValue), listsAll: true)
        }
      case nil:
        reader.reportUnknown(
          "A field has no member", key, among: FieldKey.allCases.map(\.rawValue), listsAll: true)
        try reader.reader.skipValue()
      }
    }
    if form != SourceFieldForm() { configuration.additions.fieldForms[name] = form }
  }

  /// A key or a heading, in lower case.
  private mutating func readName(_ what: String) throws(JSONError) -> String? {
    guard let text = try readText(what) else { return nil }
    guard text.value.utf8.contains(where: { $0 > 0x20 }) else {
      report(text.range, "\(what) needs a name.")
      return nil
    }
    return text.value.lowercased()
  }

  private static func name(ofField field: Text) -> String {
    let name = field.value.lowercased()
    return name == SourceFieldName.sourceType.heading ? SourceFieldName.sourceType.key : name
  }

  /// `"text"`, or a list of texts.
  private mutating func readContent(of key: Text) throws(JSONError) {
    let isList = try reader.nextKind() == .array
    let content: VocabularyAdditions.Field
    if isList {
      content = .oneOf((try readTexts("`\(key.value)`") ?? []).map(\.value))
    } else {
      guard let type = try readText("What `\(key.value)` holds") else { return }
      switch type.value {
      case "text": content = .text
      case "boolean": content = .boolean
      case "several": content = .several
      case "anything": content = .anything
      default:
        reportUnknown("A field can't hold", type, among: Self.fieldTypes, listsAll: true)
        return
      }
    }
    let name = Self.name(ofField: key)
    if Vocabulary.extensibleSourceFields.contains(name) {
      guard isList else {
        report(key.range, "`\(key.value)` is built in: give a list of the texts that it can hold besides its own.")
        return
      }
    } else if Vocabulary.builtInSourceFields.contains(name) {
      report(key.range, "`\(key.value)` is built in, and can hold nothing else.")
      return
    }
    guard name.utf8.contains(where: { $0 > 0x20 }) else {
      report(key.range, "A field needs a name.")
      return
    }
    configuration.additions.sourceFields[name] = content
  }
}
