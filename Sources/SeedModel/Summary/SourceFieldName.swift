// The fields of a source that a note gives twice: as a heading of its header and as a key of its source block.

internal import SeedSyntax

/// A field of a source.
package enum SourceFieldName: UInt8, Hashable, Sendable {
  case title
  case url
  case tinyURL
  case archiveURL
  case authorType
  case sourceType
  case example
  case sourceCode

  /// Every field, in the order in which source blocks have them.
  package static let allCases: [SourceFieldName] = [
    .title, .url, .tinyURL, .archiveURL, .authorType, .sourceType, .example, .sourceCode,
  ]

  /// Every field, in the order in which headers have them.
  package static let inHeader: [SourceFieldName] = [
    .url, .tinyURL, .archiveURL, .title, .sourceCode, .example, .sourceType, .authorType,
  ]

  /// The field that a heading of the header names: in any case, perhaps with a colon.
  package init?(heading: UnsafeBufferPointer<UInt8>) {
    let colon = heading.last == ASCII.colon ? 1 : 0
    self.init(UnsafeBufferPointer(rebasing: heading.dropLast(colon)), isKey: false)
  }

  /// The field that a key of `values=` names.
  init?(key: UnsafeBufferPointer<UInt8>) {
    self.init(key, isKey: true)
  }

  private init?(_ text: UnsafeBufferPointer<UInt8>, isKey: Bool) {
    for field in Self.allCases {
      let expected = isKey ? field.keyText : field.headingText
      guard expected.utf8CodeUnitCount == text.count else { continue }
      if text.indices.allSatisfy({ text[$0].lowercased == expected.utf8Start[$0] }) {
        self = field
        return
      }
    }
    return nil
  }

  private var headingText: StaticString {
    switch self {
    case .title: "title"
    case .url: "url"
    case .tinyURL: "tiny url"
    case .archiveURL: "archive url"
    case .authorType: "author type"
    case .sourceType: "source type"
    case .example: "example"
    case .sourceCode: "source code"
    }
  }

  private var keyText: StaticString {
    self == .sourceType ? "type" : headingText
  }

  /// The heading in the header.
  package var heading: String { headingText.description }

  /// The key in `values=`.
  package var key: String { keyText.description }

  /// Whether the header says `yes` or `no` and the block `True` or `False`.
  package var isYesOrNo: Bool { self == .example || self == .sourceCode }

  /// How the source block writes what the header says; nil for a `yes` or `no` that is neither.
  package static func valueInBlock(of header: String, isYesOrNo: Bool) -> String? {
    isYesOrNo ? YesOrNo(header)?.inBlock : "\"" + header.escaped(for: "\"") + "\""
  }

  package var isAddress: Bool { self == .url || self == .tinyURL || self == .archiveURL }
}
