// Traces for the client, and the log file.

import Foundation
import JSON
import SeedServer
import SeedTestSupport
import Testing

@Suite struct TraceTests {
  private func traces(_ client: TestClient) -> [JSONValue] {
    client.messages.filter { $0["method"] == "$/logTrace" }.compactMap { $0["params"] }
  }

  private func hover(_ client: TestClient) throws {
    _ = try client.ask("hover", at: (4, 2), in: "untitled:1")
    try client.synchronize()
  }

  @Test func nothingIsTracedUnlessTheClientWants() throws {
    let client = try TestClient.start()
    try hover(client)
    client.notify("$/setTrace", ["value": "messages"])
    client.notify("$/setTrace", ["value": "off"])
    try hover(client)
    #expect(traces(client).allSatisfy { $0["message"]?.string?.contains("hover") == false })
  }

  @Test func messagesAreTracedByMethod() throws {
    let client = try TestClient.start()
    client.notify("$/setTrace", ["value": "messages"])
    try hover(client)
    let trace = try #require(traces(client).first { $0["message"]?.string?.contains("textDocument/hover") == true })
    #expect(trace["verbose"] == nil)
    client.close("untitled:none")
    try client.synchronize()
    #expect(traces(client).contains { $0["message"]?.string?.contains("notification `textDocument/didClose`") == true })
  }

  @Test func verboseTracesHoldTheParameters() throws {
    let client = try TestClient.start(trace: "verbose")
    try hover(client)
    let trace = try #require(traces(client).first { $0["message"]?.string?.contains("textDocument/hover") == true })
    #expect(trace["verbose"]?.string?.contains(#""character":2"#) == true)
  }

  @Test func aLongMessageIsTracedInPart() throws {
    let client = try TestClient.start(trace: "verbose")
    client.open("untitled:1", String(repeating: "é", count: 100_000))
    try client.synchronize()
    let trace = try #require(traces(client).first { $0["message"]?.string?.contains("didOpen") == true })
    #expect(try #require(trace["verbose"]?.string).utf8.count < 10_000)
  }

  @Test func anUnknownTraceChangesNothing() throws {
    let client = try TestClient.start(trace: "messages")
    client.notify("$/setTrace", ["value": "loud"])
    client.notify("$/setTrace", [:])
    try hover(client)
    #expect(traces(client).contains { $0["message"]?.string?.contains("hover") == true })
  }

  @Test func theLogFileHoldsWhatWentToAndFro() throws {
    let folder = try NotesFolder(["empty": ""])
    let log = try #require(Log(path: folder.path("server.log")))
    let client = try TestClient.start(log: log)
    client.open("untitled:1", note(1, usingCache))
    _ = try client.undefined("untitled:1", version: 1)
    #expect(try client.end() == 0)
    let text = try String(contentsOfFile: folder.path("server.log"), encoding: .utf8)
    #expect(text.contains("<-- ") && text.contains("textDocument/didOpen"))
    #expect(text.contains("--> ") && text.contains("textDocument/publishDiagnostics"))
    #expect(text.hasSuffix("exit 0\n"))
    #expect(Log(path: folder.path("no/such/folder/server.log")) == nil)
  }
}
