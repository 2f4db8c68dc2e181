// One study, however its notes are named on the command line.

import Foundation
import Testing

@Suite struct SameStudyTests {
  private static func note(_ number: Int, _ code: String) -> String {
    "# s\n\(number)\n\n**AXIAL CODING TRACE:**\n``` python\n\(code)\n```\n"
  }

  /// Notes in one folder that use what a model file in another defines; the second repeats the first.
  private func study(_ mark: String?) throws -> TemporaryStudy {
    let study = try TemporaryStudy([
      "root/notes/s_1.md": Self.note(1, "tea = CClass(practice, \"Tea\")"),
      "root/notes/s_2.md": Self.note(2, "tea = CClass(practice, \"Tea\")\nmilk"),
      "root/notes/s_10.md": Self.note(10, "sugar"),
      "root/zones/model.py": "from codeable_models import CClass\nmilk = CClass(practice, \"Milk\")\n",
    ])
    if let mark { try study.write("root/" + mark, mark.hasSuffix("json") ? "{}" : "") }
    return study
  }

  /// The findings, each as the name of its file and its rule.
  private func findings(_ paths: [String], in folder: String, environment: [String: String] = [:]) throws -> [String] {
    let run = try Binary.run(["check", "--format", "concise", "-q"] + paths, in: folder, environment: environment)
    return run.outputLines.map { line in
      let name = line.prefix { $0 != ":" }.split(separator: "/").last ?? ""
      return "\(name) \(line.split(separator: "[").last?.dropLast() ?? "")"
    }
  }

  private static let all = ["s_2.md repeated-definition", "s_10.md undefined-code"]

  @Test(arguments: ["seed-lsp.json", ".git/HEAD", ".git"])
  func theSameIsFoundWhateverIsNamed(mark: String) throws {
    let study = try study(mark)
    let root = study.path + "/root"
    #expect(try findings([], in: root) == Self.all)
    #expect(try findings([], in: root + "/notes") == Self.all)
    #expect(try findings(["root"], in: study.path) == Self.all)
    #expect(try findings([], in: study.path) == Self.all)
    #expect(try findings([root + "/notes/"], in: "/") == Self.all)
    #expect(try findings(["../notes"], in: root + "/zones") == Self.all)
    #expect(try findings(["s_10.md", "s_2.md", "s_1.md"], in: root + "/notes") == Self.all)
    #expect(try findings(["notes/s_1.md"], in: root) == [])
    #expect(try findings(["notes/s_2.md"], in: root) == ["s_2.md repeated-definition"])
    #expect(try findings(["../notes/../notes/s_2.md", "."], in: root + "/zones") == ["s_2.md repeated-definition"])
    #expect(try findings(["zones"], in: root) == [])
  }

  /// What is said of notes that nobody asked about is not told, but what they say counts.
  @Test func aFolderBelowTheRootIsToldWithTheStudyAroundIt() throws {
    let study = try study("seed-lsp.json")
    let run = try Binary.run(["check", "notes"], in: study.path + "/root")
    #expect(run.output.contains("--> notes/s_10.md:6:1"))
    #expect(run.output.hasSuffix("2 findings in 2 of 3 notes: 1 warning, 1 hint.\n"))
    #expect(run.error.isEmpty)
    // A report is about the study.
    let report = try Binary.run(["report", "codes", "notes"], in: study.path + "/root")
    #expect(report.output.contains(#""path":"zones/model.py""#))
    let rename = try Binary.run(["rename", "milk", "oat_milk", "."], in: study.path + "/root/notes")
    #expect(rename.code == 0, "\(rename.error)")
    #expect(try study.read("root/zones/model.py").contains("oat_milk = CClass"))
    #expect(try study.read("root/notes/s_2.md").contains("oat_milk"))
  }

  @Test func withoutAMarkTheFolderThatIsGivenIsTheStudyOrTheNotesOwn() throws {
    let study = try study(nil)
    #expect(try findings(["root"], in: study.path) == Self.all)
    let undefined = ["s_2.md repeated-definition", "s_2.md undefined-code"]
    #expect(try findings(["notes/s_2.md"], in: study.path + "/root").sorted() == undefined)
    #expect(try findings(["notes", "zones"], in: study.path + "/root") == Self.all)
  }

  @Test func twoStudiesOfOneRepositoryAreToldApart() throws {
    let study = try TemporaryStudy([
      ".git/HEAD": "", "one/s_1.md": Self.note(1, "tea = CClass(practice, \"Tea\")"),
      "one/s_2.md": Self.note(2, "tea"), "two/s_1.md": Self.note(1, "tea"),
    ])
    #expect(try findings(["one"], in: study.path) == [])
    #expect(try findings(["two/s_1.md"], in: study.path) == ["s_1.md undefined-code"])
    #expect(try Binary.run(["check", "one"], in: study.path).error.isEmpty)
    #expect(try Binary.run(["check"], in: study.path).error.contains("holds more than one study"))
  }

  @Test func aRepositoryInTheHomeFolderIsNoStudy() throws {
    let study = try study(".git")
    let home = study.path + "/root"
    let found = try findings(["notes/s_2.md"], in: home, environment: ["HOME": home])
    #expect(found.sorted() == ["s_2.md repeated-definition", "s_2.md undefined-code"])
    // Who marks it as a study means it.
    try study.write("root/seed-lsp.json", "{}")
    #expect(
      try findings(["notes/s_2.md"], in: home, environment: ["HOME": home]) == ["s_2.md repeated-definition"])
  }

  @Test func aNestedRepositoryIsAStudyOfItsOwnUnlessAConfigurationIsAround() throws {
    let study = try TemporaryStudy([
      ".git/HEAD": "", "s_1.md": Self.note(1, "tea = CClass(practice, \"Tea\")"), "inside/.git": "",
      "inside/s_2.md": Self.note(2, "tea"),
    ])
    for paths in [["."], ["inside"], ["inside/s_2.md"]] {
      #expect(try findings(paths, in: study.path) == ["s_2.md undefined-code"])
    }
    try study.write("seed-lsp.json", "")
    for paths in [["."], ["inside"], ["inside/s_2.md"]] { #expect(try findings(paths, in: study.path) == []) }
  }

  @Test func whatIsAroundNeitherHidesNorStopsAnything() throws {
    let study = try study("seed-lsp.json")
    try study.write("root/.drafts/s_4.md", Self.note(4, "milk\nsugar"))
    // Hidden folders are passed over, unless one is named.
    #expect(try findings(["."], in: study.path + "/root") == Self.all)
    #expect(try findings([".drafts"], in: study.path + "/root") == ["s_4.md undefined-code"])
    try FileManager.default.createSymbolicLink(
      atPath: study.path + "/root/zones/gone.md", withDestinationPath: "nowhere.md")
    #expect(try Binary.run(["check", "notes", "--error-on", "error"], in: study.path + "/root").code == 0)
    #expect(try Binary.run(["check", "zones"], in: study.path + "/root").code == 2)
  }

  @Test func aNoteOnStandardInputIsANoteOfItsStudy() throws {
    let study = try study("seed-lsp.json")
    let run = try Binary.shell(
      #""$SEED_LSP" check -q --format concise --stdin-filename s_3.md - < s_2.md"#, in: study.path + "/root/notes")
    #expect(
      run.output.contains("s_3.md:2:1: error: `s2` is already the source of notes/s_2.md."), "\(run.output)")
    #expect(!run.output.contains("undefined-code"))
  }
}
