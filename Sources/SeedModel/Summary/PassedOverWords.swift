// The words of coding blocks that the parser passed over. A rename has to look at them, too.

internal import SeedSyntax

/// Gathers hashes of words that stand neither in a name nor in a text or a comment: in broken statements, in Python beyond the
/// notation, and in formatted strings. Names that Python binds itself are gathered as well.
///
/// A word whose hash is missing was not passed over. One whose hash is there may have been.
struct PassedOverWords {
  private var words: [UInt32] = []

  /// Adds the words of a block.
  ///
  /// - Parameters:
  ///   - locals: those of the block's names that are no names of the study.
  ///   - isModel: whether they are a model file's: what is imported there is read.
  mutating func add(_ tree: NotationText, _ comments: [ByteRange], _ locals: LocalNames?, isModel: Bool) {
    let bytes = tree.bytes
    var comment = 0
    var offset = 0
    for node in tree.nodes {
      switch node.kind {
      case .name, .words, .string:
        guard node.range.start >= offset else { continue }
        // Between two names there is mostly nothing but brackets, commas and blanks.
        let start = min(node.range.start, bytes.count)
        while offset < start, !mayBeWord(bytes[offset]) { offset += 1 }
        if offset < start { addWords(from: offset, to: start, in: bytes, comments, &comment) }
        offset = node.range.end
        if let locals, node.kind == .name, locals.contains(node.range, in: bytes) { addWords(in: node, bytes) }
        if node.kind == .words { addWords(in: node, bytes) }
        if node.kind == .string, Self.hasFields(bytes.clamped(to: node.range)) { addWords(in: node, bytes) }
      case .importStatement where !isModel:
        // Imports are read as names, but no code is meant by them.
        addWords(in: node, bytes)
      default:
        continue
      }
    }
    addWords(from: offset, to: bytes.count, in: bytes, comments, &comment)
  }

  /// The hashes in order, each once.
  mutating func finish() -> [UInt32] {
    guard words.count > 1 else { return words }
    words.sort()
    var count = 1
    for index in 1..<words.count where words[index] != words[count - 1] {
      words[count] = words[index]
      count += 1
    }
    return Array(words.prefix(count))
  }

  /// Whether a string is a formatted one, whose braces hold expressions.
  private static func hasFields(_ literal: UnsafeBufferPointer<UInt8>) -> Bool {
    literal.prefix { $0.isLetter }.contains { $0.lowercased == UInt8(ascii: "f") }
  }

  /// Whether a byte belongs to a word or begins a comment.
  @inline(__always)
  private func mayBeWord(_ byte: UInt8) -> Bool { byte.isIdentifierByte || byte == ASCII.hash }

  private mutating func addWords(in node: NotationNode, _ bytes: UnsafeBufferPointer<UInt8>) {
    var comment = 0
    addWords(from: node.range.start, to: node.range.end, in: bytes, [], &comment)
  }

  /// Adds the words that begin between two offsets of the bytes, outside comments.
  ///
  /// - Parameter comment: the first comment that may end behind the first offset; afterwards, behind the second.
  private mutating func addWords(
    from start: Int, to end: Int, in bytes: UnsafeBufferPointer<UInt8>, _ comments: [ByteRange], _ comment: inout Int
  ) {
    var offset = start
    let end = min(end, bytes.count)
    while true {
      while offset < end, !mayBeWord(bytes[offset]) { offset += 1 }
      guard offset < end else { return }
      guard bytes[offset] != ASCII.hash else {
        while comment < comments.count, comments[comment].end <= offset { comment += 1 }
        if comment < comments.count, comments[comment].start <= offset { offset = comments[comment].end - 1 }
        offset += 1
        continue
      }
      // A word may begin before the range, where what was read ends inside it.
      var start = offset
      while start > 0, bytes[start - 1].isIdentifierByte { start -= 1 }
      while offset < bytes.count, bytes[offset].isIdentifierByte { offset += 1 }
      if bytes[start].isIdentifierStart {
        words.append(NameHash.of(bytes.clamped(to: ByteRange(start, offset)).span))
      }
    }
  }
}
