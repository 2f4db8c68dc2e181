// What rules about sources look at: the header's fields beside the values of the source block, and the ids a note claims.

internal import SeedModel
internal import SeedStudy
internal import SeedSyntax

/// A field of a source as its note gives it in two places.
struct SourceField {
  enum Name {
    case builtIn(SourceFieldName)
    /// One that the study adds.
    case added(AddedSourceField)
  }

  let name: Name
  /// Which built-in field it is; nil for one that the study adds.
  let builtIn: SourceFieldName?
  let header: HeaderFieldSummary?
  let value: SourceValue?
  /// How the study writes the field, where it does so otherwise.
  private let form: SourceFieldForm?

  init(_ name: Name, header: HeaderFieldSummary?, value: SourceValue?, form: SourceFieldForm?) {
    self.name = name
    builtIn = if case .builtIn(let name) = name { name } else { nil }
    self.header = header
    self.value = value
    self.form = form
  }

  /// The heading in the header.
  var heading: String {
    switch name {
    case .builtIn(let name): form?.heading ?? name.heading
    case .added(let added): form?.heading ?? added.name
    }
  }

  /// The key in `values=`.
  var key: String {
    switch name {
    case .builtIn(let name): form?.key ?? name.key
    case .added(let added): form?.key ?? added.name
    }
  }

  /// Where notes give the field.
  var place: SourceFieldForm.Place { form?.place ?? .both }

  /// Whether the header says `yes` or `no` and the block `True` or `False`.
  var isYesOrNo: Bool {
    switch name {
    case .builtIn(let name): name.isYesOrNo
    case .added(let added): added.content == .boolean
    }
  }
}

extension RuleContext {
  /// The page's source block that belongs to the header, if both are on the page.
  var ownSourceBlock: SourceBlock? {
    guard summary.sourceBlocks.count > 1 else { return summary.sourceBlocks.first }
    return summary.sourceBlocks.first { summary.text($0.name.text) == document.sourceID } ?? summary.sourceBlocks.first
  }

  /// The fields of the header with the values of the source block; none on a page that has only one of the two.
  var sourceFields: [SourceField] {
    guard !summary.headerFields.isEmpty, ownSourceBlock?.hasValues == true else { return [] }
    return fields
  }

  /// The fields of the header and of the source block.
  func makeFields() -> [SourceField] {
    guard !summary.headerFields.isEmpty || !summary.sourceBlocks.isEmpty else { return [] }
    let values = ownSourceBlock?.values ?? []
    let added = study.vocabulary.addedSourceFields
    var fields: [SourceField] = []
    fields.reserveCapacity(SourceFieldName.allCases.count + added.count)
    let forms = study.vocabulary.fieldForms
    for name in SourceFieldName.allCases {
      let value = values.first { $0.field == name }
      var form = forms.isEmpty ? nil : forms[name.key]
      if name == .sourceType, form?.key == nil, let value,
        !summary.withText(value.key.text, { $0.span.isSame(as: name.key) })
      {
        // Its heading as a key.
        form = SourceFieldForm(key: name.heading, heading: form?.heading, place: form?.place ?? .both)
      }
      fields.append(SourceField(.builtIn(name), header: headerField(name), value: value, form: form))
    }
    for name in added {
      let header = summary.headerFields.first { field in
        field.field == nil && name.isNamed(summary.text(field.name), name.form.heading)
      }
      let value = values.first { $0.field == nil && name.isNamed(summary.text($0.key.text), name.form.key) }
      fields.append(SourceField(.added(name), header: header, value: value, form: name.form))
    }
    return fields
  }

  func headerField(_ name: SourceFieldName) -> HeaderFieldSummary? {
    summary.headerFields.first { $0.field == name }
      ?? summary.headerFields.first { $0.misspelt == .field(name) && isMisspelt($0) }
  }

  /// Whether a heading is misspelt: it names no field of the study, and the field that was meant has no other heading.
  func isMisspelt(_ field: HeaderFieldSummary) -> Bool {
    guard let misspelt = field.misspelt else { return false }
    if field.field != nil { return true }
    if case .field(let meant) = misspelt, summary.headerFields.contains(where: { $0.field == meant }) { return false }
    let name = summary.text(field.name)
    return !study.vocabulary.addedSourceFields.contains { $0.isNamed(name, $0.form.heading) }
  }

  /// What a field of the header says; of several lines the first.
  func text(_ field: HeaderFieldSummary) -> String {
    withText(field) { String(decoding: $0, as: UTF8.self) }
  }

  func text(_ value: SourceValue) -> String {
    withText(value) { String(decoding: $0, as: UTF8.self) }
  }

  /// Whether a field of the header says a text, in its first line.
  func says(_ field: HeaderFieldSummary, _ text: String) -> Bool {
    withText(field) { $0.span.isSame(as: text) }
  }

  func isEmpty(_ field: HeaderFieldSummary) -> Bool { withText(field) { $0.isEmpty } }

  func isEmpty(_ value: SourceValue) -> Bool {
    withText(value) { text in
      text.isEmpty
        || value.kind == .other && (text.allSatisfy { "[](){} ".utf8.contains($0) } || text.elementsEqual("None".utf8))
    }
  }

  func withText<Result>(
    _ field: HeaderFieldSummary, _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result {
    summary.withText(field.value) { bytes in
      body(bytes.clamped(to: bytes.trimmed(ByteRange(0, bytes.lineContentEnd(from: 0)))))
    }
  }

  func withText<Result>(_ value: SourceValue, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    summary.withText(value.value.text) { bytes in
      body(bytes.clamped(to: bytes.trimmed(ByteRange(0, bytes.count))))
    }
  }

  // MARK: - Ids

  /// A place on this page as a second place of a finding.
  func related(_ range: LineRange, _ message: String) -> RelatedPlace {
    RelatedPlace(document: document.id, range: range, message: message, page: id)
  }
}

extension AddedSourceField {
  fileprivate func isNamed(_ text: String, _ other: String?) -> Bool {
    let (text, name) = (text.lowercased(), other ?? name)
    return text == name || text == name + ":"
  }
}
