// Findings on their way to the client: pushed for every note of a study, when nothing else is left to do.

internal import LanguageServerProtocol
internal import SeedModel

extension Session {
  /// Reports what changed since the queue was last empty, so that a burst of edits costs one computation.
  func finishChanges() {
    guard phase == .running else { return }
    for folder in folders { publishChanges(in: folder) }
  }

  /// Reports the findings that a change concerns. While notes are still being read there are none to report: a name that
  /// looks undefined may be defined in the next one.
  func publishChanges(in folder: StudyFolder) {
    guard folder.isLoaded else { return }
    let changed = folder.refreshFindings()
    let (open, closed) = changed.reduce(into: ([DocumentURI](), [DocumentURI]())) { result, id in
      guard let uri = folder.uri(of: id) else { return }
      if openDocuments[uri] != nil { result.0.append(uri) } else { result.1.append(uri) }
    }
    for uri in open + closed { publish(uri, in: folder) }
  }

  private func publish(_ uri: DocumentURI, in folder: StudyFolder) {
    guard let id = folder.id(of: uri) else { return }
    let document = openDocuments[uri]
    let findings = folder.study.findings(in: id)
    // A note that nobody looks at and that was never reported needs no report that it is clean.
    if findings.isEmpty, document == nil, !folder.documentsWithFindings.contains(uri) { return }
    if findings.isEmpty { folder.documentsWithFindings.remove(uri) } else { folder.documentsWithFindings.insert(uri) }
    let diagnostics = findings.map { ToLSP.diagnostic($0, unit, capabilities) { folder.uri(of: $0) } }
    client.notify(
      .publishDiagnostics,
      PublishDiagnosticsParams(uri: uri, version: document?.version, diagnostics: diagnostics))
  }

  /// Takes a document's findings off the screen.
  func publishNothing(for uri: DocumentURI) {
    for folder in folders { folder.documentsWithFindings.remove(uri) }
    client.notify(.publishDiagnostics, PublishDiagnosticsParams(uri: uri, version: nil, diagnostics: []))
  }
}
