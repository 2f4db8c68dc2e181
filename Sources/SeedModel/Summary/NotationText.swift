// A tree beside the text that it was read from, as a summary's readers go through it.

internal import SeedSyntax

/// A tree and its text where they stand in memory, so that going through them counts no references; valid only while both are
/// lent.
///
/// An index is always one that `statements` or `children(of:)` gave: in a release build, others are not told from these.
struct NotationText {
  let nodes: UnsafeBufferPointer<NotationNode>
  /// What the tree was read from.
  let bytes: UnsafeBufferPointer<UInt8>

  var statements: Siblings { Siblings(nodes: nodes, first: 0, end: nodes.count) }

  func children(of index: Int) -> Siblings {
    Siblings(nodes: nodes, first: index + 1, end: Int(nodes[index].subtreeEnd))
  }

  func firstChild(of index: Int) -> Int? {
    var children = children(of: index)
    return children.next()
  }

  func bytes(_ index: Int) -> UnsafeBufferPointer<UInt8> {
    bytes.clamped(to: nodes[index].range)
  }

  /// What stands between the quotes of a string.
  func content(_ index: Int) -> UnsafeBufferPointer<UInt8> {
    let literal = bytes(index)
    return literal.clamped(to: StringLiteral.content(of: literal))
  }
}

/// The indices of sibling nodes, in order; all of them exist.
struct Siblings: Sequence, IteratorProtocol {
  private let nodes: UnsafeBufferPointer<NotationNode>
  private var position: Int
  private let end: Int

  init(nodes: UnsafeBufferPointer<NotationNode>, first: Int, end: Int) {
    self.nodes = nodes
    position = first
    self.end = Swift.min(end, nodes.count)
  }

  mutating func next() -> Int? {
    guard position < end else { return nil }
    let index = position
    position = Swift.max(index + 1, Int(nodes[index].subtreeEnd))
    return index
  }

  /// The last sibling that satisfies the predicate.
  func last(where predicate: (Int) -> Bool) -> Int? {
    var found: Int?
    for index in self where predicate(index) { found = index }
    return found
  }
}
