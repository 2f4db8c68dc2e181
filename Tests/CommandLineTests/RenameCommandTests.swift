// The subcommands `rename` and `merge`, run as the built binary.

import Foundation
import SeedTestSupport
import Testing

@Suite struct RenameCommandTests {
  private static let study = [
    "notes/s_1.md": Notes.first, "notes/s_2.md": Notes.second(listing: "cache", "cache_layer"),
    "notes/s_3.md": Notes.second(listing: "speed").replacing("  2\n", with: "  3\n").replacing("2\n##", with: "3\n##"),
  ]

  @Test func aCodeIsRenamedInAllNotes() throws {
    let study = try TemporaryStudy(Self.study)
    let run = try Binary.run(["rename", "cache", "near_store", "notes"], in: study.path)
    #expect(run.output == "Renamed `cache` to `near_store`: 4 places in 2 notes.\n")
    #expect(run.error.isEmpty)
    #expect(run.code == 0)
    #expect(try study.read("notes/s_1.md").contains("near_store = CClass(pattern, \"Keep it near\")"))
    #expect(try study.read("notes/s_2.md") == Notes.second(listing: "near_store", "cache_layer"))
    #expect(try study.read("notes/s_3.md") == Self.study["notes/s_3.md"])
  }

  @Test func aFileStandsForItsStudy() throws {
    let study = try TemporaryStudy(Self.study)
    let run = try Binary.run(["rename", "cache", "near_store", "s_2.md"], in: study.path + "/notes")
    #expect(run.output == "Renamed `cache` to `near_store`: 4 places in 2 notes.\n")
  }

  /// Ctrl-C, a request to end, and a terminal that goes, while the notes are written.
  @Test(arguments: ["INT", "TERM", "HUP"]) func aSignalLeavesAllOrNothingRenamed(signal: String) throws {
    var notes = ["s_0.md": Notes.first]
    for number in 1...150 { notes["s_\(number).md"] = Notes.second(listing: "cache") }
    let study = try TemporaryStudy(notes)
    // A shell gives its background jobs an ignored SIGINT, which a command keeps; so the command itself is in front.
    let run = try Binary.shell(
      """
      (while ! grep -q near_store s_*.md .seed-lsp-* 2>/dev/null; do :; done; pkill -\(signal) -P $$ seed-lsp) &
      "$SEED_LSP" rename cache near_store .
      """, in: study.path)
    let names = try FileManager.default.contentsOfDirectory(atPath: study.path)
    let renamed = try names.filter { try study.read($0).contains("near_store") }
    #expect(renamed.isEmpty || renamed.count == 151, "\(renamed.count) notes were renamed")
    #expect(names.count == 151, "\(names.filter { $0.hasPrefix(".") })")
    #expect(run.code != 2)
  }

