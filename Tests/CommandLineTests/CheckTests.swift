// The subcommand `check`, run as the built binary.

import Foundation
import SeedTestSupport
import Testing

@Suite struct CheckTests {
  private static let faulty = ["notes/s_1.md": Notes.first, "notes/s_2.md": Notes.second(listing: "cache", "cahce")]

  @Test func aCleanStudyIsSummed() throws {
    let study = try TemporaryStudy(["s_1.md": Notes.first, "s_2.md": Notes.second(listing: "cache", "speed")])
    let run = try Binary.run(["check"], in: study.path)
    expectText(
      run.output,
      """
      2 sources
      3 codes: 1 decision, 1 pattern, 1 force
      1 option of 1 decision, 1 force relation
      6 uses of codes, 2 of them in lists; 1 code occurs in one note only
      No findings.

      """)
    #expect(run.error.isEmpty)
    #expect(run.code == 0)
  }

  @Test func aFindingIsShownWithItsLine() throws {
    let study = try TemporaryStudy(Self.faulty)
    let run = try Binary.run(["check", "notes"], in: study.path)
    expectText(
      run.output,
      """
      warning: The code `cahce` is not defined in any note of this study. Did you mean `cache`? [misspelled-code]
        --> notes/s_2.md:12:2
         |
      12 |     cahce
         |     ^^^^^
      note: `cache` is defined here.
        --> notes/s_1.md:11:1
         |
      11 | cache = CClass(pattern, "Keep it near")
         | ^^^^^

      1 finding in 1 of 2 notes: 1 warning.

      """)
    #expect(run.error.isEmpty)
    #expect(run.code == 1)
  }

  @Test func conciseFindingsTakeOneLine() throws {
    let study = try TemporaryStudy(Self.faulty)
    let message = "warning: The code `cahce` is not defined in any note of this study. Did you mean `cache`?"
    for arguments in [["--format", "concise", "-q"], ["-q", "--format=concise"]] {
      let run = try Binary.run(["check", "."] + arguments, in: study.path)
      #expect(run.output == "notes/s_2.md:12:2: \(message) [misspelled-code]\n")
      #expect(run.code == 1)
    }
  }

  @Test(arguments: [("error", 0), ("warning", 1), ("information", 1), ("hint", 1)])
  func theLevelDecidesTheExitCode(level: String, code: Int32) throws {
    let study = try TemporaryStudy(Self.faulty)
    let run = try Binary.run(["check", "--error-on", level], in: study.path)
    #expect(run.code == code)
    #expect(run.output.contains("cahce"))
  }

  @Test func columnsCountUTF16Units() throws {
    let study = try TemporaryStudy([
      "s_1.md": Notes.first, "s_2.md": Notes.second(listing: "'😀é', nowhere"),
    ])
    let run = try Binary.run(["check", "--format", "concise", "-q"], in: study.path)
    #expect(run.output.hasPrefix("s_2.md:11:9: "), "\(run.output)")
  }

  @Test func namesOfFilesAreThoseThatWereGiven() throws {
    let study = try TemporaryStudy(Self.faulty)
    for (argument, shown) in [
      ("notes", "notes/s_2.md"), ("./notes/", "notes/s_2.md"), (".", "notes/s_2.md"),
      ("notes/../notes", "notes/s_2.md"), (study.path, study.path + "/notes/s_2.md"),
    ] {
      let run = try Binary.run(["check", argument, "-q", "--format", "concise"], in: study.path)
      #expect(run.output.hasPrefix(shown + ":12:2: "), "\(argument): \(run.output)")
    }
  }

  @Test func filesCanBeNamedOneByOne() throws {
    let study = try TemporaryStudy(Self.faulty)
    let both = try Binary.run(["check", "notes/s_2.md", "notes/s_1.md"], in: study.path)
    #expect(both.code == 1)
    let first = try Binary.run(["check", "notes/s_1.md"], in: study.path)
    #expect(first.code == 0)
  }

