// Arrays of one repeated value, for code that runs at each keystroke.

extension Array {
  /// As `Array(repeating:count:)`, which looks up the type of its storage each time.
  @inlinable
  public init(filledWith value: Element, count: Int) {
    self.init()
    reserveCapacity(count)
    append(contentsOf: repeatElement(value, count: count))
  }
}
