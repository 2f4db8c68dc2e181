// Writes all of some bytes to an open file, pipe or terminal.

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#elseif canImport(Darwin)
  internal import Darwin
#endif

enum DescriptorWriter {
  /// Writes all bytes, however many calls that takes; a pipe that nobody reads is `.closed`, if signals for it are ignored.
  static func write(_ bytes: UnsafeRawBufferPointer, to descriptor: Int32) -> StandardStream.WriteResult {
    var rest = bytes
    while !rest.isEmpty {
      let count = writeOnce(descriptor, rest)
      if count > 0 {
        rest = UnsafeRawBufferPointer(rebasing: rest.dropFirst(count))
      } else if errno == EPIPE {
        return .closed
      } else if errno == EAGAIN {
        // Somebody made the descriptor non-blocking (a terminal multiplexer, a parent): wait until it takes more.
        var request = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
        poll(&request, 1, -1)
      } else if errno != EINTR {
        return .failed(FileError.Reason(errorNumber: errno))
      }
    }
    return .written
  }

  private static func writeOnce(_ descriptor: Int32, _ bytes: UnsafeRawBufferPointer) -> Int {
    #if canImport(Glibc)
      Glibc.write(descriptor, bytes.baseAddress, bytes.count)
    #elseif canImport(Musl)
      Musl.write(descriptor, bytes.baseAddress, bytes.count)
    #else
      Darwin.write(descriptor, bytes.baseAddress, bytes.count)
    #endif
  }
}
