// Cancelled requests, and ids.

import JSON
import LanguageServerProtocol
import SeedTestSupport
import Testing

@Suite struct CancellationTests {
  /// Keeps the server busy for a while, and puts messages behind that in the same piece.
  private func sendBehindWork(_ client: TestClient, _ messages: [JSONValue]) {
    let text =
      note(1, definingCache) + String(repeating: "> Some words that somebody wrote about caches.\n\n", count: 8000)
    let open = TestClient.message(
      "textDocument/didOpen", ["textDocument": ["uri": "untitled:big", "version": 1, "text": .string(text)]], id: nil)
    client.send(bytes: ([open] + messages).flatMap { OutgoingMessage.framed(body: $0.json()) })
  }

  private func hover(_ id: JSONValue) -> JSONValue {
    TestClient.message("textDocument/hover", .object(TestClient.place("untitled:big", codeLine, 1)), id: id)
  }

  private func cancel(_ id: JSONValue) -> JSONValue {
    TestClient.message("$/cancelRequest", ["id": id], id: nil)
  }

  @Test(arguments: [1000, "a string"] as [JSONValue])
  func aCancelledRequestIsRefusedOnce(id: JSONValue) throws {
    let client = try TestClient.start()
    sendBehindWork(client, [hover(id), hover(1001), cancel(id)])
    #expect(try client.response(to: id)["error"]?["code"] == -32800)
    #expect(try client.response(to: 1001)["result"]?.isNull == false)
    try client.synchronize()
    #expect(client.messages.count { $0["id"] == id } == 1)
    // It was answered ahead of what came before it.
    let ids = client.messages.compactMap { $0["id"] }
    #expect(try #require(ids.firstIndex(of: id)) < (try #require(ids.firstIndex(of: 1001))))
  }

  @Test func anIdCanBeUsedAgainAfterItsAnswer() throws {
    let client = try TestClient.start()
    sendBehindWork(client, [hover(7), cancel(7), hover(7)])
    try client.synchronize()
    let answers = client.messages.filter { $0["id"] == 7 }
    #expect(answers.count == 2)
    #expect(answers.count { $0["error"]?["code"] == -32800 } == 1)
    #expect(answers.count { $0["result"]?.isNull == false } == 1)
  }

  @Test func anUnknownRequestCanNotBeCancelled() throws {
    let client = try TestClient.start()
    let count = client.messages.count
    for id in [99, "x", nil, []] as [JSONValue] { client.send(cancel(id)) }
    client.notify("$/cancelRequest", [:])
    client.notify("$/cancelRequest")
    try client.synchronize()
    #expect(client.messages.count == count + 1)
  }

  @Test func anAnsweredRequestCanNotBeCancelled() throws {
    let client = try TestClient.start()
    let id = client.ask("textDocument/hover", .object(TestClient.place("untitled:none", 0, 0)))
    _ = try client.response(to: id)
    client.send(cancel(id))
    try client.synchronize()
    #expect(client.messages.count { $0["id"] == id } == 1)
  }

  @Test func aSecondRequestWithTheSameIdIsRefused() throws {
    let client = try TestClient.start()
    sendBehindWork(client, [hover(7), hover(7)])
    try client.synchronize()
    let answers = client.messages.filter { $0["id"] == 7 }
    #expect(answers.count == 2)
    #expect(answers.first?["error"]?["code"] == -32600)
    #expect(answers.last?["result"]?.isNull == false)
  }

  @Test func theNumberAndTheTextOfANumberAreDifferentIds() throws {
    let client = try TestClient.start()
    sendBehindWork(client, [hover(7), hover("7"), cancel("7")])
    #expect(try client.response(to: "7")["error"]?["code"] == -32800)
    #expect(try client.response(to: 7)["result"]?.isNull == false)
  }
}
