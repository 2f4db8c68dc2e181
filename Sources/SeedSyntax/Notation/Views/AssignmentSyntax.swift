// An assignment, or an annotation that says something of its target.

/// `target = value`, or `target: value`.

public struct AssignmentSyntax {
  public let target: Int
  public let value: Int

  /// - Returns: nil for a node that is neither.
  @inlinable
  public init?(_ text: NotationText, _ index: Int) {
    guard text.kind(index) == .assignment || text.kind(index) == .annotation else { return nil }
    var parts = text.children(of: index)
    guard let target = parts.next(), let value = parts.next() else { return nil }
    self.target = target
    self.value = value
  }
}
