// What can be wrong with the header of a message.

/// Why a header could not be read. The description is meant for the log.
package enum FramingError: Error, Hashable, Sendable, CustomStringConvertible {
  /// A line that is no `Name: value`; the start of the line.
  case malformedHeaderLine(String)
  /// A `Content-Length` that is no decimal number, or that contradicts an earlier one; the line.
  case malformedContentLength(String)
  /// A header block without `Content-Length`.
  case missingContentLength
  /// A header block, in bytes, beyond the limit.
  case headerTooLong(limit: Int)
  /// A body, in bytes, beyond the limit.
  case bodyTooLong(length: Int, limit: Int)

  package var description: String {
    switch self {
    case .malformedHeaderLine(let line): "`\(line)` is no header; skipping to the next `Content-Length:`"
    case .malformedContentLength(let line): "`\(line)` does not give a length; skipping to the next `Content-Length:`"
    case .missingContentLength: "a header has no `Content-Length`; skipping to the next one that has"
    case .headerTooLong(let limit): "a header is longer than \(limit) bytes; skipping to the next `Content-Length:`"
    case .bodyTooLong(let length, let limit):
      "a message of \(length) bytes is longer than the \(limit) bytes that are accepted; skipping it"
    }
  }
}
