// Looks for short texts in short texts: what the standard library leaves to its module of regular expressions, which is not
// linked.

extension String {
  /// Where a text stands in this one for the first time; nil if it doesn't.
  public func firstIndex(ofText text: String) -> Index? {
    indices.first { self[$0...].hasPrefix(text) }
  }
}
