// Findings on their way to the client: pushed for every note of a study, when nothing else is left to do, unless the client
// asks for them itself.

internal import LanguageServerProtocol
internal import SeedModel
internal import SeedWorkspace

/// How the client gets its findings. Owned by the loop alone.
struct DiagnosticsState {
  /// Whether the client asks for them. Then none are pushed: with both, each would be shown twice.
  var isPulled = false
  /// Whether something other than typing may have changed them since the last report.
  var isDue = false
  /// How many pages to check before the queue is looked at again: what a change concerns may be half of the study. Few at
  /// first, because who types goes on as soon as the open notes are reported, and more while nobody does.
  fileprivate(set) var pagesAtOnce = fewestPagesAtOnce

  /// The same for a study that is new. Each piece with findings wakes the client, which then takes one of the cores, so they
  /// are large: about 20 ms on two cores.
  static let newPagesAtOnce = 4096
  private static let fewestPagesAtOnce = 8
  private static let mostPagesAtOnce = 128

  fileprivate mutating func waitedForNobody() { pagesAtOnce = min(pagesAtOnce * 2, Self.mostPagesAtOnce) }

  mutating func heardOfChange() { pagesAtOnce = Self.fewestPagesAtOnce }
}

extension Session {
  /// Whether a report has waited for a pause for too long.
  var isReportOverdue: Bool {
    oldestUnreportedChange.map { MonotonicTime.now - $0 >= timing.longestReportDelay } ?? false
  }

  /// Whether `finishChanges` has left something for the next call, so that messages needn't wait for it.
  var hasUnfinishedChanges: Bool {
    phase == .running && !isReportHeldBack && folders.contains { $0.hasMoreToCheck }
  }

  /// Whether findings wait for a document to be saved.
  private var isReportHeldBack: Bool { settings.diagnosticsMode == .onSave && !diagnosticsState.isDue }

  /// Reports what changed since the last call, or a part of it. That is when the queue is empty, so that a burst of edits
  /// costs one computation, or when the client gives the server no pause.
  func finishChanges() {
    oldestUnreportedChange = nil
    guard phase == .running, !isReportHeldBack else { return }
    for folder in folders { publishChanges(in: folder) }
    diagnosticsState.waitedForNobody()
    if !folders.contains(where: \.hasMoreToCheck) { diagnosticsState.isDue = false }
  }

  /// Reports the findings that a change concerns. While notes are still being read there are none to report: a name that
  /// looks undefined may be defined in the next one.
  func publishChanges(in folder: OpenStudy) {
    guard folder.isLoaded else { return }
    let withdrawn = folder.takeWithdrawn()
    if pushesDiagnostics {
      for uri in withdrawn { publish(uri, []) }
      // To check all that a change concerns may take a while, and the user looks at the open notes.
      let open = Set(openDocuments.values.lazy.filter { $0.folder === folder }.compactMap(\.id))
      for id in folder.updateFindings(first: open) { publishFindings(of: id, in: folder) }
    }
    let limit = diagnosticsState.pagesAtOnce
    updateFindings(of: folder, atMost: folder.isNew ? max(limit, DiagnosticsState.newPagesAtOnce) : limit)
    let awaited = folder.takeAwaitedReports()
    guard pushesDiagnostics else { return }
    let isOpen = { (id: DocumentID) in folder.uri(of: id).map { self.openDocuments[$0] != nil } ?? false }
    for id in awaited.filter(isOpen) + awaited.filter({ !isOpen($0) }) { publishFindings(of: id, in: folder) }
  }

  /// Brings the findings of a study up to date, to be reported at the next opportunity.
  func updateFindings(of folder: OpenStudy, atMost limit: Int = .max) {
    let concernsOthers = folder.updateFindings(atMost: limit).contains { id in
      diagnosticsState.isPulled || folder.uri(of: id).map { openDocuments[$0] != nil } ?? false
    }
    // The client asks anew about the note that it changed, but not about others.
    if concernsOthers { refreshAnswers() }
  }

  private func publishFindings(of id: DocumentID, in folder: OpenStudy) {
    guard let uri = folder.uri(of: id) else { return }
    if publishByPage(id, uri, in: folder) { return }
    let diagnostics = diagnostics(of: id, in: folder)
    let isNews = folder.display(uri, hasFindings: !diagnostics.isEmpty)
    // A note that nobody looks at and that was never reported needs no report that it is clean.
    guard isNews || openDocuments[uri] != nil else { return }
    publish(uri, diagnostics)
  }

