// Which names mean one source, and which fields the study gives of its sources.

public import SeedModel
internal import SeedSyntax

extension Study {
  /// The id of a source as notes mostly write it: `s4` for `s04` and `s_4`. The letter stays as it is: `S4` may be a code.
  static func plainSourceID(_ id: String) -> String { otherSpelling(id.utf8.span) ?? id }

  /// The plain form of an id that is written otherwise; nil for any other name.
  static func otherSpelling(_ name: Span<UInt8>) -> String? {
    guard name.count > 2, name[1] == UInt8(ascii: "0") || name[1] == ASCII.underscore, let id = SourceID(name) else {
      return nil
    }
    return String(UnicodeScalar(name[0])) + String(id.number)
  }

  /// The names in the study that are written for a source, the plain one first.
  public func names(ofSource id: String) -> [NameID] {
    let plain = Self.plainSourceID(id)
    return (nameID(plain).map { [$0] } ?? []) + (sourceSpellings[plain] ?? [])
  }

  // MARK: - Fields

  /// Whether no note of the study has a heading for a field, and enough of them have a header to tell.
  public func isInNoHeader(_ field: SourceFieldName?) -> Bool {
    field.map { fieldUse.unusedHeadings & PageFields.bit($0) != 0 } ?? false
  }

  /// Whether no source block of the study has a field, and there are enough of them to tell.
  public func isInNoBlock(_ field: SourceFieldName?) -> Bool {
    field.map { fieldUse.unusedKeys & PageFields.bit($0) != 0 } ?? false
  }

  /// The pages that have a header or a source block.
  public var pagesOfSources: [PageID] {
    allPages.filter { pages[$0.index]?.summary.tellsOfSource == true }
  }

  mutating func exchangeFields(_ old: PageFields?, _ new: PageFields?) {
    let before = fieldUse
    if let old { fieldUse.add(old, -1) }
    if let new { fieldUse.add(new, 1) }
    if before.unusedHeadings != fieldUse.unusedHeadings || before.unusedKeys != fieldUse.unusedKeys {
      change.isOfFields = true
    }
  }
}

/// Which fields of a source a page gives, as bits.
struct PageFields: Hashable, Sendable {
  fileprivate var headings: UInt16 = 0
  fileprivate var keys: UInt16 = 0

  init() {}

  init(_ summary: PageSummary) {
    for field in summary.headerFields {
      if let name = field.field { headings |= Self.bit(name) }
    }
    for block in summary.sourceBlocks {
      for value in block.values {
        if let name = value.field { keys |= Self.bit(name) }
      }
    }
  }

  fileprivate static func bit(_ field: SourceFieldName) -> UInt16 { 1 << UInt16(field.rawValue) }
}

/// How many pages give each field in a header and in a source block.
struct FieldUse: Sendable {
  private var headings = Counts()
  private var keys = Counts()

  /// The fields that none of enough headers has, as bits.
  var unusedHeadings: UInt16 { headings.unused }
  var unusedKeys: UInt16 { keys.unused }

  fileprivate mutating func add(_ fields: PageFields, _ difference: Int) {
    headings.add(fields.headings, difference)
    keys.add(fields.keys, difference)
  }

  private struct Counts {
    /// Fewer notes may all have forgotten a field.
    private static let leastCount = 3

    private var counts = Array(repeating: 0, count: SourceFieldName.allCases.count)
    private var pageCount = 0
    private(set) var unused: UInt16 = 0

    mutating func add(_ fields: UInt16, _ difference: Int) {
      guard fields != 0 else { return }
      pageCount += difference
      unused = 0
      for index in counts.indices {
        if fields & 1 << UInt16(index) != 0 { counts[index] += difference }
        if counts[index] == 0, pageCount >= Self.leastCount { unused |= 1 << UInt16(index) }
      }
    }
  }
}