  @Test func aFileIsCheckedWithTheStudyAroundIt() throws {
    let study = try TemporaryStudy(Self.faulty)
    for (path, folder) in [
      ("notes/s_2.md", study.path), ("s_2.md", study.path + "/notes"), (study.path + "/notes/s_2.md", "/"),
    ] {
      let run = try Binary.run(["check", path, "-q", "--format", "concise"], in: folder)
      #expect(run.output.split(separator: "\n").count == 1, "\(run.output)")
      #expect(run.output.hasPrefix("\(path):12:2: "))
    }
    let clean = try Binary.run(["check", "notes/s_1.md"], in: study.path)
    #expect(clean.output == "No findings.\n")
  }

  // MARK: - Colours

  @Test func coloursAreUsedOnlyWhenAskedForOutsideATerminal() throws {
    let study = try TemporaryStudy(Self.faulty)
    func isColoured(_ environment: [String: String]) throws -> Bool {
      try Binary.run(["check"], in: study.path, environment: environment).output.contains("\u{1B}")
    }
    #expect(try !isColoured([:]))
    #expect(try isColoured(["FORCE_COLOR": "1"]))
    #expect(try !isColoured(["FORCE_COLOR": "0"]))
    #expect(try !isColoured(["FORCE_COLOR": ""]))
    #expect(try !isColoured(["FORCE_COLOR": "1", "NO_COLOR": "1"]))
    #expect(try !isColoured(["NO_COLOR": "1"]))
    #expect(try isColoured(["FORCE_COLOR": "1", "NO_COLOR": ""]))
  }

  @Test func coloursChangeNothingElse() throws {
    let study = try TemporaryStudy(Self.faulty)
    let plain = try Binary.run(["check"], in: study.path)
    let coloured = try Binary.run(["check"], in: study.path, environment: ["FORCE_COLOR": "1"])
    #expect(coloured.output.replacing(/\u{1B}\[[0-9;]*m/, with: "") == plain.output)
  }

  @Test func aNoteCannotSendCommandsToTheTerminal() throws {
    let study = try TemporaryStudy([
      "s_\u{1B}[2J.md": Notes.second(listing: "nowhere \u{1B}[31m"), "s_1.md": Notes.first,
    ])
    let run = try Binary.run(["check"], in: study.path)
    #expect(run.code == 1)
    #expect(!run.output.contains("\u{1B}"))
    #expect(run.output.contains("s_␛[2J.md:11:2"))
  }

  // MARK: - What can't be checked

  @Test func aMissingPathFailsTheCommand() throws {
    let study = try TemporaryStudy(Self.faulty)
    let run = try Binary.run(["check", "notes", "nope", "gone.md"], in: study.path)
    expectText(
      run.error,
      """
      seed-lsp: error: nope: no such file or folder
      seed-lsp: error: gone.md: no such file or folder
      seed-lsp: Nothing was checked.

      """)
    #expect(run.output.isEmpty)
    #expect(run.code == 2)
  }

  @Test func anUnreadableFileFailsTheCommandButTheOthersAreChecked() throws {
    let study = try TemporaryStudy(Self.faulty)
    try FileManager.default.createSymbolicLink(atPath: study.path + "/notes/s_3.md", withDestinationPath: "s_3.md")
    let run = try Binary.run(["check"], in: study.path)
    #expect(run.error == "seed-lsp: error: notes/s_3.md: the link leads back to itself\n")
    #expect(run.output.contains("cahce"))
    #expect(run.output.hasSuffix("\nNot everything could be read: what is defined there looks undefined.\n"))
    #expect(run.code == 2)
  }

  @Test func permissionsAreRespected() throws {
    let study = try TemporaryStudy(Self.faulty)
    try FileManager.default.setAttributes([.posixPermissions: 0], ofItemAtPath: study.path + "/notes/s_1.md")
    guard let run = try Binary.runUnprivileged(["check"], in: study.path) else { return }
    #expect(run.error == "seed-lsp: error: notes/s_1.md: permission denied\n")
    #expect(run.code == 2)
  }

