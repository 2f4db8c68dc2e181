// A tree beside the text that it was read from: what the typed views of calls, assignments, entries and strings look into.

/// A tree and its text where they stand in memory, so that going through them counts no references; valid only while both are
/// lent.
///
/// An index is always one that `statements` or `children(of:)` gave: in a release build, others are not told from these.

public struct NotationText {
  public let nodes: UnsafeBufferPointer<NotationNode>
  /// What the tree was read from.
  public let bytes: UnsafeBufferPointer<UInt8>

  init(nodes: UnsafeBufferPointer<NotationNode>, bytes: UnsafeBufferPointer<UInt8>) {
    self.nodes = nodes
    self.bytes = bytes
  }

  @inlinable public var statements: Siblings { Siblings(nodes: nodes, first: 0, end: nodes.count) }

  @inlinable
  public func children(of index: Int) -> Siblings {
    Siblings(nodes: nodes, first: index + 1, end: Int(nodes[index].subtreeEnd))
  }

  @inlinable
  public func firstChild(of index: Int) -> Int? {
    var children = children(of: index)
    return children.next()
  }

  @inlinable public func kind(_ index: Int) -> NodeKind { nodes[index].kind }

  @inlinable public func range(_ index: Int) -> ByteRange { nodes[index].range }

  @inlinable
  public func bytes(_ index: Int) -> UnsafeBufferPointer<UInt8> {
    bytes.clamped(to: nodes[index].range)
  }

  /// Whether a node's text is one text and nothing else.
  @inlinable
  public func isText(_ index: Int, _ text: StaticString) -> Bool { bytes(index).equals(text) }
}

/// The indices of sibling nodes, in order; all of them exist.

public struct Siblings: Sequence, IteratorProtocol {
  @usableFromInline let nodes: UnsafeBufferPointer<NotationNode>
  @usableFromInline var position: Int
  @usableFromInline let end: Int

  @inlinable
  init(nodes: UnsafeBufferPointer<NotationNode>, first: Int, end: Int) {
    self.nodes = nodes
    position = first
    self.end = Swift.min(end, nodes.count)
  }

  @inlinable
  public mutating func next() -> Int? {
    guard position < end else { return nil }
    let index = position
    position = Swift.max(index + 1, Int(nodes[index].subtreeEnd))
    return index
  }

  /// The last sibling that satisfies the predicate.
  @inlinable
  public func last(where predicate: (Int) -> Bool) -> Int? {
    var found: Int?
    for index in self where predicate(index) { found = index }
    return found
  }
}

extension NotationTree {
  /// Calls `body` with the tree beside the text that it was read from; valid only during the call.
  @inline(__always)
  public func withText<Result>(_ bytes: UnsafeBufferPointer<UInt8>, _ body: (NotationText) -> Result) -> Result {
    nodes.withUnsafeBufferPointer { body(NotationText(nodes: $0, bytes: bytes)) }
  }
}
