// Findings on their way to the client: pushed for every note of a study, when nothing else is left to do, unless the client
// asks for them itself.

internal import LanguageServerProtocol
internal import SeedModel
internal import SeedRules
internal import SeedStudy
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
  /// The configuration files for which the client has findings on display.
  var displayedConfigurations: Set<DocumentURI> = []
  /// What was last sent about open notes.
  fileprivate var sentFindings: [DocumentURI: EncodedFindings] = [:]

  /// The same for a study that is new. Each piece with findings wakes the client, which then takes one of the cores, so they
  /// are large: about 20 ms on two cores.
  static let newPagesAtOnce = 4096
  private static let fewestPagesAtOnce = 8
  private static let mostPagesAtOnce = 128

  fileprivate mutating func waitedForNobody() { pagesAtOnce = min(pagesAtOnce * 2, Self.mostPagesAtOnce) }

  /// A document is no longer open.
  mutating func forget(_ uri: DocumentURI) { sentFindings[uri] = nil }

  mutating func heardOfChange() { pagesAtOnce = Self.fewestPagesAtOnce }
}

extension Session {
  /// Whether a report has waited for a pause for too long.
  var isReportOverdue: Bool {
    oldestUnreportedChange.map { MonotonicTime.now - $0 >= timing.longestReportDelay } ?? false
  }

  /// Whether `finishChanges` has left something for the next call, so that messages needn't wait for it.
  var hasUnfinishedChanges: Bool {
    phase == .running && !isReportHeldBack && workspace.studies.contains { $0.hasMoreToCheck }
  }

  /// Whether findings wait for a document to be saved.
  private var isReportHeldBack: Bool { settings.diagnosticsMode == .onSave && !diagnosticsState.isDue }

  /// Reports what changed since the last call, or a part of it. That is when the queue is empty, so that a burst of edits
  /// costs one computation, or when the client gives the server no pause.
  func finishChanges() {
    oldestUnreportedChange = nil
    guard phase == .running, !isReportHeldBack else { return }
    for study in workspace.studies { publishChanges(in: study) }
    diagnosticsState.waitedForNobody()
    if !workspace.studies.contains(where: \.hasMoreToCheck) { diagnosticsState.isDue = false }
  }

  /// Reports the findings that a change concerns. While notes are still being read there are none to report: a name that
  /// looks undefined may be defined in the next one.
  func publishChanges(in study: OpenStudy) {
    guard study.folder.isLoaded else { return }
    let withdrawn = study.reports.takeWithdrawn()
    if pushesDiagnostics {
      for uri in withdrawn { publish(uri, []) }
      // To check all that a change concerns may take a while, and the user looks at the open notes.
      let open = Set(workspace.openDocuments.values.lazy.filter { $0.study === study }.compactMap(\.id))
      for id in study.updateFindings(first: open) { publishFindings(of: id, in: study) }
    }
    let limit = diagnosticsState.pagesAtOnce
    updateFindings(of: study, atMost: study.reports.isNew ? max(limit, DiagnosticsState.newPagesAtOnce) : limit)
    let awaited = study.takeAwaitedReports()
    guard pushesDiagnostics else { return }
    let isOpen = { (id: DocumentID) in study.path(of: id).map(self.workspace.isOpen) ?? false }
    for id in awaited.filter(isOpen) + awaited.filter({ !isOpen($0) }) { publishFindings(of: id, in: study) }
  }

  /// Brings the findings of a study up to date, to be reported at the next opportunity.
  func updateFindings(of study: OpenStudy, atMost limit: Int = .max) {
    let concernsOthers = study.updateFindings(atMost: limit).contains { id in
      diagnosticsState.isPulled || study.path(of: id).map(workspace.isOpen) ?? false
    }
    // The client asks anew about the note that it changed, but not about others.
    if concernsOthers { refreshAnswers() }
  }

  private func publishFindings(of id: DocumentID, in study: OpenStudy) {
    guard let uri = study.uri(of: id), let path = study.path(of: id), workspace.tells(of: path, in: study) else {
      return
    }
    if publishByPage(id, uri, in: study) { return }
    let diagnostics = diagnostics(of: id, in: study)
    let isNews = study.reports.display(uri, hasFindings: !diagnostics.isEmpty)
    // A note that nobody looks at and that was never reported needs no report that it is clean.
    guard isNews || workspace.openDocuments[uri] != nil else { return }
    publish(uri, diagnostics)
  }

  /// Reports the findings of an open note, of which most have been encoded before.
  ///
  /// - Returns: false if the note isn't open, or if its findings have to be looked at as a whole.
  private func publishByPage(_ id: DocumentID, _ uri: DocumentURI, in study: OpenStudy) -> Bool {
    guard let document = workspace.openDocuments[uri] else { return false }
    let window = FindingsWindow(around: document.lastChangedLine ?? 0, limit: settings.diagnosticsLimit)
    guard let (pages, count) = study.files.checked.findingsByPage(in: id, window) else { return false }
    var sent = diagnosticsState.sentFindings.removeValue(forKey: uri) ?? EncodedFindings()
    defer { diagnosticsState.sentFindings[uri] = sent }
    var parts = sent.update(pages, in: study) { page in
      EncodedDiagnostics(diagnostics(study.files.checked.findings(on: page)[...], in: study))
    }
    if let limit = settings.diagnosticsLimit, limit < count {
      parts.insert(EncodedDiagnostics([Self.excerptNotice(limit, of: count, document.lastChangedLine)]), at: 0)
    }
    _ = study.reports.display(uri, hasFindings: !parts.isEmpty)
    let params = PublishEncodedDiagnosticsParams(uri: uri, version: document.version, parts: parts)
    client.notify(.publishDiagnostics, params, capacity: params.capacity)
    return true
  }

  /// The findings of a note as the client gets them, as of the last report.
  func diagnostics(of id: DocumentID, in study: OpenStudy) -> [Diagnostic] {
    let findings = study.files.checked.findings(in: id)
    guard let limit = settings.diagnosticsLimit, limit < findings.count else {
      return diagnostics(findings[...], in: study)
    }
    let line = study.uri(of: id).flatMap { workspace.openDocuments[$0]?.lastChangedLine }
    let excerpt = FindingsWindow(around: line ?? 0, limit: limit).excerpt(findings)
    return [Self.excerptNotice(limit, of: findings.count, line)] + diagnostics(excerpt, in: study)
  }

  private func diagnostics(_ findings: ArraySlice<Finding>, in study: OpenStudy) -> [Diagnostic] {
    findings.map { ToLSP.diagnostic($0, unit, capabilities) { study.uri(of: $0) } }
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
      PublishDiagnosticsParams(uri: uri, version: workspace.openDocuments[uri]?.version, diagnostics: diagnostics))
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
    if pushesDiagnostics {
      for folder in workspace.folders { publishConfigurations(of: folder) }
    } else {
      for uri in diagnosticsState.displayedConfigurations { publish(uri, []) }
      diagnosticsState.displayedConfigurations = []
    }
    for study in workspace.studies {
      if pushesDiagnostics {
        study.awaitAllReports()
      } else {
        for uri in study.reports.takeDisplayed() { publish(uri, []) }
      }
    }
    noteChange()
  }
}

extension SentNotification {
  static let publishDiagnostics = SentNotification(
    .publishDiagnostics,
    "The findings of a document, replacing those before, at most as many as `diagnostics.limit` says; with its "
      + "version while it is open.")
}
