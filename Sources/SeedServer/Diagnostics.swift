// Findings on their way to the client: pushed for every note of a study, when nothing else is left to do.

internal import LanguageServerProtocol
internal import SeedModel
internal import SeedWorkspace

extension Session {
  /// Whether a report has waited for a pause for too long.
  var isReportOverdue: Bool {
    oldestUnreportedChange.map { MonotonicTime.now - $0 >= longestReportDelay } ?? false
  }

  /// Reports what changed since the last call. That is when the queue is empty, so that a burst of edits costs one
  /// computation, or when the client gives the server no pause.
  func finishChanges() {
    oldestUnreportedChange = nil
    guard phase == .running else { return }
    for folder in folders { publishChanges(in: folder) }
  }

  /// Reports the findings that a change concerns. While notes are still being read there are none to report: a name that
  /// looks undefined may be defined in the next one.
  func publishChanges(in folder: StudyFolder) {
    guard folder.isLoaded else { return }
    for uri in folder.takeWithdrawn() { publish(uri, []) }
    var closed: [(DocumentID, DocumentURI)] = []
    // What the user looks at comes first.
    for id in folder.refreshFindings() {
      guard let uri = folder.uri(of: id) else { continue }
      if openDocuments[uri] == nil { closed.append((id, uri)) } else { publishFindings(of: id, uri, in: folder) }
    }
    for (id, uri) in closed { publishFindings(of: id, uri, in: folder) }
  }

  private func publishFindings(of id: DocumentID, _ uri: DocumentURI, in folder: StudyFolder) {
    let findings = folder.study.findings(in: id)
    let isNews = folder.display(uri, hasFindings: !findings.isEmpty)
    // A note that nobody looks at and that was never reported needs no report that it is clean.
    guard isNews || openDocuments[uri] != nil else { return }
    publish(uri, findings.map { ToLSP.diagnostic($0, unit, capabilities) { folder.uri(of: $0) } })
  }

  /// Replaces what the client displays for a document.
  func publish(_ uri: DocumentURI, _ diagnostics: [Diagnostic]) {
    client.notify(
      .publishDiagnostics,
      PublishDiagnosticsParams(uri: uri, version: openDocuments[uri]?.version, diagnostics: diagnostics))
  }
}
