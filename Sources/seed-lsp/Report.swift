// The subcommand `report`: prints what a study says.

internal import SeedReport
internal import SeedStudy
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
    do throws(UnknownDecision) {
      return CommandLineTool.finish(try text(of: studies), to: options.outputFile, code: code)
    } catch {
      let advice = Suggestion.sentence(for: error.name, among: error.known) ?? error.advice
      CommandLineTool.report(["error: \(error.message)", advice])
      return 2
    }
  }

  private func text(of studies: [(name: String, study: Study)]) throws(UnknownDecision) -> [UInt8] {
    switch options.kind {
    case .codes: CodeReport(studies).bytes(inFormat: options.format)
    case .codebook: Codebook(studies).bytes(inFormat: options.format)
    case .diagram:
      try DiagramReport(of: options.decision, in: studies.map { CodeReport($0.study) }).bytes(inFormat: options.format)
    }
  }
}
