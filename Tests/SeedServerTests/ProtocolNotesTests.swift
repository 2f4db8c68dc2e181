// The table of `protocol-notes.md` says exactly what the code does.

import Foundation
import JSON
import LanguageServerProtocol
import SeedTestSupport
import Testing

@testable import SeedServer

@Suite struct ProtocolNotesTests {
  /// A line of the table.
  private struct Row {
    let method: String
    let direction: String
    let kind: String
    /// The member of the server's capabilities; nil for `–`.
    let capability: String?
  }

  private static func rows() throws -> [Row] {
    let file = repositoryFolder.appendingPathComponent("protocol-notes.md")
    let text = try String(contentsOf: file, encoding: .utf8)
    return text.split(separator: "\n").compactMap { line in
      let cells = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
      guard cells.count == 5, cells[1] == "→" || cells[1] == "←" else { return nil }
      let capability = cells[4].trimmingCharacters(in: ["`"])
      return Row(
        method: cells[0].trimmingCharacters(in: ["`"]), direction: cells[1], kind: cells[2],
        capability: capability == "–" ? nil : capability)
    }
  }

  /// A client that can do everything on which a capability depends.
  private static let ableClient: JSONValue = [
    "textDocument": [
      "rename": ["prepareSupport": true],
      "codeAction": ["codeActionLiteralSupport": [:], "dataSupport": true, "resolveSupport": ["properties": ["edit"]]],
      "semanticTokens": ["requests": ["full": ["delta": true], "range": true]],
    ]
  ]

  private static func offered(_ capabilities: ServerCapabilities) throws -> Set<String> {
    Set(try JSONValue(json: capabilities.json()).object?.members.map(\.name) ?? [])
  }

  @Test func theTableNamesEachHandledMethodOnce() throws {
    let rows = try Self.rows().filter { $0.direction == "→" }
    #expect(rows.map(\.method).sorted() == RoutingTable.methods.sorted())
    for row in rows {
      let kind =
        switch RoutingTable.route(row.method)?.handler {
        case .request: "request"
        case .notification, .reader: "notification"
        case nil: "nothing"
        }
      #expect(row.kind == kind, "\(row.method)")
    }
  }

  @Test func theTableNamesEachSentMethodOnce() throws {
    let rows = try Self.rows().filter { $0.direction == "←" }
    #expect(rows.map(\.method).sorted() == SentMethod.allCases.map(\.method.rawValue).sorted())
    #expect(rows.allSatisfy { $0.kind == "notification" })
  }

  @Test func theTableNamesEachCapabilityThatIsOffered() throws {
    let client = ClientCapabilities(Self.ableClient)
    for row in try Self.rows() {
      guard let route = RoutingTable.route(row.method) else { continue }
      var capabilities = ServerCapabilities()
      route.advertise(&capabilities, client)
      let offered = try Self.offered(capabilities)
      #expect(offered.isSubset(of: [row.capability ?? ""]), "\(row.method)")
    }
    let named = Set(try Self.rows().compactMap(\.capability))
    let result = try TestClient.uninitialized().initialize(capabilities: Self.ableClient)
    #expect(named == Set(result["capabilities"]?.object?.members.map(\.name) ?? []))
  }

  /// What a client is offered it gets an answer to, even about nothing.
  @Test func everyRequestInTheTableIsAnswered() throws {
    let client = try TestClient.start(capabilities: Self.ableClient)
    for row in try Self.rows() where row.kind == "request" && !["initialize", "shutdown"].contains(row.method) {
      let answer = try client.response(to: client.ask(row.method, [:]))
      #expect(answer["error"]?["code"] != -32601, "\(row.method)")
    }
    #expect(try client.end() == 0)
  }

  @Test func theTableNamesEachErrorThatIsSent() throws {
    let file = repositoryFolder.appendingPathComponent("protocol-notes.md")
    let text = try String(contentsOf: file, encoding: .utf8)
    let named = text.split(separator: "\n").compactMap { line in
      line.hasPrefix("| -32") ? Int(line.dropFirst(2).prefix(6)) : nil
    }
    let codes: [ErrorCode] = [
      .parseError, .invalidRequest, .methodNotFound, .invalidParams, .serverNotInitialized, .requestCancelled,
      .contentModified, .serverCancelled, .requestFailed,
    ]
    #expect(named.sorted() == codes.map(\.rawValue).sorted())
  }
}
