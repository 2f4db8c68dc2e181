// Renaming as a client sees it: forms of edits by capability, versions, annotations, files that changed.

import Foundation
import JSON
import LanguageServerProtocol
import SeedTestSupport
import Testing

@Suite struct RenameTests {
  /// A client that can be asked about edits.
  static let able: JSONValue = [
    "workspace": [
      "workspaceEdit": [
        "documentChanges": true, "resourceOperations": ["create", "rename", "delete"],
        "changeAnnotationSupport": ["groupsOnLabel": true],
      ]
    ],
    "textDocument": ["rename": ["prepareSupport": true, "honorsChangeAnnotations": true]],
  ]
  /// A client that takes versions, and nothing else.
  static let plain: JSONValue = ["workspace": ["workspaceEdit": ["documentChanges": true]]]

  private static let defining = note(1, definingCache)
  private static let using = note(2, usingCache)
  private static let mentioning = note(3, "index = CClass(pattern, \"Index\")\n'''\ncache\n'''")
    .replacing("**AXIAL", with: "**OPEN CODING TRACE:**\n\nTo be precise: cache, index\n\n**AXIAL")

  private func study() throws -> NotesFolder {
    try NotesFolder(["s_1.md": Self.defining, "s_2.md": Self.using, "s_3.md": Self.mentioning])
  }

  /// Sets when files, or the folder itself, were changed last, in seconds from now.
  private func changeTimes(_ folder: NotesFolder, _ names: [String], by seconds: Double) throws {
    let time = [FileAttributeKey.modificationDate: Date(timeIntervalSinceNow: seconds)]
    for name in names { try FileManager.default.setAttributes(time, ofItemAtPath: folder.path(name)) }
  }

  private func rename(_ client: TestClient, _ uri: String, to name: String) -> JSONValue {
    var params = TestClient.place(uri, codeLine, 2)
    params["newName"] = .string(name)
    return client.ask("textDocument/rename", .object(params))
  }

  private func edit(_ client: TestClient, _ uri: String, to name: String) throws -> JSONValue {
    let response = try client.response(to: rename(client, uri, to: name))
    return try #require(response["result"], "\(response.text)")
  }

  /// What needs confirmation VS Code shows unticked, so that it stays as it is unless somebody ticks it.
  @Test func onlyPlainWordsOfProseAndPythonAreLeftUntickedInVSCode() throws {
    let code = """
      cache = CClass(pattern, "Cache")
      add_force_relations({cache: {speed: positive}}
      cache cache,
      key = lambda cache: cache.name
      print(f"{cache}")
      def fill(store=cache):
          return store
      """
    let prose = """
      New options: cache, index
      Familiar forces:
      - cache

      To be precise: cache.

      The cache is near.


      """
    func text(_ name: String) -> String {
      note(1, code).replacing("**AXIAL", with: "**OPEN CODING TRACE:**\n\n\(prose)**AXIAL").replacing(
        "cache", with: name)
    }
    for (name, unticked) in [
      ("cache", ["To be precise: cache.", "print(f\"{cache}\")", "def fill(store=cache):"]),
      ("near_cache", ["print(f\"{near_cache}\")", "def fill(store=near_cache):"]),
    ] {
      let text = text(name)
      let client = try TestClient.start(capabilities: Self.able)
      client.open("untitled:1", text)
      let start = try #require(place(of: "\(name) = CClass", in: text))
      var params = TestClient.place("untitled:1", start.line, start.character)
      params["newName"] = "store_near"
      let edit = try client.request("textDocument/rename", .object(params))
      let annotations = edit["changeAnnotations"]
      let edits = edit["documentChanges"]?.array?.flatMap { $0["edits"]?.array ?? [] } ?? []
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
      var found: [String] = []
      for edit in edits {
        guard let id = edit["annotationId"]?.string, annotations?[id]?["needsConfirmation"] == true,
          let line = edit["range"]?["start"]?["line"]?.integer
        else { continue }
        found.append(String(lines[line]))
      }
      #expect(found.reduce(into: []) { if $0.last != $1 { $0.append($1) } } == unticked)
      // All others are ticked: the definition, the broken statements, and the lists of the open coding.
      #expect(edits.count - found.count >= 6)
    }
  }

