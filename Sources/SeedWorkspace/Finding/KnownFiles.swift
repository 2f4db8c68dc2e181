// What is known of a folder's files without reading them again: whether they are as they were when they were read.

/// The files of a folder, as they were when they were read last; without those that can have changed since and not show it.
package struct KnownFiles: Sendable {
  private var stamps = FileStamps()
  /// The folders as they were when their entries were looked through last, if that tells whether files came or went.
  private var folders: [PathKey: FileStamp] = [:]

  /// Whether a later change of any of the files would show.
  private let areAllSettled: Bool

  /// - Parameters:
  ///   - stamps: by absolute paths.
  ///   - second: when reading began.
  package init(_ stamps: [PathKey: FileStamp] = [:], at second: Int64 = 0) {
    let settled = stamps.filter { $0.value.isSettled(at: second) }
    self.stamps = FileStamps(settled)
    areAllSettled = settled.count == stamps.count
  }

  /// Notes that the whole folder was read again.
  package mutating func replace(with new: KnownFiles) {
    stamps = new.stamps
    if !new.areAllSettled { folders = [:] }
  }

  /// Notes that a file was read by itself, or is gone.
  ///
  /// - Parameter second: when it was read.
  package mutating func set(_ stamp: FileStamp?, of path: String, at second: Int64) {
    stamps[path] = stamp.flatMap { $0.isSettled(at: second) ? $0 : nil }
    if stamps[path] == nil { folders = [:] }
  }

  /// Notes that a file or folder is said to be gone: what is there nevertheless, or comes back as it was, was not read.
  package mutating func forget(_ path: String) {
    folders = [:]
    if stamps[path] != nil { stamps[path] = nil } else { stamps.remove(below: path) }
  }

  /// Whether all is still as it was, as far as files tell without being read.
  ///
  /// - Parameters:
  ///   - isRecursive: whether the folders inside the folder were read, too.
  ///   - isKnown: whether a file may have changed, because its text is known otherwise.
  package mutating func areUnchanged(
    in folder: String, isRecursive: Bool, ignoring isKnown: (String) -> Bool
  ) -> Bool {
    func isSame(_ path: String, _ stamp: FileStamp) -> Bool { (try? FileStatus(path: path))?.stamp == stamp }
    if !folders.isEmpty, folders.allSatisfy({ isSame($0.path, $1) }), stamps.areCurrent(ignoring: isKnown) {
      return true
    }
    guard
      let now = FolderScan.stampsAndFolders(in: folder, isRecursive: isRecursive, cancellation: CancellationFlag())
    else { return false }
    folders = now.folders
    return now.stamps.allSatisfy { key, stamp in stamps[key.path] == stamp || isKnown(key.path) }
      && stamps.paths.allSatisfy { now.stamps[PathKey($0)] != nil || isKnown($0) }
  }
}