  /// Reports the findings of an open note, of which most have been encoded before.
  ///
  /// - Returns: false if the note isn't open, or if its findings have to be looked at as a whole.
  private func publishByPage(_ id: DocumentID, _ uri: DocumentURI, in folder: OpenStudy) -> Bool {
    guard var document = openDocuments.removeValue(forKey: uri) else { return false }
    defer { openDocuments[uri] = document }
    let window = FindingsWindow(around: document.lastChangedLine ?? 0, limit: settings.diagnosticsLimit)
    guard let (pages, count) = folder.checked.findingsByPage(in: id, window) else { return false }
    var parts = document.sentFindings.update(pages, in: folder) { page in
      EncodedDiagnostics(diagnostics(folder.checked.findings(on: page)[...], in: folder))
    }
    if let limit = settings.diagnosticsLimit, limit < count {
      parts.insert(EncodedDiagnostics([Self.excerptNotice(limit, of: count, document.lastChangedLine)]), at: 0)
    }
    _ = folder.display(uri, hasFindings: !parts.isEmpty)
    let params = PublishEncodedDiagnosticsParams(uri: uri, version: document.version, parts: parts)
    client.notify(.publishDiagnostics, params, capacity: params.capacity)
    return true
  }

  /// The findings of a note as the client gets them, as of the last report.
  func diagnostics(of id: DocumentID, in folder: OpenStudy) -> [Diagnostic] {
    let findings = folder.checked.findings(in: id)
    guard let limit = settings.diagnosticsLimit, limit < findings.count else {
      return diagnostics(findings[...], in: folder)
    }
    let line = folder.uri(of: id).flatMap { openDocuments[$0]?.lastChangedLine }
    let excerpt = FindingsWindow(around: line ?? 0, limit: limit).excerpt(findings)
    return [Self.excerptNotice(limit, of: findings.count, line)] + diagnostics(excerpt, in: folder)
  }

  private func diagnostics(_ findings: ArraySlice<Finding>, in folder: OpenStudy) -> [Diagnostic] {
    findings.map { ToLSP.diagnostic($0, unit, capabilities) { folder.uri(of: $0) } }
  }

  /// What is said at the top of a note that has more findings than are shown.
  private static func excerptNotice(_ limit: Int, of count: Int, _ lastChangedLine: Int?) -> Diagnostic {
    let top = Position(line: 0, character: 0)
    let shown = lastChangedLine == nil ? "the first \(limit)" : "\(limit) around the last change"
    return Diagnostic(
      range: PositionRange(start: top, end: top), severity: .information, source: "seed-lsp",
      message: "This note has \(count) findings. Shown here: \(shown). `seed-lsp check` prints all, and the setting "
        + "`seed-lsp.diagnostics.limit` says how many are shown.")
  }

  /// Replaces what the client displays for a document.
  func publish(_ uri: DocumentURI, _ diagnostics: [Diagnostic]) {
    client.notify(
      .publishDiagnostics,
      PublishDiagnosticsParams(uri: uri, version: openDocuments[uri]?.version, diagnostics: diagnostics))
  }

  // MARK: - Push or pull

  var pushesDiagnostics: Bool { !diagnosticsState.isPulled && settings.isEnabled(.diagnostics) }

  /// Follows a change of the settings.
  func diagnosticsSettingsChanged(from old: Settings) {
    diagnosticsState.isDue = true
    if settings.diagnosticsDelivery != old.diagnosticsDelivery { chooseDelivery() }
    if settings.isEnabled(.diagnostics) != old.isEnabled(.diagnostics)
      || settings.diagnosticsLimit != old.diagnosticsLimit
    {
      showOrHideDiagnostics()
    }
  }

  /// Reports all findings anew where they are pushed, and takes all off the screen where they are not.
  func showOrHideDiagnostics() {
    diagnosticsState.isDue = true
    for folder in openFolders {
      if pushesDiagnostics {
        publishConfigurations(of: folder)
      } else {
        for uri in folder.displayedConfigurations { publish(uri, []) }
        folder.displayedConfigurations = []
      }
    }
    for folder in folders {
      if pushesDiagnostics {
        folder.awaitAllReports()
      } else {
        for uri in folder.takeDisplayed() { publish(uri, []) }
      }
    }
    noteChange()
  }
}
