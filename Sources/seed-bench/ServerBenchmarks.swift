// What a client waits for: from a keystroke to its findings, and for the answers to its questions.

import Foundation
import JSON
import LanguageServerProtocol
import SeedServer
import SeedSyntax

/// Runs a server in this process and measures it as a client would, without the pipes of the system between them.
func benchmarkServer(_ folder: String, _ notes: Notes, _ stopwatch: inout Stopwatch) {
  guard let path = notes.largestPath else { return }
  let client = BenchmarkClient()
  client.request(.initialize, ["rootUri": .string(DocumentURI(filePath: folder).string), "capabilities": [:]])
  client.notify(.initialized, [:])
  let uri = JSONValue.string(DocumentURI(filePath: path).string)
  let text = notes.largest
  client.notify(
    .didOpen,
    [
      "textDocument": [
        "uri": uri, "languageId": "markdown", "version": 0, "text": .string(String(decoding: text, as: UTF8.self)),
      ]
    ])
  client.awaitReport(version: 0)

  let document = Document(text)
  guard let place = document.blocks.filter({ $0.block.kind == .coding }).last else { return }
  let line = place.line + 1
  var times: [Double] = []
  for step in 0..<4000 {
    let column = step % 20
    let isTyping = step / 20 % 2 == 0
    let start = isTyping ? column : 19 - column
    let range: JSONValue = [
      "start": ["line": .integer(line), "character": .integer(start)],
      "end": ["line": .integer(line), "character": .integer(isTyping ? start : start + 1)],
    ]
    times.append(
      client.time {
        client.notify(
          .didChange,
          [
            "textDocument": ["uri": uri, "version": .integer(step + 1)],
            "contentChanges": [["range": range, "text": isTyping ? "a" : ""]],
          ])
        client.awaitReport(version: step + 1)
      })
  }
  stopwatch.note("keystroke to diagnostics (\(text.count) bytes)", median: times)

  let name = place.line + 2
  let position: JSONValue = [
    "textDocument": ["uri": uri], "position": ["line": .integer(name), "character": 10],
  ]
  for method in [Method.hover, .definition, .references, .completion] {
    let times = (0..<500).map { _ in client.time { client.request(method, position) } }
    stopwatch.note(method.rawValue, median: times)
  }
  client.request(.shutdown, .null)
  client.notify(.exit, .null)
}

/// The other end of an in-memory connection to a server that runs on a thread of its own.
private final class BenchmarkClient {
  private let transport: InMemoryPipe
  private var reader: MessageReader
  private var nextID = 0

  init() {
    let (client, server) = InMemoryPipe.pair()
    transport = client
    reader = MessageReader(client)
    Foundation.Thread { _ = Server(transport: server).run() }.start()
  }

  func notify(_ method: LanguageServerProtocol.Method, _ params: JSONValue) {
    _ = transport.write(OutgoingMessage.notification(method: method, params: params))
  }

  /// Sends a request and waits for its answer.
  func request(_ method: LanguageServerProtocol.Method, _ params: JSONValue) {
    nextID += 1
    let id = RequestID.integer(nextID)
    _ = transport.write(OutgoingMessage.request(id: id, method: method, params: params))
    while let message = next() {
      if case .response(id, _) = message.kind { return }
    }
  }

  /// Waits for the findings of a version of the open document.
  func awaitReport(version: Int) {
    while let message = next() {
      guard case .notification(LanguageServerProtocol.Method.publishDiagnostics.rawValue) = message.kind,
        let report = try? message.params(as: JSONValue.self), report["version"]?.integer == version
      else { continue }
      return
    }
  }

  /// The time that something takes, in microseconds.
  func time(_ work: () -> Void) -> Double {
    ContinuousClock().measure(work) / .microseconds(1)
  }

  private func next() -> IncomingMessage? {
    while let event = reader.next() {
      if case .message(let body) = event { return IncomingMessage(body: body) }
    }
    return nil
  }
}
