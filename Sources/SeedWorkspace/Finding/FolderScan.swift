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
    return found.files.compactMap { file in
      (try? FileStatus(path: file.path)).map { (file.path, $0.stamp) }
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
