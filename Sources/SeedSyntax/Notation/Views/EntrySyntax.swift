// An entry of a dictionary.

/// `key: value`; an element without a colon has a key alone.

public struct EntrySyntax {
  public let key: Int
  public let value: Int?

  /// - Returns: nil for a node that is no entry.
  @inlinable
  public init?(_ text: NotationText, _ index: Int) {
    guard text.kind(index) == .entry else { return nil }
    var parts = text.children(of: index)
    guard let key = parts.next() else { return nil }
    self.key = key
    value = parts.next()
  }
}
