// The nodes of the embedded notation's tree: small values in one flat array, in source order, each knowing its subtree.

/// What a node of the notation's tree is.
///
/// The children that each kind has, in order, are given beside it; *name* stands for `.name` or `.words`,
/// *expression* for anything from `.name` to `.missing`.

public enum NodeKind: UInt8, Sendable, CaseIterable {
  // MARK: Statements

  /// `target = expression`: a target (*name*, or another expression where the author wrote one), then the value.
  /// `a = b = c` nests: the value is again an `.assignment`.
  case assignment
  /// `name: {force: impact}` without a call: the target, then the value (and a third child for Python's `name: type = value`).
  case annotation
  /// An expression by itself: `add_links(…)`.
  case expressionStatement
  /// Bare names, separated by commas or line ends or both: *names* (and, in damaged notes, other expressions). A run of
  /// neighbouring bare lines is one `.items` node; a blank line or a comment doesn't end the run, a statement does. A model
  /// file has none.
  case items
  /// `'''…'''`: the statements inside (a bare name is in an `.items`, as outside). The range includes the quotes.
  case codeList
  /// `import a`, `from a import b, c` or `from a import *`: a `.name` for the module (dotted names are one), then the
  /// imported *names*; `*` gives a `.star`, and `as name` one more name.
  case importStatement
  /// Python that is none of ours (`def`, `class`, `if`, `for`, decorators …), kept as it is with what is indented under it.
  case opaqueStatement
  /// What could not be read as any statement; the problem says why.
  case unexpected

  // MARK: Expressions

  /// An identifier.
  case name
  /// Two or more words with blanks between them where one name should stand (`input ports`): no children.
  case words
  /// `callee(arguments)`: the callee (an expression), then positional expressions and `.keywordArgument`s.
  case call
  /// `keyword=value` in a call: a `.name`, then an expression.
  case keywordArgument
  /// `object.member`: the object (an expression), then a `.name`.
  case attribute
  /// `object[index]`: the object, then the index expression (several in a Python slice).
  case `subscript`
  /// `{key: value, …}`: `.entry` nodes, `.ellipsis` for `...`.
  case dictionary
  /// `key: value`: two expressions; a set-like element without `:` has the key alone.
  case entry
  /// `[a, b]`: expressions.
  case list
  /// `(a)` or `(a, b)`: expressions.
  case tuple
  /// `'…'` or `"…"`, with a prefix if there is one; triple-quoted ones in expression position too. No children.
  case string
  case number
  /// `True`, `False`, `None`.
  case constant
  /// `...`
  case ellipsis
  /// `left operator right`, of which the notation uses `+`, and strings side by side: the operands, two or more expressions.
  /// Python's other operators (comparisons, conditions, comprehensions, `lambda` …) are read loosely as the same, whatever
  /// their precedence; an operator before a single operand gives one child.
  case binary
  /// `*` of an import, or `*x`, `**x` in brackets (the operand is its child).
  case star
  /// An expression that should stand here and doesn't: empty range, no children.
  case missing
}

/// One node of the flat tree.
///
/// Sixteen bytes. Nodes stand in preorder: the first child of the node at index `i` is at `i + 1`, and the next sibling of a
/// node is at its `subtreeEnd`.

public struct NotationNode: Hashable, Sendable {
  public let kind: NodeKind
  /// Whether the parser had to mend this node itself (not a descendant), or, for a statement, anything in it. The statement's
  /// problem says what was found first.
  public var isDamaged: Bool
  /// Where the node stands, relative to the start of the bytes that were parsed; without blanks and comments around it.
  public var range: ByteRange
  /// The index after the node's last descendant.
  public var subtreeEnd: UInt32

  public init(kind: NodeKind, isDamaged: Bool = false, range: ByteRange, subtreeEnd: UInt32) {
    self.kind = kind
    self.isDamaged = isDamaged
    self.range = range
    self.subtreeEnd = subtreeEnd
  }
}
