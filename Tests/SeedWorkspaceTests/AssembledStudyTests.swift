// Studies that are put together from files.

import SeedModel
import SeedRules
import SeedStudy
import SeedSyntax
import SeedWorkspace
import Testing

@Suite struct AssembledStudyTests {
  private func summary(_ text: String) -> DocumentSummary { DocumentSummary(Document(Array(text.utf8))) }

  private let plan = StudyPlan(folder: "/w", configuration: nil, settings: .standard)

  @Test func aNoteKeepsItsNumberWhileItIsThere() {
    var study = AssembledStudy(plan)
    let first = study.set("/w/a/s_1.md", summary(note("1", defining: "one")))
    let second = study.set("/w/s_2.md", summary(note("2", defining: "two")))
    #expect(study.set("/w/a/s_1.md", summary(note("1", defining: "other"))) == first)
    #expect(study.study.isDefined("other") && !study.study.isDefined("one"))
    #expect(study.study[first]?.name == "a/s_1.md")
    #expect(study.document(at: "/w/s_2.md") == second)
    #expect(study.paths[second] == "/w/s_2.md")
    #expect(study.noteCount == 2)
  }

  @Test func aNoteThatIsRemovedLeavesNothing() {
    var study = AssembledStudy(plan)
    let first = study.set("/w/s_1.md", summary(note("1", defining: "one")))
    study.set("/w/s_2.md", summary(note("2", defining: "two")))
    #expect(study.remove("/w/s_1.md") == first)
    #expect(study.remove("/w/s_1.md") == nil)
    #expect(study.paths[first] == nil && study.document(at: "/w/s_1.md") == nil)
    #expect(!study.study.isDefined("one"))
    #expect(study.notes.map(\.path) == ["/w/s_2.md"])
    #expect(study.summaries.map(\.path) == ["/w/s_2.md"])
  }

  @Test func notesAreInNaturalOrderWhateverTheirNumbers() {
    var study = AssembledStudy(plan)
    for path in ["/w/s_10.md", "/w/s_2.md", "/w/a/s_3.md"] { study.set(path, summary("")) }
    #expect(study.notes.map(\.path) == ["/w/a/s_3.md", "/w/s_2.md", "/w/s_10.md"])
    #expect(study.notes.map(\.document.rawValue) == [2, 1, 0])
  }

  @Test func plansAreEqualIfTheyMakeEqualStudies() {
    func plan(_ folder: String?, _ text: String?, _ settings: RuleSettings = .standard) -> StudyPlan {
      let file = text.map { ConfigurationFile(path: "/w/seed-lsp.json", text: Array($0.utf8)) }
      return StudyPlan(folder: folder, configuration: file, settings: settings)
    }
    #expect(plan("/w", nil) == plan("/w", nil))
    #expect(plan("/w", "{}") == plan("/w", "{ }\n"))
    #expect(plan("/w", "{}") != plan("/w", #"{"exclude": ["x"]}"#))
    #expect(plan("/w", nil) != plan("/v", nil))
    #expect(plan("/w", nil) != plan(nil, nil))
    #expect(plan("/w", nil) == plan("/w", nil, RuleSettings([:])))
    #expect(plan("/w", nil) != plan("/w", nil, RuleSettings(["undefined-code": .off])))
    #expect(plan("/w", nil) != plan("/w", nil, RuleSettings(["undefined-code": .on(.hint)])))
  }

  /// Two notes that claim one source divide a folder when both have been read, with others between them.
  @Test func whatIsPutTogetherWhileReadingIsWhatThePlansSay() throws {
    let folder = try TemporaryFolder()
    try folder.write("a/s_1.md", note("1", defining: "one"))
    try folder.write("b/s_2.md", note("2", defining: "two"))
    try folder.write("c/s_1.md", note("1", defining: "three"))
    try folder.write("m/x/s_1.md", note("1", defining: "four"))
    try folder.write("m/y/s_1.md", note("1", defining: "five"))
    try folder.write("m/seed-lsp.json", "")
    try folder.write("s_4.md", note("4", defining: "six"))
    var reader = StudyReader([Root(path: folder.path, name: folder.path)])
    let assembled = reader.readStudies(naming: .inStudy) { RuleSettings($0) }
    #expect(assembled.studies.map(\.plan) == assembled.plans.studies)
    #expect(
      assembled.studies.map { $0.notes.map(\.path) }
        == [
          ["s_4.md"], ["a/s_1.md"], ["b/s_2.md"], ["c/s_1.md"], ["m/x/s_1.md", "m/y/s_1.md"],
        ].map { $0.map { folder.path($0) } })
    #expect(assembled.studies.map(\.folder) == [folder.path] + ["a", "b", "c", "m"].map { folder.path($0) })
    for study in assembled.studies {
      for note in study.notes {
        #expect(study.study[note.document]?.name == Path.relative(note.path, to: study.folder))
      }
    }
  }

  /// `é` as one letter and as two are different folders.
  @Test func foldersWhoseNamesOnlyLookAlikeAreConfiguredByThemselves() throws {
    let folder = try TemporaryFolder()
    for (name, level) in [("\u{E9}", "off"), ("e\u{301}", "error")] {
      try folder.write("\(name)/s_1.md", note("1", defining: "one"))
      try folder.write("\(name)/seed-lsp.json", #"{ "rules": { "undefined-code": "\#(level)" } }"#)
    }
    let loaded = LoadedStudies([Root(typed: ".", in: folder.path)])
    #expect(loaded.studies.map(\.noteCount) == [1, 1])
    #expect(
      Set(loaded.studies.map { $0.checked.settings.severity(of: "undefined-code") }) == [nil, .error])
    #expect(loaded.configurations.count == 2)
  }
}
