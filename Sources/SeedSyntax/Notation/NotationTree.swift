// The parsed form of a piece of the embedded notation: a coding block's statements, flat, with what is wrong with them.

/// The statements of a coding block (or of a Python model file), parsed.
///
/// All ranges are relative to the start of the bytes that were parsed. The tree is total: any bytes give one.
public struct NotationTree: Hashable, Sendable {
  /// Every node in preorder. There is no root: the statements are reached by `topLevel`.
  public let nodes: [NotationNode]
  /// Every comment, from its `#` to the end of its line without the line break, in source order.
  public let comments: [ByteRange]
  /// What is wrong, in source order; at most one problem for each broken statement (each broken line of bare names), and one
  /// for a list that isn't closed as it should be.
  public let problems: [SyntaxProblem]
  /// Whether there may be ``LocalNames``: a `lambda`, a comprehension, `:=`, or a statement that isn't looked into.
  public let bindsLocalNames: Bool

  public init(
    nodes: [NotationNode], comments: [ByteRange], problems: [SyntaxProblem], bindsLocalNames: Bool = false
  ) {
    self.nodes = nodes
    self.comments = comments
    self.problems = problems
    self.bindsLocalNames = bindsLocalNames
  }

  /// The statements, in order.
  public var topLevel: NodeSequence {
    NodeSequence(nodes: nodes, first: 0, end: nodes.count)
  }

  /// The children of the node at an index; none for an index that doesn't exist.
  public func children(of index: Int) -> NodeSequence {
    guard nodes.indices.contains(index) else { return NodeSequence(nodes: nodes, first: 0, end: 0) }
    return NodeSequence(nodes: nodes, first: index + 1, end: Int(nodes[index].subtreeEnd))
  }

  /// The indices of the nodes whose range a cursor at `offset` touches, outermost first.
  public func path(to offset: Int) -> [Int] {
    var path: [Int] = []
    var siblings = topLevel
    while true {
      var chosen: Int?
      for index in siblings {
        guard nodes[index].range.start <= offset else { break }
        // Where one node ends and the next begins, the second is meant: `f(a,⎸b)`.
        if nodes[index].range.touches(offset) { chosen = index }
      }
      guard let chosen else { return path }
      path.append(chosen)
      siblings = children(of: chosen)
    }
  }
}

/// The indices of sibling nodes, in order.
public struct NodeSequence: Sequence, IteratorProtocol, Sendable {
  private let nodes: [NotationNode]
  private var position: Int
  private let end: Int

  init(nodes: [NotationNode], first: Int, end: Int) {
    self.nodes = nodes
    position = first
    self.end = Swift.min(end, nodes.count)
  }

  public mutating func next() -> Int? {
    guard position < end else { return nil }
    defer { position = Swift.max(position + 1, Int(nodes[position].subtreeEnd)) }
    return position
  }

  /// The last sibling that satisfies the predicate.
  public func last(where predicate: (Int) -> Bool) -> Int? {
    var found: Int?
    for index in self where predicate(index) { found = index }
    return found
  }
}
