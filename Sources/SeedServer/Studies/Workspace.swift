// The folders and documents that are open, and the studies that they make: the only place that knows which there are.

internal import LanguageServerProtocol
internal import SeedModel
internal import SeedRules
internal import SeedStudy
internal import SeedSyntax
internal import SeedWorkspace

/// Everything that is open. Owned by the loop alone.
///
/// It reads and watches files, but sends nothing: what the client is to hear of is put down in ``takeNews()``, and what is to be
/// reported of the studies in their `ReportLedger`.
final class Workspace {
  /// Something that the client or its user is to hear of.
  enum News {
    case message(MessageType, String)
    /// Findings of a document that belongs to no open study any more are on display.
    case withdrawn(DocumentURI)
    /// Other folders have to be watched.
    case foldersChanged
    /// Which configuration files count may have changed.
    case configurationsRead(OpenFolder?)
    /// A folder is no longer being read.
    case loadingEnded(FolderLoading)
    /// Answers on any note may be others now.
    case answersChanged
  }

  /// What is open of the workspace folders, and what was opened for documents outside of them; each holds studies.
  private(set) var folders: [OpenFolder] = []
  private(set) var openDocuments: [DocumentURI: OpenDocument] = [:]
  /// The folders that the client has open, whether or not one lies inside another.
  private(set) var workspaceFolders: [DocumentURI] = []
  /// What the user of the editor wants of rules in studies whose configuration file says nothing of them.
  private var levels: [String: RuleSettings.Level] = [:]
  /// Whether the client tells of files that change in the folders that it has open, and in others that it is asked to watch.
  private var isWatchedByClient = (own: false, others: false)
  private var untold: [News] = []
  private let names = ClientNames()
  let queue: EventQueue
  let timing: Timing
  /// What is being read.
  let loads = RunningLoads()
  /// Looks for files that change on the disk.
  let watcher: FolderWatcher
  /// Called when the loop has to wait for a folder: does the next thing that can be done meanwhile.
  var doMeanwhile: () -> Void = {}

  init(queue: EventQueue, timing: Timing) {
    self.queue = queue
    self.timing = timing
    watcher = FolderWatcher(queue: queue, interval: timing.pollInterval)
  }

  /// What the client is to hear of, in the order in which it happened; nobody has to be told again.
  func takeNews() -> [News] {
    defer { untold = [] }
    return untold
  }

  /// Puts down what the client is to hear of.
  func tell(_ news: News) { untold.append(news) }

  /// The studies of all open folders.
  var studies: [OpenStudy] { folders.flatMap(\.studies) }

  /// Which rules to check in a study, by what its configuration says of them, which wins over the editor.
  var settings: StudyPlans.Settings {
    { [levels] configured in RuleSettings(levels.merging(configured) { _, own in own }) }
  }

  // MARK: - Folders

  /// Opens and closes folders of the client's.
  func changeFolders(added: [DocumentURI], removed: [DocumentURI] = []) {
    for folder in removed { workspaceFolders.removeAll { $0 == folder } }
    for uri in added where !workspaceFolders.contains(uri) {
      if uri.path != nil {
        workspaceFolders.append(uri)
      } else {
        tell(.message(.warning, "The folder \(uri) can't be read: only files on this machine can."))
      }
    }
    updateFolders()
  }

  /// Makes the open folders fit those that the client has: each is read from the root of its study on, and a folder inside
  /// another one is a part of that one.
  func updateFolders() {
    var configurations = ConfigurationFiles()
    let paths = workspaceFolders.compactMap(\.path)
    let places = StudyPlace.outermost(paths.map { StudyPlace(ofFolder: $0, &configurations) })
    func isAt(_ place: StudyPlace, _ folder: OpenFolder) -> Bool {
      folder.isWorkspaceFolder && folder.path.map { Path.areSame($0, place.folder) } == true
    }
    let closed = folders.filter { folder in folder.isWorkspaceFolder && !places.contains { isAt($0, folder) } }
    folders.removeAll { folder in closed.contains { $0 === folder } }
    let opened = places.filter { place in !folders.contains { isAt(place, $0) } }
    for place in opened { add(place, isWorkspaceFolder: true) }
    for folder in folders where folder.isWorkspaceFolder {
      let inside = paths.filter { path in folder.path.flatMap { Path.relative(path, to: $0) } != nil }
      guard inside != folder.workspaceFolders else { continue }
      folder.workspaceFolders = inside
      for study in folder.studies { review(study) }
    }
    for document in openDocuments.values { moveToItsFolder(document) }
    for folder in closed { close(folder) }
    if !opened.isEmpty || !closed.isEmpty { tell(.foldersChanged) }
  }

  /// - Parameter place: nil for documents that are no files.
  @discardableResult
  private func add(_ place: StudyPlace?, isWorkspaceFolder: Bool) -> OpenFolder {
    let folder = OpenFolder(place, isWorkspaceFolder: isWorkspaceFolder, names: names, settings: settings)
    folders.append(folder)
    startLoading(folder)
    return folder
  }

