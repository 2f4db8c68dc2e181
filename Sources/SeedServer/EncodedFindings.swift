// What was last sent about a long note, page by page: of each report nearly everything was in the one before.

internal import LanguageServerProtocol
internal import SeedModel
internal import SeedSyntax

/// The findings of an open note, encoded as they were last sent. A report has to hold all of them; but only those of the
/// pages that changed, or moved to other lines, are written anew.
struct EncodedFindings {
  private var pages: [(findings: PageFindings, json: EncodedDiagnostics)] = []
  /// In which study, and as of which state of the notes' names.
  private var folder: StudyFolder?
  private var namesVersion = 0

  /// The size in bytes from which on a note is worth it.
  static let longNote = 1 << 17

  /// All findings as they are now.
  ///
  /// - Parameter encode: how to encode the findings of a page.
  mutating func update(
    _ new: [PageFindings], in folder: StudyFolder, _ encode: (PageFindings) -> EncodedDiagnostics
  ) -> [EncodedDiagnostics] {
    if self.folder !== folder || namesVersion != folder.namesVersion { pages = [] }
    self.folder = folder
    namesVersion = folder.namesVersion
    let shared = min(pages.count, new.count)
    var prefix = 0
    while prefix < shared, pages[prefix].findings == new[prefix] { prefix += 1 }
    var suffix = 0
    while suffix < shared - prefix, pages[pages.count - 1 - suffix].findings == new[new.count - 1 - suffix] {
      suffix += 1
    }
    pages.replaceSubrange(
      prefix..<pages.count - suffix, with: new[prefix..<new.count - suffix].map { ($0, encode($0)) })
    return pages.lazy.filter { !$0.findings.isEmpty }.map(\.json)
  }
}

extension Session {
  /// Reports the findings of an open note that is long.
  ///
  /// - Returns: false if it isn't, or if they have to be looked at as a whole.
  func publishByPage(_ id: DocumentID, _ uri: DocumentURI, in folder: StudyFolder) -> Bool {
    guard var document = openDocuments.removeValue(forKey: uri) else { return false }
    defer { openDocuments[uri] = document }
    guard document.syntax.count > EncodedFindings.longNote, let pages = folder.study.findingsByPage(in: id) else {
      return false
    }
    let parts = document.sentFindings.update(pages, in: folder) { page in
      EncodedDiagnostics(diagnostics(folder.study.findings(on: page), in: folder))
    }
    _ = folder.display(uri, hasFindings: !parts.isEmpty)
    let params = PublishEncodedDiagnosticsParams(uri: uri, version: document.version, parts: parts)
    client.notify(.publishDiagnostics, params, capacity: params.capacity)
    return true
  }
}
