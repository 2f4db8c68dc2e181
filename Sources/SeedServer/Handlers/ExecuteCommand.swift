// `workspace/executeCommand`: what a user can ask for by name, from any editor.

internal import JSON
internal import LanguageServerProtocol
internal import SeedModel
internal import SeedReport
internal import SeedStudy
internal import SeedWorkspace

enum ServerCommand: String, CaseIterable {
  /// Reads all folders again.
  case reindex = "seed-lsp.reindex"
  /// Every code with its definitions, uses and relations. The argument `{"uri": …, "format": …}` chooses the study that a
  /// file belongs to (else all notes' studies are reported) and a `CodeReport.Format`: JSON values, or a text.
  case reportCodes = "seed-lsp.reportCodes"
  /// The codebook. The argument `{"uri": …, "format": …, "links": "absolute"}` chooses a study, a `Codebook.Format`, and
  /// addresses that lead to the notes from wherever the page is shown.
  case reportCodebook = "seed-lsp.reportCodebook"
  /// Decisions with their options and forces. The argument `{"uri": …, "decision": …, "format": …}` chooses a study, one of
  /// its decisions (else all are drawn) and a `DiagramReport.Format`.
  case reportDiagram = "seed-lsp.reportDiagram"
  /// What the studies hold and how many findings there are, in a few lines of text. The argument `{"uri": …}` chooses a study.
  case reportSummary = "seed-lsp.reportSummary"
}

extension Session {
  func executeCommand(
    _ params: ExecuteCommandParams
  ) throws(ResponseError) -> @Sendable () -> Result<JSONValue, ResponseError> {
    guard let command = ServerCommand(rawValue: params.command) else {
      throw ResponseError(.invalidParams, "There is no command `\(params.command)`.")
    }
    let options = params.arguments?.first
    switch command {
    case .reindex:
      workspace.reindex()
      return { .success(.null) }
    case .reportCodes:
      return codes(of: try studies(options), format: options?["format"]?.string)
    case .reportCodebook:
      return codebook(of: try studies(options), options)
    case .reportDiagram:
      return try diagram(of: try studies(options).map(\.content), options)
    case .reportSummary:
      let studies = try studies(options).map(\.files.checked)
      return {
        let texts = studies.map { StudySummary($0) }.map { $0.text + $0.findingsText + "\n" }
        return .success(.string(texts.joined(separator: "\n")))
      }
    }
  }

  /// The studies to report on, read to the end.
  private func studies(_ options: JSONValue?) throws(ResponseError) -> [OpenStudy] {
    workspace.wait()
    var reported = workspace.studies
    if let uri = options?["uri"]?.string {
      guard let study = workspace.study(of: DocumentURI(uri)) else {
        throw ResponseError(.invalidParams, "\(uri) belongs to no study that is open.")
      }
      reported = [study]
    }
    for study in reported {
      try study.requireAllNotes()
      updateFindings(of: study)
    }
    return reported
  }

  private func codes(
    of open: [OpenStudy], format: String?
  ) -> @Sendable () -> Result<JSONValue, ResponseError> {
    let studies = named(open)
    let format = CodeReport.Format(rawValue: format ?? "") ?? .json
    return {
      let report = CodeReport(studies)
      if format == .json { return .success((try? JSONValue(json: report.bytes(in: format))) ?? .array([])) }
      return .success(.string(report.text(in: format)))
    }
  }

  private func codebook(
    of open: [OpenStudy], _ options: JSONValue?
  ) -> @Sendable () -> Result<JSONValue, ResponseError> {
    let open = open.filter { $0.files.noteCount > 0 }
    let studies = named(open)
    let addresses = options?["links"]?.string == "absolute" ? open.map(\.addresses) : []
    let format = Codebook.Format(rawValue: options?["format"]?.string ?? "") ?? .markdown
    return { .success(.string(Codebook(studies, addresses: addresses).text(in: format))) }
  }

  /// The studies that have notes, under the names that reports call them.
  private func named(_ open: [OpenStudy]) -> [(name: String, study: Study)] {
    open.filter { $0.files.noteCount > 0 }.map { study in
      (study.path.map { Path.name(of: $0) } ?? "Unsaved", study.content)
    }
  }

  private func diagram(
    of studies: [Study], _ options: JSONValue?
  ) throws(ResponseError) -> @Sendable () -> Result<JSONValue, ResponseError> {
    let decision = options?["decision"]?.string
    let formatName = options?["format"]?.string ?? DiagramReport.Format.mermaid.rawValue
    guard let format = DiagramReport.Format(rawValue: formatName) else {
      throw ResponseError(
        .invalidParams, "`\(formatName)` is no format of a diagram. It is one of \(DiagramReport.Format.list).")
    }
    return {
      do throws(UnknownDecision) {
        let report = try DiagramReport(of: decision, in: studies.map { CodeReport($0) })
        return .success(.string(report.text(in: format)))
      } catch {
        let message = "\(error.message). \(error.advice)"
        return .failure(ResponseError(.invalidParams, message.prefix(1).uppercased() + message.dropFirst()))
      }
    }
  }
}

extension OpenStudy {
  /// How the client names the notes, by the names that reports call them.
  fileprivate var addresses: [String: String] {
    let pairs = notes.compactMap { id, uri in content[id].map { ($0.name, uri.string) } }
    return Dictionary(pairs) { first, _ in first }
  }
}

extension Route {
  static let executeCommand = Route.longRequest(
    .executeCommand, Session.executeCommand,
    promise: "The commands below, by name; worked out beside everything else."
  ) { capabilities, _ in
    capabilities.executeCommandProvider = ExecuteCommandOptions(commands: ServerCommand.allCases.map(\.rawValue))
  }
}