  @Test func modelFilesAreRenamedWithTheNotes() throws {
    let model = "from notes import cache\ncache = CClass(pattern, \"cache\")\ns1_codes = [cache, cache_layer]\n"
    let study = try TemporaryStudy(Self.study.merging(["models/model.py": model]) { first, _ in first })
    #expect(try Binary.run(["rename", "cache", "near_store"], in: study.path).code == 0)
    #expect(
      try study.read("models/model.py")
        == "from notes import near_store\nnear_store = CClass(pattern, \"cache\")\ns1_codes = [near_store, cache_layer]\n"
    )
  }

  @Test func thereAndBackGivesTheSameBytes() throws {
    let crlf = Self.study.mapValues { $0.replacing("\n", with: "\r\n") }
    let study = try TemporaryStudy(crlf)
    for names in [["cache", "near_store"], ["near_store", "cache"]] {
      #expect(try Binary.run(["rename"] + names, in: study.path).code == 0)
    }
    for (name, text) in crlf { #expect(try study.read(name) == text) }
  }

  @Test func aDryRunListsThePlaces() throws {
    let study = try TemporaryStudy(Self.study)
    let run = try Binary.run(["rename", "--dry-run", "cache", "near_store"], in: study.path)
    expectText(
      run.output,
      """
      notes/s_1.md:11:1
      notes/s_1.md:13:42
      notes/s_1.md:14:22
      notes/s_2.md:11:2

      """)
    #expect(run.code == 0)
    for (name, text) in Self.study { #expect(try study.read(name) == text) }
  }

  @Test func aDiffChangesNothing() throws {
    let study = try TemporaryStudy(Self.study)
    let run = try Binary.run(["rename", "cache", "near_store", "--diff", "notes"], in: study.path)
    #expect(run.output.contains("-\tcache,\n+\tnear_store,\n"))
    #expect(run.output.contains("notes/s_2.md"))
    #expect(run.code == 0)
    for (name, text) in Self.study { #expect(try study.read(name) == text) }
  }

  @Test(arguments: [
    ("speed", "`speed` is defined already in notes/s_1.md, line 12."), ("import", "keyword of Python"),
    ("cachelayer", "differs only in case or `_` from `cache_layer`"), ("a b", "can't be a name"),
  ])
  func aRefusalSaysWhyAndChangesNothing(name: String, reason: String) throws {
    let study = try TemporaryStudy(Self.study)
    let run = try Binary.run(["rename", "cache", name], in: study.path)
    #expect(run.error.contains(reason), "\(run.error)")
    #expect(run.output.isEmpty)
    #expect(run.code == 1)
    for (name, text) in Self.study { #expect(try study.read(name) == text) }
  }

  @Test func theSameNameChangesNothing() throws {
    let study = try TemporaryStudy(Self.study)
    let run = try Binary.run(["rename", "cache", "cache"], in: study.path)
    #expect(run.output == "Nothing to change.\n")
    #expect(run.code == 0)
  }

  @Test func mentionsInProseAreToldOf() throws {
    let prose = "**OPEN CODING TRACE:**\n\nIn short: cache, mart.\n\nTruly: cache\n\nRemark: cache\n\nNote: cache\n\n"
    let study = try TemporaryStudy(["s_1.md": Notes.first + prose])
    let run = try Binary.run(["rename", "cache", "near_store"], in: study.path)
    #expect(
      run.error
        == "seed-lsp: note: 4 places may mean `cache` too and are left as they are: s_1.md:18:11, s_1.md:20:8, s_1.md:22:9 and 1 more\n"
    )
    #expect(try study.read("s_1.md").hasSuffix(prose))
    #expect(run.code == 0)
  }

  @Test func ifOneNoteCannotBeReadNoneIsChanged() throws {
    let study = try TemporaryStudy(Self.study)
    // Longer than any note, without taking room on the disk.
    try FileHandle(forWritingTo: study.url("notes/s_2.md")).truncate(atOffset: 65 << 20)
    let run = try Binary.run(["rename", "cache", "near_store"], in: study.path)
    #expect(run.error.contains("notes/s_2.md"))
    #expect(run.error.hasSuffix("error: nothing was changed, because not everything could be read\n"))
    #expect(run.code == 2)
    #expect(try study.read("notes/s_1.md") == Notes.first)
  }

  @Test func permissionsStay() throws {
    let study = try TemporaryStudy(Self.study)
    let path = study.path + "/notes/s_2.md"
    try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: path)
    #expect(try Binary.run(["rename", "cache", "near_store"], in: study.path).code == 0)
    let attributes = try FileManager.default.attributesOfItem(atPath: path)
    #expect(attributes[.posixPermissions] as? Int == 0o640)
    #expect(try FileManager.default.contentsOfDirectory(atPath: study.path + "/notes").count == 3)
  }

  @Test(arguments: [
    ["rename"], ["rename", "a"], ["merge", "a"], ["rename", "a", "b", "--fix"], ["rename", "a", "b", "nowhere"],
  ])
  func wrongArgumentsAreAFailure(arguments: [String]) throws {
    let study = try TemporaryStudy(Self.study)
    #expect(try Binary.run(arguments, in: study.path).code == 2)
  }

  @Test func aSourceIsRenamedAndItsFileToldOf() throws {
    let study = try TemporaryStudy(Self.study)
    let run = try Binary.run(["rename", "s1", "s9"], in: study.path)
    #expect(
      run.error == "seed-lsp: note: notes/s_1.md is named after the source; a better name is now s_9.md\n")
    #expect(try study.read("notes/s_1.md").hasPrefix("# s\n9\n"))
    #expect(run.code == 0)
  }

  @Test func aMergeMakesOneCodeOfTwo() throws {
    let study = try TemporaryStudy(Self.study)
    let run = try Binary.run(["merge", "cache_layer", "cache"], in: study.path)
    #expect(run.output == "Merged `cache_layer` into `cache`: 1 place in 1 note.\n")
    #expect(try study.read("notes/s_2.md") == Notes.second(listing: "cache"))
    #expect(run.code == 0)
  }
}
