// Decides which files a command may write: the one place for it.

/// A study's folder whose files may be written.
package struct WritableFolder: Sendable {
  /// Without any link.
  private let folder: String

  /// - Parameters:
  ///   - folder: the absolute path of a study's folder. The root of all folders and the home folder hold more than a study,
  ///     so that writing there could change what nobody meant; a folder that is gone holds nothing.
  ///   - home: the path of the home folder; nil if there is none.
  package init(_ folder: String, home: String? = CurrentProcess.environment("HOME")) throws(FileError) {
    guard let resolved = Path.resolved(folder) else { throw FileError(path: folder, reason: .missing) }
    guard resolved != "/", resolved != home.flatMap({ Path.resolved($0) }) else {
      throw FileError(path: folder, reason: .isNoStudy)
    }
    guard !SystemFolders.hold(resolved) else { throw FileError(path: folder, reason: .systemFolder) }
    self.folder = resolved
  }

  /// Throws if a file may not be written: what it leads to lies elsewhere.
  package func check(_ path: String) throws(FileError) {
    guard let file = Path.resolved(path) else { throw FileError(path: path, reason: .missing) }
    guard Path.relative(file, to: folder) != nil else { throw FileError(path: path, reason: .leadsOutOfStudy) }
  }
}
