// Writing as much as the other side has room for, and no more.

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// A descriptor that can be written without waiting, although it is not non-blocking: it may be shared with other processes,
/// which would not expect that.
struct OutputDescriptor: Sendable {
  /// For whoever wants to wait.
  let descriptor: FileDescriptor
  private let way: Way

  private enum Way: Sendable {
    /// Many editors use sockets: these can be told with each call not to wait.
    case socket
    /// The same pipe, opened a second time for us alone.
    case pipe(FileDescriptor)
    /// Only what a descriptor takes in any case when it takes something.
    case other
  }

  init(_ descriptor: FileDescriptor) {
    self.descriptor = descriptor
    var status = stat()
    let type = fstat(descriptor.number, &status) == 0 ? status.st_mode & S_IFMT : 0
    switch type {
    case S_IFSOCK: way = .socket
    case S_IFIFO:
      let own = open("/proc/self/fd/\(descriptor.number)", O_WRONLY | O_NONBLOCK | O_CLOEXEC)
      way = own >= 0 ? .pipe(FileDescriptor(number: own)) : .other
      Self.enlarge(descriptor)
    default: way = .other
    }
  }

  /// Makes room in a pipe for a long answer, of which the rest would wait for the client and a thread otherwise. Where that is not
  /// allowed, the pipe stays as it is.
  private static func enlarge(_ pipe: FileDescriptor) {
    #if os(Linux)
      // F_SETPIPE_SZ and F_GETPIPE_SZ, which the C library declares for its extensions only. All pipes of a user share 64 MB.
      let (setSize, getSize) = (Int32(1031), Int32(1032))
      let room = Int32(1 << 18)
      if fcntl(pipe.number, getSize) < room { _ = fcntl(pipe.number, setSize, room) }
    #endif
  }

  /// Writes as many of the bytes as there is room for.
  ///
  /// - Returns: how many that was; nil if the other side is gone.
  func writeAtOnce(_ bytes: UnsafeRawBufferPointer) -> Int? {
    switch way {
    case .socket: return descriptor.sendOnce(bytes)
    case .pipe(let own): return own.writeOnce(bytes)
    case .other:
      guard bytes.count <= Int(PIPE_BUF), descriptor.isWritable else { return 0 }
      return descriptor.write(bytes) ? bytes.count : nil
    }
  }
}
