// An array of one value, many times, for what is made at each keystroke.

extension Array {
  /// As `Array(repeating:count:)`, which looks up the type of its storage each time.
  @inlinable
  public init(filledWith value: Element, count: Int) {
    self.init()
    reserveCapacity(count)
    append(contentsOf: repeatElement(value, count: count))
  }
}
