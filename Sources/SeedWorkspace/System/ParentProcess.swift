// Ends the server when the process that started it is gone without closing the connection.

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#elseif canImport(Darwin)
  internal import Darwin
#endif

package enum ParentProcess {
  /// Looks every few seconds whether a process still exists, and calls `onEnd` on a thread of its own when it doesn't.
  ///
  /// The end of input is what usually ends a server. This is for clients that are killed while something else keeps the
  /// pipe open.
  package static func watch(_ process: Int, onEnd: @escaping @Sendable () -> Void) {
    guard let process = pid_t(exactly: process), process > 1, process != getpid() else { return }
    // In a container the client's number can mean nothing here; a server that ended for that would be of no use.
    guard exists(process) else { return }
    _ = WorkerThread.start {
      while exists(process) { sleep(3) }
      onEnd()
    }
  }

  private static func exists(_ process: pid_t) -> Bool {
    // Not allowed to signal it (`EPERM`) means that it exists.
    kill(process, 0) == 0 || errno == EPERM
  }
}
