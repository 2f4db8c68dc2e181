// What the scanners find out about a block: its kind, its extent, and the parts that told its kind.

/// A block as the scanner found it; offsets are relative to its start.
struct ScannedBlock {
  var kind: BlockKind
  /// The number of bytes.
  var count: Int
  var lineBreakCount: Int
  var contextAfter: BlockContext
  var opening = BlockOpening.none
  /// Whether the scanner looked at the end of the bytes to decide: with more text after it, the block might differ.
  var reachedEnd = false
  /// How far behind the block the scanner looked to decide, if farther than the line behind it.
  var lookahead = Lookahead.none
  /// Whether something in the block doesn't count.
  var hidesText = false
  /// Whether a comment of Markdown begins in the block that never ends.
  var hasUnclosedComment = false
}

/// How far behind its end a block was looked at: what changes there may change the block.
public struct Lookahead: Hashable, Sendable {
  private let bytes: UInt32

  static let none = Lookahead(0)
  /// To the end of the text, wherever that is.
  static let wholeText = Lookahead(Int.max)

  init(_ bytes: Int) { self.bytes = UInt32(clamping: bytes) }

  /// The number of bytes; more than any text has for the whole text.
  var count: Int { Int(bytes) }
}

/// What the scanner had to read of a block to tell its kind.
enum BlockOpening {
  case none
  /// The heading's text, where its line ends, and whether it is the heading that names the source.
  case field(name: ByteRange, lineEnd: Int, isSourceHeading: Bool)
  case trace(TraceHeading)
  /// The text of the heading that was to be `# coding`.
  case misspeltCoding(ByteRange)
  case label(Label)
  /// Where the label ends behind which a list of codes stands on the same line.
  case listBehindLabel(Int)
  case fence(FenceLayout)
}

/// Where the parts of a fence are.
struct FenceLayout {
  let opener: ByteRange
  let info: ByteRange
  let code: ByteRange
  let closer: ByteRange?
}
