// Several studies in one folder, and the configuration file, as the built command sees them.

import Foundation
import SeedTestSupport
import Testing

@Suite struct StudiesTests {
  /// Two studies that use the same ids and the same names for different things.
  private static let two = [
    "one/s_1.md": Notes.first, "one/s_2.md": Notes.second(listing: "cache", "queue"),
    "two/s_1.md": Notes.first.replacing("cache", with: "queue"),
    "two/s_2.md": Notes.second(listing: "cache", "queue"),
  ]

  private static let undefined = [
    "one/s_2.md:12:2: warning: The code `queue` is not defined in any note of this study. [undefined-code]",
    "two/s_2.md:11:2: warning: The code `cache` is not defined in any note of this study. [undefined-code]",
  ]

  @Test(arguments: [["."], [], ["one", "two"], ["one/s_1.md", "two/s_2.md", "two", "one/s_2.md"]])
  func studiesSideBySideAreCheckedByThemselves(paths: [String]) throws {
    let study = try TemporaryStudy(Self.two)
    let run = try Binary.run(["check", "--format", "concise"] + paths, in: study.path)
    #expect(run.outputLines.dropLast().map(String.init) == Self.undefined)
    #expect(run.outputLines.last == "2 findings in 2 of 4 notes: 2 warnings.")
    #expect(run.code == 1)
    expectText(
      run.error,
      """
      seed-lsp: note: `.` holds more than one study, because `one/s_1.md` and `two/s_1.md` both record `s1`. If it is \
      one study, put a file seed-lsp.json into it.

      """)
  }

  @Test func aMarkedRootIsOneStudy() throws {
    let study = try TemporaryStudy(Self.two)
    try study.write("seed-lsp.json", "{}")
    let run = try Binary.run(
      ["check", "--format", "concise", "--select", "undefined-code,duplicate-source-id"], in: study.path)
    #expect(run.outputLines.filter { $0.hasSuffix("[undefined-code]") }.isEmpty)
    #expect(run.outputLines.filter { $0.hasSuffix("[duplicate-source-id]") }.count == 2)
    #expect(run.error.isEmpty)
  }

