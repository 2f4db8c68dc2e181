// Whether a report or a log may be written to a file: never where something of the user's stands.

internal import SeedModel

package enum OutputFile {
  /// Throws if a path names a note, a model file or a configuration: by what the file is called (`s_4.md`, `seed-lsp.json`,
  /// whether or not it is there), or by what it holds.
  package static func check(_ path: String) throws(FileError) {
    guard !isNamedAsANote(Path.name(of: Path.normalise(path))), !holdsANote(path) else {
      throw FileError(path: path, reason: .isPartOfAStudy)
    }
  }

  private static func isNamedAsANote(_ name: String) -> Bool {
    name == ConfigurationFile.name || FileFinder.isCandidate(name) && SourceID(fileName: name) != nil
  }

  private static func holdsANote(_ path: String) -> Bool {
    // What is no ordinary file (a pipe, a device) loses nothing when it is written to.
    guard let target = Path.resolved(path), (try? FileStatus(path: target))?.kind == .file else { return false }
    return Path.name(of: target) == ConfigurationFile.name || (try? Loader.load(target))?.isSeed == true
  }
}
