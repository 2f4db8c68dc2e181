// A folder that is open, as a whole: what was read of it, and the studies that its notes make.

internal import LanguageServerProtocol
internal import SeedModel
internal import SeedRules
internal import SeedStudy
internal import SeedWorkspace

/// The place of workspace folders or of documents that were opened by themselves (see `StudyPlace`), or no folder at all for
/// documents that are no files. It is read at once; its notes make one study, or several. Owned by the loop alone.
final class OpenFolder {
  /// Nil for documents that are no files.
  let path: String?
  /// The path without links; nil if there is no such folder.
  private(set) lazy var resolvedPath = path.flatMap { Path.resolved($0) }
  /// Whether the client opened the folder, or one in it; another one lives as long as its documents are open.
  let isWorkspaceFolder: Bool
  /// The folders that the client has open, which may lie deeper than the root of their study.
  var workspaceFolders: [String] = []
  /// Whether the folders inside belong to it.
  let isRecursive: Bool
  /// One for each plan. The folder itself is always one of them, the first.
  private(set) var studies: [OpenStudy] = []
  private(set) var plans: StudyPlans
  private let names: ClientNames
  /// The configuration files around its notes, as of the last reading.
  private var configurations = ConfigurationFiles()
  private var knownConfigurations: [String] = []
  /// Reads the folder's notes; nil when that is done.
  private(set) var loading: FolderLoading?
  /// What came and went while notes were being read: what was read of these is older.
  private var touchedWhileLoading: Set<PathKey> = []
  private var hasBeenRead = false
  /// The studies that were put together while the folder was read first, until they are taken over.
  private var assembled: AssembledStudies?
  /// Whether reading was stopped before its end.
  private(set) var isIncomplete = false
  /// What could not be read when the folder was read last, in words.
  private(set) var problems: [String] = []
  private var files = KnownFiles()

  /// - Parameter settings: which rules to check in a study, by what its configuration says of them.
  init(
    _ place: StudyPlace?, isWorkspaceFolder: Bool, names: ClientNames, settings: @escaping StudyPlans.Settings
  ) {
    path = place?.folder
    isRecursive = place?.isRecursive ?? false
    self.isWorkspaceFolder = isWorkspaceFolder
    self.names = names
    plans = StudyPlans(settings: settings)
    apply(makePlans(FolderNotes(), settings), FolderNotes())
  }

  /// Whether every note of the folder has been read.
  var isLoaded: Bool { loading == nil }

  /// Whether a file lies in the folder: anywhere below it, or directly in it if it isn't recursive.
  func contains(_ file: String) -> Bool {
    guard let path, let relative = Path.relative(file, to: path) else { return false }
    return isRecursive || (relative != "." && !relative.utf8.contains(UInt8(ascii: "/")))
  }

  /// The study that a document of the folder belongs to. A folder that was closed has none, and gets one that nobody keeps.
  func study(for path: String) -> OpenStudy {
    let index = plans.index(for: path)
    guard studies.indices.contains(index) else {
      return OpenStudy(StudyPlan(folder: self.path, configuration: nil, settings: .standard), in: self, names)
    }
    return studies[index]
  }

  /// Whether a file can be a note, as its study is configured.
  func covers(_ path: String) -> Bool {
    guard ClientNames.isFile(path) else { return true }
    guard !ConfigurationFile.isName(path) else { return false }
    return configurations.file(for: path)?.covers(path) != false
  }

  /// Whether reading the folder passes over a file or folder in it.
  func passesOver(_ file: String) -> Bool {
    guard let path, let relative = Path.relative(file, to: path) else { return false }
    return FileFinder.passesOver(relative)
  }

  /// The vocabulary of a document's study.
  func vocabulary(for path: String) -> Vocabulary {
    guard ClientNames.isFile(path) else { return .standard }
    return configurations.file(for: path)?.vocabulary ?? .standard
  }

  /// The configuration files that count for the folder and its notes.
  var configurationFiles: [ConfigurationFile] { configurations.files }

