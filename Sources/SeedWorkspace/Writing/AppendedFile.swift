// A file to whose end bytes are written, such as a log.

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// An open file that only grows. Writes of several threads don't mix if each is made with one call of ``write(_:)`` at a time.
package final class AppendedFile: Sendable {
  private let descriptor: Int32

  /// Opens a file, which is made if it isn't there.
  ///
  /// - Returns: nil if the file can't be written, which a pipe that nobody reads can't either.
  package init?(path: String) {
    // Without O_NONBLOCK, opening a pipe would wait for somebody to read it.
    descriptor = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC | O_NONBLOCK, 0o644)
    guard descriptor >= 0 else { return nil }
  }

  deinit { close(descriptor) }

  /// Writes a text; what the system refuses is lost.
  package func write(_ text: String) {
    var text = text
    text.withUTF8 { _ = DescriptorWriter.write(UnsafeRawBufferPointer($0), to: descriptor) }
  }
}
