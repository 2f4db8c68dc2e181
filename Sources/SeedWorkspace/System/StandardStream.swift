// Standard output and standard error of a command: writing to them, and whether a person is watching.

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#elseif canImport(Darwin)
  internal import Darwin
#endif

package enum StandardStream: Int32, Sendable {
  case output = 1
  case error = 2

  package enum WriteResult: Hashable, Sendable {
    case written
    /// Who read it has gone, as `head` does when it has seen enough.
    case closed
    case failed(FileError.Reason)
  }

  /// Writes all bytes. `ignoreBrokenPipes()` has to have been called, else a reader who has gone ends the process.
  @discardableResult
  package func write(_ text: String) -> WriteResult {
    var text = text
    return text.withUTF8 { DescriptorWriter.write(UnsafeRawBufferPointer($0), to: rawValue) }
  }

  /// Writes all bytes, as they are.
  @discardableResult
  package func write(_ bytes: [UInt8]) -> WriteResult {
    bytes.withUnsafeBytes { DescriptorWriter.write($0, to: rawValue) }
  }

  package var isTerminal: Bool { isatty(rawValue) == 1 }

  /// The width of the terminal in columns; nil if it is none or doesn't say.
  package var columns: Int? {
    var size = winsize()
    guard ioctl(rawValue, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
    return Int(size.ws_col)
  }
}
