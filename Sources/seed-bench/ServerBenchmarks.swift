// What a client waits for: the first findings, those after a keystroke, the answers to its questions; and the server's memory.

import Foundation
import JSON
import LanguageServerProtocol
import SeedSyntax

func benchmarkServer(_ workload: Workload, _ stopwatch: inout Stopwatch) throws {
  guard ["server", "start", "memory"].contains(where: { stopwatch.isWanted(group: $0) }) else { return }
  try workload.withFolder { folder, path in
    if stopwatch.isWanted(group: "server") { measureAnswers(workload, folder, path, &stopwatch) }
    guard let command = BenchmarkClient.command else { return }
    if stopwatch.isWanted(group: "start") { try measureStart(command, workload, folder, path, &stopwatch) }
    if stopwatch.isWanted(group: "memory") { try measureMemory(command, workload, folder, path, &stopwatch) }
  }
}

/// Runs a server in this process and measures it without the pipes of the system between them.
private func measureAnswers(_ workload: Workload, _ folder: String, _ path: String, _ stopwatch: inout Stopwatch) {
  let client = BenchmarkClient.inMemory()
  client.initialize(folder: folder)
  guard var session = TypingSession(client, workload, path) else { return }
  session.open()
  let times = (0..<stopwatch.repetitions(4000)).map { _ in Stopwatch.time { session.type() } }
  stopwatch.note("server: keystroke to diagnostics", times)
  for method in [
    Method.hover, .definition, .references, .completion, .documentSymbol, .semanticTokens, .codeLens, .foldingRange,
  ] {
    let times = (0..<stopwatch.repetitions(200)).map { _ in Stopwatch.time { client.request(method, session.question) }
    }
    stopwatch.note("server: " + method.rawValue, times)
  }
  client.end()
}

/// Starts the command until it has answered, and until it has checked an open note with the whole folder.
private func measureStart(
  _ command: URL, _ workload: Workload, _ folder: String, _ path: String, _ stopwatch: inout Stopwatch
) throws {
  var starts: [Double] = []
  for _ in 0..<stopwatch.repetitions(100) {
    var client: BenchmarkClient?
    starts.append(
      try ContinuousClock().measure {
        client = try BenchmarkClient.process(command)
        client?.initialize(folder: nil)
      } / .microseconds(1))
    client?.end()
  }
  stopwatch.note("start: until initialized", starts)
  var loads: [Double] = []
  for _ in 0..<max(stopwatch.repetitions(10), 3) {
    let client = try BenchmarkClient.process(command)
    let session = TypingSession(client, workload, path)
    loads.append(
      Stopwatch.time {
        client.initialize(folder: folder)
        session?.open()
      })
    client.end()
  }
  stopwatch.note("start: until an open note is checked", loads)
}

/// How much memory the command needs for a folder, and how much more after many keystrokes.
private func measureMemory(
  _ command: URL, _ workload: Workload, _ folder: String, _ path: String, _ stopwatch: inout Stopwatch
) throws {
  let client = try BenchmarkClient.process(command)
  defer { client.end() }
  client.initialize(folder: folder)
  guard var session = TypingSession(client, workload, path) else { return }
  session.open()
  guard let peak = client.memory("VmHWM") else { return }
  stopwatch.add("memory: peak until checked, beside notes of \(workload.byteCount / 1000) kB", peak, "kB")
  for _ in 0..<1000 { session.type() }
  guard let early = client.memory("VmRSS") else { return }
  stopwatch.add("memory: after 1000 keystrokes", early, "kB")
  let count = stopwatch.repetitions(100_000)
  for _ in 0..<count - 1000 { session.type() }
  guard let late = client.memory("VmRSS") else { return }
  stopwatch.add("memory: after \(count) keystrokes", late, "kB")
  stopwatch.add("memory: growth between them", (late / early - 1) * 100, "%")
}

/// A note that is open in a client, and what is typed into its last coding block.
private struct TypingSession {
  private let client: BenchmarkClient
  private let uri: JSONValue
  private let text: [UInt8]
  private let line: Int
  private var version = 0

  /// Nil if the note has no coding block.
  init?(_ client: BenchmarkClient, _ workload: Workload, _ path: String) {
    self.client = client
    uri = .string(DocumentURI(filePath: path).string)
    var document = Document(workload.texts[workload.typed])
    guard let block = document.blocks.last(where: { $0.block.kind == .coding }) else { return nil }
    line = block.line + 1
    document.replace(ByteRange(at: document.offset(ofLine: line)), with: Array("\n".utf8))
    text = document.bytes
  }

  /// A question about a place below, for any method that asks about one.
  var question: JSONValue {
    ["textDocument": ["uri": uri], "position": ["line": .integer(line + 1), "character": 10]]
  }

  /// Opens the note, with an empty line to type on, and waits for its findings.
  func open() {
    client.open(uri, text)
    client.awaitReport(version: 0)
  }

  /// Types a character of a name, or takes it away again, and waits for the findings.
  mutating func type() {
    let (column, isTyping) = (version % 20, version / 20 % 2 == 0)
    let start = isTyping ? column : 19 - column
    version += 1
    let range: JSONValue = [
      "start": ["line": .integer(line), "character": .integer(start)],
      "end": ["line": .integer(line), "character": .integer(isTyping ? start : start + 1)],
    ]
    client.notify(
      .didChange,
      [
        "textDocument": ["uri": uri, "version": .integer(version)],
        "contentChanges": [["range": range, "text": isTyping ? "a" : ""]],
      ])
    client.awaitReport(version: version)
  }
}
