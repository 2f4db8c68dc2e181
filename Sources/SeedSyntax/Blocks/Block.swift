// A block: the piece of a note that is read, kept and replaced as one.

/// What a block of a note is.
public enum BlockKind: UInt8, Sendable, Hashable, CaseIterable {
  /// Blank lines at the very start; elsewhere blank lines belong to the block before them.
  case blank
  /// A heading of the header with its value: `## url`, then the address.
  case field
  /// Any other Markdown heading: `# coding`, `## post1`.
  case heading
  /// `**OPEN CODING TRACE:**`, `**AXIAL CODING TRACE:**` and their variants.
  case trace
  /// `add codes to s4:`, `added:`: the line before a coding block.
  case label
  /// A fence that holds the notation, closed or not.
  case coding
  /// Notation that its author forgot to fence.
  case unfencedCoding
  /// The beginning of a fence that holds nothing: another one, or a label, follows.
  case strayFence
  /// A fence that belongs to the quoted article: its listing, not ours.
  case listing
  /// Source text: lines with `>`, and the plain lines that run on from them.
  case quotation
  /// `![Alt](target)` on a line of its own.
  case image
  /// What the researcher noticed, in prose: the text of an open coding trace.
  case openCoding
  /// Any other text: notes under an axial trace, text in the header.
  case prose
  /// Comments of Markdown, and nothing else on their lines.
  case comment
  /// A line by which a merge marks a conflict, outside every fence.
  case conflict
  /// A statement of a Python file at the margin, with what is indented below it.
  case model
}

/// A run of whole lines of one kind, with what was read from them.
///
/// All ranges of its content are relative to the block's start, so that nothing moves when the text before it changes. A value
/// rather than an object: a note has a block for every 250 bytes, and to allocate an object takes longer than to find the block.
public struct Block: Hashable, Sendable {
  public let kind: BlockKind
  /// What the scanner knew before the block, and knows after it: where rescanning may start and stop.
  public let contextBefore: BlockContext
  public let contextAfter: BlockContext
  /// Whether something in the block doesn't count: comments of Markdown, or lines by which a merge marks a conflict. Most
  /// blocks are done with when this is known.
  public let hidesText: Bool
  /// Whether a comment of Markdown begins in the block that never ends, and so hides nothing.
  public let hasUnclosedComment: Bool
  let lookahead: Lookahead
  private let lineBreaks: UInt32
  public let text: TextSlice
  public let content: BlockContent

  init(
    _ scanned: ScannedBlock, contextBefore: BlockContext, text: TextSlice, content: BlockContent
  ) {
    kind = scanned.kind
    self.contextBefore = contextBefore
    contextAfter = scanned.contextAfter
    hidesText = scanned.hidesText
    hasUnclosedComment = scanned.hasUnclosedComment
    lookahead = scanned.lookahead
    lineBreaks = UInt32(clamping: scanned.lineBreakCount)
    self.text = text
    self.content = content
  }

  public var count: Int { text.count }

  /// The number of line breaks in the text.
  public var lineBreakCount: Int { Int(lineBreaks) }

  /// The notation in the block, and where it starts in the block's text.
  public var notation: (tree: NotationTree, start: Int)? {
    switch content {
    case .fence(let fence): fence.tree.map { ($0, fence.code.start) }
    case .unfenced(let tree): (tree, 0)
    default: nil
    }
  }
}

/// What was read from a block, by its kind; ranges are relative to the block's start.
public enum BlockContent: Hashable, Sendable {
  case none
  case field(HeaderField)
  case trace(TraceHeading)
  /// The text of the heading that was to be `# coding`.
  case misspeltCoding(ByteRange)
  case label(Label)
  case fence(Fence)
  /// Notation without a fence around it: `.unfencedCoding` and `.model`.
  case unfenced(NotationTree)
  /// The names that the text of an `.openCoding` or `.prose` block mentions.
  case prose([Mention])
}

/// A heading of the header and its value.
public struct HeaderField: Hashable, Sendable {
  /// The heading's text: `url`, `source type`; for the first one `s` or `p`, perhaps with its number.
  public let name: ByteRange
  /// The value without blanks around it; empty when there is none. It may run over several lines.
  public let value: ByteRange
  /// Whether this is the heading that names the source: `# s`, with the number as its value or in the heading itself.
  public let isSourceHeading: Bool

  public init(name: ByteRange, value: ByteRange, isSourceHeading: Bool) {
    self.name = name
    self.value = value
    self.isSourceHeading = isSourceHeading
  }
}

/// A heading that starts a trace.
public struct TraceHeading: Hashable, Sendable {
  public enum Kind: UInt8, Sendable, Hashable {
    case open
    case axial
    /// `**AXIAL CODING TRACE**: source and references`: the source block follows.
    case source
  }

  public let kind: Kind
  /// The heading without blanks around it.
  public let range: ByteRange
  /// Its words without the marks around them: `AXIAL CODING TRACE`.
  public let words: ByteRange
  /// Whether the marks are those of such a heading.
  public var hasRightMarks = true
  /// Whether its words or marks are a slip of the pen away from those of such a heading.
  public var isMisspelt = false
}

/// The line before a coding block that says what the block is for.
public struct Label: Hashable, Sendable {
  public enum Kind: UInt8, Sendable, Hashable {
    /// `add codes to s4:`
    case addCodes
    /// `added:` and the like.
    case added
  }

  public let kind: Kind
  /// The label without blanks around it.
  public let range: ByteRange
  /// The id that an `addCodes` label names (`s4`); a bare `s`, which means this note, counts too.
  public let source: ByteRange?
}

/// A fenced block.
public struct Fence: Hashable, Sendable {
  /// The opening backticks or tildes.
  public let opener: ByteRange
  /// What follows them on their line, without blanks around it: usually `python`.
  public let info: ByteRange
  /// The lines between the fences.
  public let code: ByteRange
  /// The closing backticks or tildes; nil when the fence is never closed.
  public let closer: ByteRange?
  /// The statements, with ranges relative to `code.start`; nil in a listing.
  public let tree: NotationTree?
}

/// A name in prose.
public struct Mention: Hashable, Sendable {
  public let range: ByteRange
  /// Whether it stands in a list that the text introduces ("Familiar options: cache, triggering"), as a whole item.
  public internal(set) var isListed: Bool
}

/// What the scanner has to know at the start of a line to tell what the line is.
public struct BlockContext: Hashable, Sendable {
  public enum Region: UInt8, Sendable, Hashable {
    /// Before anything that tells: plain Markdown.
    case preamble
    /// In the header, from `# s` on.
    case header
    /// After `**AXIAL CODING TRACE**: source and references`.
    case source
    /// In quoted source text.
    case quoted
    /// In an open coding trace.
    case open
    /// In an axial coding trace, or after the block that a label announces.
    case axial
    /// Directly after a label: what it announces follows.
    case labelled

    /// Whether a word like `added:` is a label, whatever follows.
    var hasLabels: Bool { self == .axial || self == .labelled }

    /// Whether the region is the researcher's own: an open or axial coding trace.
    var isTrace: Bool { self == .open || self == .axial || self == .labelled }
  }

  public var region: Region = .preamble
  /// Whether a merge conflict began, and didn't end yet.
  public internal(set) var isInConflict = false

  public static let start = BlockContext()

  public init(region: Region = .preamble) {
    self.region = region
  }
}
