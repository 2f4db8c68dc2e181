// Which notes make a study.

import SeedModel
import SeedSyntax
import SeedWorkspace
import Testing

@Suite struct StudyLayoutTests {
  /// The notes of each study by its folder, written as `path id` and, for a note below a marked folder, `path id folder`.
  private func studies(_ notes: String..., in folder: String = "/w") -> [String: [String]] {
    let parts = notes.map { $0.split(separator: " ").map(String.init) }
    let layout = StudyLayout(
      parts.map { part in
        StudyLayout.Note(
          path: part[0], sourceID: part.count > 1 && part[1] != "-" ? part[1] : nil,
          markedFolder: part.count > 2 ? part[2] : nil)
      }, in: folder)
    var result: [String: [String]] = [:]
    for (part, index) in zip(parts, layout.assignments) { result[layout.folders[index], default: []].append(part[0]) }
    return result
  }

  @Test func aFolderWithOneNoteForEachSourceIsOneStudy() {
    #expect(
      studies("/w/s_1.md s1", "/w/a/s_2.md s2", "/w/b/c/s_3.md s3", "/w/b/plan.md")
        == ["/w": ["/w/s_1.md", "/w/a/s_2.md", "/w/b/c/s_3.md", "/w/b/plan.md"]])
  }

  @Test func foldersThatClaimTheSameSourceAreStudiesOfTheirOwn() {
    #expect(
      studies("/w/one/s_4.md s4", "/w/two/notes/s_4.md s4", "/w/two/s_5.md s5", "/w/three/s_6.md s6")
        == [
          "/w/one": ["/w/one/s_4.md"], "/w/two": ["/w/two/notes/s_4.md", "/w/two/s_5.md"],
          "/w/three": ["/w/three/s_6.md"],
        ])
  }

  @Test func notesBesideTheFoldersStayTogether() {
    #expect(
      studies("/w/s_4.md s4", "/w/s_5.md s5", "/w/old/s_4.md s4")
        == ["/w": ["/w/s_4.md", "/w/s_5.md"], "/w/old": ["/w/old/s_4.md"]])
  }

  @Test func onlyWhatHasToIsTakenApart() {
    #expect(
      studies("/w/a/x/s_1.md s1", "/w/a/y/s_1.md s1", "/w/b/x/s_2.md s2", "/w/b/y/s_1.md s1")
        == ["/w/a/x": ["/w/a/x/s_1.md"], "/w/a/y": ["/w/a/y/s_1.md"], "/w/b": ["/w/b/x/s_2.md", "/w/b/y/s_1.md"]])
  }

  @Test func twoNotesOfOneFolderStayInOneStudy() {
    #expect(
      studies("/w/s_1.md s1", "/w/s_1b.md s1", "/w/a/s_2.md s2") == ["/w": ["/w/s_1.md", "/w/s_1b.md", "/w/a/s_2.md"]])
  }

  @Test func aMarkedFolderIsOneStudyWhateverItsNotesSay() {
    #expect(
      studies("/w/m/a/s_1.md s1 /w/m", "/w/m/b/s_1.md s1 /w/m", "/w/m/b/in/s_1.md s1 /w/m/b/in", "/w/s_1.md s1")
        == [
          "/w/m": ["/w/m/a/s_1.md", "/w/m/b/s_1.md"], "/w/m/b/in": ["/w/m/b/in/s_1.md"], "/w": ["/w/s_1.md"],
        ])
  }

  @Test func aRepositoryIsARootThatCanFallApart() {
    let layout = StudyLayout(
      ["/w/g/a/s_1.md", "/w/g/b/s_1.md", "/w/s_1.md"].map { path in
        StudyLayout.Note(path: path, sourceID: "s1", repository: path.hasPrefix("/w/g/") ? "/w/g" : nil)
      }, in: "/w")
    #expect(layout.folders == ["/w", "/w/g/a", "/w/g/b"])
    #expect(layout.assignments == [1, 2, 0])
    #expect(layout.splits.map(\.folder) == ["/w/g"])
  }

  @Test func aSplitIsExplained() throws {
    let layout = StudyLayout(
      ["/w/a/s_1.md", "/w/b/s_1.md"].map { StudyLayout.Note(path: $0, sourceID: "s1") }, in: "/w")
    #expect(layout.folders == ["/w/a", "/w/b"])
    let split = try #require(layout.splits.first)
    #expect(split.folder == "/w")
    #expect(split.sourceID == "s1")
    #expect(split.notes == ["/w/a/s_1.md", "/w/b/s_1.md"])
  }

  @Test func strangePathsEndSomewhere() {
    #expect(studies("/w/a", "/v/s_1.md s1", "s_1.md s1", " s1", "/ s1").values.flatMap { $0 }.count == 5)
    #expect(studies("/a/s_1.md s1", "/b/s_1.md s1", in: "/") == ["/a": ["/a/s_1.md"], "/b": ["/b/s_1.md"]])
    #expect(studies().isEmpty)
  }

  @Test(arguments: [
    ("# s\n4\n# coding\n", "s4"), ("# s4\n# coding\n", "s4"),
    ("**AXIAL CODING TRACE:**\n``` python\ns4 = CClass(source, \"s4\")\n```\n", "s4"),
    ("**AXIAL CODING TRACE:**\nadd codes to s4:\n``` python\n'''\ncache\n'''\n```\n", nil), ("# s\n\n# coding\n", nil),
  ])
  func labelsClaimNoSource(text: String, id: String?) {
    #expect(DocumentSummary(Document(text)).claimedSourceID(in: "/a/b.md") == id)
  }
}
