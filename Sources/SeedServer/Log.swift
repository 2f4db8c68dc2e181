// The log file, for whoever has to find out what went on between client and server.

internal import LanguageServerProtocol
internal import SeedWorkspace

#if canImport(Glibc)
  private import Glibc
#elseif canImport(Musl)
  private import Musl
#elseif canImport(Darwin)
  private import Darwin
#endif

/// Writes lines to a file, from any thread; does nothing without one.
package final class Log: Sendable {
  private let descriptor: Int32?
  private let lock = Lock()
  private let start: Duration

  /// A log that writes nothing.
  package init() {
    descriptor = nil
    start = .zero
  }

  /// A log that appends to a file, which is made if it isn't there.
  ///
  /// - Returns: nil if the file can't be written.
  package init?(path: String) {
    let file = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o644)
    guard file >= 0 else { return nil }
    descriptor = file
    start = MonotonicTime.now
  }

  deinit {
    if let descriptor { close(descriptor) }
  }

  /// Writes a line with the time since the server started.
  package func write(_ line: @autoclosure () -> String) {
    guard let descriptor else { return }
    var text = "[\((MonotonicTime.now - start).milliseconds) ms] \(line())\n"
    lock.withLock {
      text.withUTF8 { bytes in
        var rest = UnsafeRawBufferPointer(bytes)[...]
        while !rest.isEmpty {
          let count = UnsafeRawBufferPointer(rebasing: rest).withMemoryRebound(to: UInt8.self) {
            systemWrite(descriptor, $0.baseAddress, $0.count)
          }
          guard count > 0 else { return }
          rest = rest.dropFirst(count)
        }
      }
    }
  }

  /// Writes a message's beginning, enough to see what it was.
  func writeMessage(_ direction: StaticString, _ message: [UInt8]) {
    write("\(direction) \(String(decoding: message.prefix(2000), as: UTF8.self).replacingLineEnds)")
  }
}

/// `write(2)`, by a name that the log's own `write` doesn't hide.
private func systemWrite(_ descriptor: Int32, _ bytes: UnsafePointer<UInt8>?, _ count: Int) -> Int {
  guard let bytes else { return 0 }
  return write(descriptor, bytes, count)
}

extension String {
  /// The text on one line.
  fileprivate var replacingLineEnds: String {
    String(map { $0.isNewline ? " " : $0 })
  }
}
