// What the system says about a file or folder without reading it: what it is, which one it is, and when it changed.

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// Which file or folder a path leads to, whatever the path is called.
package struct FileIdentity: Hashable, Sendable {
  let device: UInt64
  let inode: UInt64
}

/// Tells whether a file changed since it was read: if two stamps of a path are equal, it most probably did not.
package struct FileStamp: Hashable, Sendable {
  package let identity: FileIdentity
  package let byteCount: Int
  /// When the content changed last, in nanoseconds since 1970.
  package let modified: Int64

  /// Whether every change after the stamp was taken shows in another one. Where the clock of a file system is coarse, one
  /// that follows right on another may leave the time as it was.
  ///
  /// - Parameter second: when the stamp was taken or earlier, in seconds since 1970.
  package func isSettled(at second: Int64) -> Bool { modified / 1_000_000_000 < second - 2 }

  /// Seconds since 1970.
  package static var currentSecond: Int64 { Int64(time(nil)) }
}

/// What a path leads to; links are followed.
package struct FileStatus: Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    case file
    case folder
    case other
  }

  package let kind: Kind
  package let stamp: FileStamp

  package init(path: String) throws(FileError) {
    // By the length that the system would take it to have: a thousand files are asked for before a rename, and to look at
    // each byte here took half of the time.
    guard strlen(path) == path.utf8.count else { throw FileError(path: path, reason: .invalidPath) }
    var status = stat()
    guard stat(path, &status) == 0 else { throw FileError(path: path, errorNumber: errno) }
    self.init(status)
  }

  /// The status of an open file or folder.
  init(descriptor: Int32, path: String) throws(FileError) {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw FileError(path: path, errorNumber: errno) }
    self.init(status)
  }

  /// Where a symbolic link leads, as it is written; nil for what is no link, and for a name that isn't UTF-8.
  static func target(ofLink path: String) -> String? {
    guard !path.utf8.contains(0) else { return nil }
    var target = [CChar](repeating: 0, count: Int(PATH_MAX))
    let count = readlink(path, &target, target.count)
    return count > 0 ? String(validating: target.prefix(count).map { UInt8(bitPattern: $0) }, as: UTF8.self) : nil
  }

  init(_ status: stat) {
    switch status.st_mode & S_IFMT {
    case S_IFREG: kind = .file
    case S_IFDIR: kind = .folder
    default: kind = .other
    }
    #if canImport(Darwin)
      let time = status.st_mtimespec
    #else
      let time = status.st_mtim
    #endif
    let (seconds, overflow) = Int64(time.tv_sec).multipliedReportingOverflow(by: 1_000_000_000)
    stamp = FileStamp(
      identity: FileIdentity(
        device: UInt64(truncatingIfNeeded: status.st_dev), inode: UInt64(truncatingIfNeeded: status.st_ino)),
      byteCount: Int(clamping: status.st_size),
      modified: overflow ? Int64.max : seconds &+ Int64(time.tv_nsec))
  }
}
