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

  /// Reads what is there, up to the size of a buffer; nothing if the descriptor is non-blocking and empty.
  func readOnce(into buffer: UnsafeMutableRawBufferPointer) -> Int {
    max(systemRead(number, buffer.baseAddress, buffer.count), 0)
  }

  /// Whether ``read(into:)`` would not wait.
  var isReadable: Bool {
    var request = pollfd(fd: number, events: Int16(truncatingIfNeeded: POLLIN), revents: 0)
    return poll(&request, 1, 0) > 0
  }

  /// Waits until ``read(into:)`` would not wait on this descriptor, or on another one.
  ///
  /// - Returns: which of them it is, or both.
  func waitUntilReadable(or other: FileDescriptor? = nil) -> (this: Bool, other: Bool) {
    let event = Int16(truncatingIfNeeded: POLLIN)
    var requests = (
      pollfd(fd: number, events: event, revents: 0), pollfd(fd: other?.number ?? -1, events: event, revents: 0)
    )
    let count = withUnsafeMutableBytes(of: &requests) { bytes in
      let requests = bytes.bindMemory(to: pollfd.self)
      while true {
        let count = poll(requests.baseAddress, nfds_t(requests.count), -1)
        guard count < 0, errno == EINTR || errno == EAGAIN else { return count }
      }
    }
    // What is wrong with the descriptor is for reading to find out.
    return count > 0 ? (requests.0.revents != 0, requests.1.revents != 0) : (true, false)
  }

  /// Writes at most what the descriptor takes in one call.
  ///
  /// - Returns: how many bytes that was; zero if it is non-blocking and has no room; nil if it can't be written any more.
  func writeOnce(_ bytes: UnsafeRawBufferPointer) -> Int? {
    Self.tryToWrite { systemWrite(number, bytes.baseAddress, bytes.count) }
  }

  /// Like ``writeOnce(_:)`` for a socket, which then counts as non-blocking.
  func sendOnce(_ bytes: UnsafeRawBufferPointer) -> Int? {
    Self.tryToWrite { send(number, bytes.baseAddress, bytes.count, Int32(MSG_DONTWAIT)) }
  }

  private static func tryToWrite(_ write: () -> Int) -> Int? {
    while true {
      let count = write()
      if count >= 0 { return count }
      switch errno {
      case EINTR: continue
      case EAGAIN, EWOULDBLOCK: return 0
      default: return nil
      }
    }
  }

  /// Whether `PIPE_BUF` bytes can be written without waiting.
  var isWritable: Bool {
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