  /// Opens a folder anew that was opened for documents: another folder may be marked as the root of their study by now.
  func reopen(_ folder: OpenFolder) {
    folders.removeAll { $0 === folder }
    forget(folder)
    for document in openDocuments.values where document.study.folder === folder { moveToItsFolder(document) }
  }

  /// Closes a folder that was opened for documents which are open no longer.
  func closeIfUnused(_ folder: OpenFolder) {
    guard !folder.isWorkspaceFolder, !openDocuments.values.contains(where: { $0.study.folder === folder }) else {
      return
    }
    close(folder)
  }

  /// Forgets a folder; the findings of documents that are open in another one are replaced.
  private func close(_ folder: OpenFolder) {
    folders.removeAll { $0 === folder }
    forget(folder)
    for uri in folder.close() where openDocuments[uri]?.id == nil { tell(.withdrawn(uri)) }
    tell(.configurationsRead(nil))
  }

  /// Stops what goes on around a folder.
  private func forget(_ folder: OpenFolder) {
    if let loading = folder.loading { tell(.loadingEnded(loading)) }
    if let path = folder.path { watcher.unwatch(path) }
  }

  // MARK: - Places

  /// The open folder around a file: the outermost, for what lies in it is a part of it.
  func existingFolder(for path: String) -> OpenFolder? {
    let around = folders.filter { $0.contains(path) }
    return around.first(where: \.isWorkspaceFolder)
      ?? around.min { ($0.path?.utf8.count ?? 0) < ($1.path?.utf8.count ?? 0) }
  }

  /// Whether the client is told of the findings in a file: it has the file open, or a folder around it; or it has only
  /// documents open, and one of them belongs to the same study.
  func tells(of path: String, in study: OpenStudy) -> Bool {
    if isOpen(path) { return true }
    guard study.folder.isWorkspaceFolder else { return openDocuments.values.contains { $0.study === study } }
    return study.folder.workspaceFolders.contains { Path.relative(path, to: $0) != nil }
  }

  /// Lets the client be told of what it is to see of a study, and takes the rest off the screen.
  private func review(_ study: OpenStudy) {
    study.reports.withdraw { !tells(of: path(of: $0), in: study) }
    study.awaitAllReports()
  }

  /// The path by which a document is known: where a link leads to a file of an open folder, the one under which it is found.
  func path(of uri: DocumentURI) -> String { openDocuments[uri]?.path ?? ClientNames.path(of: uri) }

  /// The study of a document that is open, or of a file in an open folder.
  func study(of uri: DocumentURI) -> OpenStudy? {
    if let document = openDocuments[uri] { return document.study }
    let path = ClientNames.path(of: uri)
    return existingFolder(for: path)?.study(for: path)
  }

  /// The document that is open for a file.
  func openDocument(at path: String) -> OpenDocument? { openDocuments[names.name(of: path)] }

  func isOpen(_ path: String) -> Bool { openDocument(at: path) != nil }

  /// The folder that a document belongs to, and the path under which its file is found there.
  private func place(of uri: DocumentURI) -> (folder: OpenFolder, path: String) {
    let path = ClientNames.path(of: uri)
    let existing = existingFolder(for: path)
    if let existing, existing.study(for: path).id(of: path) != nil { return (existing, path) }
    guard let file = uri.path, let real = Path.resolved(file) else { return (folder(for: uri, path), path) }
    for folder in folders {
      guard let root = folder.path, let realRoot = folder.resolvedPath,
        let relative = Path.relative(real, to: realRoot)
      else { continue }
      let found = Path.join(root, relative)
      if !Path.areSame(found, path), folder.contains(found) { return (folder, found) }
    }
    return (folder(for: uri, path), path)
  }

  /// The open folder around a document. Else the one is opened that has to be read for its study.
  private func folder(for uri: DocumentURI, _ path: String) -> OpenFolder {
    if let folder = existingFolder(for: path) { return folder }
    var configurations = ConfigurationFiles()
    let folder = add(uri.path.map { StudyPlace(ofFile: $0, &configurations) }, isWorkspaceFolder: false)
    // What was opened inside before is a part of it now.
    for document in openDocuments.values where folder.contains(document.path) { moveToItsFolder(document) }
    return folder
  }

  // MARK: - Documents

  /// From now on the text of a document is what the client says.
  func open(_ uri: DocumentURI, version: Int?, _ syntax: Document) {
    let (folder, path) = place(of: uri)
    let study = folder.study(for: path)
    use(uri, for: path, in: folder)
    var document = OpenDocument(
      uri: uri, path: path, version: version, syntax: syntax, study: study, isCovered: folder.covers(path))
    let isFirst = !folder.isWorkspaceFolder && !openDocuments.values.contains { $0.study === study }
    let isKnown = study.id(of: path) != nil
    enter(&document)
    openDocuments[uri] = document
    if isFirst { review(study) }
    // A note that is in no file yet may make a study of its own, as a file would.
    if !isKnown, document.id != nil { fileSetChanged(in: folder) }
  }

