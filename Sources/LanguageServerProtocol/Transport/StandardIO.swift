// The connection to the editor that started us: standard input and output.

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Standard input and output, reserved for the protocol.
///
/// Standard output belongs to the protocol alone: one stray `print` would corrupt the stream for good. So the real
/// descriptor is kept here, and descriptor 1 is pointed at standard error, where such output does no harm. Likewise
/// descriptor 0 is pointed at nothing, so that no one else can take a byte of the input.
package final class StandardIO: ServerTransport {
  private let input: FileDescriptor
  private let output: OutputDescriptor
  private let interruption: Interruption
  private let writing = Lock()

  /// Takes both descriptors over. To be called once, before anything is read or written.
  ///
  /// - Returns: nil if standard input or output is not open.
  package init?() {
    // Descriptors above 2, so that nothing below can fall together with one that was closed when we were started.
    let input = fcntl(0, F_DUPFD_CLOEXEC, 3)
    let output = fcntl(1, F_DUPFD_CLOEXEC, 3)
    guard input >= 0, output >= 0, let interruption = Interruption() else { return nil }
    self.input = FileDescriptor(number: input)
    self.output = OutputDescriptor(FileDescriptor(number: output))
    self.interruption = interruption
    let nothing = open("/dev/null", O_RDWR | O_CLOEXEC)
    if nothing >= 0 { dup2(nothing, 0) }
    // Without a standard error (some editors close it), stray output goes nowhere.
    if dup2(2, 1) < 0, nothing >= 0 { dup2(nothing, 1) }
    // A client that is gone shall be an error of `write`, not the end of the process.
    signal(SIGPIPE, SIG_IGN)
  }

  package func read(into buffer: UnsafeMutableRawBufferPointer) -> Int {
    input.read(into: buffer)
  }

  package func hasInput() -> Bool { input.isReadable }

  package func waitForInput() { _ = input.waitUntilReadable() }

  package func waitForInputOrInterruption() -> Bool {
    let ready = input.waitUntilReadable(or: interruption.input)
    if ready.other { interruption.clear() }
    return ready.this
  }

  package func interrupt() { interruption.request() }

  package func writeAtOnce(_ bytes: ArraySlice<UInt8>) -> Int? {
    writing.withLock { bytes.withUnsafeBytes { output.writeAtOnce($0) } }
  }

  package func write(_ bytes: ArraySlice<UInt8>) -> Bool {
    writing.withLock { bytes.withUnsafeBytes { output.descriptor.write($0) } }
  }
}

/// Wakes a thread that waits for a descriptor: by a pipe, which it waits for as well.
private struct Interruption {
  let input: FileDescriptor
  private let output: FileDescriptor

  /// - Returns: nil if the process has no descriptors left.
  init?() {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { return nil }
    for end in ends {
      _ = fcntl(end, F_SETFD, FD_CLOEXEC)
      // Nobody shall wait for the one who waits.
      _ = fcntl(end, F_SETFL, O_NONBLOCK)
    }
    input = FileDescriptor(number: ends[0])
    output = FileDescriptor(number: ends[1])
  }

  func request() {
    // If there is no room, there is a request already.
    _ = [UInt8(0)].withUnsafeBytes { output.writeOnce($0) }
  }

  func clear() {
    withUnsafeTemporaryAllocation(byteCount: 64, alignment: 1) { _ = input.readOnce(into: $0) }
  }
}
