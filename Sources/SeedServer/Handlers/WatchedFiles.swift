// `workspace/didChangeWatchedFiles`: files that come, go and change; the client tells if it can, else the server looks itself.

internal import JSON
internal import LanguageServerProtocol

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
    workspace.apply(params.changes)
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
    return workspace.watchedFolders.flatMap { folder in
      Self.watchedPatterns.map { FileSystemWatcher(pattern: $0, base: folder) }
    }
  }

  private func setWatching(_ id: String?) {
    // Folders may have been opened and closed while the client had not answered yet.
    if id != nil, let old = registrations.watching { unregister(old, .didChangeWatchedFiles) }
    registrations.watching = id
    workspace.setWatched(byClient: id != nil, canWatchOthers: capabilities.workspace.relativePatterns)
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

extension Route {
  static let didChangeWatchedFiles = Route.notification(
    .didChangeWatchedFiles, Session.didChangeWatchedFiles,
    promise:
      "Closed files are read again or forgotten; a deleted folder takes its notes with it. Files that come or go "
      + "may change which studies there are, a `seed-lsp.json` how they are checked. Open documents are left alone.")
}

extension SentRequest {
  static let registerCapability = SentRequest(
    .registerCapability,
    "After `initialized`, if the client offers it: changes of files, changes of our settings; findings to be "
      + "pulled, when that is chosen later.")

  static let unregisterCapability = SentRequest(
    .unregisterCapability, "When other folders are to be watched, or findings are pushed again.")
}
