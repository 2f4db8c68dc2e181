// `workspace/didChangeWatchedFiles`: files that come, go and change; the client tells if it can, else the server looks itself.

internal import JSON
internal import LanguageServerProtocol
internal import SeedWorkspace

/// What the client has been asked to tell. Owned by the loop alone.
struct Registrations {
  private var lastID = 0
  /// The registration under which the client watches files; nil if it doesn't.
  var watching: String?
  /// The registration under which the client asks for findings.
  var diagnostics: String?

  /// An id that no registration has had.
  mutating func nextID(_ method: Method) -> String {
    lastID += 1
    return "\(method.rawValue)-\(lastID)"
  }
}

extension Session {
  /// Files that matter: notes, the Python files beside them, and the files that configure studies.
  private static let watchedPatterns = ["**/*.{md,txt,py}", "**/seed-lsp.json"]

  func didChangeWatchedFiles(_ params: DidChangeWatchedFilesParams) {
    apply(params.changes)
  }

  /// Takes notice of files that came, went or changed. What an editor has open stays as the editor says.
  func apply(_ changes: [FileEvent]) {
    var isNews = false
    var changedSets: [OpenFolder] = []
    for change in changes {
      guard let path = change.uri.path else { continue }
      if ConfigurationFile.isName(path) {
        reloadConfiguration(path)
        isNews = true
        continue
      }
      // Backup programs and package managers write copies of notes where nobody looks for notes.
      guard let folder = existingFolder(for: change.uri), !folder.openFolder.passesOver(change.uri) else { continue }
      if change.type != .changed, !changedSets.contains(where: { $0 === folder.openFolder }) {
        changedSets.append(folder.openFolder)
      }
      guard openDocuments[folder.openFolder.nameInUse(change.uri)] == nil else { continue }
      // An event is a hint, which may come late: the disk decides. Git deletes and writes a file in one go.
      let isGone = change.type == .deleted && (try? FileStatus(path: path)) == nil
      guard isGone || folder.openFolder.covers(change.uri) else { continue }
      isNews = true
      if isGone {
        // Of a folder that is deleted, clients report the folder alone.
        let mayBeFolder = folder.id(of: change.uri) == nil
        folder.remove(change.uri)
        folder.openFolder.forgetStamps(at: change.uri)
        if mayBeFolder { removeNotes(below: path, in: folder.openFolder) }
      } else if FileFinder.isCandidate(path) {
        reload(change.uri, in: folder)
      }
    }
    for folder in changedSets { fileSetChanged(in: folder) }
    if isNews { refreshAnswers() }
  }

  private func removeNotes(below path: String, in folder: OpenFolder) {
    for study in folder.studies { study.removeNotes(below: path) { openDocuments[$0] != nil } }
    let lost = folder.configurationFiles.map(\.path).filter { Path.relative($0, to: path) != nil }
    for file in lost { reloadConfiguration(file) }
  }

  // MARK: - Who watches

  /// Whether the server has to look for changes in a folder. Clients watch the folders that they have open at most.
  func isPolled(_ folder: OpenFolder) -> Bool {
    !folder.isWorkspaceFolder || registrations.watching == nil
  }

  /// Asks the client to watch the folders that it has open, instead of what it was asked to watch before.
  func registerWatchers() {
    guard capabilities.workspace.didChangeWatchedFilesRegistration else { return }
    let old = registrations.watching
    guard old == nil || capabilities.workspace.relativePatterns else { return }
    let watchers = watchedPlaces
    if let old { unregister(old, .didChangeWatchedFiles) }
    setWatching(nil)
    guard !watchers.isEmpty else { return }
    let options = DidChangeWatchedFilesRegistrationOptions(watchers: watchers)
    register(.didChangeWatchedFiles, options) { session, id in session.setWatching(id) }
  }

  /// Relative to each folder where the client can, so that a folder that is no longer open is not watched any more.
  private var watchedPlaces: [FileSystemWatcher] {
    guard capabilities.workspace.relativePatterns else {
      return Self.watchedPatterns.map { FileSystemWatcher(pattern: $0) }
    }
    return workspaceFolders.flatMap { folder in
      Self.watchedPatterns.map { FileSystemWatcher(pattern: $0, base: folder) }
    }
  }

  private func setWatching(_ id: String?) {
    // Folders may have been opened and closed while the client had not answered yet.
    if id != nil, let old = registrations.watching { unregister(old, .didChangeWatchedFiles) }
    registrations.watching = id
    for folder in openFolders {
      if let path = folder.path { watcher.setPolled(path, isPolled(folder)) }
    }
    // What changed before the client began to watch was not reported.
    if id != nil { watcher.look() }
  }

  // MARK: - Registering

  /// Announces a capability after the start.
  ///
  /// - Parameter accepted: called with the registration's id when the client has accepted it.
  func register(
    _ method: Method, _ options: (any JSONEncodable & Sendable)?,
    accepted: @escaping (Session, String) -> Void = { _, _ in }
  ) {
    let id = registrations.nextID(method)
    let registration = Registration(id: id, method: method, options: options)
    ask(.registerCapability, RegistrationParams(registrations: [registration])) { session, answer in
      if case .success = answer { accepted(session, id) }
    }
  }

  func unregister(_ id: String, _ method: Method) {
    ask(.unregisterCapability, UnregistrationParams(unregisterations: [Unregistration(id: id, method: method)]))
  }
}
