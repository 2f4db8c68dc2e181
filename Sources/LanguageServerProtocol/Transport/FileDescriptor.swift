// Reading from and writing to a file descriptor, with all the ways in which the system may do less than asked.

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// An open file descriptor of this process. Whoever opened it closes it.
package struct FileDescriptor: Sendable {
  package let number: Int32

  package init(number: Int32) {
    self.number = number
  }

  /// Waits for bytes and reads some.
  ///
  /// - Returns: the number of bytes, or 0 at the end of input and when the descriptor can't be read any more.
  package func read(into buffer: UnsafeMutableRawBufferPointer) -> Int {
    while true {
      let count = systemRead(number, buffer.baseAddress, buffer.count)
      if count >= 0 { return count }
      switch errno {
      case EINTR: continue
      case EAGAIN, EWOULDBLOCK: guard wait(for: POLLIN) else { return 0 }
      default: return 0
      }
    }
  }

  /// Whether that many bytes can be written without waiting: a pipe that is ready takes `PIPE_BUF` of them.
  func takesAtOnce(_ count: Int) -> Bool {
    guard count <= Int(PIPE_BUF) else { return false }
    var request = pollfd(fd: number, events: Int16(truncatingIfNeeded: POLLOUT), revents: 0)
    return poll(&request, 1, 0) == 1 && request.revents & Int16(truncatingIfNeeded: POLLOUT) != 0
  }

  /// Writes everything.
  ///
  /// - Returns: false if the other side is gone (`EPIPE`) or the descriptor can't be written any more.
  package func write(_ bytes: UnsafeRawBufferPointer) -> Bool {
    var rest = bytes[...]
    while !rest.isEmpty {
      let piece = UnsafeRawBufferPointer(rebasing: rest)
      let count = systemWrite(number, piece.baseAddress, piece.count)
      if count >= 0 {
        rest = rest.dropFirst(count)
        continue
      }
      switch errno {
      case EINTR: continue
      case EAGAIN, EWOULDBLOCK: guard wait(for: POLLOUT) else { return false }
      default: return false
      }
    }
    return true
  }

  /// Waits until a descriptor that was opened as non-blocking by whoever started us is ready.
  private func wait(for event: some BinaryInteger) -> Bool {
    var request = pollfd(fd: number, events: Int16(truncatingIfNeeded: event), revents: 0)
    while poll(&request, 1, -1) < 0 {
      guard errno == EINTR || errno == EAGAIN else { return false }
    }
    return true
  }
}

// The methods above would hide the system's functions of the same names.
private func systemRead(_ descriptor: Int32, _ buffer: UnsafeMutableRawPointer?, _ count: Int) -> Int {
  read(descriptor, buffer, count)
}

private func systemWrite(_ descriptor: Int32, _ buffer: UnsafeRawPointer?, _ count: Int) -> Int {
  write(descriptor, buffer, count)
}
