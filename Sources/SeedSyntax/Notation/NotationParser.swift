// Reads the embedded notation: any bytes into a tree, recovering at each statement.

extension NotationTree {
  /// Parses the notation in `bytes`; never fails.
  ///
  /// Takes time in proportion to the number of bytes, whatever they are.
  /// - Parameter dialect: whether the bytes are a coding block of a note or a Python file of the model.
  public static func parse(_ bytes: UnsafeBufferPointer<UInt8>, dialect: NotationDialect = .codingBlock)
    -> NotationTree
  {
    guard let start = bytes.baseAddress, !bytes.isEmpty else {
      return NotationTree(nodes: [], comments: [], problems: [])
    }
    var parser = Parser(text: start, count: bytes.count, dialect: dialect)
    parser.advance()
    parser.statements()
    return parser.finish()
  }
}

extension NotationTree {
  /// How long the string literal is that begins a text, whatever its quotes; nil if none begins it, or if it doesn't end.
  public static func firstLiteral(in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    guard let start = bytes.baseAddress else { return nil }
    var lexer = Lexer(text: start, count: bytes.count)
    var token = Token()
    lexer.next(&token)
    return token.start == 0 && token.kind == .string && !token.isMalformed ? token.end : nil
  }
}

/// Which kind of text holds the notation.
public enum NotationDialect: Sendable {
  /// A fence of a note: bare names are items, `'''` opens a list of codes, indentation means nothing.
  case codingBlock
  /// A Python file: `'''` at statement level is documentation, and `def`, `class`, `if` … are opaque.
  case modelFile
}

/// The state of a parse. Its operations stand in extensions by concept: statements, lists, expressions, brackets, recovery.
struct Parser {
  var lexer: Lexer
  /// The token that is looked at; nothing behind it has been read.
  var token = Token()
  /// Where the latest consumed token ends.
  var previousEnd = 0

  var nodes: [NotationNode] = []
  var problems: [SyntaxProblem] = []
  /// Whether a problem was added that stands before one found earlier.
  var problemsAreOutOfOrder = false

  let isModelFile: Bool
  /// The statement that is being read.
  var statement = StatementState()
  /// The `.items` node that the next bare name joins.
  var items = ItemsState()

  /// Whether something was read that may give names a meaning of their own.
  var bindsLocalNames = false
  /// Up to here no `if`, `for`, `def` … was found to begin a statement with a `:`, so that nobody looks for it again.
  var noHeaderUntil = 0

  /// Deeper brackets, and longer chains of `a = b = …` or `a.b.c…`, are not followed.
  static let nestingLimit = 64

  init(text: UnsafePointer<UInt8>, count: Int, dialect: NotationDialect) {
    lexer = Lexer(text: text, count: count)
    isModelFile = dialect == .modelFile
    nodes.reserveCapacity(count / 12 + 8)
  }

  mutating func finish() -> NotationTree {
    if problemsAreOutOfOrder {
      problems.sort { ($0.range.start, $0.range.end) < ($1.range.start, $1.range.end) }
    }
    return NotationTree(
      nodes: nodes, comments: lexer.comments, problems: problems, bindsLocalNames: bindsLocalNames)
  }

  // MARK: - Tokens

  mutating func advance() {
    previousEnd = token.end
    lexer.next(&token)
  }

  /// Shows the token that begins the next statement.
  @inline(__always)
  mutating func unveil() {
    token.kind = token.ownKind
  }

  // MARK: - Nodes

  /// Adds a node whose end isn't known yet; `close` completes it.
  @inline(__always)
  mutating func open(_ kind: NodeKind, at start: Int) -> Int {
    nodes.append(NotationNode(kind: kind, range: ByteRange(at: start), subtreeEnd: 0))
    return nodes.count - 1
  }

  /// Completes a node: it ends with the latest consumed token.
  @inline(__always)
  mutating func close(_ index: Int, _ kind: NodeKind, isDamaged: Bool = false) {
    close(index, kind, end: previousEnd, isDamaged: isDamaged)
  }

  @inline(__always)
  mutating func close(_ index: Int, _ kind: NodeKind, end: Int, isDamaged: Bool = false) {
    nodes[index] = NotationNode(
      kind: kind, isDamaged: isDamaged, range: ByteRange(nodes[index].range.start, end),
      subtreeEnd: UInt32(truncatingIfNeeded: nodes.count))
  }

  @inline(__always)
  mutating func leaf(_ kind: NodeKind, _ range: ByteRange, isDamaged: Bool = false) {
    nodes.append(
      NotationNode(
        kind: kind, isDamaged: isDamaged, range: range, subtreeEnd: UInt32(truncatingIfNeeded: nodes.count + 1)))
  }

  /// Puts an open node before the nodes from `index` on, which become its children.
  mutating func wrap(_ index: Int, _ kind: NodeKind, at start: Int) {
    nodes.insert(NotationNode(kind: kind, range: ByteRange(at: start), subtreeEnd: 0), at: index)
    for inner in (index + 1)..<nodes.count { nodes[inner].subtreeEnd += 1 }
  }

  /// Removes a node and leaves its children in its place.
  mutating func unwrap(_ index: Int) {
    nodes.remove(at: index)
    for inner in index..<nodes.count { nodes[inner].subtreeEnd -= 1 }
  }

  /// The expression that should stand here doesn't.
  mutating func missing() {
    // The node that was opened last may begin at the token, behind the blanks.
    let place = Swift.max(previousEnd, nodes.last?.range.start ?? 0)
    leaf(.missing, ByteRange(at: place), isDamaged: true)
  }
}

/// What the parser knows of the statement that it is reading.
struct StatementState {
  /// Byte offset of the statement.
  var start = 0
  /// Bytes between the start of its line and its own.
  var column = 0
  /// The first thing that was found wrong with it.
  var problem: SyntaxProblemKind?
  var problemRange = ByteRange.empty
  /// Whether a line that begins a new statement ended it while brackets were open.
  var hasEnded = false
  /// Whether something that stands for a comma was consumed.
  var hasSeparator = false
  /// How many brackets, assignments and the like are open around the token.
  var nesting = 0
  /// How many of each kind of bracket are open.
  var parentheses = 0
  var squareBrackets = 0
  var braces = 0
  /// The innermost open bracket.
  var bracket = BracketKind.none
  /// The nesting inside a parenthesis that is the first thing in a call's arguments, where it stands, and whether it was
  /// found to be one parenthesis too many.
  var argumentNesting = 0
  var argumentStart = 0
  var isArgumentDissolved = false
  /// Whether the latest entry of a dictionary has a value.
  var hasEntryValue = false
  /// Whether the latest brackets hold a dictionary's entries though they aren't braces.
  var wasDictionary = false
}

/// What stands between two brackets.
enum BracketKind {
  case none
  case arguments
  case tuple
  case list
  case index
  case dictionary

  var closer: TokenKind {
    switch self {
    case .none, .arguments, .tuple: .rightParenthesis
    case .list, .index: .rightBracket
    case .dictionary: .rightBrace
    }
  }
}

/// The run of bare names that is being read.
struct ItemsState {
  /// The index of the `.items` node, or nil between runs.
  var node: Int?
  /// Where the latest item ends.
  var end = 0
  /// Whether a comma follows the latest item.
  var hasComma = false
  var isDamaged = false
}
