// The words of a coding block that the parser read as part of no expression: who renames a code has to look at them.

internal import SeedSyntax

/// Gathers the words of coding blocks that stand neither in a name nor in a text or a comment, as hashes: in broken
/// statements, in Python beyond the notation, and in formatted strings.
///
/// That a word is missing says for certain that it was not passed over. That one is there says only that it is worth looking.
struct PassedOverWords {
  private var words: [UInt32] = []

  /// Adds the words of a block.
  ///
  /// - Parameters:
  ///   - bytes: what the tree was read from.
  ///   - isModel: whether that is a model file's: what is imported there is read.
  mutating func add(_ tree: NotationTree, in bytes: UnsafeBufferPointer<UInt8>, isModel: Bool) {
    var comments = tree.comments[...]
    var offset = 0
    for node in tree.nodes {
      switch node.kind {
      case .name, .words, .string:
        guard node.range.start >= offset else { continue }
        addWords(ByteRange(offset, node.range.start), in: bytes, &comments)
        offset = node.range.end
        if node.kind == .string, Self.hasFields(bytes.clamped(to: node.range)) { addWords(node.range, in: bytes) }
      case .importStatement where !isModel:
        // What is imported is no code's name, although it is read as names.
        addWords(node.range, in: bytes)
      default:
        continue
      }
    }
    addWords(ByteRange(offset, bytes.count), in: bytes, &comments)
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

  private mutating func addWords(_ range: ByteRange, in bytes: UnsafeBufferPointer<UInt8>) {
    var comments: ArraySlice<ByteRange> = []
    addWords(range, in: bytes, &comments)
  }

  /// Adds the words that begin in a range, outside comments.
  ///
  /// - Parameter comments: those that do not end before the range; afterwards those that don't end before its end.
  private mutating func addWords(
    _ range: ByteRange, in bytes: UnsafeBufferPointer<UInt8>, _ comments: inout ArraySlice<ByteRange>
  ) {
    var offset = range.start
    let end = min(range.end, bytes.count)
    while offset < end {
      guard bytes[offset].isIdentifierByte else {
        if bytes[offset] == UInt8(ascii: "#") {
          while let comment = comments.first, comment.end <= offset { comments.removeFirst() }
          if let comment = comments.first, comment.start <= offset { offset = comment.end - 1 }
        }
        offset += 1
        continue
      }
      // A word may begin before the range, where what was read ends inside it.
      var start = offset
      while start > 0, bytes[start - 1].isIdentifierByte { start -= 1 }
      while offset < bytes.count, bytes[offset].isIdentifierByte { offset += 1 }
      if bytes[start].isIdentifierStart { words.append(NameTable.hash(bytes.clamped(to: ByteRange(start, offset)))) }
    }
  }
}
