// A folder that is open, as a whole: what was read of it, and the studies that its notes make.

internal import LanguageServerProtocol
internal import SeedModel
internal import SeedSyntax
internal import SeedWorkspace

/// A workspace folder, the folder around a document that was opened by itself, or no folder at all for documents that are no
/// files. It is read at once; its notes make one study, or several (see `StudyLayout`).
final class OpenFolder {
  /// Nil for documents that are no files.
  let path: String?
  /// The path without links; nil if there is no such folder.
  private(set) lazy var resolvedPath = path.flatMap { Path.resolved($0) }
  /// Whether the client opened the folder; another one lives as long as its documents are open.
  let isWorkspaceFolder: Bool
  /// Whether the folders inside belong to it.
  let isRecursive: Bool
  /// The innermost around a file is the file's. The folder itself is always one of them.
  private(set) var studies: [OpenStudy] = []
  /// The study of what lies in no inner one. A folder that was closed has none, and gets one that nobody keeps.
  private var outermost: OpenStudy { studies.first ?? OpenStudy(path: path, in: self, settings: .standard) }
  private(set) var plan = Plan()
  /// The configuration files around its notes, as of the last reading.
  private var configurations = ConfigurationFiles()
  /// Reads the folder's notes; nil when that is done.
  private(set) var loading: FolderLoading?
  /// What came and went while notes were being read: what was read of these is older.
  private var touchedWhileLoading: Set<DocumentURI> = []
  private var hasBeenRead = false
  /// The study that was put together while the folder was read first, until the studies are made.
  private var readStudy: ReadStudy?
  /// Whether reading was stopped before its end.
  private(set) var isIncomplete = false
  /// What could not be read when the folder was read last, in words.
  private(set) var problems: [String] = []
  /// Its files by path, as they were when they were read last; without those that can have changed since and not show it.
  private var stamps = FileStamps()
  /// Its folders as they were when their entries were looked through last, if that tells whether files came or went.
  private var folderStamps: [String: FileStamp] = [:]
  /// The names that the client uses for files that were found under others, because a link leads to them; and back.
  private var namesInUse: [DocumentURI: DocumentURI] = [:]
  private var namesFound: [DocumentURI: DocumentURI] = [:]
  /// The configuration files for which the client has findings on display.
  var displayedConfigurations: Set<DocumentURI> = []

  /// What the studies are made by; equal plans make equal studies.
  struct Plan: Equatable {
    struct StudyPlan: Equatable {
      let folder: String?
      let configuration: StudyConfiguration?
      /// What is configured for rules, in the file and in the editor.
      let levels: [String: RuleSettings.Level]

      /// - Parameter levels: what the editor's settings say of the rules; the configuration file wins.
      init(folder: String?, configuration: StudyConfiguration?, _ levels: [String: RuleSettings.Level]) {
        self.folder = folder
        self.configuration = configuration
        self.levels = levels.merging(configuration?.rules ?? [:]) { _, own in own }
      }
    }

    var studies: [StudyPlan] = []
    var splits: [StudyLayout.Split] = []

    static func == (left: Plan, right: Plan) -> Bool { left.studies == right.studies }
  }

  init(path: String?, isWorkspaceFolder: Bool, isRecursive: Bool, levels: [String: RuleSettings.Level]) {
    self.path = path
    self.isWorkspaceFolder = isWorkspaceFolder
    self.isRecursive = isRecursive
    apply(makePlan(FolderNotes([]), levels), FolderNotes([]))
  }

  /// Whether every note of the folder has been read.
  var isLoaded: Bool { loading == nil }

  /// Whether a file lies in the folder: anywhere below it, or directly in it if it isn't recursive.
  func contains(_ file: String) -> Bool {
    guard let path, let relative = Path.relative(file, to: path) else { return false }
    return isRecursive || (relative != "." && !relative.utf8.contains(UInt8(ascii: "/")))
  }

  /// The study that a document of the folder belongs to.
  func study(for uri: DocumentURI) -> OpenStudy {
    guard studies.count > 1, let file = path(of: uri) else { return outermost }
    let around = studies.filter { study in study.path.map { Path.relative(file, to: $0) != nil } == true }
    return around.max { ($0.path?.utf8.count ?? 0) < ($1.path?.utf8.count ?? 0) } ?? outermost
  }

  /// Whether a file can be a note, as its study is configured.
  func covers(_ uri: DocumentURI) -> Bool {
    guard let file = path(of: uri) else { return true }
    guard !ConfigurationFile.isName(file) else { return false }
    return configurations.file(for: file)?.covers(file) != false
  }

