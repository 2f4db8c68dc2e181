// From folders and files to notes by study: what the command line and the server start with.

internal import SeedModel

/// The notes of some folders and files, found and then read.
package struct StudyReader: Sendable {
  /// A note with the file that it was read from.
  package struct Note: Sendable {
    package let file: FoundFile
    package let content: LoadedNote
  }

  /// What to call notes where a person reads it.
  package enum Naming: Sendable {
    /// As the files are called that were found.
    case asFound
    /// By their paths in their study's folder.
    case inStudy
  }

  /// The innermost folder around everything that was given.
  package let folder: String
  /// The seed files, in natural order of their paths.
  package private(set) var notes: [Note] = []
  /// The configuration files around them.
  package private(set) var configurations = ConfigurationFiles()
  /// Everything that can be a note or configure one, as it was when it was read, by absolute paths.
  package private(set) var stamps: [PathKey: FileStamp] = [:]
  /// Files that were named themselves but are no seed files.
  package private(set) var namedFilesThatAreNoSeeds: [FoundFile] = []
  /// What could not be found or read; the paths are names for people.
  package private(set) var errors: [FileError] = []
  /// Whether a cancellation left something out.
  package private(set) var isIncomplete = false

  private var files: [FoundFile] = []
  private var vocabularies: [Vocabulary] = []
  private let cancellation: CancellationFlag

  /// How many files there are to read.
  package var fileCount: Int { files.count }

  /// Finds the files in folders, and takes those that are named themselves; those in folders that their study's configuration
  /// excludes are left out. Nothing is read yet but what configures.
  package init(
    _ roots: [Root], limits: FileFinder.Limits = FileFinder.Limits(),
    cancellation: CancellationFlag = CancellationFlag()
  ) {
    self.cancellation = cancellation
    let found = FileFinder.find(roots, limits: limits, cancellation: cancellation)
    let named = Set(found.files.lazy.filter(\.isNamed).map { PathKey($0.path) })
    let folders = roots.map { named.contains(PathKey($0.path)) ? Path.folder(of: $0.path) : $0.path }
    folder = folders.dropFirst().reduce(folders.first ?? "/") { Path.commonFolder($0, $1) }
    errors = found.errors
    stamps = FolderScan.configurations(around: found.files.map(\.path), in: roots.map(\.path))
    for root in roots { _ = configurations.file(forFolder: root.path) }
    for file in found.files {
      let configuration = configurations.file(for: file.path)
      guard file.isNamed || configuration?.covers(file.path) != false else {
        stamps[PathKey(file.path)] = file.stamp
        continue
      }
      files.append(file)
      vocabularies.append(configuration?.vocabulary ?? .standard)
    }
    errors += configurations.errors
  }

  /// Reads the files; those that can't be read are left out.
  ///
  /// - Parameter noteRead: called with each seed file in their order, on the calling thread; others are read meanwhile.
  package mutating func read(threads: Int? = nil, noteRead: (Note) -> Void = { _ in }) {
    let loader = Loader(threads: threads, cancellation: cancellation)
    notes.reserveCapacity(files.count)
    loader.load(files.map(\.path), vocabulary: { [vocabularies] in vocabularies[$0] }) { index, result in
      let file = files[index]
      // Of a file that can't be read, too: it would seem to be new whenever somebody looks.
      stamps[PathKey(file.path)] = (try? result?.get())?.stamp ?? file.stamp
      switch result {
      case .success(let content) where content.isSeed:
        let note = Note(file: file, content: content)
        notes.append(note)
        noteRead(note)
      case .success: if file.isNamed { namedFilesThatAreNoSeeds.append(file) }
      case .failure(let error): errors.append(FileError(path: file.name, reason: error.reason))
      case nil: isIncomplete = true
      }
    }
    if cancellation.isCancelled { isIncomplete = true }
  }

  /// Reads the files and puts the notes together to studies meanwhile.
  ///
  /// - Parameter settings: which rules to check in a study, by what its configuration says of them.
  package mutating func readStudies(
    threads: Int? = nil, naming: Naming, settings: @escaping StudyPlans.Settings
  ) -> AssembledStudies {
    func name(_ note: Note) -> String? { naming == .asFound ? note.file.name : nil }
    var assembly = StudyAssembly(in: folder, configurations, settings: settings)
    read(threads: threads) { assembly.add($0, name: name($0)) }
    return assembly.finish(notes, name: name)
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
