// Turns a scanned block into a `Block`: reads what its kind contains.

/// Makes blocks from text that all of them share.
struct BlockReader {
  let storage: [UInt8]

  /// The block at `scanned.range`, with its content read.
  func block(_ scanned: ScannedBlock, contextBefore: BlockContext) -> Block {
    let text = TextSlice(storage, scanned.range)
    let content = text.withBytes { bytes in
      Self.content(of: scanned, in: bytes)
    }
    return Block(
      kind: scanned.kind, text: text, contextBefore: contextBefore, contextAfter: scanned.contextAfter, content: content
    )
  }

  private static func content(of scanned: ScannedBlock, in bytes: UnsafeBufferPointer<UInt8>) -> BlockContent {
    let lines = LineClassifier(bytes: bytes)
    let firstEnd = bytes.lineContentEnd(from: 0)
    switch scanned.kind {
    case .blank, .heading, .quotation, .image:
      return .none
    case .field:
      return field(lines, firstEnd)
    case .trace:
      guard case .trace(let heading) = lines.form(of: 0, firstEnd) else { return .none }
      return .trace(heading)
    case .label:
      return lines.label(0, firstEnd).map { .label($0) } ?? .none
    case .coding, .listing:
      return fence(scanned, bytes)
    case .unfencedCoding:
      return .unfenced(NotationTree.parse(bytes))
    case .model:
      return .unfenced(NotationTree.parse(bytes, dialect: .modelFile))
    case .openCoding, .prose:
      return .prose(MentionReader(bytes: bytes).mentions())
    }
  }

  private static func field(_ lines: LineClassifier, _ firstEnd: Int) -> BlockContent {
    guard case .heading(let text) = lines.form(of: 0, firstEnd) else { return .none }
    let value = lines.bytes.trimmed(ByteRange(firstEnd, lines.bytes.count))
    return .field(HeaderField(name: text, value: value, isSourceHeading: lines.isSourceHeading(text)))
  }

  private static func fence(_ scanned: ScannedBlock, _ bytes: UnsafeBufferPointer<UInt8>) -> BlockContent {
    guard let layout = scanned.fence else { return .none }
    let distance = -scanned.range.start
    let code = layout.code.shifted(by: distance)
    let tree = scanned.kind == .coding ? NotationTree.parse(bytes.clamped(to: code)) : nil
    return .fence(
      Fence(
        opener: layout.opener.shifted(by: distance), info: layout.info.shifted(by: distance), code: code,
        closer: layout.closer.map { $0.shifted(by: distance) }, tree: tree))
  }
}