  @Test func prepareIsOfferedOnlyToClientsThatKnowIt() throws {
    for (capabilities, expected) in [(Self.able, JSONValue?.some(true)), (Self.plain, nil), ([:], nil)] {
      let client = TestClient.uninitialized()
      let result = try client.initialize(capabilities: capabilities)
      let provider = try #require(result["capabilities"]?["renameProvider"])
      #expect(provider["prepareProvider"] == expected)
    }
  }

  @Test func prepareGivesTheRangeAndTheName() throws {
    let client = try TestClient.start(capabilities: Self.able)
    client.open("untitled:1", Self.defining)
    let result = try client.ask("prepareRename", at: (codeLine, 2), in: "untitled:1")
    #expect(result["placeholder"] == "cache")
    #expect(result["range"]?.start == TextPlace(line: codeLine, character: 0))
    #expect(result["range"]?.end == TextPlace(line: codeLine, character: 5))
  }

  @Test func whereThereIsNothingToRenameTheReasonIsGiven() throws {
    let client = try TestClient.start(capabilities: Self.able)
    client.open("untitled:1", Self.defining)
    let error = try client.refusal("textDocument/prepareRename", .object(TestClient.place("untitled:1", 7, 4)))
    #expect(error["code"]?.integer == -32803)
    #expect(error["message"] == "There is no code or source here that could be renamed.")
  }