  /// Whether other configuration files count than when somebody asked last, or when the folder was read: one counts from the
  /// first note on around which it stands.
  func takeNewConfigurations() -> Bool {
    let paths = configurationFiles.map(\.path)
    defer { knownConfigurations = paths }
    return paths != knownConfigurations
  }

  /// Those among them of which the client is told: they count for something that it has open.
  var toldConfigurationFiles: [ConfigurationFile] {
    guard isWorkspaceFolder else { return configurationFiles }
    return configurationFiles.filter { file in
      workspaceFolders.contains { folder in
        Path.relative(folder, to: file.folder) != nil || Path.relative(file.folder, to: folder) != nil
      }
    }
  }

  /// Whether a configuration file counts for the folder, or would if it were there.
  func isConfigured(by file: String) -> Bool {
    guard let path else { return false }
    let folder = Path.folder(of: file)
    return Path.relative(path, to: folder) != nil || (isRecursive && Path.relative(folder, to: path) != nil)
  }

  // MARK: - Notes

  /// Adds or replaces a note of one of the studies.
  func set(_ path: String, _ summary: DocumentSummary, in study: OpenStudy) -> DocumentID {
    touch(path)
    return study.set(path, summary)
  }

  func remove(_ path: String, from study: OpenStudy) {
    touch(path)
    study.remove(path)
  }

  /// Removes the notes of a folder inside this one.
  func removeNotes(below folder: String, except isKept: (String) -> Bool) {
    let prefix = Array((folder + "/").utf8)
    for study in studies {
      for note in study.files.paths.all where note.path.utf8.starts(with: prefix) && !isKept(note.path) {
        remove(note.path, from: study)
      }
    }
  }

  /// Reads one file again, such as after the editor has let go of it.
  ///
  /// - Returns: what stood in the way, in words. That the file isn't there is no problem.
  func reload(_ path: String) -> String? {
    let study = study(for: path)
    // What reading the folder would not find is a note only while it is open.
    guard ClientNames.isFile(path), FileFinder.isCandidate(path), covers(path), !passesOver(path) else {
      remove(path, from: study)
      return nil
    }
    let second = FileStamp.currentSecond
    do throws(FileError) {
      let note = try Loader.load(path, study.content.vocabulary)
      files.set(note.stamp, of: path, at: second)
      guard note.isSeed else {
        remove(path, from: study)
        return nil
      }
      _ = set(path, note.summary, in: study)
      return note.encodingProblem
    } catch {
      files.set(nil, of: path, at: second)
      remove(path, from: study)
      switch error.reason {
      case .missing, .isFolder, .parentIsNotAFolder: return nil
      default: return error.description
      }
    }
  }

  /// Notes that a file or folder is said to be gone.
  func forgetStamps(at path: String) {
    files.forget(path)
  }

  /// Whether all that could be read is still as it was then, as far as files tell without being read. A file that an editor
  /// has open may have changed: its text is known from the editor.
  func isUnchanged(isOpen: (String) -> Bool) -> Bool {
    guard let path, isLoaded, !isIncomplete, problems.isEmpty else { return false }
    return files.areUnchanged(in: path, isRecursive: isRecursive, ignoring: isOpen)
  }

  /// Notes that something came or went while the folder is being read.
  private func touch(_ path: String) {
    if !isLoaded { touchedWhileLoading.insert(PathKey(path)) }
  }

  // MARK: - Reading the folder

  /// Starts to read the folder's notes on another thread; `folderLoaded` follows on the queue.
  ///
  /// - Parameter settings: which rules to check in a study, by what its configuration says of them.
  func startLoading(
    _ settings: @escaping StudyPlans.Settings, queue: EventQueue, running: RunningLoads, progressDelay: Duration,
    isQuiet: Bool
  ) {
    guard let path else { return }
    loading?.cancel()
    // Later, the studies that are there are brought up to date.
    loading = FolderLoading(
      path: path, isRecursive: isRecursive, settings: hasBeenRead ? nil : settings, queue: queue, running: running,
      progressDelay: progressDelay, isQuiet: isQuiet)
  }

