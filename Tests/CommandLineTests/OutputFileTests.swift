// Where reports and logs may be written: never over what is the user's.

import Foundation
import SeedTestSupport
import Testing

@Suite struct OutputFileTests {
  private static let model = "from codeable_models import *\nown = CClass(force, \"Own\")\n"

  private func study() throws -> TemporaryStudy {
    let study = try TemporaryStudy([
      "s_1.md": Notes.first, "notes on tea.txt": Notes.first, "model.py": Self.model, "seed-lsp.json": "{}\n",
      "old report.md": "# Codebook\n",
    ])
    try FileManager.default.createSymbolicLink(
      atPath: study.path + "/link.md", withDestinationPath: study.path + "/s_1.md")
    return study
  }

  @Test(
    arguments: ["s_1.md", "notes on tea.txt", "model.py", "seed-lsp.json", "link.md", "./x/../s_1.md", "s_77.md"],
    [
      ["check", "--output-file"], ["report", "codebook", "--output-file"], ["report", "codes", "--output-file"],
      ["serve", "--log-file"],
    ])
  func whatBelongsToAStudyIsNotWrittenOver(file: String, command: [String]) throws {
    let study = try study()
    let run = try Binary.run(command + [file], in: study.path)
    #expect(run.code == 2)
    #expect(
      run.error
        == "seed-lsp: error: \(file): is a note, a model or a configuration, and nothing else is written there; name another file\n"
    )
    #expect(try study.read("s_1.md") == Notes.first)
    #expect(try study.read("notes on tea.txt") == Notes.first)
    #expect(try study.read("model.py") == Self.model)
    #expect(try study.read("seed-lsp.json") == "{}\n")
    #expect(!FileManager.default.fileExists(atPath: study.path + "/s_77.md"))
  }

  @Test func anOldReportIsReplaced() throws {
    let study = try study()
    for file in ["old report.md", "new report.md", "old report.md"] {
      let run = try Binary.run(["report", "codebook", "--output-file", file], in: study.path)
      #expect(run.code == 0)
      #expect(try study.read(file).contains("cache"))
    }
  }

  @Test func aLogThatNobodyReadsIsAnError() throws {
    let study = try study()
    let run = try Binary.shell("mkfifo log && exec \"$SEED_LSP\" serve --log-file log < /dev/null", in: study.path)
    #expect(run.code == 2)
    #expect(run.error == "seed-lsp: error: the log file `log` can't be written.\n")
  }
}