  /// Changes an open document in place; `finishEdits` follows when all changes have been made.
  func edit(
    _ uri: DocumentURI, _ change: (inout OpenDocument) throws(ResponseError) -> Void
  ) throws(ResponseError) {
    // Taken out while it is changed, so that no copy is made.
    guard var document = openDocuments.removeValue(forKey: uri) else { return }
    defer { openDocuments[uri] = document }
    try change(&document)
  }

  /// Replaces what is known of a document that is open.
  func replace(_ document: OpenDocument) { openDocuments[document.uri] = document }

  /// Tells the study what an open document now says.
  func finishEdits(of uri: DocumentURI, version: Int?) {
    guard var document = openDocuments[uri] else { return }
    document.version = version
    enter(&document)
    openDocuments[uri] = document
  }

  /// Tells the study what an open document says, if it is a note.
  func enter(_ document: inout OpenDocument) {
    let study = document.study
    if document.isNote {
      let id = study.folder.set(document.path, document.summary, in: study)
      // Each version gets its report, even if it says what the one before said.
      study.reports.noteEdit(of: id)
      document.id = id
    } else if document.id != nil {
      study.folder.remove(document.path, from: study)
      document.id = nil
    }
  }

  /// From now on the file counts again, which may differ from what was typed and not saved.
  ///
  /// - Returns: the study that the document belonged to; nil if it was not open.
  func close(_ uri: DocumentURI) -> OpenStudy? {
    guard let document = openDocuments.removeValue(forKey: uri) else { return nil }
    if let other = openDocuments.values.first(where: {
      Path.areSame($0.path, document.path) && $0.study === document.study
    }) {
      // The file is open under another name, too.
      use(other.uri, for: other.path, in: document.study.folder)
      finishEdits(of: other.uri, version: other.version)
    } else {
      reload(document.path, in: document.study.folder)
      if document.id != nil, document.study.id(of: document.path) == nil { fileSetChanged(in: document.study.folder) }
    }
    let study = document.study
    if study.folder.isWorkspaceFolder {
      if !tells(of: document.path, in: study) { study.reports.left(names.name(of: document.path)) }
    } else if !openDocuments.values.contains(where: { $0.study === study }) {
      review(study)
    }
    return study
  }

  /// Calls a file as the client does from now on.
  private func use(_ uri: DocumentURI, for path: String, in folder: OpenFolder) {
    let old = names.name(of: path)
    names.use(uri, for: path)
    folder.study(for: path).nameChanged(of: path, from: old)
  }

  /// Moves an open document to the study that it now belongs to.
  private func moveToItsFolder(_ document: OpenDocument) {
    guard document.uri.path != nil else { return }
    let (folder, path) = place(of: document.uri)
    let study = folder.study(for: path)
    guard study !== document.study else { return }
    use(document.uri, for: path, in: folder)
    var moved = document
    moved.path = path
    moved.study = study
    moved.id = nil
    moved.isCovered = folder.covers(path)
    moved.summarise(with: study.content.vocabulary)
    enter(&moved)
    openDocuments[document.uri] = moved
    if document.study.reports.handOver(document.uri) {
      study.reports.inherit(document.uri)
      if moved.id == nil { study.reports.left(document.uri) }
    }
    closeIfUnused(document.study.folder)
  }

  // MARK: - Settings

  /// Makes what the user wants of rules count from now on.
  func use(_ levels: [String: RuleSettings.Level]) {
    guard levels != self.levels else { return }
    self.levels = levels
    for folder in folders { fileSetChanged(in: folder) }
  }

  /// The client says whether it tells of files that change.
  ///
  /// - Parameter canWatchOthers: whether it does so outside of the folders that it has open, too.
  func setWatched(byClient isWatched: Bool, canWatchOthers: Bool) {
    isWatchedByClient = (isWatched, isWatched && canWatchOthers)
    for folder in folders {
      if let path = folder.path { watcher.setPolled(path, isPolled(folder)) }
    }
    // What changed before the client began to watch was not reported.
    if isWatched { watcher.look() }
  }

  /// Whether the server has to look for changes in a folder.
  func isPolled(_ folder: OpenFolder) -> Bool {
    guard folder.isWorkspaceFolder, let path = folder.path else { return true }
    let isOwn = folder.workspaceFolders.contains { Path.areSame($0, path) }
    return isOwn ? !isWatchedByClient.own : !isWatchedByClient.others
  }

  /// The folders for the client to watch, by its own names where it has any.
  var watchedFolders: [DocumentURI] {
    folders.filter(\.isWorkspaceFolder).compactMap(\.path).map { path in
      workspaceFolders.first { $0.path.map { Path.areSame($0, path) } == true } ?? DocumentURI(filePath: path)
    }
  }
}
