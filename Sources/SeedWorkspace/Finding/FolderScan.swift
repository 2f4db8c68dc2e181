// What the files of a folder are at the moment, to see later which of them changed.

/// The files that can be notes, each with its stamp, in a folder.
package enum FolderScan {
  /// - Parameters:
  ///   - isRecursive: whether to look into the folders inside, too.
  /// - Returns: absolute paths with stamps; nil if a cancellation or an unreadable folder left something out, so that what is
  ///   missing need not be gone.
  package static func stamps(
    in folder: String, isRecursive: Bool, cancellation: CancellationFlag
  ) -> [(path: String, stamp: FileStamp)]? {
    var limits = FileFinder.Limits()
    if !isRecursive { limits.depth = 0 }
    let found = FileFinder.find([Root(path: folder, name: folder)], limits: limits, cancellation: cancellation)
    guard !cancellation.isCancelled, found.errors.allSatisfy({ isHarmless($0, isRecursive) }) else { return nil }
    return found.files.compactMap { file in
      (try? FileStatus(path: file.path)).map { (file.path, $0.stamp) }
    }
  }

  /// Whether all other files were found nevertheless.
  private static func isHarmless(_ error: FileError, _ isRecursive: Bool) -> Bool {
    switch error.reason {
    case .tooDeep: !isRecursive
    // The folder itself, or a link that leads nowhere; nothing is below them.
    case .missing, .linkLoop, .nameIsNotUTF8: true
    default: false
    }
  }
}
