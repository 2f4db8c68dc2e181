// An entry of a dictionary.

/// `key: value`; an element without a colon has a key alone.
@usableFromInline
package struct EntrySyntax {
  @usableFromInline package let key: Int
  @usableFromInline package let value: Int?

  /// - Returns: nil for a node that is no entry.
  @inlinable
  package init?(_ text: NotationText, _ index: Int) {
    guard text.kind(index) == .entry else { return nil }
    var parts = text.children(of: index)
    guard let key = parts.next() else { return nil }
    self.key = key
    value = parts.next()
  }
}
