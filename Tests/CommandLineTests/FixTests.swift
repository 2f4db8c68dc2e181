// `check --fix` and `check --diff`, run as the built binary on temporary copies.

import Foundation
import SeedTestSupport
import Testing

@Suite struct FixTests {
  /// A note whose force relation lacks a closing brace, which can be added safely, and one with an undefined code, which
  /// can't be mended; a quotation repeats the mistake.
  private static let broken = """
    # s
    2
    ## url
    https://example.org/2

    # coding

    > The article says: add_force_relations({cache: {speed: positive})

    **AXIAL CODING TRACE:**
    ``` python
    add_force_relations({cache: {speed: positive})
    '''
    nowhere
    '''
    ```

    """
  private static let mended = broken.replacing(
    "\nadd_force_relations({cache: {speed: positive})\n",
    with: """

      add_force_relations({cache: {speed: positive}})

      """)
  private static let diff = """
    --- s_2.md
    +++ s_2.md
    @@ -9,7 +9,7 @@
     
     **AXIAL CODING TRACE:**
     ``` python
    -add_force_relations({cache: {speed: positive})
    +add_force_relations({cache: {speed: positive}})
     '''
     nowhere
     '''

    """

  private func study(_ broken: String = broken) throws -> TemporaryStudy {
    try TemporaryStudy(["s_1.md": Notes.first, "s_2.md": broken])
  }

  @Test func safeFixesAreAppliedAndTheRestIsReported() throws {
    let study = try study()
    let run = try Binary.run(["check", "--fix", "--format", "concise"], in: study.path)
    #expect(try study.read("s_2.md") == Self.mended)
    #expect(try study.read("s_1.md") == Notes.first)
    expectText(
      run.output,
      """
      s_2.md:14:1: warning: The code `nowhere` is not defined in any note of this study. [undefined-code]
      Mended 1 place in 1 note.
      1 finding in 1 of 2 notes: 1 warning.

      """)
    #expect(run.error.isEmpty)
    #expect(run.code == 1)
    #expect(try Binary.run(["check", "--fix", "--ignore=undefined-code"], in: study.path).code == 0)
    #expect(try study.read("s_2.md") == Self.mended)
  }

  @Test func theDiffShowsWhatWouldChangeAndChangesNothing() throws {
    for arguments in [["--diff"], ["--fix", "--diff"], ["--diff", "--fix", "--format", "json"]] {
      let study = try study()
      let run = try Binary.run(["check"] + arguments, in: study.path)
      #expect(run.output == Self.diff)
      #expect(run.error == "seed-lsp: 1 place in 1 note would be mended.\n")
      #expect(run.code == 1)
      #expect(try study.read("s_2.md") == Self.broken)
    }
    let study = try study(Self.mended)
    let run = try Binary.run(["check", "--diff", "-q"], in: study.path)
    #expect(run.output.isEmpty)
    #expect(run.error.isEmpty)
    #expect(run.code == 0)
  }

  @Test func onlySelectedRulesAreMended() throws {
    for arguments in [["--select=undefined-code"], ["--ignore", "syntax-error"]] {
      let study = try study()
      _ = try Binary.run(["check", "--fix"] + arguments, in: study.path)
      #expect(try study.read("s_2.md") == Self.broken)
    }
  }

