// From folders and files to notes by study: what the command line and the server start with.

internal import SeedModel
internal import SeedStudy

/// The notes of some folders and files, found and then read.
package struct StudyReader: Sendable {
  /// A note with the file that it was read from.
  package struct Note: Sendable {
    package let file: FoundFile
    package let content: LoadedNote
    let root: StudyRoot
    /// The source that the note claims to record.
    let claim: String?
  }

  /// What to call notes where a person reads it.
  package enum Naming: Sendable {
    /// As the files are called that were found.
    case asFound
    /// By their paths in their study's folder.
    case inStudy
  }

  /// The innermost folder around everything that nothing marks as a study.
  package let folder: String
  /// What was asked about; more may be read, because it belongs to the same studies.
  package let given: GivenPaths
  /// The seed files, in natural order of their paths.
  package private(set) var notes: [Note] = []
  /// What is known of configuration files.
  package private(set) var configurations = ConfigurationFiles()
  /// Those that count for what was given and what is read with it, in natural order of their paths.
  package private(set) var configurationsInUse: [ConfigurationFile] = []
  /// Everything that can be a note or configure one, as it was when it was read, by absolute paths.
  package private(set) var stamps: [PathKey: FileStamp] = [:]
  /// Files that were named themselves but are no seed files.
  package private(set) var namedFilesThatAreNoSeeds: [FoundFile] = []
  /// What could not be found or read; the paths are names for people.
  package private(set) var errors: [FileError] = []
  /// Files that are no text and aren't called as notes are; the paths are names for people.
  package private(set) var skipped: [FileError] = []
  /// Whether a cancellation left something out.
  package private(set) var isIncomplete = false

  private var files: [FoundFile] = []
  /// For each of the files, where its study begins.
  private var roots: [StudyRoot] = []
  private let cancellation: CancellationFlag

  /// How many files there are to read.
  package var fileCount: Int { files.count }

  /// Finds the files in folders, and takes those that are named themselves, together with the rest of the studies that they are
  /// parts of; what the configuration of its study excludes is left out. Nothing is read yet but what configures.
  ///
  /// - Parameters:
  ///   - around: paths of files whose studies are to be read, too, though the files need not be there.
  ///   - name: what to call a file that was not given itself, by its path.
  package init(
    _ roots: [Root], around: [String] = [], limits: FileFinder.Limits = FileFinder.Limits(),
    cancellation: CancellationFlag = CancellationFlag(), name: (String) -> String = { $0 }
  ) {
    self.cancellation = cancellation
    given = GivenPaths(roots)
    var places: [StudyPlace] = []
    for root in roots {
      places.append(
        given.isFolder(root)
          ? StudyPlace(ofFolder: root.path, isRecursive: root.isRecursive, &configurations)
          : StudyPlace(ofFile: root.path, &configurations))
    }
    for path in around { places.append(StudyPlace(ofFile: path, &configurations)) }
    let unmarked = places.filter { !$0.isMarked }.map(\.folder)
    let folders = unmarked.isEmpty ? places.map(\.folder) : unmarked
    folder = folders.dropFirst().reduce(folders.first ?? "/") { Path.commonFolder($0, $1) }
    // What was given comes first, so that its files are called as it is.
    let outermost = StudyPlace.outermost(places)
    let found = FileFinder.find(
      roots
        + outermost.filter { place in !roots.contains { Path.areSame($0.path, place.folder) } }
        .map { place in
          let shown = name(place.folder)
          return Root(
            path: place.folder, name: shown == "." ? "" : shown, isRecursive: place.isRecursive, isAround: true)
        },
      limits: limits, cancellation: cancellation)
    errors = found.errors
    stamps = FolderScan.configurations(around: found.files.map(\.path), in: outermost.map(\.folder))
    var studyRoots = StudyRoots(in: folder)
    let foundRoots = found.files.map { studyRoots.root(of: $0.path, &configurations) }
    let areGiven = found.files.map { !roots.isEmpty && given.contains($0.path) }
    var wanted: Set<PathKey> = []
    for (root, isGiven) in zip(foundRoots, areGiven) where isGiven { wanted.insert(PathKey(root.folder)) }
    for path in around { wanted.insert(PathKey(studyRoots.root(of: path, &configurations).folder)) }
    var inUse = roots.compactMap {
      configurations.file(forFolder: given.isFolder($0) ? $0.path : Path.folder(of: $0.path))
    }
    for (index, file) in found.files.enumerated() {
      let root = foundRoots[index]
      let isWanted = wanted.contains(PathKey(root.folder))
      if isWanted, let configuration = root.configuration { inUse.append(configuration) }
      guard isWanted, file.isNamed || root.configuration?.covers(file.path) != false else {
        stamps[PathKey(file.path)] = file.stamp
        continue
      }
      files.append(areGiven[index] ? file : file.called(name(file.path)))
      self.roots.append(root)
    }
    let byPath = Dictionary(inUse.map { (PathKey($0.path), $0) }) { first, _ in first }
    configurationsInUse = byPath.values.sorted { NaturalOrder.areInIncreasingOrder($0.path, $1.path) }
    errors += configurations.errors
  }

  /// Reads the files; those that can't be read are left out.
  ///
  /// - Parameter noteRead: called with each seed file in their order, on the calling thread; others are read meanwhile.
  package mutating func read(threads: Int? = nil, noteRead: (Note) -> Void = { _ in }) {
    let loader = Loader(threads: threads, cancellation: cancellation)
    notes.reserveCapacity(files.count)
    loader.load(files.map(\.path), vocabulary: { [roots] in roots[$0].configuration?.vocabulary ?? .standard }) {
      index, result in
      let file = files[index]
      // Of a file that can't be read, too: it would seem to be new whenever somebody looks.
      stamps[PathKey(file.path)] = (try? result?.get())?.stamp ?? file.stamp
      var result = result
      if file.isNamed, case .failure(let error) = result, error.reason.isAboutText,
        let note = LoadedNote(unreadable: file.path, error.reason)
      {
        result = .success(note)
      }
      switch result {
      case .success(let content) where content.isSeed:
        let note = Note(
          file: file, content: content, root: roots[index], claim: content.summary.claimedSourceID(in: file.path))
        notes.append(note)
        noteRead(note)
      case .success: if file.isNamed { namedFilesThatAreNoSeeds.append(file) }
      case .failure(let error) where error.reason.isAboutText:
        skipped.append(FileError(path: file.name, reason: error.reason))
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