  @Test func openNotesGetTheirVersionAndClosedOnesNull() throws {
    let folder = try study()
    let client = try TestClient.start(folders: [folder.uri], capabilities: Self.able)
    client.open(folder.uri("s_1.md"), Self.defining, version: 17)
    let result = try edit(client, folder.uri("s_1.md"), to: "near_store")
    let changes = try #require(result["documentChanges"]?.array)
    #expect(
      changes.compactMap { $0["textDocument"]?["uri"]?.string }
        == ["s_1.md", "s_2.md", "s_3.md"].map { folder.uri($0) })
    #expect(changes.map { $0["textDocument"]?["version"] } == [17, .null, .null])
    #expect(result["changes"] == nil)
  }

  @Test func doubtfulPlacesAreAnnotatedForConfirmation() throws {
    let folder = try study()
    let client = try TestClient.start(folders: [folder.uri], capabilities: Self.able)
    client.open(folder.uri("s_1.md"), Self.defining)
    let result = try edit(client, folder.uri("s_1.md"), to: "near_store")
    let edits = (result["documentChanges"]?.array ?? []).flatMap { $0["edits"]?.array ?? [] }
    let ids = Set(edits.compactMap { $0["annotationId"]?.string })
    #expect(ids == ["prose"])
    #expect(result["changeAnnotations"]?["prose"]?["needsConfirmation"] == true)
    #expect(edits.count == 4)
    try client.shownMessage(
      containing: "1 place may mean `cache` too and is changed only where you tick it: s_3.md:12:16")
  }

  /// VS Code leaves what has to be confirmed unticked, so that most people never make it.
  @Test func nothingInListsOrWithAnUnderscoreHasToBeConfirmed() throws {
    let prose = """
      **OPEN CODING TRACE:**

      They keep a near_store beside each service.

      Familiar options: near_store, index
      Confirmation for near_store


      """
    let coding = note(2, "add_decision_option_link)d, near_store(\n'''\nnear_store ! x\n'''")
    let folder = try NotesFolder([
      "s_1.md": note(1, "near_store = CClass(pattern, \"Near\")"),
      "s_2.md": coding.replacing("**AXIAL", with: prose + "**AXIAL"),
    ])
    let client = try TestClient.start(folders: [folder.uri], capabilities: Self.able)
    client.open(folder.uri("s_1.md"), note(1, "near_store = CClass(pattern, \"Near\")"))
    let result = try edit(client, folder.uri("s_1.md"), to: "cache")
    let edits = (result["documentChanges"]?.array ?? []).flatMap { $0["edits"]?.array ?? [] }
    let unticked = edits.filter { edit in
      guard let id = edit["annotationId"]?.string else { return false }
      return result["changeAnnotations"]?[id]?["needsConfirmation"] == true
    }
    #expect(unticked == [])
    #expect(edits.count == 6)
  }

  @Test func clientsThatCannotBeAskedGetWhatIsSure() throws {
    let folder = try study()
    for capabilities in [Self.plain, [:]] {
      let client = try TestClient.start(folders: [folder.uri], capabilities: capabilities)
      client.open(folder.uri("s_1.md"), Self.defining)
      let result = try edit(client, folder.uri("s_1.md"), to: "near_store")
      #expect(result["changeAnnotations"] == nil)
      #expect(!result.text.contains("annotationId"))
      #expect(result.text.components(separatedBy: "near_store").count - 1 == 3)
      try client.shownMessage(containing: "1 place may mean `cache` too and is left as it is: s_3.md:12:16")
    }
  }

  @Test func changesByNameAreForClientsWithoutVersions() throws {
    let folder = try study()
    let client = try TestClient.start(folders: [folder.uri])
    client.open(folder.uri("s_1.md"), Self.defining)
    let result = try edit(client, folder.uri("s_1.md"), to: "near_store")
    #expect(result["documentChanges"] == nil)
    for name in ["s_1.md", "s_2.md", "s_3.md"] { #expect(result["changes"]?[folder.uri(name)]?.array?.count == 1) }
  }

  @Test(arguments: ["utf-8", "utf-16", "utf-32"])
  func columnsCountTheUnitOfTheSession(encoding: String) throws {
    let client = try TestClient.start(capabilities: ["general": ["positionEncodings": [.string(encoding)]]])
    let code = "cache = CClass(pattern, \"Cache\")\nadd_decision_option_link(d, \"“😀” e\u{301}\", cache); cache"
    client.open("untitled:1", note(1, code))
    let result = try edit(client, "untitled:1", to: "near")
    let edits = try #require(result["changes"]?["untitled:1"]?.array)
    let text = note(1, code)
    let expected = [1, 2, 3].map { place(of: "cache", in: text, encoding: encoding, occurrence: $0) }
    #expect(edits.map { $0["range"]?.start } == expected)
  }

  @Test func aTakenNameIsRefusedWithBothPlaces() throws {
    let folder = try study()
    let client = try TestClient.start(folders: [folder.uri], capabilities: Self.able)
    client.open(folder.uri("s_1.md"), Self.defining)
    let response = try client.response(to: rename(client, folder.uri("s_1.md"), to: "Store"))
    #expect(response["error"]?["code"]?.integer == -32803)
    let message = try #require(response["error"]?["message"]?.string)
    #expect(message.contains("s_2.md, line 12") && message.contains("s_1.md, line 12"), "\(message)")
  }

  @Test func theSameNameGivesAnEmptyEdit() throws {
    let client = try TestClient.start(capabilities: Self.able)
    client.open("untitled:1", Self.defining)
    #expect(try edit(client, "untitled:1", to: " cache ") == ["documentChanges": []])
  }

  @Test func closedNotesAreReadAgainFirst() throws {
    let folder = try study()
    let client = try TestClient.start(folders: [folder.uri], capabilities: Self.able)
    client.open(folder.uri("s_1.md"), Self.defining)
    _ = try client.diagnostics(folder.uri("s_1.md"), version: 1)
    // One is changed, one is deleted and one is new, and nobody says so.
    try folder.write("s_2.md", "\n\n" + note(2, "cache\ncache"))
    try folder.remove("s_3.md")
    try folder.write("s_4.md", note(4, "cache"))
    let result = try edit(client, folder.uri("s_1.md"), to: "near_store")
    let changes = try #require(result["documentChanges"]?.array)
    #expect(
      changes.compactMap { $0["textDocument"]?["uri"]?.string }
        == ["s_1.md", "s_2.md", "s_4.md"].map { folder.uri($0) })
    #expect(changes[1]["edits"]?.array?.compactMap { $0["range"]?.start?.line } == [codeLine + 2, codeLine + 3])
  }

  @Test func whatChangesBetweenTwoRenamesIsReadAgain() throws {
    let folder = try study()
    // A folder that was changed long ago is looked through once; later its time alone says that no file came or went.
    try changeTimes(folder, ["s_1.md", "s_2.md", "s_3.md", ""], by: -3600)
    let client = try TestClient.start(folders: [folder.uri], capabilities: Self.plain)
    client.open(folder.uri("s_1.md"), Self.defining)
    func notes() throws -> [String] {
      let changes = try edit(client, folder.uri("s_1.md"), to: "near_store")["documentChanges"]?.array ?? []
      return changes.compactMap { $0["textDocument"]?["uri"]?.string?.split(separator: "/").last.map { String($0) } }
    }
    for _ in 1...4 { #expect(try notes() == ["s_1.md", "s_2.md", "s_3.md"]) }
    try Data("# s\n2\n".utf8).write(to: URL(fileURLWithPath: folder.path("s_2.md")))
    #expect(try notes() == ["s_1.md", "s_3.md"])
    try changeTimes(folder, ["s_2.md", ""], by: -1800)
    for _ in 1...4 { #expect(try notes() == ["s_1.md", "s_3.md"]) }
    try folder.write("s_4.md", note(4, "cache"))
    #expect(try notes() == ["s_1.md", "s_3.md", "s_4.md"])
    try folder.remove("s_3.md")
    #expect(try notes() == ["s_1.md", "s_4.md"])
  }

  /// A file with two names can be changed by the one that is in no folder of the study.
  @Test func whatChangesUnderAnotherNameIsReadAgain() throws {
    let folder = try study()
    let elsewhere = try NotesFolder([:])
    try changeTimes(folder, ["s_1.md", "s_2.md", "s_3.md", ""], by: -3600)
    let client = try TestClient.start(folders: [folder.uri], capabilities: Self.plain)
    client.open(folder.uri("s_1.md"), Self.defining)
    for _ in 1...4 { #expect(try edit(client, folder.uri("s_1.md"), to: "near_store").text.contains("s_2.md")) }
    try FileManager.default.linkItem(atPath: folder.path("s_2.md"), toPath: elsewhere.path("other.md"))
    let file = try FileHandle(forWritingTo: URL(fileURLWithPath: elsewhere.path("other.md")))
    try file.truncate(atOffset: 0)
    try file.close()
    #expect(!(try edit(client, folder.uri("s_1.md"), to: "near_store").text.contains("s_2.md")))
  }

  /// The client doesn't tell of the file that goes while another one comes.
  @Test func aFileThatGoesIsMissedThoughAnotherComes() throws {
    let folder = try study()
    try changeTimes(folder, ["s_2.md", "s_3.md"], by: -3600)
    let client = try TestClient.start(folders: [folder.uri], capabilities: Self.plain)
    client.open(folder.uri("s_1.md"), Self.defining)
    _ = try edit(client, folder.uri("s_1.md"), to: "near_store")
    client.open(folder.uri("s_4.md"), note(4, "cache"))
    try folder.write("s_4.md", note(4, "cache"))
    try folder.remove("s_2.md")
    let result = try edit(client, folder.uri("s_1.md"), to: "near_store")
    #expect(result.text.contains("s_4.md") && !result.text.contains("s_2.md"))
  }

  /// A file that was put back is the same as before, its time included.
  @Test func aFileThatWasDeletedAndPutBackIsRead() throws {
    let folder = try study()
    try changeTimes(folder, ["s_2.md", "s_3.md"], by: -3600)
    let client = try TestClient.start(folders: [folder.uri], capabilities: Self.plain)
    client.open(folder.uri("s_1.md"), Self.defining)
    _ = try edit(client, folder.uri("s_1.md"), to: "near_store")
    client.notify("workspace/didDeleteFiles", ["files": [["uri": .string(folder.uri("s_2.md"))]]])
    let result = try edit(client, folder.uri("s_1.md"), to: "near_store")
    #expect(result.text.contains("s_2.md"))
  }

  /// Where the clock of a file system is coarse, a file can change without another time.
  @Test func aFileThatChangedRightAfterItWasReadIsReadAgain() throws {
    let folder = try study()
    try changeTimes(folder, ["s_3.md"], by: -3600)
    try folder.write("s_2.md", note(2, "index"))
    // A time that is not over while the test runs, however long it takes.
    let time = Date(timeIntervalSinceNow: 3600)
    try FileManager.default.setAttributes([.modificationDate: time], ofItemAtPath: folder.path("s_2.md"))
    let client = try TestClient.start(folders: [folder.uri], capabilities: Self.plain)
    client.open(folder.uri("s_1.md"), Self.defining)
    #expect(!(try edit(client, folder.uri("s_1.md"), to: "near_store").text.contains("s_2.md")))
    try Data(note(2, "cache").utf8).write(to: URL(fileURLWithPath: folder.path("s_2.md")))
    try FileManager.default.setAttributes([.modificationDate: time], ofItemAtPath: folder.path("s_2.md"))
    #expect(try edit(client, folder.uri("s_1.md"), to: "near_store").text.contains("s_2.md"))
  }

  /// Which of two texts is the note's can't be told.
  @Test func aNoteThatIsOpenTwiceWithTwoTextsIsNotChanged() throws {
    let folder = try study()
    try folder.link("again.md", to: "s_2.md")
    let client = try TestClient.start(folders: [folder.uri], capabilities: Self.plain)
    client.open(folder.uri("s_1.md"), Self.defining)
    client.open(folder.uri("s_2.md"), Self.using)
    client.open(folder.uri("again.md"), Self.using)
    client.change(folder.uri("s_2.md"), version: 2, .full("\n\n" + Self.using))
    let response = try client.response(to: rename(client, folder.uri("s_1.md"), to: "near_store"))
    #expect(response["error"]?["code"]?.integer == -32801, "\(response.text)")
  }

  @Test func whatTheEditorShowsCountsMoreThanTheFile() throws {
    let folder = try study()
    let client = try TestClient.start(folders: [folder.uri], capabilities: Self.able)
    client.open(folder.uri("s_1.md"), Self.defining)
    client.open(folder.uri("s_2.md"), note(2, "index"), version: 3)
    let result = try edit(client, folder.uri("s_1.md"), to: "near_store")
    #expect(!result.text.contains("s_2.md"))
  }

  @Test func aNoteThatCannotBeReadStopsTheRename() throws {
    let folder = try study()
    let client = try TestClient.start(folders: [folder.uri], capabilities: Self.able)
    client.open(folder.uri("s_1.md"), Self.defining)
    _ = try client.diagnostics(folder.uri("s_1.md"), version: 1)
    // Longer than any note, without taking room on the disk.
    try FileHandle(forWritingTo: URL(fileURLWithPath: folder.path("s_2.md"))).truncate(atOffset: 65 << 20)
    let response = try client.response(to: rename(client, folder.uri("s_1.md"), to: "near_store"))
    #expect(response["error"]?["message"]?.string?.contains("s_2.md") == true, "\(response.text)")
  }

  @Test func directlyAfterInitializationTheWholeStudyIsRenamed() throws {
    let folder = try NotesFolder(
      Dictionary(
        uniqueKeysWithValues: (2...60).map { ("s_\($0).md", note($0, "cache")) } + [("s_1.md", Self.defining)]))
    let client = try TestClient.start(folders: [folder.uri], capabilities: Self.plain)
    client.open(folder.uri("s_1.md"), Self.defining)
    let result = try edit(client, folder.uri("s_1.md"), to: "near_store")
    #expect(result["documentChanges"]?.array?.count == 60)
  }

  @Test func theFileOfASourceIsRenamedLastAndWithConfirmation() throws {
    let folder = try study()
    let client = try TestClient.start(folders: [folder.uri], capabilities: Self.able)
    client.open(folder.uri("s_1.md"), Self.defining)
    var params = TestClient.place(folder.uri("s_1.md"), 1, 0)
    params["newName"] = "s9"
    let result = try client.request("textDocument/rename", .object(params))
    let last = try #require(result["documentChanges"]?.array?.last)
    #expect(last["kind"] == "rename")
    #expect(last["oldUri"] == .string(folder.uri("s_1.md")))
    #expect(last["newUri"] == .string(folder.uri("s_9.md")))
    #expect(last["annotationId"] == "file-name")
    #expect(result["changeAnnotations"]?["file-name"]?["needsConfirmation"] == true)
    try folder.write("s_9.md", note(10, ""))
    let again = try client.request("textDocument/rename", .object(params))
    #expect(!again.text.contains("\"kind\""), "a file is never put in the place of another")
  }
}