  @Test func lineEndsAndPermissionsStay() throws {
    let study = try study(Self.broken.replacing("\n", with: "\r\n"))
    try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: study.path + "/s_2.md")
    _ = try Binary.run(["check", "--fix"], in: study.path)
    #expect(try Array(study.read("s_2.md").utf8) == Array(Self.mended.replacing("\n", with: "\r\n").utf8))
    let attributes = try FileManager.default.attributesOfItem(atPath: study.path + "/s_2.md")
    #expect(attributes[.posixPermissions] as? Int == 0o640)
  }

  @Test func formatsForProgramsAreToldOfMendingOnStandardError() throws {
    let study = try study()
    let run = try Binary.run(["check", "--fix", "--format", "json"], in: study.path)
    #expect(run.output.hasPrefix("[\n{\"rule\":\"undefined-code\""))
    #expect(run.error == "seed-lsp: Mended 1 place in 1 note.\n")
  }

  @Test func aFileThatCannotBeWrittenFailsTheCommand() throws {
    let study = try study()
    try FileManager.default.setAttributes([.posixPermissions: 0o444], ofItemAtPath: study.path + "/s_2.md")
    let arguments = ["check", "--fix", "--format", "concise"]
    guard let run = try Binary.runUnprivileged(arguments, in: study.path) else { return }
    #expect(run.error == "seed-lsp: error: s_2.md: permission denied\n")
    #expect(run.output.contains("[syntax-error]"))
    #expect(run.code == 2)
    #expect(try study.read("s_2.md") == Self.broken)
  }

  // MARK: - Standard input

  /// Runs a command with a text on standard input.
  private func run(_ arguments: String, input: String, in study: TemporaryStudy) throws -> Run {
    // Outside the study, so that it is no note of it.
    let scratch = try TemporaryStudy(["input": input])
    return try Binary.shell("\"$SEED_LSP\" check \(arguments) < '\(scratch.path)/input'", in: study.path)
  }

  @Test func standardInputStandsForTheFileOfItsName() throws {
    let study = try TemporaryStudy(["s_1.md": Notes.first, "s_2.md": Notes.second(listing: "gone")])
    let text = Notes.second(listing: "cache", "nowhere")
    for name in ["s_2.md", "./s_2.md", study.path + "/s_2.md"] {
      let run = try run("--stdin-filename \(name) - --format concise", input: text, in: study)
      expectText(
        run.output,
        """
        s_2.md:12:2: warning: The code `nowhere` is not defined in any note of this study. [undefined-code]
        1 finding in 1 of 1 note: 1 warning.

        """)
      #expect(run.error.isEmpty)
      #expect(run.code == 1)
    }
  }

  @Test func aNoteThatIsNotYetOnDiskIsAdded() throws {
    let study = try TemporaryStudy(["s_1.md": Notes.first])
    let run = try run(
      "-q --format concise --stdin-filename s_2.md -", input: Notes.second(listing: "nowhere"), in: study)
    #expect(run.output.hasPrefix("s_2.md:11:2: "))
  }

  @Test func otherPathsAreToldOfToo() throws {
    let study = try TemporaryStudy(["s_1.md": Notes.first, "s_2.md": Notes.second(listing: "cache")])
    let input = Notes.first.replacing("cache", with: "cash")
    let run = try run("-q --format concise . --stdin-filename s_1.md -", input: input, in: study)
    #expect(run.output.hasPrefix("s_2.md:11:2: "), "\(run.output)")
    let alone = try self.run("-q --format concise --stdin-filename s_1.md -", input: input, in: study)
    #expect(!alone.output.contains("s_2.md:"))
  }

  @Test func theStudyIsTheOneThatIsMarkedAroundTheFile() throws {
    let study = try TemporaryStudy([
      "a/seed-lsp.json": "{}", "a/notes/s_1.md": Notes.first, "b/s_1.md": "# s\n1\n## url\nx\n",
      "elsewhere/.keep": "",
    ])
    let text = Notes.second(listing: "cache", "nowhere")
    let script = "cd elsewhere && printf '%s' \"$1\" | \"$SEED_LSP\" check -q --format concise --stdin-filename"
    let run = try Binary.shell(
      "set -- '\(text.replacing("'", with: "'\\''"))'; \(script) ../a/more/s_2.md -", in: study.path)
    #expect(run.outputLines.count == 1)
    #expect(run.output.contains("`nowhere`"), "\(run.output) \(run.error)")
  }

  @Test func aTextThatIsNoSeedFileFailsTheCommand() throws {
    let study = try TemporaryStudy(["s_1.md": Notes.first])
    let run = try run("--stdin-filename README.md -", input: "# Read me\n", in: study)
    #expect(
      run.error.hasPrefix(
        "seed-lsp: not a seed file: README.md, skipped\nseed-lsp: error: no seed files in `README.md`"))
    #expect(run.code == 2)
  }

  @Test func aMendedTextGoesToStandardOutput() throws {
    let study = try TemporaryStudy(["s_1.md": Notes.first, "s_2.md": "on disk"])
    let run = try run("--fix --stdin-filename s_2.md - --format concise", input: Self.broken, in: study)
    #expect(run.output == Self.mended)
    #expect(run.error.contains("s_2.md:14:1: warning: "))
    #expect(run.code == 1)
    #expect(try study.read("s_2.md") == "on disk")
    let unchanged = try self.run("--fix --stdin-filename s_2.md -", input: Self.mended, in: study)
    #expect(unchanged.output == Self.mended)
    let diff = try self.run("--diff --stdin-filename s_2.md -", input: Self.broken, in: study)
    #expect(diff.output == Self.diff)
    #expect(diff.code == 1)
  }

  // MARK: - Real studies

  @Test(.enabled(if: corpusFolder != nil)) func aRealStudyIsMendedInOneRun() throws {
    let corpus = try #require(corpusFolder).appendingPathComponent("data-product")
    let study = try TemporaryStudy([:])
    let copy = study.url("notes")
    try FileManager.default.copyItem(at: corpus, to: copy)
    let diff = try Binary.run(["check", "notes", "--diff", "-q"], in: study.path)
    let first = try Binary.run(["check", "notes", "--fix", "--format", "json"], in: study.path)
    #expect(diff.code == 1)
    #expect(!first.output.contains(#""safe":true"#))
    let second = try Binary.run(["check", "notes", "--fix", "--format", "json", "-q"], in: study.path)
    #expect(second.output == first.output)
    #expect(try Binary.run(["check", "notes", "--diff", "-q"], in: study.path).output.isEmpty)
  }

  /// Else every note of the machine could be the study.
  @Test(arguments: ["check --fix", "check", "check .", "rename cache store", "report codes"])
  func nothingIsDoneInAFolderThatIsGone(arguments: String) throws {
    let study = try study()
    let run = try Binary.shell(
      "mkdir gone && cd gone && rmdir ../gone && exec \"$SEED_LSP\" \(arguments)", in: study.path)
    #expect(run.code == 2)
    #expect(run.output == "")
    #expect(run.error == "seed-lsp: error: the current folder doesn't exist any more; change to one that does (`cd`)\n")
    #expect(try study.read("s_2.md") == Self.broken)
  }

  @Test func theHomeFolderIsNoStudyToWriteTo() throws {
    let study = try study()
    let run = try Binary.run(["check", "--fix"], in: study.path, environment: ["HOME": study.path])
    #expect(run.code == 2)
    #expect(run.error.contains("holds more than a study, so nothing is written there"), "\(run.error)")
    #expect(try study.read("s_2.md") == Self.broken)
    #expect(try Binary.run(["check", "--fix"], in: study.path).code == 1)
    #expect(try study.read("s_2.md") == Self.mended)
  }

  @Test func whatALinkLeadsToElsewhereStaysAsItIs() throws {
    let elsewhere = try study()
    let study = try TemporaryStudy(["s_1.md": Notes.first])
    try FileManager.default.createSymbolicLink(
      atPath: study.path + "/s_2.md", withDestinationPath: elsewhere.path + "/s_2.md")
    let run = try Binary.run(["check", "--fix"], in: study.path)
    #expect(run.code == 2)
    #expect(run.error.contains("s_2.md: is a link that leads out of the study, so it is left as it is"), "\(run.error)")
    #expect(try elsewhere.read("s_2.md") == Self.broken)
  }
}
