// The log file, for whoever has to find out what went on between client and server.

internal import LanguageServerProtocol
internal import SeedWorkspace

/// Writes lines to a file, from any thread; does nothing without one.
package final class Log: Sendable {
  private let file: AppendedFile?
  private let lock = Lock()
  private let start: Duration

  /// A log that writes nothing.
  package init() {
    file = nil
    start = .zero
  }

  /// A log that appends to a file, which is made if it isn't there.
  ///
  /// - Returns: nil if the file can't be written.
  package init?(path: String) {
    guard let file = AppendedFile(path: path) else { return nil }
    self.file = file
    start = MonotonicTime.now
  }

  /// Writes a line with the time since the server started.
  package func write(_ line: @autoclosure () -> String) {
    guard let file else { return }
    let text = "[\((MonotonicTime.now - start).milliseconds) ms] \(line())\n"
    lock.withLock { file.write(text) }
  }

  /// Writes a message's beginning, enough to see what it was.
  func writeMessage(_ direction: StaticString, _ message: [UInt8]) {
    write("\(direction) \(String(decoding: message.prefix(2000), as: UTF8.self).replacingLineEnds)")
  }
}

extension String {
  /// The text on one line.
  fileprivate var replacingLineEnds: String {
    String(map { $0.isNewline ? " " : $0 })
  }
}