  /// What was read, if all of it has been and nobody has asked before; nil if reading goes on.
  func takeOutcome() -> FolderLoading.Outcome? {
    guard let loading, let outcome = loading.outcome else { return nil }
    assembled = loading.takeStudies()
    self.loading = nil
    hasBeenRead = true
    isIncomplete = outcome.isIncomplete
    problems = outcome.problems
    files.replace(with: outcome.files)
    configurations = outcome.configurations
    knownConfigurations = configurationFiles.map(\.path)
    return outcome
  }

  /// The notes as of a reading. What is open, and what came and went meanwhile, is newer than what was read.
  func notes(_ outcome: FolderLoading.Outcome, isOpen: (String) -> Bool) -> FolderNotes {
    defer { touchedWhileLoading = [] }
    func isNewer(_ path: String) -> Bool { isOpen(path) || touchedWhileLoading.contains(PathKey(path)) }
    var notes = FolderNotes(outcome.notes)
    var others: [PathKey: DocumentSummary?] = [:]
    for (path, summary) in studies.flatMap(\.files.summaries)
    where isNewer(path) || (!outcome.isWhole && covers(path)) {
      others[PathKey(path)] = summary
    }
    for path in notes.paths {
      if !isNewer(path) {
        others.removeValue(forKey: PathKey(path))
      } else if others[PathKey(path)] == nil {
        others.updateValue(nil, forKey: PathKey(path))
      }
    }
    notes.replace(others)
    return notes
  }

  /// The notes as they are known.
  var notes: FolderNotes {
    var notes = FolderNotes()
    notes.replace(
      Dictionary(studies.flatMap(\.files.summaries).map { (PathKey($0.path), $0.summary) }) { first, _ in first })
    return notes
  }

  // MARK: - Studies

  /// Which studies some notes make.
  func makePlans(_ notes: FolderNotes, _ settings: StudyPlans.Settings) -> StudyPlans {
    guard let path else { return StudyPlans(settings: settings) }
    return StudyPlans(notes.claims, in: path, &configurations, settings: settings)
  }

  /// Makes the studies anew, with some notes.
  func apply(_ plans: StudyPlans, _ notes: FolderNotes) {
    self.plans = plans
    studies = plans.studies.map { OpenStudy($0, in: self, names) }
    update(notes) { _ in false }
  }

  /// Brings the studies up to date with what was read.
  func update(_ notes: FolderNotes, isOpen: (String) -> Bool) {
    let adopted = adoptAssembled()
    let paths = Set(notes.paths.map { PathKey($0) })
    for (index, study) in studies.enumerated() {
      // What was read of an open document is no more than what was on the disk.
      for note in study.files.paths.all
      where !paths.contains(PathKey(note.path)) && (adopted.contains(index) || !isOpen(note.path)) {
        study.remove(note.path)
      }
    }
    // Notes are numbered in their order.
    for (path, summary) in notes.inOrder { study(for: path).set(path, summary) }
  }

  /// Takes over what was put together while the folder was read, as far as it is what the plans say.
  ///
  /// - Returns: the indices of the studies that came of it.
  private func adoptAssembled() -> Set<Int> {
    var read = assembled.take()?.studies ?? []
    var adopted: Set<Int> = []
    while let study = read.popLast() {
      guard let index = plans.studies.firstIndex(of: study.plan), studies.indices.contains(index) else { continue }
      studies[index].adopt(study)
      adopted.insert(index)
    }
    return adopted
  }

  /// Lets go of everything.
  ///
  /// - Returns: the documents whose findings the client must take off the screen.
  func close() -> [DocumentURI] {
    loading?.cancel()
    loading = nil
    defer { studies = [] }
    return studies.flatMap(\.reports.documentsOnDisplay)
  }
}