  /// Whether reading the folder passes over a file or folder in it.
  func passesOver(_ uri: DocumentURI) -> Bool {
    guard let path, let file = self.path(of: uri), let relative = Path.relative(file, to: path) else { return false }
    return FileFinder.passesOver(relative)
  }

  /// The vocabulary of a document's study.
  func vocabulary(for uri: DocumentURI) -> Vocabulary {
    path(of: uri).flatMap { configurations.file(for: $0)?.vocabulary } ?? .standard
  }

  /// The configuration files that count for the folder and its notes.
  var configurationFiles: [ConfigurationFile] { configurations.files }

  /// Whether a configuration file counts for the folder, or would if it were there.
  func isConfigured(by file: String) -> Bool {
    guard let path else { return false }
    let folder = Path.folder(of: file)
    return Path.relative(path, to: folder) != nil || (isRecursive && Path.relative(folder, to: path) != nil)
  }

  /// Notes that came or went while the folder is being read.
  func touch(_ uri: DocumentURI) {
    if !isLoaded { touchedWhileLoading.insert(nameInUse(uri)) }
  }

  // MARK: - Names

  /// Answers shall name a document as its editor does.
  ///
  /// - Parameter found: the name under which the file is found in the folder, if that is another one.
  func use(_ uri: DocumentURI, for found: DocumentURI?) {
    if let found, found != uri {
      namesInUse[found] = uri
      namesFound[uri] = found
    } else if let old = namesInUse.removeValue(forKey: uri) {
      namesFound[old] = nil
    }
  }

  /// The client's name of a file.
  func nameInUse(_ uri: DocumentURI) -> DocumentURI {
    namesInUse.isEmpty ? uri : namesInUse[uri] ?? uri
  }

  /// Where in the folder a document is found; nil if it is no file.
  func path(of uri: DocumentURI) -> String? {
    namesFound.isEmpty ? uri.path : (namesFound[uri] ?? uri).path
  }

  // MARK: - Reading files

  /// Starts to read the folder's notes on another thread; `folderLoaded` follows on the queue.
  ///
  /// - Parameter levels: what the editor's settings say of the rules.
  func startLoading(
    _ levels: [String: RuleSettings.Level], queue: EventQueue, running: RunningLoads, progressDelay: Duration,
    isQuiet: Bool
  ) {
    guard let path else { return }
    loading?.cancel()
    // Later, the studies that are there are brought up to date.
    loading = FolderLoading(
      path: path, isRecursive: isRecursive, levels: hasBeenRead ? nil : levels, queue: queue, running: running,
      progressDelay: progressDelay, isQuiet: isQuiet)
  }

  /// What was read, if all of it has been and nobody has asked before; nil if reading goes on.
  func takeOutcome() -> FolderLoading.Outcome? {
    guard let loading, let outcome = loading.outcome else { return nil }
    readStudy = loading.takeStudy()
    self.loading = nil
    hasBeenRead = true
    isIncomplete = outcome.isIncomplete
    problems = outcome.problems
    stamps = outcome.settledStamps
    if stamps.count < outcome.stamps.count { folderStamps = [:] }
    configurations = outcome.configurations
    return outcome
  }

  /// Notes that a file was read by itself, or is gone.
  ///
  /// - Parameter second: when it was read.
  func noteStamp(_ stamp: FileStamp?, of path: String, at second: Int64) {
    stamps[path] = stamp.flatMap { $0.isSettled(at: second) ? $0 : nil }
    if stamps[path] == nil { folderStamps = [:] }
  }

  /// Notes that a file or folder is said to be gone: what is there nevertheless, or comes back as it was, was not read.
  func forgetStamps(at uri: DocumentURI) {
    guard let gone = path(of: uri) else { return }
    folderStamps = [:]
    if stamps[gone] != nil { stamps[gone] = nil } else { stamps.remove(below: gone) }
  }

  /// Whether all that could be read is still as it was then, as far as files tell without being read. A file that an editor
  /// has open may have changed: its text is known from the editor.
  func isUnchanged(isOpen: (DocumentURI) -> Bool) -> Bool {
    guard let path, isLoaded, !isIncomplete, problems.isEmpty else { return false }
    func isKnown(_ path: String) -> Bool { isOpen(nameInUse(DocumentURI(filePath: path))) }
    func isSame(_ path: String, _ stamp: FileStamp) -> Bool { (try? FileStatus(path: path))?.stamp == stamp }
    if !folderStamps.isEmpty, folderStamps.allSatisfy({ isSame($0, $1) }), stamps.areCurrent(ignoring: isKnown) {
      return true
    }
    guard
      let now = FolderScan.stampsAndFolders(in: path, isRecursive: isRecursive, cancellation: CancellationFlag())
    else { return false }
    folderStamps = now.folders
    return now.stamps.allSatisfy { path, stamp in stamps[path] == stamp || isKnown(path) }
      && stamps.paths.allSatisfy { now.stamps[$0] != nil || isKnown($0) }
  }

