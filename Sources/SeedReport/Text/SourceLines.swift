// The lines of a note, by number: what excerpts are taken from.

internal import SeedSyntax

/// A note's text with the places where its lines start.
package struct SourceLines: Sendable {
  private let bytes: [UInt8]
  private let starts: [Int]

  package init(_ bytes: [UInt8]) {
    self.bytes = bytes
    starts = bytes.withUnsafeBufferPointer { bytes in
      var starts = [0]
      while let last = starts.last {
        let contentEnd = bytes.lineContentEnd(from: last)
        guard contentEnd < bytes.count else { break }
        starts.append(bytes.lineEnd(afterContentEnd: contentEnd))
      }
      return starts
    }
  }

  /// A line counted from 0, without its line break; nil if there are fewer lines.
  package subscript(line: Int) -> ArraySlice<UInt8>? {
    guard starts.indices.contains(line) else { return nil }
    let start = starts[line]
    return bytes[start..<bytes.withUnsafeBufferPointer { max($0.lineContentEnd(from: start), start) }]
  }
}
