// What tells at a glance that two names are more than a few edits apart.

/// The letters that a text has an odd number of times, in any case: one bit for each.
///
/// An edit adds a letter, takes one away, or does both. So it changes two bits at most. The set of all letters would tell less:
/// two names of some length share most of them.
public struct LetterParity: Sendable {
  private var bits: UInt32 = 0

  public init(_ text: String) {
    self.init(text.utf8.span)
  }

  @inline(__always)
  public init(_ text: Span<UInt8>) {
    // Digits and `_` share bits with letters. That only lets more names pass.
    for index in 0..<text.count { bits ^= 1 << UInt32(text[index] & 0x1F) }
  }

  /// Whether two texts may be at most `limit` edits apart.
  @inline(__always)
  public func mayBeWithin(_ limit: Int, of other: LetterParity) -> Bool {
    (bits ^ other.bits).nonzeroBitCount <= 2 * limit
  }
}
