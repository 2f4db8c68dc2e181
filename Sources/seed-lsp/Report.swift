// The subcommand `report`: prints what a study says.

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
    let studies = input.loaded.studies.map { (StudyInput.name(ofPath: $0.ownFolder), $0.study) }
    return CommandLineTool.finish(CodeReport(studies).json, to: options.outputFile, code: code)
  }
}
