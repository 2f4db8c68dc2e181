// What rules about sources look at: the header's fields beside the values of the source block, and the ids a note claims.

internal import SeedSyntax

/// A field of a source as its note gives it in two places.
struct SourceField {
  /// The heading in the header: `source type`.
  let heading: String
  /// The key in `values=`: `type`.
  let key: String
  /// Whether the header says `yes` or `no` and the block `True` or `False`.
  let isYesOrNo: Bool
  let header: HeaderFieldSummary?
  let value: SourceValue?

  /// The headings that a header has with the keys that say the same.
  static let names: [(heading: String, key: String, isYesOrNo: Bool)] = [
    ("title", "title", false), ("url", "url", false), ("tiny url", "tiny url", false),
    ("archive url", "archive url", false), ("author type", "author type", false), ("source type", "type", false),
    ("example", "example", true), ("source code", "source code", true),
  ]
}

extension RulePage {
  /// The page's source block that belongs to the header, if both are on the page.
  var ownSourceBlock: SourceBlock? {
    summary.sourceBlocks.first { summary.text($0.name.text) == document.sourceID } ?? summary.sourceBlocks.first
  }

  /// The fields of the header with the values of the source block; none on a page that has only one of the two, and none in a
  /// template.
  var sourceFields: [SourceField] {
    guard let block = ownSourceBlock, block.hasValues, !summary.headerFields.isEmpty, !isTemplate else { return [] }
    return SourceField.names.map { name in
      SourceField(
        heading: name.heading, key: name.key, isYesOrNo: name.isYesOrNo, header: headerField(name.heading),
        value: block.values.first { summary.text($0.key.text) == name.key })
    }
  }

  func headerField(_ name: String) -> HeaderFieldSummary? {
    summary.headerFields.first { field in
      !field.isSourceHeading && Self.name(of: summary.text(field.name)) == name
    }
  }

  /// A heading's text without the colon some authors put behind it, in lower case.
  private static func name(of heading: String) -> String {
    let name = heading.lowercased()
    return name.hasSuffix(":") ? String(name.dropLast()) : name
  }

  /// What a field of the header says; of several lines the first.
  func text(_ field: HeaderFieldSummary) -> String {
    String(summary.text(field.value).prefix { !$0.isNewline }).trimmingBlanks
  }

  func text(_ value: SourceValue) -> String {
    summary.text(value.value.text).trimmingBlanks
  }

  // MARK: - Ids

  /// Whether the note is a template: it has the heading of a source, and no number anywhere.
  var isTemplate: Bool {
    guard document.claimedIDs.isEmpty, document.sourceID.flatMap({ SourceID($0) }) == nil else { return false }
    return document.summary.pages.contains { $0.headerFields.contains(where: \.isSourceHeading) }
  }

  /// A place on this page as a second place of a finding.
  func related(_ range: LineRange, _ message: String) -> RelatedPlace {
    RelatedPlace(document: document.id, range: range.movedDown(by: startLine), message: message)
  }

  /// The line of the note on which the page starts.
  private var startLine: Int {
    guard document.summary.pages.count > 1, let index = document.summary.pages.firstIndex(of: summary) else { return 0 }
    return document.summary.startLine(ofPage: index)
  }
}

extension StudyDocument {
  /// The ids that the note claims in its header, its source block and the name of its file; labels don't count.
  var claimedIDs: [SourceID] {
    var ids = summary.pages.flatMap(\.claimedIDs).map(\.id)
    if let id = SourceID(fileName: name) { ids.append(id) }
    return ids
  }
}

/// A place where a note says which source it records.
struct ClaimedID: Hashable {
  enum Place {
    case heading
    case blockName
    case blockText
  }

  let id: SourceID
  let place: Place
  let range: LineRange
}

extension PageSummary {
  /// The ids in the page's header and source block.
  var claimedIDs: [ClaimedID] {
    var ids: [ClaimedID] = []
    for field in headerFields where field.isSourceHeading {
      let name = text(field.name)
      if let id = SourceID(name) {
        ids.append(ClaimedID(id: id, place: .heading, range: field.nameRange))
      } else if let id = SourceID(name + text(field.value).prefix { $0.isNumber }) {
        ids.append(ClaimedID(id: id, place: .heading, range: field.valueRange))
      }
    }
    for block in sourceBlocks {
      if let id = SourceID(text(block.name.text)) {
        ids.append(ClaimedID(id: id, place: .blockName, range: block.name.range))
      }
      if let text = block.displayName, let id = SourceID(self.text(text.text)) {
        ids.append(ClaimedID(id: id, place: .blockText, range: text.range))
      }
    }
    return ids
  }
}

extension String {
  /// The text without blanks and line breaks at its ends.
  var trimmingBlanks: String {
    var text = self
    return text.withUTF8 { bytes in
      String(decoding: bytes.clamped(to: bytes.trimmed(ByteRange(0, bytes.count))), as: UTF8.self)
    }
  }

  /// The text as it stands between quotes in the notation.
  func escaped(for quote: Character) -> String {
    var result = ""
    for character in self {
      if character == quote || character == "\\" { result.append("\\") }
      result.append(character)
    }
    return result
  }
}
