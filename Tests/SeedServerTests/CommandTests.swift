// Commands, and features that are switched off.

import JSON
import LanguageServerProtocol
import SeedTestSupport
import Testing

@testable import SeedServer

@Suite struct CommandTests {
  private func execute(_ client: TestClient, _ command: String, _ argument: JSONValue? = nil) throws -> JSONValue {
    let arguments: JSONValue = .array(argument.map { [$0] } ?? [])
    return try client.request("workspace/executeCommand", ["command": .string(command), "arguments": arguments])
  }

  @Test func theCommandsAreOffered() throws {
    let offered = try TestClient.uninitialized().initialize()
    let commands = offered["capabilities"]?["executeCommandProvider"]?["commands"]?.array?.compactMap(\.string)
    #expect(
      commands == [
        "seed-lsp.reindex", "seed-lsp.reportCodes", "seed-lsp.reportCodebook", "seed-lsp.reportDiagram",
        "seed-lsp.reportSummary",
      ])
  }

  @Test func codesAreReportedForOneStudyOrForAll() throws {
    let folder = try NotesFolder(["s_1.md": note(1, definingCache), "s_2.md": note(2, usingCache)])
    let client = try TestClient.start(folders: [folder.uri])
    client.open("untitled:1", note(1, #"queue = CClass(pattern, "Queue | 😀")"#))
    let all = try execute(client, "seed-lsp.reportCodes")
    #expect(all.array?.compactMap { $0["name"]?.string } == ["cache", "queue", "store"])
    let name = String(folder.path.split(separator: "/").last ?? "")
    #expect(all.array?.map { $0["study"]?.string } == [name, "Unsaved", name])
    #expect(all[0]?["definitions"]?[0]?["path"] == "s_1.md")
    let one = try execute(client, "seed-lsp.reportCodes", ["uri": "untitled:1"])
    #expect(one.array?.compactMap { $0["name"]?.string } == ["queue"])
    #expect(one[0]?["study"] == nil)
    let table = try execute(client, "seed-lsp.reportCodes", ["uri": "untitled:1", "format": "markdown"])
    #expect(table.string?.hasSuffix("| `queue` | pattern | Queue \\| 😀 |  | 0 | s1 |\n") == true)
    let rows = try execute(client, "seed-lsp.reportCodes", ["uri": "untitled:1", "format": "csv"])
    #expect(rows.string?.hasPrefix("name,kind,") == true)
    let other = try client.refusal(
      "workspace/executeCommand", ["command": "seed-lsp.reportCodes", "arguments": [["uri": "untitled:2"]]])
    #expect(other["code"] == -32602)
  }

  @Test func theCodebookLinksToNotesByPathOrByAddress() throws {
    let folder = try NotesFolder(["s_1.md": note(1, definingCache)])
    let client = try TestClient.start(folders: [folder.uri])
    let book = try #require(try execute(client, "seed-lsp.reportCodebook").string)
    #expect(book.hasPrefix("# Codebook\n\n## "))
    #expect(book.contains("](s_1.md#L"))
    let page = try #require(try execute(client, "seed-lsp.reportCodebook", ["links": "absolute"]).string)
    #expect(page.contains("](\(folder.uri("s_1.md"))#L"))
    #expect(try execute(client, "seed-lsp.reportCodebook", ["format": "markdown"]).string == book)
  }

  @Test func aDiagramIsOfOneDecisionOrOfAll() throws {
    let client = try TestClient.start()
    client.open("untitled:1", note(1, #"where_decision = CClass(decision, "Where?")"#))
    let all = try #require(try execute(client, "seed-lsp.reportDiagram").string)
    #expect(all.hasPrefix("## Where?\n\n```mermaid\n"))
    let one = try execute(
      client, "seed-lsp.reportDiagram", ["uri": "untitled:1", "decision": "where_decision", "format": "dot"])
    #expect(one.string?.hasPrefix("digraph ") == true)
    func message(_ argument: JSONValue) throws -> String? {
      let error = try client.refusal(
        "workspace/executeCommand", ["command": "seed-lsp.reportDiagram", "arguments": [argument]])
      #expect(error["code"] == -32602)
      return error["message"]?.string
    }
    #expect(try message(["decision": "x"]) == "No decision `x` is defined. There are `where_decision`.")
    let refusal = try message(["format": "svg"])
    #expect(refusal?.hasPrefix("`svg` is no format of a diagram. It is one of `mermaid`, ") == true)
  }

  @Test func aCommandIsAnsweredAlthoughTheClientIsAboutToLeave() throws {
    var timing = Timing()
    timing.farewell = .seconds(60)
    let client = try TestClient.start(timing: timing)
    // Enough that the answer isn't there when the loop comes to `exit`.
    let codes = (0..<2000).map { "code_\($0) = CClass(pattern, \"Code \($0)\")" }.joined(separator: "\n")
    client.open("untitled:1", note(1, codes))
    let commands = ["seed-lsp.reportCodes", "seed-lsp.reportCodebook", "seed-lsp.reportSummary"]
    let questions = commands.map { client.ask("workspace/executeCommand", ["command": .string($0)]) }
    client.notify("exit")
    #expect(try client.waitForExit() == 1)
    for question in questions { #expect(try client.response(to: question)["result"] != nil) }
  }

  @Test(arguments: ["workspace/executeCommand", "workspace/symbol"])
  func noAnswerIsMadeOfHalfTheNotes(method: String) throws {
    let notes = (1...50).map { ("s_\($0).md", longNote($0, "code_\($0) = CClass(pattern, \"Code\")")) }
    let folder = try NotesFolder(Dictionary(uniqueKeysWithValues: notes))
    let client = TestClient.startWithoutWaiting(folder: folder.uri)
    let question = client.ask(method, ["command": "seed-lsp.reportCodes", "query": ""])
    // Reading ends when the client leaves.
    client.notify("exit")
    _ = try client.waitForExit()
    #expect(try client.response(to: question)["error"]?["code"] == -32802)
  }

  @Test func theSummaryCountsFindings() throws {
    let client = try TestClient.start()
    client.open("untitled:1", note(1, usingCache))
    let text = try #require(try execute(client, "seed-lsp.reportSummary").string)
    #expect(text.hasPrefix("1 source\n"))
    #expect(text.contains(" in 1 of 1 note:"))
  }

  @Test func foldersAreReadAgain() throws {
    let folder = try NotesFolder(["s_1.md": note(1, definingCache), "s_2.md": note(2, usingCache)])
    let client = try TestClient.start(folders: [folder.uri])
    try client.logMessage(containing: "Read 2 notes of ")
    try folder.remove("s_1.md")
    let count = client.messages.count
    try folder.write("s_3.md", note(3, usingCache))
    #expect(try execute(client, "seed-lsp.reindex").isNull)
    try client.logMessage(containing: "Read 2 notes of ", from: count)
    try client.settle()
    #expect(client.undefinedOnDisplay.keys.sorted() == [folder.uri("s_2.md"), folder.uri("s_3.md")])
  }

  @Test func anUnknownCommandIsRefused() throws {
    let client = try TestClient.start()
    let error = try client.refusal("workspace/executeCommand", ["command": "rm"])
    #expect(error["code"] == -32602)
    #expect(error["message"]?.string?.contains("`rm`") == true)
  }

  @Test(arguments: Feature.all.filter { $0 != .diagnostics })
  func aFeatureThatIsOffHasNoAnswers(feature: Feature) throws {
    let client = try TestClient.start()
    client.open("untitled:1", note(1, definingCache))
    var settings = JSONObject()
    settings[feature.name + ".enable"] = false
    client.notify("workspace/didChangeConfiguration", ["settings": ["seed-lsp": .object(settings)]])
    let methods = RoutingTable.routes.filter { $0.feature == feature }.map(\.method)
    #expect(!methods.isEmpty)
    for method in methods {
      // Not even its parameters are looked at.
      #expect(try client.request(method.rawValue, [:]).isNull, "\(method.rawValue)")
    }
    let hover = try client.ask("hover", at: (codeLine, 1), in: "untitled:1")
    #expect(hover.isNull == (feature == .hover))
  }
}
