// The fields of a source that a note gives twice: as a heading of its header and as a key of its source block.

internal import SeedSyntax

/// A field of a source.
package enum SourceFieldName: UInt8, Hashable, Sendable, CaseIterable {
  case title
  case url
  case tinyURL
  case archiveURL
  case authorType
  case sourceType
  case example
  case sourceCode

  /// The field that a heading of the header names: in any case, perhaps with a colon.
  init?(heading: UnsafeBufferPointer<UInt8>) {
    let colon = heading.last == ASCII.colon ? 1 : 0
    self.init(UnsafeBufferPointer(rebasing: heading.dropLast(colon)), \.headingText)
  }

  /// The field that a key of `values=` names.
  init?(key: UnsafeBufferPointer<UInt8>) {
    self.init(key, \.keyText)
  }

  private init?(_ text: UnsafeBufferPointer<UInt8>, _ name: KeyPath<SourceFieldName, StaticString>) {
    let found = Self.allCases.first { field in
      let expected = field[keyPath: name]
      guard expected.utf8CodeUnitCount == text.count else { return false }
      return text.indices.allSatisfy { text[$0].lowercased == expected.utf8Start[$0] }
    }
    guard let found else { return nil }
    self = found
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
  var isYesOrNo: Bool { self == .example || self == .sourceCode }

  var isAddress: Bool { self == .url || self == .tinyURL || self == .archiveURL }
}
