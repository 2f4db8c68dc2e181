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
    return text.withUTF8 { bytes in
      var rest = UnsafeRawBufferPointer(bytes)
      while !rest.isEmpty {
        let count = Self.write(rawValue, rest)
        if count > 0 {
          rest = UnsafeRawBufferPointer(rebasing: rest.dropFirst(count))
        } else if errno == EPIPE {
          return .closed
        } else if errno == EAGAIN {
          // Somebody made the descriptor non-blocking (a terminal multiplexer, a parent): wait until it takes more.
          var poll = pollfd(fd: rawValue, events: Int16(POLLOUT), revents: 0)
          _ = Self.wait(&poll)
        } else if errno != EINTR {
          return .failed(FileError.Reason(errorNumber: errno))
        }
      }
      return .written
    }
  }

  package var isTerminal: Bool { isatty(rawValue) == 1 }

  /// The width of the terminal in columns; nil if it is none or doesn't say.
  package var columns: Int? {
    var size = winsize()
    guard ioctl(rawValue, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
    return Int(size.ws_col)
  }

  private static func write(_ descriptor: Int32, _ bytes: UnsafeRawBufferPointer) -> Int {
    #if canImport(Glibc)
      Glibc.write(descriptor, bytes.baseAddress, bytes.count)
    #elseif canImport(Musl)
      Musl.write(descriptor, bytes.baseAddress, bytes.count)
    #else
      Darwin.write(descriptor, bytes.baseAddress, bytes.count)
    #endif
  }

  private static func wait(_ request: inout pollfd) -> Int32 {
    poll(&request, 1, -1)
  }
}
