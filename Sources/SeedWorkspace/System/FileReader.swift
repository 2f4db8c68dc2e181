// Reads a file as bytes: open, fstat, read until the end.

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// A file's text, and its stamp when it was opened.
package struct FileContent: Sendable {
  /// In UTF-8, whatever the encoding; the bytes of a file that is not UTF-16 as they are (a byte order mark included).
  package let bytes: [UInt8]
  package let stamp: FileStamp
  /// How to write the file again.
  package let encoding: TextEncoding
}

package enum FileReader {
  /// The size in bytes above which a file is refused: no note is that long, and offsets stay far below 2³².
  package static let largestFile = 64 << 20

  /// Reads a whole file; links are followed.
  package static func read(_ path: String, limit: Int = largestFile) throws(FileError) -> FileContent {
    guard !path.utf8.contains(0) else { throw FileError(path: path, reason: .invalidPath) }
    // Without O_NONBLOCK, opening a pipe would wait for somebody to write to it.
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY)
    guard descriptor >= 0 else { throw FileError(path: path, errorNumber: errno) }
    defer { close(descriptor) }
    let status = try FileStatus(descriptor: descriptor, path: path)
    switch status.kind {
    case .file: break
    case .folder: throw FileError(path: path, reason: .isFolder)
    case .other: throw FileError(path: path, reason: .isNotAFile)
    }
    guard status.stamp.byteCount <= limit else { throw FileError(path: path, reason: .tooLarge(limit: limit)) }

    // One byte more than it should have, so that the end is seen without growing; files of /proc say that they have none.
    let bytes = try readToEnd(descriptor, path: path, room: max(status.stamp.byteCount, 0) + 1, limit: limit)
    let encoding = TextEncoding(of: bytes)
    guard let text = encoding.decode(bytes) else { throw FileError(path: path, reason: .isNoText) }
    return FileContent(bytes: text, stamp: status.stamp, encoding: encoding)
  }

  /// The encoding of a file, by its first bytes.
  static func encoding(of path: String) throws(FileError) -> TextEncoding {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY)
    guard descriptor >= 0 else { throw FileError(path: path, errorNumber: errno) }
    defer { close(descriptor) }
    var bytes: [UInt8] = [0, 0]
    let count = bytes.withUnsafeMutableBytes { Self.read(descriptor, into: $0).0 }
    return count == 2 ? TextEncoding(of: bytes) : .utf8
  }

  /// Reads standard input to its end; errors call it by `name`.
  package static func readStandardInput(name: String, limit: Int = largestFile) throws(FileError) -> [UInt8] {
    try readToEnd(0, path: name, room: 1 << 16, limit: limit)
  }

  /// - Parameter room: how many bytes to ask for at first.
  private static func readToEnd(
    _ descriptor: Int32, path: String, room: Int, limit: Int
  ) throws(FileError) -> [UInt8] {
    var bytes: [UInt8] = []
    var room = room
    while true {
      var (count, errorNumber) = (0, Int32(0))
      let chunk = [UInt8](unsafeUninitializedCapacity: room) { buffer, initialized in
        (count, errorNumber) = Self.read(descriptor, into: UnsafeMutableRawBufferPointer(buffer))
        initialized = max(count, 0)
      }
      if count < 0 {
        if errorNumber == EINTR { continue }
        if errorNumber == EAGAIN {
          // Standard input that somebody made non-blocking.
          var request = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
          poll(&request, 1, -1)
          continue
        }
        throw FileError(path: path, errorNumber: errorNumber)
      }
      if count == 0 { return bytes }
      // Nearly always the first chunk is the whole file, and is not copied.
      if bytes.isEmpty { bytes = chunk } else { bytes.append(contentsOf: chunk) }
      guard bytes.count <= limit else { throw FileError(path: path, reason: .tooLarge(limit: limit)) }
      room = max(room - count, 4096)
    }
  }

  /// Reads once; gives `errno` where the count is negative.
  private static func read(_ descriptor: Int32, into buffer: UnsafeMutableRawBufferPointer) -> (Int, Int32) {
    #if canImport(Glibc)
      let count = Glibc.read(descriptor, buffer.baseAddress, buffer.count)
    #elseif canImport(Musl)
      let count = Musl.read(descriptor, buffer.baseAddress, buffer.count)
    #else
      let count = Darwin.read(descriptor, buffer.baseAddress, buffer.count)
    #endif
    return (count, count < 0 ? errno : 0)
  }
}
