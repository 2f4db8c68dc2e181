// The subcommand `report`: prints what a study says.

internal import SeedModel
internal import SeedReport
internal import SeedWorkspace

struct Report {
  private let options: ReportOptions

  init(_ options: ReportOptions) {
    self.options = options
  }

  /// The result is the exit code.
  func run() -> Int32 {
    guard let input = StudyInput(options.paths) else { return 2 }
    let code: Int32 = input.loaded.errors.isEmpty ? 0 : 2
    let studies = input.loaded.studies.map { (name: StudyInput.name(ofPath: $0.ownFolder), study: $0.study) }
    guard let text = text(of: studies) else {
      reportUnknownDecision(studies.map(\.study))
      return 2
    }
    return CommandLineTool.finish(text, to: options.outputFile, code: code)
  }

  /// Nil if there is no such decision.
  private func text(of studies: [(name: String, study: Study)]) -> [UInt8]? {
    switch options.kind {
    case .codes:
      let report = CodeReport(studies)
      switch options.format {
      case "csv": return Array(report.csv.utf8)
      case "markdown": return Array(report.markdown.utf8)
      default: return report.json
      }
    case .codebook:
      return Array(Codebook(studies).markdown().utf8)
    case .diagram:
      let format = DecisionDiagram.Format(rawValue: options.format) ?? .mermaid
      return DecisionDiagram.text(of: options.decision, in: studies.map(\.study), format: format).map { Array($0.utf8) }
    }
  }

  private func reportUnknownDecision(_ studies: [Study]) {
    let known = DecisionDiagram.decisions(in: studies)
    let name = options.decision ?? ""
    CommandLineTool.report([
      "error: \(DecisionDiagram.noDecision(name))",
      Suggestion.sentence(for: name, among: known) ?? DecisionDiagram.sentence(listing: known),
    ])
  }
}
