// Where studies begin.

import SeedWorkspace
import Testing

@Suite struct StudyPlaceTests {
  private func place(ofFile file: String, in folder: TemporaryFolder) -> StudyPlace {
    var configurations = ConfigurationFiles()
    return StudyPlace(ofFile: folder.path(file), &configurations)
  }

  @Test func theNearestConfigurationMarksTheRootWhereverRepositoriesBegin() throws {
    let folder = try TemporaryFolder()
    try folder.write("a/seed-lsp.json", "{}")
    try folder.write("a/b/.git/HEAD")
    try folder.write("a/b/c/s_1.md")
    #expect(place(ofFile: "a/b/c/s_1.md", in: folder).folder == folder.path("a"))
    try folder.write("a/b/c/seed-lsp.json")
    #expect(place(ofFile: "a/b/c/s_1.md", in: folder).folder == folder.path("a/b/c"))
    #expect(place(ofFile: "a/b/s_2.md", in: folder).folder == folder.path("a"))
  }

  @Test func elseTheNearestRepositoryDoesWhetherAFolderOrAFileMarksIt() throws {
    let folder = try TemporaryFolder()
    try folder.write("a/.git/HEAD")
    try folder.write("a/b/.git", "gitdir: elsewhere")
    #expect(place(ofFile: "a/x/y/s_1.md", in: folder).folder == folder.path("a"))
    #expect(place(ofFile: "a/b/x/s_1.md", in: folder).folder == folder.path("a/b"))
    #expect(place(ofFile: "a/b/x/s_1.md", in: folder).isMarked)
  }

  @Test func elseItIsTheFileSOwnFolderOrTheGivenOne() throws {
    let folder = try TemporaryFolder()
    var configurations = ConfigurationFiles()
    let own = StudyPlace(ofFile: folder.path("a/s_1.md"), &configurations)
    #expect(own.folder == folder.path("a") && own.isRecursive && !own.isMarked)
    #expect(StudyPlace(ofFolder: folder.path, &configurations).folder == folder.path)
    #expect(StudyPlace(ofFile: "/s_1.md", &configurations).isRecursive == false)
  }

  @Test func aPlaceInAnotherIsReadWithIt() {
    var none = ConfigurationFiles()
    let places = ["/n/a/b", "/n/a", "/n/c", "/n/a/d", "/n/c"].map { StudyPlace(ofFolder: $0, &none) }
    #expect(StudyPlace.outermost(places).map(\.folder) == ["/n/a", "/n/c"])
    let flat = StudyPlace(ofFolder: "/n", isRecursive: false, &none)
    #expect(StudyPlace.outermost([flat, places[0]]).map(\.folder) == ["/n", "/n/a/b"])
  }

  @Test func whatWasGivenIsToldByItsPath() throws {
    let folder = try TemporaryFolder()
    try folder.write("a/s_1.md")
    try folder.write("a/s_2.md")
    let file = GivenPaths([Root(path: folder.path("a/s_1.md"), name: "s_1.md")])
    #expect(file.contains(folder.path("a/s_1.md")) && !file.contains(folder.path("a/s_2.md")))
    #expect(!file.haveFolder)
    let all = GivenPaths([Root(path: folder.path("a"), name: "a")])
    #expect(all.contains(folder.path("a/x/s_9.md")) && !all.contains(folder.path("b/s_1.md")))
    #expect(GivenPaths([]).contains("/anything"))
  }
}
