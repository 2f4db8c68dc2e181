// The fields of a source that a note gives twice: as a heading of its header and as a key of its source block.

internal import SeedSyntax

/// A field of a source.
public enum SourceFieldName: UInt8, Hashable, Sendable {
  case title
  case url
  case tinyURL
  case archiveURL
  case authorType
  case sourceType
  case example
  case sourceCode

  /// Every field, in the order in which source blocks have them.
  public static let allCases: [SourceFieldName] = [
    .title, .url, .tinyURL, .archiveURL, .authorType, .sourceType, .example, .sourceCode,
  ]

  /// Every field, in the order in which headers have them.
  public static let inHeader: [SourceFieldName] = [
    .url, .tinyURL, .archiveURL, .title, .sourceCode, .example, .sourceType, .authorType,
  ]

  /// The field that a heading of the header names: in any case, perhaps with a colon.
  public init?(heading: UnsafeBufferPointer<UInt8>) {
    let colon = heading.last == ASCII.colon ? 1 : 0
    self.init(heading.clamped(to: ByteRange(0, heading.count - colon)), isKey: false)
  }

  /// The field that a heading is a slip of the pen away from.
  init?(misspelt heading: UnsafeBufferPointer<UInt8>) {
    let word = heading.filter { $0 != ASCII.colon }.map(\.lowercased)
    var closest: (distance: Int, field: SourceFieldName)?
    for field in Self.allCases {
      let distance = field.headingText.withUTF8Buffer { text in
        editDistance(word.span, text.span, limit: text.count > 8 ? 2 : 1)
      }
      guard let distance, distance > 0 else { continue }
      if closest.map({ distance < $0.distance }) ?? true { closest = (distance, field) }
    }
    guard let closest else { return nil }
    self = closest.field
  }

  /// The field that a key of `values=` names; by its heading, too, as some studies do.
  init?(key: UnsafeBufferPointer<UInt8>) {
    guard let field = Self(key, isKey: true) ?? Self(key, isKey: false) else { return nil }
    self = field
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
  public var heading: String { headingText.description }

  /// The key in `values=`.
  public var key: String { keyText.description }

  /// Whether the header says `yes` or `no` and the block `True` or `False`.
  public var isYesOrNo: Bool { self == .example || self == .sourceCode }

  /// How the source block writes what the header says; nil for a `yes` or `no` that is neither.
  public static func valueInBlock(of header: String, isYesOrNo: Bool) -> String? {
    isYesOrNo ? YesOrNo(header)?.inBlock : "\"" + header.escaped(for: "\"") + "\""
  }

  public var isAddress: Bool { self == .url || self == .tinyURL || self == .archiveURL }
}

/// What a heading of the header was meant to be.
public enum MisspeltField: Hashable, Sendable {
  case field(SourceFieldName)
  case references

  /// - Parameters:
  ///   - name: where the heading's text stands in the bytes.
  ///   - field: the field that it names as it stands; then only the blank before it may be missing.
  init?(_ name: ByteRange, _ field: SourceFieldName?, in bytes: UnsafeBufferPointer<UInt8>) {
    let isJoined = bytes.byte(at: name.start - 1) == ASCII.hash
    // Nearly all headings are right, and this is asked at each keystroke.
    if let field {
      guard isJoined else { return nil }
      self = .field(field)
      return
    }
    let text = bytes.clamped(to: name)
    let references: StaticString = "references"
    if !isJoined, text.equals(references) { return nil }
    let word = text.map(\.lowercased)
    let distance = references.withUTF8Buffer { editDistance(word.span, $0.span, limit: 2) }
    if let distance {
      guard distance > 0 || isJoined else { return nil }
      self = .references
    } else if let field = SourceFieldName(misspelt: text) {
      self = .field(field)
    } else {
      return nil
    }
  }

  /// How the heading is written.
  public var heading: String {
    switch self {
    case .field(let field): field.heading
    case .references: "references"
    }
  }
}
