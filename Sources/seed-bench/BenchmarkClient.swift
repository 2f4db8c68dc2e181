// A client of a server in this process or in another one.

import Foundation
import JSON
import LanguageServerProtocol
import SeedServer

/// The other end of a connection to a server.
final class BenchmarkClient {
  private let transport: any MessageTransport
  private var reader: MessageReader
  private var nextID = 0
  /// The process of the server; nil if it runs in this one.
  let process: Process?

  private init(_ transport: any MessageTransport, _ process: Process?) {
    self.transport = transport
    self.process = process
    reader = MessageReader(transport)
  }

  /// A client of a server on another thread of this process.
  static func inMemory() -> BenchmarkClient {
    let (client, server) = InMemoryPipe.pair()
    Foundation.Thread { _ = Server(transport: server).run() }.start()
    return BenchmarkClient(client, nil)
  }

  /// The built command beside this one; nil if there is none.
  static var command: URL? {
    let own = Bundle.main.executableURL ?? URL(fileURLWithPath: CommandLine.arguments[0])
    let command = own.resolvingSymlinksInPath().deletingLastPathComponent().appendingPathComponent("seed-lsp")
    return FileManager.default.isExecutableFile(atPath: command.path) ? command : nil
  }

  /// A client of the built command as a process of its own.
  static func process(_ command: URL) throws -> BenchmarkClient {
    let process = Process()
    let pipes = ProcessPipes()
    process.executableURL = command
    process.arguments = ["serve"]
    process.standardInput = pipes.input
    process.standardOutput = pipes.output
    process.standardError = FileHandle.nullDevice
    try process.run()
    return BenchmarkClient(pipes, process)
  }

  // MARK: - Messages

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

  func initialize(folder: String?) {
    let root = folder.map { JSONValue.string(DocumentURI(filePath: $0).string) } ?? .null
    request(.initialize, ["rootUri": root, "capabilities": [:]])
    notify(.initialized, [:])
  }

  func open(_ uri: JSONValue, _ text: [UInt8]) {
    let text = JSONValue.string(String(decoding: text, as: UTF8.self))
    notify(
      .didOpen, ["textDocument": ["uri": uri, "languageId": "markdown", "version": 0, "text": text]])
  }

  /// Waits for the findings of a version of the open document.
  func awaitReport(version: Int) {
    while let message = next() {
      guard case .notification(LanguageServerProtocol.Method.publishDiagnostics.rawValue) = message.kind,
        let report = try? message.params(as: Report.self), report.version == version
      else { continue }
      return
    }
  }

  func end() {
    request(.shutdown, .null)
    notify(.exit, .null)
    process?.waitUntilExit()
  }

  private func next() -> IncomingMessage? {
    while let event = reader.next() {
      if case .message(let body) = event { return IncomingMessage(body: body) }
    }
    return nil
  }

  // MARK: - Memory

  /// A figure of the server process's memory in kilobytes, by its name in `/proc/…/status`; nil where there is no such file.
  func memory(_ name: String) -> Double? {
    guard let process,
      let status = try? String(contentsOfFile: "/proc/\(process.processIdentifier)/status", encoding: .utf8)
    else { return nil }
    let line = status.split(separator: "\n").first { $0.hasPrefix(name + ":") }
    return line?.split(whereSeparator: { $0.isWhitespace }).dropFirst().first.flatMap { Double($0) }
  }
}

/// The version that a report is for; its findings are passed over.
private struct Report: JSONDecodable {
  private(set) var version: Int?

  init(from reader: inout JSONReader) throws(JSONError) {
    version = try JSONValue(from: &reader)["version"]?.integer
  }
}

/// Pipes to a process.
private final class ProcessPipes: MessageTransport, @unchecked Sendable {
  let input = Pipe()
  let output = Pipe()

  func read(into buffer: UnsafeMutableRawBufferPointer) -> Int {
    FileDescriptor(number: output.fileHandleForReading.fileDescriptor).read(into: buffer)
  }

  func write(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.withUnsafeBytes { FileDescriptor(number: input.fileHandleForWriting.fileDescriptor).write($0) }
  }
}
