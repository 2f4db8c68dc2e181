// What README shows is what the built binary does.

import Foundation
import SeedTestSupport
import Testing

@Suite struct ReadmeTests {
  private func page(_ name: String) throws -> String {
    try String(contentsOf: repositoryFolder.appendingPathComponent(name), encoding: .utf8)
  }

  /// The contents of the fenced blocks with an info string.
  private func blocks(_ info: String, in page: String) -> [String] {
    page.components(separatedBy: "\n```\(info)\n").dropFirst().compactMap {
      $0.components(separatedBy: "\n```\n").first.map { $0 + "\n" }
    }
  }

  @Test func theFindingThatIsShownIsFound() throws {
    let shown = try #require(blocks("text", in: page("README.md")).first)
    let study = try TemporaryStudy([:])
    try FileManager.default.copyItem(
      atPath: repositoryFolder.appendingPathComponent("seeds").path, toPath: study.path + "/seeds")
    let note = try study.read("seeds/s_12.md")
    try study.write(
      "seeds/s_12.md",
      note.replacing("product_blueprint, lakehouse_table,", with: "product_blueprint, lakehouse_tabel,"))
    let run = try Binary.run(["check", "seeds"], in: study.path)
    #expect("$ seed-lsp check seeds\n" + run.output == shown)
  }

  @Test func everyCommandIsNamed() throws {
    let help = try Binary.run(["--help"], in: repositoryFolder.path).output
    let commands = help.matches(of: /\n {2}([a-z]+) +[A-Z]/).map { String($0.1) }.filter { $0 != "help" }
    #expect(commands.count > 5)
    let table = try page("README.md")
    for command in commands { #expect(table.contains("| `seed-lsp \(command)"), "\(command)") }
  }

  @Test(arguments: ["README.md", "editors/schema/README.md"])
  func configurationsHaveNoMistakes(name: String) throws {
    let examples = try blocks("json", in: page(name))
    #expect(examples.count == 1)
    for example in examples {
      let study = try TemporaryStudy(["notes/s_1.md": Notes.first])
      try study.write("seed-lsp.json", example)
      let run = try Binary.run(["check", "--select", "invalid-configuration"], in: study.path)
      #expect(run.output.hasSuffix("No findings.\n"), "\(run.output)")
    }
  }
}