  @Test func aNamedFileThatIsNoSeedIsSkipped() throws {
    var files = Self.faulty
    files["README.md"] = "# Read me\n"
    let study = try TemporaryStudy(files)
    let named = try Binary.run(["check", "README.md", "notes/s_1.md"], in: study.path)
    #expect(named.error == "seed-lsp: not a seed file: README.md, skipped\n")
    #expect(named.code == 0)
    let found = try Binary.run(["check"], in: study.path)
    #expect(found.error.isEmpty)
  }

  @Test func noSeedFilesAtAllFailsTheCommand() throws {
    let study = try TemporaryStudy(["README.md": "# Read me\n"])
    for arguments in [["check"], ["check", "README.md"], ["check", "."]] {
      let run = try Binary.run(arguments, in: study.path)
      #expect(run.error.contains("error: no seed files in"), "\(arguments)")
      #expect(run.output.isEmpty)
      #expect(run.code == 2)
    }
  }

  @Test func bytesThatAreNotUTF8AreNoted() throws {
    let study = try TemporaryStudy(["s_1.md": Notes.first])
    let handle = try FileHandle(forWritingTo: study.url("s_1.md"))
    try handle.seekToEnd()
    try handle.write(contentsOf: Data([0x3E, 0x20, 0xE9, 0x0A]))
    try handle.close()
    let run = try Binary.run(["check"], in: study.path)
    #expect(run.error == "seed-lsp: note: s_1.md: line 16 has bytes that are not UTF-8, shown as \u{FFFD}\n")
    #expect(run.code == 0)
  }

  // MARK: - Pipes

  @Test func aReaderThatLeavesEndsItQuietly() throws {
    // More than a pipe holds, so that the command is still writing when `head` has gone.
    let names = (0..<1000).map { "nowhere_\($0)" }.joined(separator: ", ")
    let study = try TemporaryStudy(["s_1.md": Notes.first, "s_2.md": Notes.second(listing: names)])
    let run = try Binary.shell(#"{ "$SEED_LSP" check; echo "code $?" >&2; } | head -n 1"#, in: study.path)
    #expect(run.output.hasPrefix("warning: "))
    #expect(run.outputLines.count == 1)
    #expect(run.error == "code 1\n")
  }

  @Test func outputThatCannotBeWrittenFailsTheCommand() throws {
    guard FileManager.default.fileExists(atPath: "/dev/full") else { return }
    let study = try TemporaryStudy(Self.faulty)
    let run = try Binary.shell(#""$SEED_LSP" check > /dev/full"#, in: study.path)
    #expect(run.error == "seed-lsp: error: standard output: no space left on device\n")
    #expect(run.code == 2)
  }

  // MARK: - Real studies

  @Test func theSampleStudyHasNoFindings() throws {
    let run = try Binary.run(["check", "seeds"], in: repositoryFolder.path)
    #expect(run.output.hasPrefix("12 sources"))
    #expect(run.output.contains("78 codes: 12 decisions, 23 patterns, "))
    #expect(run.output.hasSuffix("\nNo findings.\n"))
    #expect(run.error.isEmpty)
    #expect(run.code == 0)
  }

  @Test(.enabled(if: corpusFolder != nil)) func inTheGivenNotesExactlyTheseNamesAreUndefined() throws {
    let folder = try #require(corpusFolder).appendingPathComponent("given")
    let run = try Binary.run(["check", folder.path, "--format", "concise", "-q"])
    let names = run.output.matches(of: /`(\w+)` is not defined/).map { String($0.1) }
    #expect(
      Set(names) == [
        "keep_track_metadata_decision", "trustworty_decision", "quality_monitoring", "request_access", "rest_apis",
        "containerisation", "triggering", "time_to_market", "infrastructure_as_code",
      ])
    #expect(names.count == 14)
    #expect(run.outputLines.filter { $0.hasSuffix("[undefined-code]") }.count == 14)
    #expect(run.code == 1)
  }
}
