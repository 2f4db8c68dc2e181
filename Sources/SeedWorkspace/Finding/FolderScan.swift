// What the files of a folder are at the moment, to see later which of them changed.

/// The files that can be notes or configure them, each with its stamp, in a folder.
package enum FolderScan {
  /// - Parameters:
  ///   - isRecursive: whether to look into the folders inside, too.
  /// - Returns: stamps by absolute paths; nil if something was left out, by a cancellation, a limit or an error of the
  ///   system, so that what is missing need not be gone.
  package static func stamps(
    in folder: String, isRecursive: Bool, cancellation: CancellationFlag
  ) -> [PathKey: FileStamp]? {
    stampsAndFolders(in: folder, isRecursive: isRecursive, cancellation: cancellation)?.stamps
  }

  /// The same, with the stamps of the folders themselves: as long as these stay as they are, no file comes and none goes.
  /// None where that can't be said.
  package static func stampsAndFolders(
    in folder: String, isRecursive: Bool, cancellation: CancellationFlag
  ) -> (stamps: [PathKey: FileStamp], folders: [PathKey: FileStamp])? {
    let now = FileStamp.currentSecond
    let root = Root(path: folder, name: folder, isRecursive: isRecursive)
    let found = FileFinder.find([root], cancellation: cancellation)
    guard !cancellation.isCancelled, found.errors.allSatisfy({ isHarmless($0) }) else { return nil }
    var stamps = configurations(around: found.files.map(\.path), in: [folder])
    stamps.reserveCapacity(found.files.count)
    for file in found.files { stamps[PathKey(file.path)] = file.stamp }
    // What comes into a folder right after a change can leave the folder's time as it was.
    let folders = found.folders ?? [:]
    let isSettled = folders.values.allSatisfy { $0.isSettled(at: now) }
    return (stamps, isSettled && found.errors.isEmpty ? folders : [:])
  }

  /// The configuration files beside files and in the folders around them, up to the outermost ones given.
  static func configurations(around files: [String], in folders: [String]) -> [PathKey: FileStamp] {
    var looked = Set(folders.map { PathKey($0) })
    for file in files {
      var folder = Path.folder(of: file)
      while looked.insert(PathKey(folder)).inserted, folder != "/" { folder = Path.folder(of: folder) }
    }
    var stamps: [PathKey: FileStamp] = [:]
    for folder in looked where folders.contains(where: { Path.relative(folder.path, to: $0) != nil }) {
      let path = Path.join(folder.path, ConfigurationFile.name)
      stamps[PathKey(path)] = (try? FileStatus(path: path))?.stamp
    }
    return stamps
  }

  /// Whether all other files were found nevertheless, as they were when the folder was read.
  private static func isHarmless(_ error: FileError) -> Bool {
    switch error.reason {
    case .missing, .permissionDenied, .linkLoop, .nameIsNotUTF8, .tooDeep: true
    default: false
    }
  }
}
