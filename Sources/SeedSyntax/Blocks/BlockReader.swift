// Turns a scanned block into a `Block`: reads what its kind contains.

/// Makes blocks from text that all of them share.
struct BlockReader {
  let storage: [UInt8]

  /// The block that was found in a range of the storage, with its content read.
  ///
  /// - Parameter visible: the block's bytes, in which what doesn't count is blank.
  func block(
    _ scanned: ScannedBlock, at range: ByteRange, contextBefore: BlockContext, visible: UnsafeBufferPointer<UInt8>
  ) -> Block {
    let text = TextSlice(storage, range)
    let content = scanned.hidesText ? contentOfHiding(scanned, text, visible) : Self.content(of: scanned, in: visible)
    return Block(scanned, contextBefore: contextBefore, text: text, content: content)
  }

  /// A value of the header ends where something is hidden in it.
  private func contentOfHiding(
    _ scanned: ScannedBlock, _ text: TextSlice, _ visible: UnsafeBufferPointer<UInt8>
  ) -> BlockContent {
    let content = Self.content(of: scanned, in: visible)
    guard case .field(let field) = content else { return content }
    return text.withBytes { original in
      let end = (field.value.start..<field.value.end).first { original[$0] != visible[$0] } ?? field.value.end
      let value = visible.trimmed(ByteRange(field.value.start, end))
      return .field(HeaderField(name: field.name, value: value, isSourceHeading: field.isSourceHeading))
    }
  }

  /// The notation of a block without a fence; a label before a list on the same line is no part of it.
  private static func tree(of scanned: ScannedBlock, in bytes: UnsafeBufferPointer<UInt8>) -> NotationTree {
    guard case .listBehindLabel(let end) = scanned.opening else { return NotationTree.parse(bytes) }
    var list = Array(bytes)
    list.replaceSubrange(..<min(end, list.count), with: repeatElement(ASCII.space, count: min(end, list.count)))
    return list.withUnsafeBufferPointer { NotationTree.parse($0) }
  }

  private static func content(of scanned: ScannedBlock, in bytes: UnsafeBufferPointer<UInt8>) -> BlockContent {
    switch scanned.kind {
    case .unfencedCoding:
      return .unfenced(tree(of: scanned, in: bytes))
    case .model:
      return .unfenced(NotationTree.parse(bytes, dialect: .modelFile))
    case .openCoding, .prose:
      return .prose(MentionReader(bytes: bytes).mentions())
    case .strayFence, .blank, .field, .heading, .trace, .label, .coding, .listing, .quotation, .image, .comment,
      .conflict:
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
    case .misspeltCoding(let text):
      return .misspeltCoding(text)
    case .label(let label):
      return .label(label)
    case .listBehindLabel:
      return .none
    case .fence(let layout):
      let tree = scanned.kind == .coding ? NotationTree.parse(bytes.clamped(to: layout.code)) : nil
      return .fence(
        Fence(opener: layout.opener, info: layout.info, code: layout.code, closer: layout.closer, tree: tree))
    }
  }
}
