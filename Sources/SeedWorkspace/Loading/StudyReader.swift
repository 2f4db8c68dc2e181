// From folders and files to notes by study: what the command line and the server start with.

package import SeedModel

/// The notes of some folders and files, read and told apart by study.
package struct StudyReader: Sendable {
  /// A note with the file that it was read from.
  package struct Note: Sendable {
    package let file: FoundFile
    package let content: LoadedNote
  }

  /// The seed files, in natural order of their paths.
  package private(set) var notes: [Note] = []
  /// The configuration files around them.
  package private(set) var configurations = ConfigurationFiles()
  /// Everything that can be a note or configure one, as it was when it was read, by absolute paths.
  package private(set) var stamps: [String: FileStamp] = [:]
  /// Files that were named themselves but are no seed files.
  package private(set) var namedFilesThatAreNoSeeds: [FoundFile] = []
  /// What could not be found or read; the paths are names for people.
  package private(set) var errors: [FileError] = []
  /// Whether a cancellation left something out.
  package private(set) var isIncomplete = false

  /// Finds the seed files in folders, and takes the files that are named themselves; those that can't be read are left out,
  /// and so are those in folders that their study's configuration excludes.
  ///
  /// - Parameter filesFound: called with the number of files before they are read.
  package init(
    _ roots: [Root], limits: FileFinder.Limits = FileFinder.Limits(), threads: Int? = nil,
    cancellation: CancellationFlag = CancellationFlag(), filesFound: (Int) -> Void = { _ in }
  ) {
    let found = FileFinder.find(roots, limits: limits, cancellation: cancellation)
    errors = found.errors
    filesFound(found.files.count)
    stamps = FolderScan.configurations(around: found.files.map(\.path), in: roots.map(\.path))
    for root in roots { _ = configurations.file(forFolder: root.path) }
    var files: [FoundFile] = []
    var vocabularies: [Vocabulary] = []
    for file in found.files {
      let configuration = configurations.file(for: file.path)
      guard file.isNamed || configuration?.covers(file.path) != false else {
        stamps[file.path] = file.stamp
        continue
      }
      files.append(file)
      vocabularies.append(configuration?.vocabulary ?? .standard)
    }
    errors += configurations.errors
    let loader = Loader(threads: threads, cancellation: cancellation)
    let loaded = loader.load(files.map(\.path)) { [vocabularies] in vocabularies[$0] }
    for (file, result) in zip(files, loaded) {
      // Of a file that can't be read, too: it would seem to be new whenever somebody looks.
      stamps[file.path] = (try? result?.get())?.stamp ?? file.stamp
      switch result {
      case .success(let note) where note.isSeed: notes.append(Note(file: file, content: note))
      case .success: if file.isNamed { namedFilesThatAreNoSeeds.append(file) }
      case .failure(let error): errors.append(FileError(path: file.name, reason: error.reason))
      case nil: isIncomplete = true
      }
    }
    if cancellation.isCancelled { isIncomplete = true }
  }
}

extension StudyLayout {
  /// Tells the notes of a folder apart by study.
  ///
  /// - Parameters:
  ///   - notes: absolute paths and the sources that the notes claim to record.
  ///   - folder: the folder around them. A configuration file further out makes it one study.
  package init(
    _ notes: [(path: String, sourceID: String?)], in folder: String, _ configurations: inout ConfigurationFiles
  ) {
    self.init(
      notes.map { path, sourceID in
        let root = configurations.file(for: path)?.folder
        return Note(
          path: path, sourceID: sourceID,
          markedFolder: root.map { Path.relative($0, to: folder) == nil ? folder : $0 })
      }, in: folder)
  }
}

extension StudyLayout.Split {
  /// What is to be said of it, in one sentence and an advice.
  ///
  /// - Parameter name: what to call a folder or a file.
  package func message(_ name: (String) -> String) -> String {
    let notes = notes.map { "`\(name($0))`" }.joined(separator: " and ")
    return "`\(name(folder))` holds more than one study, because \(notes) both record `\(sourceID)`. "
      + "If it is one study, put a file \(ConfigurationFile.name) into it."
  }
}
