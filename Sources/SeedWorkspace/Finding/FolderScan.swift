// What the files of a folder are at the moment, to see later which of them changed.

/// The files that can be notes, each with its stamp, in a folder.
package enum FolderScan {
  /// - Parameters:
  ///   - isRecursive: whether to look into the folders inside, too.
  /// - Returns: absolute paths with stamps; nil if something was left out, by a cancellation, a limit or an error of the
  ///   system, so that what is missing need not be gone.
  package static func stamps(
    in folder: String, isRecursive: Bool, cancellation: CancellationFlag
  ) -> [(path: String, stamp: FileStamp)]? {
    var limits = FileFinder.Limits()
    if !isRecursive { limits.depth = 0 }
    let found = FileFinder.find([Root(path: folder, name: folder)], limits: limits, cancellation: cancellation)
    guard !cancellation.isCancelled, found.errors.allSatisfy({ isHarmless($0) }) else { return nil }
    let notes = stamps(of: found.files.map(\.path))
    return notes + configurations(around: notes.map(\.path), in: folder)
  }

  /// The configuration files that count for some files of a folder, with their stamps.
  package static func configurations(
    around files: [String], in folder: String
  ) -> [(path: String, stamp: FileStamp)] {
    var folders: Set<String> = []
    for start in Set(files.map(Path.folder(of:))).union([folder]) {
      var current = start
      while folders.insert(current).inserted, current != "/" { current = Path.folder(of: current) }
    }
    return stamps(of: folders.map { Path.join($0, ConfigurationFile.name) })
  }

  private static func stamps(of files: [String]) -> [(path: String, stamp: FileStamp)] {
    files.compactMap { path in
      guard let status = try? FileStatus(path: path), status.kind == .file else { return nil }
      return (path, status.stamp)
    }
  }

  /// Whether all other files were found nevertheless, as they were when the folder was read.
  private static func isHarmless(_ error: FileError) -> Bool {
    switch error.reason {
    case .missing, .permissionDenied, .linkLoop, .nameIsNotUTF8, .tooDeep: true
    default: false
    }
  }
}