  /// The notes as of a reading. What is open, and what came and went meanwhile, is newer than what was read.
  func notes(_ outcome: FolderLoading.Outcome, isOpen: (DocumentURI) -> Bool) -> FolderNotes {
    defer { touchedWhileLoading = [] }
    func isNewer(_ uri: DocumentURI) -> Bool { isOpen(uri) || touchedWhileLoading.contains(uri) }
    var notes = FolderNotes(namesInUse.isEmpty ? outcome.notes : namedAsInUse(outcome.notes))
    var others: [DocumentURI: DocumentSummary?] = [:]
    for (uri, summary) in studies.flatMap(\.notes) where isNewer(uri) || (!outcome.isWhole && covers(uri)) {
      others[uri] = summary
    }
    for uri in notes.names {
      if !isNewer(uri) {
        others.removeValue(forKey: uri)
      } else if others[uri] == nil {
        others.updateValue(nil, forKey: uri)
      }
    }
    notes.replace(others, path: pathInOrder)
    return notes
  }

  /// A name that the client uses for one file may be that of another by now; the first one counts.
  private func namedAsInUse(
    _ notes: [(uri: DocumentURI, summary: DocumentSummary)]
  ) -> [(uri: DocumentURI, summary: DocumentSummary)] {
    var names: Set<DocumentURI> = []
    return notes.map { (nameInUse($0), $1) }.filter { names.insert($0.0).inserted }
  }

  /// The notes as they are known.
  var notes: FolderNotes {
    var notes = FolderNotes([])
    notes.replace(
      Dictionary(studies.flatMap(\.notes).map { ($0.uri, $0.summary) }) { first, _ in first }, path: pathInOrder)
    return notes
  }

  /// By what a note stands among the others.
  private func pathInOrder(_ uri: DocumentURI) -> String { path(of: uri) ?? uri.string }

  // MARK: - Studies

  /// What studies some notes make.
  ///
  /// - Parameter levels: what the editor's settings say of the rules; the configuration file wins.
  func makePlan(_ notes: FolderNotes, _ levels: [String: RuleSettings.Level]) -> Plan {
    guard let path else { return Plan(studies: [.init(folder: nil, configuration: nil, levels)]) }
    let files = notes.inOrder.compactMap { uri, summary in
      self.path(of: uri).map { (path: $0, sourceID: summary.claimedSourceID) }
    }
    let layout = StudyLayout(files, in: path, &configurations)
    let folders = layout.folders.contains(path) ? layout.folders : [path] + layout.folders
    return Plan(
      studies: folders.map { folder in
        .init(folder: folder, configuration: configurations.file(forFolder: folder)?.configuration, levels)
      }, splits: layout.splits)
  }

  /// Makes the studies anew, with some notes.
  func apply(_ plan: Plan, _ notes: FolderNotes) {
    self.plan = plan
    studies = plan.studies.map { plan in
      OpenStudy(
        path: plan.folder, in: self,
        vocabulary: plan.folder.flatMap { configurations.file(forFolder: $0)?.vocabulary } ?? .standard,
        settings: RuleSettings(plan.levels))
    }
    update(notes) { _ in false }
  }

  /// Brings the studies up to date with what was read.
  func update(_ notes: FolderNotes, isOpen: (DocumentURI) -> Bool) {
    let isAdopted = adoptReadStudy()
    let names = Set(notes.names)
    for study in studies {
      // What was read of an open document is no more than what was on the disk.
      for (uri, _) in study.notes where !names.contains(uri) && (isAdopted || !isOpen(uri)) { study.remove(uri) }
    }
    enter(notes)
  }

  /// Takes over what was put together while the folder was read.
  ///
  /// - Returns: whether there was something, and it is what the plan says.
  private func adoptReadStudy() -> Bool {
    guard var read = readStudy.take(), plan.studies == [read.plan], let study = studies.first else { return false }
    for (found, name) in namesInUse { read.rename(found, to: name) }
    study.adopt(consume read)
    return true
  }

  /// Notes are numbered in their order.
  private func enter(_ notes: FolderNotes) {
    for (uri, summary) in notes.inOrder { study(for: uri).enter(uri, summary) }
  }

  /// Lets go of everything.
  ///
  /// - Returns: the documents whose findings the client must take off the screen.
  func close() -> [DocumentURI] {
    loading?.cancel()
    loading = nil
    defer {
      studies = []
      displayedConfigurations = []
    }
    return studies.flatMap(\.documentsOnDisplay) + displayedConfigurations
  }
}
