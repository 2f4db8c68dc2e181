// What a `seed-lsp.json` says, and what is said of one that says nonsense.

import Foundation
import SeedModel
import SeedRules
import SeedStudy
import SeedSyntax
import Testing

@testable import SeedWorkspace

@Suite struct ConfigurationFileTests {
  private func file(_ text: String) -> ConfigurationFile {
    ConfigurationFile(path: "/w/seed-lsp.json", text: Array(text.utf8))
  }

  @Test func everythingCanBeSaid() {
    let file = file(
      """
      {
        "$schema": "seed-lsp.schema.json",
        "rules": { "unused-code": "off", "undefined-code": "error", "unattached-option": "hint" },
        "include": ["notes/**"],
        "exclude": ["old", "*_draft.md"],
        "vocabulary": {
          "metaclasses": { "tactic": "practice", "view": ["category", "tactic"], "memo": [] },
          "stereotypes": ["contradicts"],
          "functions": { "offer": "add_decision_option_link", "show": "any" }
        },
        "sourceFields": { "venue": "text", "Peer Reviewed": "boolean", "source type": ["Podcast"] }
      }
      """)
    #expect(file.findings.isEmpty)
    let configuration = file.configuration
    #expect(
      configuration.rules == ["unused-code": .off, "undefined-code": .on(.error), "unattached-option": .on(.hint)])
    #expect(file.covers("/w/notes/s_1.md") && !file.covers("/w/notes/old/s_1.md") && !file.covers("/w/s_1.md"))
    let additions = configuration.additions
    #expect(additions.metaclasses == ["tactic": ["practice"], "view": ["category", "tactic"], "memo": []])
    #expect(additions.stereotypes == ["contradicts"])
    #expect(additions.functions == ["offer": .like("add_decision_option_link"), "show": .anything])
    #expect(additions.sourceFields == ["venue": .text, "peer reviewed": .boolean, "type": .oneOf(["Podcast"])])
  }

  @Test(arguments: ["", " \n", "{}", "\u{FEFF}{}", "\u{FEFF}"]) func aFileMaySayNothing(text: String) {
    #expect(file(text).findings.isEmpty)
    #expect(file(text).configuration == StudyConfiguration())
  }

  /// What is wrong is marked in the text, and the message holds some words.
  @Test(arguments: [
    (#"{ ⟦"rule"⟧: {} }"#, "Did you mean `rules`?"), (#"{ ⟦"colour"⟧: 1, "include": [] }"#, "no setting `colour`"),
    (#"{ "rules": ⟦[]⟧ }"#, "`rules` must be an object"), (#"⟦[1, 2]⟧"#, "The file must be an object"),
    (#"{ "rules": { ⟦"unused-codes"⟧: "off" } }"#, "Did you mean `unused-code`?"),
    (#"{ "rules": { ⟦"nonsense"⟧: "off" } }"#, "There is no rule `nonsense`."),
    (#"{ "rules": { "unused-code": ⟦"eror"⟧ } }"#, "Did you mean `error`?"),
    (#"{ "rules": { "unused-code": ⟦"fatal"⟧ } }"#, "one of: `off`, `error`"),
    (#"{ "rules": { "unused-code": ⟦true⟧ } }"#, "must be a text"),
    (#"{ "include": ⟦"*.md"⟧ }"#, "must be a list"), (#"{ "exclude": ["a", ⟦7⟧] }"#, "must be a text"),
    (#"{ "exclude": ["é😀", ⟦"a{b"⟧] }"#, "This `{` has no `}`."),
    (#"{ "vocabulary": { ⟦"metaclass"⟧: {} } }"#, "Did you mean `metaclasses`?"),
    (#"{ "vocabulary": { "metaclasses": { "tactic": ⟦"practise"⟧ } } }"#, "Did you mean `practice`?"),
    (#"{ "vocabulary": { "metaclasses": { ⟦"force"⟧: [] } } }"#, "built in already"),
    (#"{ "vocabulary": { "stereotypes": [⟦"is not"⟧] } }"#, "can't be a name"),
    (#"{ "vocabulary": { "functions": { "f": ⟦"add_link"⟧ } } }"#, "Did you mean `add_links`?"),
    (#"{ "sourceFields": { ⟦"url"⟧: "text" } }"#, "built in"),
    (#"{ "sourceFields": { ⟦"type"⟧: "text" } }"#, "built in"),
    (#"{ "sourceFields": { "url": { "key": ⟦" "⟧ } } }"#, "needs a name"),
    (#"{ "sourceFields": { "url": { "in": ⟦"headr"⟧ } } }"#, "Did you mean `header`?"),
    (#"{ "sourceFields": { "url": { ⟦"wher"⟧: 1 } } }"#, "A field has no member"),
    (#"{ "sourceFields": { ⟦"url"⟧: { "holds": "text" } } }"#, "built in"),
    (#"{ "sourceFields": { ⟦""⟧: { "key": "x" } } }"#, "needs a name"),
    (#"{ "sourceFields": { "venue": ⟦"txt"⟧ } }"#, "Did you mean `text`?"),
    (#"{ "exclude": [], ⟦"exclude"⟧: ["a"] }"#, "given twice"),
    (#"{ "rules": {} ⟦"⟧include": [] }"#, "This is no JSON"), (#"{ "rules": {⟦⟧"#, "it ends too early"),
    (#"{ ⟦/⟧/ comment"#, "This is no JSON"), (#"{} ⟦x⟧"#, "This is no JSON"),
  ])
  func whatIsWrongIsSaidAtItsPlace(marked: String, words: String) throws {
    let file = file(marked.filter { $0 != "⟦" && $0 != "⟧" })
    let finding = try #require(file.findings.first)
    #expect(file.findings.count == 1)
    #expect(finding.rule == "invalid-configuration")
    #expect(finding.severity == .warning)
    #expect(finding.message.contains(words), "\(finding.message)")
    let before = try #require(marked.firstIndex(of: "⟦"))
    let end = try #require(marked.firstIndex(of: "⟧"))
    #expect(Int(finding.range.start.utf16) == marked[..<before].utf16.count)
    #expect(Int(finding.range.end.utf16) == marked[..<end].utf16.count - 1)
  }

  @Test func whatIsRightHoldsBesideWhatIsWrong() {
    let file = file(
      #"{ "rules": { "x": "off", "unused-code": "off" }, "exclude": ["a{", "b"], "sourceFields": 3, "include": ["n"] ,,"#
    )
    #expect(file.configuration.rules == ["unused-code": .off])
    #expect(file.configuration.exclude.map(\.pattern) == ["b"])
    #expect(file.configuration.include?.map(\.pattern) == ["n"])
    #expect(file.findings.count == 4)
  }

  @Test func theRuleOfConfigurationsIsConfiguredToo() {
    #expect(file(#"{ "x": 1, "rules": { "invalid-configuration": "off" } }"#).findings.isEmpty)
    #expect(
      file(#"{ "x": 1, "rules": { "invalid-configuration": "error" } }"#).findings.map(\.severity) == [.error])
  }

  /// Bytes are cut off, changed and nested; nothing may trap.
  @Test func anyBytesAreRead() {
    let text = Array(
      #"{"rules":{"unused-code":"off"},"exclude":["a/**/{b,[c-d]}"],"vocabulary":{"functions":{"f":"any"}}}"#.utf8)
    for end in 0...text.count { _ = ConfigurationFile(path: "/w/seed-lsp.json", text: Array(text[..<end])) }
    for index in text.indices {
      for byte: UInt8 in [0, 0x22, 0x5C, 0x7B, 0x5D, 0xFF] {
        var changed = text
        changed[index] = byte
        let file = ConfigurationFile(path: "/w/seed-lsp.json", text: changed)
        #expect(file.findings.allSatisfy { $0.range.start <= $0.range.end })
      }
    }
    #expect(file(String(repeating: "[", count: 100_000)).findings.count == 1)
    #expect(file(#"{"x":"# + String(repeating: "[", count: 100_000)).findings.count == 2)
  }

  // MARK: - Where it counts

  @Test func theNearestFileCounts() throws {
    let folder = try TemporaryFolder()
    try folder.write("seed-lsp.json", #"{ "rules": { "unused-code": "off" } }"#)
    try folder.write("in/deep/seed-lsp.json", "")
    var files = ConfigurationFiles()
    #expect(files.file(for: folder.path("s_1.md"))?.folder == folder.path)
    #expect(files.file(for: folder.path("in/s_1.md"))?.folder == folder.path)
    #expect(files.file(for: folder.path("in/deep/er/s_1.md"))?.folder == folder.path("in/deep"))
    #expect(files.files.map(\.path) == [folder.path("in/deep/seed-lsp.json"), folder.path("seed-lsp.json")])
    #expect(files.errors.isEmpty)
  }

  @Test func studiesAreReadWithTheirConfigurations() throws {
    let folder = try TemporaryFolder()
    try folder.write("a/s_1.md", note("1", defining: "one"))
    try folder.write("a/draft/s_1.md", note("1", defining: "draft"))
    try folder.write("a/seed-lsp.json", #"{ "exclude": ["draft"] }"#)
    try folder.write("b/s_1.md", note("1", defining: "two"))
    try folder.write("c/s_1.md", note("1", defining: "three"))
    let loaded = LoadedStudies([Root(typed: ".", in: folder.path)])
    #expect(loaded.studies.map(\.folder) == ["a", "b", "c"].map { folder.path($0) })
    #expect(loaded.studies.map { $0.study.isDefined("one") } == [true, false, false])
    #expect(loaded.studies.map { $0.study.isDefined("two") } == [false, true, false])
    #expect(loaded.studies.allSatisfy { !$0.study.isDefined("draft") })
    #expect(loaded.splits.map(\.folder) == [folder.path])
    let named = LoadedStudies([Root(typed: "a/draft/s_1.md", in: folder.path)])
    #expect(named.studies.map { $0.study.isDefined("draft") } == [true])
  }

  // MARK: - The schema

  private func schema() throws -> [String: Any] {
    let repository = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let text = try Data(contentsOf: repository.appendingPathComponent("editors/schema/seed-lsp.schema.json"))
    return try #require(try JSONSerialization.jsonObject(with: text) as? [String: Any])
  }

  private func member(_ value: [String: Any], _ path: String...) throws -> [String: Any] {
    try path.reduce(value) { try #require($0[$1] as? [String: Any]) }
  }

  @Test func theSchemaKnowsWhatTheReaderKnows() throws {
    let schema = try schema()
    #expect(
      Set(try member(schema, "properties").keys) == Set(ConfigurationReader.Key.allCases.map(\.rawValue)))
    #expect(
      Set(try member(schema, "properties", "vocabulary", "properties").keys)
        == Set(ConfigurationReader.VocabularyKey.allCases.map(\.rawValue)))
    #expect(
      Set(try member(schema, "properties", "rules", "properties").keys) == Set(Rules.all.map { $0.name }))
    #expect(try member(schema, "definitions", "level")["enum"] as? [String] == ConfigurationReader.levels)
    let functions = try member(
      schema, "properties", "vocabulary", "properties", "functions", "additionalProperties")["enum"]
    #expect(
      Set(try #require(functions as? [String]))
        == Set(Vocabulary.standard.functions.all.map(\.name)).union([ConfigurationReader.anyFunction]))
    let fields = try member(schema, "properties", "sourceFields", "additionalProperties")["oneOf"] as? [[String: Any]]
    #expect(fields?.first?["enum"] as? [String] == ConfigurationReader.fieldTypes)
  }
}