  @Test func markedRootsBelowAreStudiesOfTheirOwn() throws {
    let study = try TemporaryStudy(Self.two)
    try study.write("one/seed-lsp.json", "{}")
    try study.write("two/seed-lsp.json", #"{ "rules": { "undefined-code": "off" } }"#)
    let run = try Binary.run(["check", "-q", "--format", "concise"], in: study.path)
    #expect(run.outputLines.map(String.init) == Array(Self.undefined.prefix(1)))
    #expect(run.error.isEmpty)
  }

  @Test func theConfigurationAroundWhatIsGivenCounts() throws {
    let study = try TemporaryStudy(Self.two)
    try study.write("two/seed-lsp.json", #"{ "rules": { "undefined-code": "error" } }"#)
    for path in ["two/s_2.md", "two", "."] {
      let run = try Binary.run(["check", "-q", "--format", "concise", path, "--error-on", "error"], in: study.path)
      #expect(run.output.contains("two/s_2.md:11:2: error: The code `cache`"))
      #expect(run.code == 1)
    }
    let inside = try Binary.run(["check", "-q", "--format", "concise"], in: study.path + "/two")
    #expect(inside.output.hasPrefix("s_2.md:11:2: error"))
  }

  @Test func aCleanReportTellsOfEachStudy() throws {
    let study = try TemporaryStudy(["a/s_1.md": Notes.first, "b/s_1.md": Notes.first])
    let run = try Binary.run(["check"], in: study.path)
    #expect(run.output.hasPrefix("a:\n1 source\n3 codes"))
    #expect(run.output.contains("\nb:\n1 source\n"))
    #expect(run.output.hasSuffix("No findings.\n"))
  }

  @Test func everyStudyIsMended() throws {
    let study = try TemporaryStudy([
      "one/s_1.md": Notes.first.replacing("speed = CClass", with: "speed = CClas"),
      "two/s_1.md": Notes.first.replacing("cache = CClass", with: "cache = CClas"),
    ])
    let run = try Binary.run(["check", "--fix", "-q"], in: study.path)
    #expect(run.code == 0, "\(run.output)")
    #expect(try study.read("one/s_1.md") == Notes.first)
    #expect(try study.read("two/s_1.md") == Notes.first)
  }

  // MARK: - Renaming and reporting

  @Test func aNameInTwoStudiesIsNotRenamed() throws {
    let study = try TemporaryStudy(Self.two)
    let refused = try Binary.run(["rename", "speed", "latency"], in: study.path)
    #expect(refused.code == 1)
    #expect(refused.error.contains("`speed` means different things in 2 studies: `one`, `two`."))
    #expect(try study.read("one/s_1.md").contains("speed"))
    let merge = try Binary.run(["merge", "speed", "cache"], in: study.path)
    #expect(merge.code == 1)
    #expect(merge.error.contains("`one`, `two`"))
    let run = try Binary.run(["rename", "speed", "latency", "two"], in: study.path)
    #expect(run.code == 0, "\(run.error)")
    #expect(try study.read("one/s_1.md").contains("speed"))
    #expect(try !study.read("two/s_1.md").contains("speed"))
  }

  @Test func aCodeThatOneStudyDefinesIsRenamedThere() throws {
    let study = try TemporaryStudy(Self.two)
    let run = try Binary.run(["rename", "queue", "line", "."], in: study.path)
    #expect(run.code == 0, "\(run.error)")
    #expect(try study.read("two/s_1.md").contains("line = CClass"))
    #expect(try study.read("one/s_2.md").contains("\tqueue"))
    #expect(try Binary.run(["rename", "nothing", "line", "."], in: study.path).code == 1)
  }

  @Test func theReportOfCodesTellsStudiesApart() throws {
    let study = try TemporaryStudy(Self.two)
    let run = try Binary.run(["report", "codes"], in: study.path)
    let speeds = run.outputLines.filter { $0.contains(#"{"name":"speed""#) }
    #expect(speeds.count == 2)
    #expect(speeds.first?.contains(#""study":"one""#) == true)
    #expect(speeds.last?.contains(#""study":"two""#) == true)
    #expect(try !Binary.run(["report", "codes", "one"], in: study.path).output.contains(#""study""#))
  }

  // MARK: - The configuration file

  @Test func whatIsWrongWithTheConfigurationIsFound() throws {
    let study = try TemporaryStudy(["s_1.md": Notes.first, "seed-lsp.json": "{ \"rule\": {} }\n"])
    let run = try Binary.run(["check"], in: study.path)
    expectText(
      run.output,
      """
      warning: There is no setting `rule`. Did you mean `rules`? [invalid-configuration]
       --> seed-lsp.json:1:3
        |
      1 | { "rule": {} }
        |   ^^^^^^

      1 finding in 0 of 1 note and 1 configuration file: 1 warning.

      """)
    #expect(run.code == 1)
    #expect(try Binary.run(["check", "--ignore", "invalid-configuration"], in: study.path).code == 0)
    let json = try Binary.run(["check", "--format", "json"], in: study.path)
    #expect(json.output.contains(#""rule":"invalid-configuration","severity":"warning","path":"seed-lsp.json""#))
    for format in ["sarif", "github", "junit", "json-lines"] {
      #expect(try Binary.run(["check", "--format", format], in: study.path).output.contains("seed-lsp.json"))
    }
  }

  @Test func optionsGoOnTopOfTheConfiguration() throws {
    let study = try TemporaryStudy(["s_1.md": Notes.first, "s_2.md": Notes.second(listing: "queue")])
    try study.write("seed-lsp.json", #"{ "rules": { "undefined-code": "off" } }"#)
    #expect(try Binary.run(["check"], in: study.path).code == 0)
    let run = try Binary.run(["check", "--select", "undefined-code", "-q", "--format", "concise"], in: study.path)
    #expect(run.output.contains("warning: The code `queue`"))
    try study.write("seed-lsp.json", #"{ "rules": { "undefined-code": "error" } }"#)
    #expect(try Binary.run(["check", "--ignore", "undefined-code"], in: study.path).code == 0)
  }

  @Test func whatIsExcludedIsNoNoteUnlessItIsNamed() throws {
    let study = try TemporaryStudy(["s_1.md": Notes.first, "old/s_2.md": Notes.second(listing: "queue")])
    try study.write("seed-lsp.json", #"{ "exclude": ["old"] }"#)
    #expect(try Binary.run(["check"], in: study.path).code == 0)
    #expect(try Binary.run(["check", "old/s_2.md"], in: study.path).code == 1)
    let none = try Binary.run(["check", "old"], in: study.path)
    #expect(none.code == 2)
    #expect(none.error.contains("`seed-lsp.json` says which files can be notes"))
  }

  @Test func mistakesInAFileThatLeavesNoNotesAreTold() throws {
    let study = try TemporaryStudy(["s_1.md": Notes.first])
    try study.write("seed-lsp.json", #"{ "include": ["notes", "**/*.{}"], "exclud": [] }"#)
    let run = try Binary.run(["check"], in: study.path)
    #expect(run.code == 2)
    #expect(run.output.isEmpty)
    #expect(run.error.contains("seed-lsp.json:1:36: warning: "))
    #expect(run.error.contains("`exclud`"))
    #expect(run.error.hasSuffix("no seed files in `.`: `seed-lsp.json` says which files can be notes\n"))
  }

  @Test func addedWordsAreKnown() throws {
    let study = try TemporaryStudy([
      "s_1.md": Notes.first.replacing("add_decision_option_link", with: "offer").replacing("(pattern", with: "(tactic")
    ])
    #expect(try Binary.run(["check"], in: study.path).code == 1)
    try study.write(
      "seed-lsp.json",
      #"{"vocabulary": {"metaclasses": {"tactic": "practice"}, "functions": {"offer": "add_decision_option_link"}}}"#)
    let run = try Binary.run(["check"], in: study.path)
    #expect(run.code == 0)
    #expect(run.output.contains("1 option of 1 decision"))
    let rename = try Binary.run(["rename", "cache", "store", "--dry-run"], in: study.path)
    #expect(rename.code == 0, "\(rename.error)")
  }

  @Test func theSettingsThatHoldAreShown() throws {
    let study = try TemporaryStudy(["one/s_1.md": Notes.first, "two/s_1.md": Notes.first])
    try study.write(
      "two/seed-lsp.json",
      #"{"rules": {"undefined-source": "off", "wrong-kind": "hint"}, "exclude": ["x", "y/**"], "sourceFields": {"venue": ["A", "B"]}}"#
    )
    let run = try Binary.run(["check", "--show-settings", "--select", "unattached-option"], in: study.path)
    #expect(run.code == 0)
    let parts = run.output.components(separatedBy: "\n\n")
    #expect(parts.count == 2)
    #expect(parts.first?.hasPrefix("study          one\nconfiguration  none\nnotes          1\n") == true)
    let second = parts.last ?? ""
    #expect(second.contains("configuration  two/seed-lsp.json\n"))
    #expect(second.contains("exclude        x, y/**\n"))
    #expect(second.contains("source fields  venue (A, B)\n"))
    let lines = second.split(separator: "\n").map { $0.split(separator: " ").joined(separator: " ") }
    #expect(lines.contains("undefined-source off (without settings: warning)"))
    #expect(lines.contains("wrong-kind hint (without settings: error)"))
    #expect(lines.contains("unattached-option hint (without settings: off)"))
    #expect(lines.contains("undefined-code warning"))
  }

  @Test func aNoteOnStandardInputBelongsToTheStudyAroundIt() throws {
    let study = try TemporaryStudy(Self.two)
    let run = try Binary.shell(
      #""$SEED_LSP" check . -q --format concise --stdin-filename two/s_3.md - < one/s_2.md"#, in: study.path)
    #expect(run.output.contains("two/s_3.md:11:2: warning: The code `cache`"), "\(run.output)")
    #expect(!run.output.contains("two/s_3.md:12:2"))
  }
}

extension String {
  fileprivate func replacing(_ text: String, with other: String) -> String {
    components(separatedBy: text).joined(separator: other)
  }
}
