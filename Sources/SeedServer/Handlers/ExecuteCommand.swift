// `workspace/executeCommand`: what a user can ask for by name, from any editor.

internal import JSON
internal import LanguageServerProtocol
internal import SeedModel
internal import SeedReport
internal import SeedWorkspace

enum ServerCommand: String, CaseIterable {
  /// Reads all folders again.
  case reindex = "seed-lsp.reindex"
  /// Every code with its definitions, uses and relations. The argument `{"uri": …, "format": "json" | "markdown"}` chooses
  /// the study that a file belongs to (else all notes' studies are reported) and the form: JSON values, or a text.
  case reportCodes = "seed-lsp.reportCodes"
  /// What the studies hold and how many findings there are, in a few lines of text. The argument `{"uri": …}` chooses a study.
  case reportSummary = "seed-lsp.reportSummary"
}

extension Session {
  func executeCommand(_ params: ExecuteCommandParams) throws(ResponseError) -> @Sendable () -> JSONValue {
    guard let command = ServerCommand(rawValue: params.command) else {
      throw ResponseError(.invalidParams, "There is no command `\(params.command)`.")
    }
    let options = params.arguments?.first
    switch command {
    case .reindex:
      for folder in openFolders { startLoading(folder) }
      return { .null }
    case .reportCodes:
      let studies = try studies(options)
      let isMarkdown = options?["format"]?.string == "markdown"
      return { Self.codes(of: studies, isMarkdown: isMarkdown) }
    case .reportSummary:
      let studies = try studies(options)
      return {
        .string(studies.map { StudySummary($0) }.map { $0.text + $0.findingsText + "\n" }.joined(separator: "\n"))
      }
    }
  }

  /// The studies to report on, read to the end.
  private func studies(_ options: JSONValue?) throws(ResponseError) -> [Study] {
    waitForNotes()
    var reported = folders
    if let uri = options?["uri"]?.string {
      guard let folder = openDocuments[DocumentURI(uri)]?.folder ?? existingFolder(for: DocumentURI(uri)) else {
        throw ResponseError(.invalidParams, "\(uri) belongs to no study that is open.")
      }
      reported = [folder]
    }
    for folder in reported { updateFindings(of: folder) }
    return reported.map(\.study)
  }

  private static func codes(of studies: [Study], isMarkdown: Bool) -> JSONValue {
    let reports = studies.map { CodeReport($0) }
    if isMarkdown { return .string(reports.map(\.markdown).joined(separator: "\n")) }
    return .array(reports.flatMap { report in (try? JSONValue(json: report.json))?.array ?? [] })
  }
}
