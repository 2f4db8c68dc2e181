// Loading many files at once, and studies from folders.

import Foundation
import SeedModel
import SeedStudy
import SeedWorkspace
import Testing

@Suite struct LoaderTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  private func load(_ names: String...) -> LoadedStudies {
    LoadedStudies(names.map { Root(typed: $0, in: folder.path) })
  }

  @Test(arguments: [1, 2, 7]) func resultsComeInTheOrderOfThePaths(threads: Int) throws {
    var paths: [String] = []
    for index in 0..<100 {
      if index % 10 != 3 { try folder.write("s_\(index).md", note("\(index)", defining: "code_\(index)")) }
      paths.append(folder.path("s_\(index).md"))
    }
    var indices: [Int] = []
    Loader(threads: threads).load(paths) { index, result in
      indices.append(index)
      switch result {
      case .success(let loaded):
        #expect(loaded.path == paths[index])
        #expect(loaded.isSeed)
        #expect(loaded.summary.sourceID == "s\(index)")
        #expect(loaded.byteCount == loaded.stamp.byteCount)
      case .failure(let error):
        #expect(index % 10 == 3)
        #expect(error == FileError(path: paths[index], reason: .missing))
      case nil:
        Issue.record("no result for \(paths[index])")
      }
    }
    #expect(indices == Array(0..<100))
  }

  @Test func nothingToLoadIsNothingLoaded() {
    Loader().load([]) { index, _ in Issue.record("a result \(index)") }
  }

  @Test func aCancelledLoadLeavesOut() throws {
    try folder.write("s_1.md", note("1", defining: "a"))
    let cancellation = CancellationFlag()
    cancellation.cancel()
    var count = 0
    Loader(cancellation: cancellation).load([folder.path("s_1.md")]) { _, result in
      #expect(result == nil)
      count += 1
    }
    #expect(count == 1)
    let loaded = LoadedStudies([Root(typed: ".", in: folder.path)], cancellation: cancellation)
    #expect(loaded.isIncomplete)
    #expect(loaded.noteCount == 0)
  }

  @Test func aStudyIsMadeOfTheSeedFilesAmongTheFound() throws {
    try folder.write("s_10.md", note("10", defining: "ten"))
    try folder.write("s_2.md", note("2", defining: "two"))
    try folder.write("README.md", "# Read me\n\nNothing to see.\n")
    let loaded = load(".")
    #expect(!loaded.isIncomplete)
    let study = try #require(loaded.studies.first)
    #expect(loaded.studies.count == 1)
    #expect(study.notes.map(\.path) == [folder.path("s_2.md"), folder.path("s_10.md")])
    #expect(study.notes.map { study.study[$0.document]?.name } == ["s_2.md", "s_10.md"])
    #expect(study.study.isDefined("two") && study.study.isDefined("ten"))
    #expect(loaded.namedFilesThatAreNoSeeds.isEmpty)
    #expect(loaded.errors.isEmpty)
  }

  @Test func aNamedFileThatIsNoSeedIsToldApart() throws {
    try folder.write("README.md", "# Read me\n")
    try folder.write("s_1.md", note("1", defining: "a"))
    let loaded = load("README.md", "s_1.md", "nope.md")
    #expect(loaded.namedFilesThatAreNoSeeds.map(\.name) == ["README.md"])
    #expect(loaded.noteCount == 1)
    #expect(loaded.errors == [FileError(path: "nope.md", reason: .missing)])
  }

  @Test func invalidUTF8IsNoticedAndTheNoteIsRead() throws {
    var bytes = Array(note("1", defining: "a").utf8)
    bytes += Array("> caf".utf8) + [0xE9] + Array("\n".utf8)
    try folder.write("s_1.md", bytes)
    let loaded = load(".")
    #expect(loaded.studies.first?.study.isDefined("a") == true)
    #expect(loaded.notUTF8.map(\.name) == ["s_1.md"])
    #expect(loaded.notUTF8.map(\.line) == [11])
    #expect(loaded.errors.isEmpty)
  }

  @Test func modelFilesAreReadAndOtherPythonIsPassedOver() throws {
    try folder.write("s_1.md", note("1", defining: "a"))
    try folder.write("models/data_model.py", "from codeable_models import CClass\nb = CClass(pattern, \"B\")\n")
    try folder.write("tools/script.py", "b = 1\nc = 2\n")
    try folder.write("tools/about.py", "# CClass( and codeable_models\nc = 2\n")
    try folder.write("env/lib/site-packages/codeable_models/kernel.py", "import codeable_models\nc = 2\n")
    let loaded = try #require(load(".").studies.first)
    #expect(loaded.notes.map { loaded.study[$0.document]?.name } == ["models/data_model.py", "s_1.md"])
    #expect(loaded.study.isDefined("b") && !loaded.study.isDefined("c"))
    #expect(loaded.study.documents(ofSource: "s1").count == 1)
    let named = load("models/data_model.py", "tools/script.py")
    #expect(named.noteCount == 1)
    #expect(named.namedFilesThatAreNoSeeds.map(\.name) == ["tools/script.py"])
  }

  @Test func aNoteWithAByteOrderMarkIsASeed() throws {
    try folder.write("s_1.md", [0xEF, 0xBB, 0xBF] + Array(note("1", defining: "a").utf8))
    let loaded = load(".")
    #expect(loaded.noteCount == 1)
    #expect(loaded.studies.first?.study.isDefined("a") == true)
  }
}
