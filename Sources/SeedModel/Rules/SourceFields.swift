// What rules about sources look at: the header's fields beside the values of the source block, and the ids a note claims.

internal import SeedSyntax

/// A field of a source as its note gives it in two places.
struct SourceField {
  /// Which one it is; nil for one that the study adds.
  let builtIn: SourceFieldName?
  /// The heading in the header.
  let heading: String
  /// The key in `values=`.
  let key: String
  /// Whether the header says `yes` or `no` and the block `True` or `False`.
  let isYesOrNo: Bool
  let header: HeaderFieldSummary?
  let value: SourceValue?
}

extension RulePage {
  /// The page's source block that belongs to the header, if both are on the page.
  var ownSourceBlock: SourceBlock? {
    guard summary.sourceBlocks.count > 1 else { return summary.sourceBlocks.first }
    return summary.sourceBlocks.first { summary.text($0.name.text) == document.sourceID } ?? summary.sourceBlocks.first
  }

  /// The fields of the header with the values of the source block; none on a page that has only one of the two, and none in a
  /// template.
  func makeSourceFields() -> [SourceField] {
    guard !summary.headerFields.isEmpty, let block = ownSourceBlock, block.hasValues, !isTemplate else { return [] }
    return SourceFieldName.allCases.map { sourceField($0, block) }
      + study.vocabulary.addedSourceFields.map { sourceField($0, block) }
  }

  func sourceField(_ name: SourceFieldName, _ block: SourceBlock?) -> SourceField {
    SourceField(
      builtIn: name, heading: name.heading, key: name.key, isYesOrNo: name.isYesOrNo, header: headerField(name),
      value: block?.values.first { $0.field == name })
  }

  func sourceField(_ added: AddedSourceField, _ block: SourceBlock?) -> SourceField {
    func isName(_ text: String) -> Bool { text.lowercased() == added.name || text.lowercased() == added.name + ":" }
    return SourceField(
      builtIn: nil, heading: added.name, key: added.name, isYesOrNo: added.content == .boolean,
      header: summary.headerFields.first { $0.field == nil && isName(summary.text($0.name)) },
      value: block?.values.first { $0.field == nil && isName(summary.text($0.key.text)) })
  }

  func headerField(_ name: SourceFieldName) -> HeaderFieldSummary? {
    summary.headerFields.first { $0.field == name }
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
    withText(field) { $0.elementsEqual(text.utf8) }
  }

  private func withText<Result>(
    _ field: HeaderFieldSummary, _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result {
    summary.withText(field.value) { bytes in
      body(bytes.clamped(to: bytes.trimmed(ByteRange(0, bytes.lineContentEnd(from: 0)))))
    }
  }

  private func withText<Result>(_ value: SourceValue, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    summary.withText(value.value.text) { bytes in
      body(bytes.clamped(to: bytes.trimmed(ByteRange(0, bytes.count))))
    }
  }

  // MARK: - Ids

  /// Whether the note is a template: it has the heading of a source, and no number anywhere.
  var isTemplate: Bool {
    guard document.claimedIDs.isEmpty, document.sourceID.flatMap({ SourceID($0) }) == nil else { return false }
    return document.summary.pages.contains { $0.headerFields.contains(where: \.isSourceHeading) }
  }

  /// A place on this page as a second place of a finding.
  func related(_ range: LineRange, _ message: String) -> RelatedPlace {
    RelatedPlace(document: document.id, range: range, message: message, page: id)
  }
}
