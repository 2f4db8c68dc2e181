// Turns a scanned block into a `Block`: reads what its kind contains.

/// Makes blocks from text that all of them share.
struct BlockReader {
  let storage: [UInt8]

  /// The block that was found at `start`, with its content read.
  func block(_ scanned: ScannedBlock, at start: Int, contextBefore: BlockContext) -> Block {
    let text = TextSlice(storage, ByteRange(start, start + scanned.count))
    let (content, hasMarkdownComments) = text.withBytes { bytes in
      (Self.content(of: scanned, in: bytes), scanned.kind.isMarkdown && bytes.offset(of: "<!--") != nil)
    }
    return Block(
      kind: scanned.kind, contextBefore: contextBefore, contextAfter: scanned.contextAfter,
      hasMarkdownComments: hasMarkdownComments, lineBreakCount: scanned.lineBreakCount, text: text, content: content)
  }

  private static func content(of scanned: ScannedBlock, in bytes: UnsafeBufferPointer<UInt8>) -> BlockContent {
    switch scanned.kind {
    case .unfencedCoding:
      return .unfenced(NotationTree.parse(bytes))
    case .model:
      return .unfenced(NotationTree.parse(bytes, dialect: .modelFile))
    case .openCoding, .prose:
      return .prose(MentionReader(bytes: bytes).mentions())
    case .blank, .field, .heading, .trace, .label, .coding, .listing, .quotation, .image:
      break
    }
    switch scanned.opening {
    case .none:
      return .none
    case .field(let name, let lineEnd, let isSourceHeading):
      let value = bytes.trimmed(ByteRange(lineEnd, bytes.count))
      return .field(HeaderField(name: name, value: value, isSourceHeading: isSourceHeading))
    case .trace(let heading):
      return .trace(heading)
    case .label(let label):
      return .label(label)
    case .fence(let layout):
      let tree = scanned.kind == .coding ? NotationTree.parse(bytes.clamped(to: layout.code)) : nil
      return .fence(
        Fence(opener: layout.opener, info: layout.info, code: layout.code, closer: layout.closer, tree: tree))
    }
  }
}

extension BlockKind {
  /// Whether a comment of Markdown is one in a block of this kind.
  fileprivate var isMarkdown: Bool {
    switch self {
    case .coding, .unfencedCoding, .listing, .image, .model: false
    case .blank, .field, .heading, .trace, .label, .quotation, .openCoding, .prose: true
    }
  }
}
