// A text with what its scanners have to know of it as a whole.

/// The bytes of a text, or of a part of one, made ready to be divided into blocks.
struct ScannableText {
  private(set) var bytes: [UInt8]
  private let format: DocumentFormat
  /// Whether the bytes may have carriage returns: found out once, since every block makes a scanner.
  private var hasCarriageReturns: Bool
  /// Whether something may be hidden in the text; only then there is a second copy of it.
  private var mayHide: Bool
  /// The bytes as they are read; fewer than there are if this is out of date.
  private var visible: [UInt8] = []
  /// The offset from which on it is known that no comment ends.
  private var endOfComments = Int.max

  /// Whether the bytes begin between the start and the end of a conflict.
  private let isInConflict: Bool

  init(_ bytes: [UInt8], _ format: DocumentFormat, context: BlockContext = .start) {
    self.bytes = bytes
    self.format = format
    isInConflict = context.isInConflict
    (hasCarriageReturns, mayHide) = bytes.withUnsafeBufferPointer { ($0.hasCarriageReturns, $0.mayHide) }
    mayHide = mayHide || isInConflict
  }

  mutating func append(_ slice: TextSlice) {
    slice.withBytes { more in
      bytes.append(contentsOf: more)
      if more.hasCarriageReturns { hasCarriageReturns = true }
      if more.mayHide { mayHide = true }
    }
    visible = []
    endOfComments = Int.max
  }

  /// Calls `body` with a scanner of the bytes; it can't be used afterwards. What it made blank stays so until more is appended.
  mutating func withScanner<Result>(_ body: (inout TextScanner) -> Result) -> Result {
    guard mayHide else {
      return bytes.withUnsafeBufferPointer { bytes in
        var scanner = TextScanner(bytes, format, hasCarriageReturns: hasCarriageReturns)
        return body(&scanner)
      }
    }
    if visible.count != bytes.count {
      visible = bytes
      if format == .model { hideMarkers() }
    }
    let original = bytes
    return original.withUnsafeBufferPointer { original in
      visible.withUnsafeMutableBufferPointer { visible in
        var scanner = TextScanner(
          original, format, hasCarriageReturns: hasCarriageReturns, hidingIn: visible, endOfComments: endOfComments)
        defer { endOfComments = scanner.endOfComments }
        return body(&scanner)
      }
    }
  }

  /// Makes the markers of conflicts in a Python file blank, each by itself.
  private mutating func hideMarkers() {
    var isInConflict = isInConflict
    let bytes = bytes
    bytes.withUnsafeBufferPointer { bytes in
      bytes.forEachConflictMarker(isInConflict: &isInConflict) { _, range in
        for index in range.start..<range.end { visible[index] = ASCII.space }
      }
    }
  }
}
