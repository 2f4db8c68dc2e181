// The stamps of many files, which are asked for again folder by folder.

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// Files by their absolute paths, each with its stamp.
///
/// Kept by folder and name, because the system finds a name in an open folder in two thirds of the time that it takes to follow
/// the whole path, and a rename asks about every file of a study.
package struct FileStamps: Sendable {
  /// By folder, and in it by name.
  private var folders: [PathKey: [PathKey: FileStamp]] = [:]

  package init(_ stamps: [PathKey: FileStamp] = [:]) {
    for (path, stamp) in stamps { self[path.path] = stamp }
  }

  package var count: Int { folders.values.reduce(0) { $0 + $1.count } }

  package subscript(path: String) -> FileStamp? {
    get {
      let (folder, name) = Self.parts(of: path)
      return folders[folder]?[name]
    }
    set {
      let (folder, name) = Self.parts(of: path)
      guard newValue != nil || folders[folder] != nil else { return }
      folders[folder, default: [:]][name] = newValue
      if folders[folder]?.isEmpty == true { folders[folder] = nil }
    }
  }

  /// The paths of all files, in no particular order.
  package var paths: [String] {
    folders.flatMap { folder, files in files.keys.map { Path.join(folder.path, $0.path) } }
  }

  /// Leaves out the files in a folder and in the folders inside it.
  package mutating func remove(below folder: String) {
    folders = folders.filter { Path.relative($0.key.path, to: folder) == nil }
  }

  /// Whether each file is as its stamp says, or is ignored.
  package func areCurrent(ignoring isIgnored: (String) -> Bool) -> Bool {
    folders.allSatisfy { path, files in
      let folder = OpenedFolder(path.path)
      return files.allSatisfy { name, stamp in
        folder.stamp(ofFile: name.path) == stamp || isIgnored(Path.join(path.path, name.path))
      }
    }
  }

  private static func parts(of path: String) -> (folder: PathKey, name: PathKey) {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else {
      return (PathKey(""), PathKey(path))
    }
    return (PathKey(Path.folder(of: path)), PathKey(String(path[path.utf8.index(after: slash)...])))
  }
}

/// A folder that was opened to ask about its files.
private struct OpenedFolder: ~Copyable {
  /// Negative if there is no such folder, or if it can't be opened: then it has no files.
  private let descriptor: Int32

  init(_ path: String) {
    #if os(Linux)
      // O_PATH, which the C library declares for its extensions only: to ask about files in a folder, one need not be allowed
      // to list it.
      let access: Int32 = 0o10000000
    #else
      let access = O_RDONLY
    #endif
    descriptor = strlen(path) == path.utf8.count ? open(path, access | O_DIRECTORY | O_CLOEXEC) : -1
  }

  deinit {
    if descriptor >= 0 { close(descriptor) }
  }

  /// What the name leads to now; links are followed.
  func stamp(ofFile name: String) -> FileStamp? {
    var status = stat()
    let isFound = name.withCString { bytes in
      descriptor >= 0 && strlen(bytes) == name.utf8.count && fstatat(descriptor, bytes, &status, 0) == 0
    }
    return isFound ? FileStatus(status).stamp : nil
  }
}
