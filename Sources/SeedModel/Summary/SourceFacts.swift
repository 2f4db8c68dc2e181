// What a page says that is compared with other notes and with the name of its file: ids, titles and addresses.

public import SeedSyntax

/// A place where a note says which source it records.
public struct ClaimedID: Hashable, Sendable {
  public enum Place: UInt8, Hashable, Sendable {
    case heading
    case blockName
    case blockText
  }

  public let id: SourceID
  public let place: Place
  public let range: LineRange
}

/// A title or an address of a source, or a type that isn't built in.
public struct SharedText: Hashable, Sendable {
  /// What is compared: a hash of the text in a plain form, and of whether it is a title, an address or a type.
  public let key: UInt64
  public let field: SourceFieldName
  public let range: LineRange

  /// The bit that tells the keys of types from those of titles and addresses.
  static let typeBit: UInt64 = 1 << 63

  /// Whether a key is that of a type.
  public static func isType(_ key: UInt64) -> Bool { key & typeBit != 0 }
}

extension PageSummary.Contents {
  /// Collects the ids, titles and addresses, once the header and the source blocks are read.
  mutating func collectSourceFacts() {
    saysSource = hasPlaceOfSource
    guard !headerFields.isEmpty || !sourceBlocks.isEmpty else { return }
    claimedIDs = makeClaimedIDs()
    sharedTexts = makeSharedTexts()
  }

  private var hasPlaceOfSource: Bool {
    if !headerFields.isEmpty || !sourceBlocks.isEmpty || labels.contains(where: { $0.source != nil }) { return true }
    return definitions.contains { definition in
      guard definition.form == .code, let metaclass = definition.metaclass else { return false }
      return names.withName(at: Int(occurrences[metaclass].name)) { $0.equals("source") }
    }
  }

  private func makeClaimedIDs() -> [ClaimedID] {
    var ids: [ClaimedID] = []
    ids.reserveCapacity(3)
    func add(_ id: SourceID?, _ place: ClaimedID.Place, _ range: LineRange) {
      if let id { ids.append(ClaimedID(id: id, place: place, range: range)) }
    }
    for field in headerFields where field.isSourceHeading {
      if let id = withText(field.name, { SourceID($0.span) }) {
        add(id, .heading, field.nameRange)
      } else {
        let number = withText(field.value) { $0.prefix { $0.isDigit }.count }
        // The value stands behind the name in the texts: the letter and the number are one id.
        let id = withText(ByteRange(field.name.start, field.value.start + number)) { SourceID($0.span) }
        add(id, .heading, field.valueRange)
      }
    }
    for block in sourceBlocks {
      add(withText(block.name.text) { SourceID($0.span) }, .blockName, block.name.range)
      if let name = block.displayName { add(withText(name.text) { SourceID($0.span) }, .blockText, name.range) }
    }
    return ids
  }

  private func makeSharedTexts() -> [SharedText] {
    var shared: [SharedText] = []
    shared.reserveCapacity(headerFields.count)
    func add(_ field: SourceFieldName?, _ text: ByteRange, _ range: LineRange) {
      guard let field, let key = withText(text, { Self.key(field, $0.clamped(to: $0.trimmed(ByteRange(0, $0.count)))) })
      else { return }
      shared.append(SharedText(key: key, field: field, range: range))
    }
    for field in headerFields { add(field.field ?? field.misspeltType, field.value, field.valueRange) }
    for block in sourceBlocks {
      for value in block.values { add(value.field, value.value.text, value.value.range) }
    }
    return shared
  }

  /// The hash of a title or an address; nil for a text that many sources may share.
  private static func key(_ field: SourceFieldName, _ text: UnsafeBufferPointer<UInt8>) -> UInt64? {
    switch field {
    case .title:
      // One word is a title like "Interview".
      return text.contains { $0.isBlankOrLineBreak } ? hash(text, seed: 1) & ~SharedText.typeBit : nil
    case .sourceType, .authorType:
      let type = text.clamped(to: text.trimmed(ByteRange(0, text.lineContentEnd(from: 0))))
      guard !type.isEmpty, !Vocabulary.isBuiltInType(type) else { return nil }
      return hash(type, seed: UInt64(field.rawValue)) | SharedText.typeBit
    default: break
    }
    guard field.isAddress, text.contains(UInt8(ascii: ".")), !text.contains(where: { $0.isBlankOrLineBreak })
    else { return nil }
    return hash(text.addressWithoutTrimmings, seed: 2) & ~SharedText.typeBit
  }

  /// FNV-1a with 64 bits: the same in every run, so that summaries of equal pages are equal.
  private static func hash(_ text: UnsafeBufferPointer<UInt8>, seed: UInt64) -> UInt64 {
    text.reduce(0xCBF2_9CE4_8422_2325 ^ seed) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
  }

  /// Calls `body` with the bytes of a range of `texts`.
  @inline(__always)
  fileprivate func withText<Result>(_ range: ByteRange, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    texts.withUnsafeBufferPointer { body($0.clamped(to: range)) }
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// An address without what browsers and authors leave out or add: the protocol, `www.`, a slash or a full stop at the end.
  public var addressWithoutTrimmings: UnsafeBufferPointer<UInt8> {
    var start = 0
    var end = count
    if hasText("https://", at: start) { start += 8 }
    if hasText("http://", at: start) { start += 7 }
    if hasText("www.", at: start) { start += 4 }
    while end > start, self[end - 1] == UInt8(ascii: "/") || self[end - 1] == UInt8(ascii: ".") { end -= 1 }
    return clamped(to: ByteRange(start, end))
  }
}

extension HeaderFieldSummary {
  /// The type that the heading was probably meant to give.
  fileprivate var misspeltType: SourceFieldName? {
    guard case .field(let field) = misspelt, field == .sourceType || field == .authorType else { return nil }
    return field
  }
}
