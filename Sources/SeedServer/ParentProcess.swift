// Ends the server when the process that started it is gone without closing the connection.

internal import SeedWorkspace

#if canImport(Glibc)
  private import Glibc
#elseif canImport(Musl)
  private import Musl
#elseif canImport(Darwin)
  private import Darwin
#endif

enum ParentProcess {
  /// Looks every few seconds whether a process still exists; `endOfInput` follows on the queue when it doesn't.
  ///
  /// The end of input is what usually ends the server. This is for clients that are killed while something else keeps the
  /// pipe open.
  static func watch(_ process: Int, _ queue: EventQueue) {
    guard let process = pid_t(exactly: process), process > 1, process != getpid() else { return }
    // In a container the client's number can mean nothing here; a server that ended for that would be of no use.
    guard exists(process) else { return }
    _ = WorkerThread.start {
      while exists(process) { sleep(3) }
      queue.put(.endOfInput)
    }
  }

  private static func exists(_ process: pid_t) -> Bool {
    // Not allowed to signal it (`EPERM`) means that it exists.
    kill(process, 0) == 0 || errno == EPERM
  }
}
