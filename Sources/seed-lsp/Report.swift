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
    return CommandLineTool.finish(CodeReport(input.loaded.study).json, to: options.outputFile, code: code)
  }
}
