// `textDocument/diagnostic` and `workspace/diagnostic`: findings for a client that asks for them, if the user chose that.

internal import LanguageServerProtocol
internal import SeedStudy
internal import SeedSyntax
internal import SeedWorkspace

extension Session {
  static let diagnosticOptions = DiagnosticOptions(
    identifier: Settings.section, interFileDependencies: true, workspaceDiagnostics: true)

  /// The findings of an open note. A result's id is made of the result itself, so nothing has to be remembered to tell
  /// whether it is what the client has.
  func documentDiagnostic(_ params: DocumentDiagnosticParams) throws(ResponseError) -> DocumentDiagnosticReport {
    let uri = params.textDocument.uri
    guard settings.isEnabled(.diagnostics), diagnosticsState.isPulled, let document = workspace.openDocuments[uri]
    else {
      return .full(items: [], resultID: nil)
    }
    if let path = uri.path, ConfigurationFile.isName(path) {
      let file = ConfigurationFile(path: path, text: document.syntax.bytes)
      return report(diagnostics(of: file), previous: params.previousResultID)
    }
    // The study may be told apart from others only when everything has been read.
    guard try question(uri) != nil, let read = workspace.openDocuments[uri], let id = read.id else {
      return report([], previous: params.previousResultID)
    }
    updateFindings(of: read.study)
    return report(diagnostics(of: id, in: read.study), previous: params.previousResultID)
  }

  /// The findings of all notes, open or closed; a note that has gone since the client asked last has none.
  func workspaceDiagnostic(_ params: WorkspaceDiagnosticParams) throws(ResponseError) -> WorkspaceDiagnosticReport {
    guard diagnosticsState.isPulled else { return WorkspaceDiagnosticReport(items: []) }
    try workspace.waitForAll()
    var previous = Dictionary(params.previousResultIDs.map { ($0.uri, $0.value) }) { _, last in last }
    var items: [WorkspaceDiagnosticReport.Item] = []
    func add(_ uri: DocumentURI, _ diagnostics: [Diagnostic]) {
      let known = previous.removeValue(forKey: uri)
      // Of a file that nobody looks at and that never had findings nothing needs to be said.
      guard !diagnostics.isEmpty || known != nil || workspace.openDocuments[uri] != nil else { return }
      items.append(item(uri, report(diagnostics, previous: known)))
    }
    if settings.isEnabled(.diagnostics) {
      for study in workspace.studies {
        updateFindings(of: study)
        let notes = study.notes.sorted { $0.uri.string < $1.uri.string }
        for (id, uri) in notes where study.path(of: id).map({ workspace.tells(of: $0, in: study) }) == true {
          add(uri, diagnostics(of: id, in: study))
        }
      }
      for (uri, diagnostics) in configurationFindings { add(uri, diagnostics) }
    }
    for uri in previous.keys { items.append(item(uri, .full(items: [], resultID: nil))) }
    return WorkspaceDiagnosticReport(items: items)
  }

  private func item(_ uri: DocumentURI, _ report: DocumentDiagnosticReport) -> WorkspaceDiagnosticReport.Item {
    WorkspaceDiagnosticReport.Item(uri: uri, version: workspace.openDocuments[uri]?.version, report: report)
  }

  private func report(_ items: [Diagnostic], previous: String?) -> DocumentDiagnosticReport {
    var hasher = Hasher()
    hasher.combine(items)
    let id = String(UInt(bitPattern: hasher.finalize()), radix: 36)
    return id == previous ? .unchanged(resultID: id) : .full(items: items, resultID: id)
  }

  // MARK: - Who chooses

  /// Whether findings are pulled from the start: the client announces it, and the settings that came with `initialize` say so.
  static func pullsFromStart(_ settings: Settings, _ client: ClientCapabilities) -> Bool {
    settings.diagnosticsDelivery == .pull && client.textDocument.diagnostic != nil
  }

  /// Follows a change of the setting, where the client lets itself be asked later.
  func chooseDelivery() {
    let isWanted = settings.diagnosticsDelivery == .pull
    guard isWanted != diagnosticsState.isPulled else { return }
    if let id = registrations.diagnostics, !isWanted {
      unregister(id, .documentDiagnostic)
      registrations.diagnostics = nil
      diagnosticsState.isPulled = false
      showOrHideDiagnostics()
    } else if isWanted, capabilities.textDocument.diagnostic?.dynamicRegistration == true {
      register(.documentDiagnostic, Self.diagnosticOptions) { session, id in
        // The user may have changed their mind before the client answered, even twice.
        guard session.settings.diagnosticsDelivery == .pull, !session.diagnosticsState.isPulled else {
          return session.unregister(id, .documentDiagnostic)
        }
        session.registrations.diagnostics = id
        session.diagnosticsState.isPulled = true
        session.showOrHideDiagnostics()
      }
    } else {
      client.logMessage(
        .info, "How findings are delivered can't be changed while this client runs; restart it for that.")
    }
  }
}

extension Route {
  static let documentDiagnostic = Route.request(
    .documentDiagnostic, Session.documentDiagnostic,
    promise: "The findings of an open note, or that they are as the client has them.")

  static let workspaceDiagnostic = Route.request(
    .workspaceDiagnostic, Session.workspaceDiagnostic, mayTakeLong: true,
    promise:
      "The findings of all notes, open or closed, once all have been read. Nothing is remembered between requests.")
}

extension Feature {
  static let diagnostics = Feature("diagnostics", "findings")
}

extension SentRequest {
  static let refreshDiagnostics = SentRequest(
    .refreshDiagnostics,
    "Only while findings are pulled: when the findings of another note changed, a folder was read, files or "
      + "settings changed.", refreshing: "diagnostics")
}
