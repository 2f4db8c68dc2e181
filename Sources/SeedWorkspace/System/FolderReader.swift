// Lists a folder: the names in it and what they are, in the order in which the system gives them.

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// An entry of a folder.
struct FolderEntry {
  enum Kind {
    case file
    case folder
    case link
    /// The file system doesn't say; asking for the status tells.
    case unknown
    case other
  }

  let name: String
  let kind: Kind
  /// Whether the name's bytes are UTF-8; if not, `name` is no name to open it by.
  let isUTF8: Bool
}

enum FolderReader {
  /// Calls `body` with each entry whose name doesn't start with a dot, until it returns false.
  ///
  /// - Parameter enter: asked once with the identity of the folder that was opened; false leaves it unread.
  static func forEachEntry(
    of path: String, enter: (FileIdentity) -> Bool, _ body: (FolderEntry) -> Bool
  ) throws(FileError) {
    guard !path.utf8.contains(0) else { throw FileError(path: path, reason: .invalidPath) }
    guard let folder = opendir(path) else { throw FileError(path: path, errorNumber: errno) }
    defer { closedir(folder) }
    let status = try FileStatus(descriptor: dirfd(folder), path: path)
    guard enter(status.stamp.identity) else { return }
    while true {
      errno = 0
      guard let entry = readdir(folder) else {
        // A folder on a lost network drive ends early, with an error.
        if errno != 0 { throw FileError(path: path, errorNumber: errno) }
        return
      }
      guard let found = self.entry(entry) else { continue }
      guard body(found) else { return }
    }
  }

  /// Reads a directory entry; nil for one whose name starts with a dot.
  private static func entry(_ entry: UnsafeMutablePointer<dirent>) -> FolderEntry? {
    // The name is as long as it is, not the 256 bytes of its declaration: copying the field would read past the entry.
    guard let offset = MemoryLayout<dirent>.offset(of: \dirent.d_name) else { return nil }
    let start = UnsafeRawPointer(entry).advanced(by: offset).assumingMemoryBound(to: CChar.self)
    guard start.pointee != CChar(UInt8(ascii: ".")), start.pointee != 0 else { return nil }
    let kind: FolderEntry.Kind =
      switch Int32(entry.pointee.d_type) {
      case Int32(DT_REG): .file
      case Int32(DT_DIR): .folder
      case Int32(DT_LNK): .link
      case Int32(DT_UNKNOWN): .unknown
      default: .other
      }
    let valid = String(validatingCString: start)
    return FolderEntry(name: valid ?? String(cString: start), kind: kind, isUTF8: valid != nil)
  }
}
