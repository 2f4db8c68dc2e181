// An assignment, or an annotation that says something of its target.

/// `target = value`, or `target: value`.
@usableFromInline
package struct AssignmentSyntax {
  @usableFromInline package let target: Int
  @usableFromInline package let value: Int

  /// - Returns: nil for a node that is neither.
  @inlinable
  package init?(_ text: NotationText, _ index: Int) {
    guard text.kind(index) == .assignment || text.kind(index) == .annotation else { return nil }
    var parts = text.children(of: index)
    guard let target = parts.next(), let value = parts.next() else { return nil }
    self.target = target
    self.value = value
  }
}
