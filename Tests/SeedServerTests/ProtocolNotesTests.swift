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
    let promise: String
    /// The member of the server's capabilities; nil for `–`.
    let capability: String?
  }

  private static let isStale: Comment = "run .ci/generate"

  private static func text() throws -> String {
    try String(contentsOf: repositoryFolder.appendingPathComponent("protocol-notes.md"), encoding: .utf8)
  }

  private static func rows() throws -> [Row] {
    try text().split(separator: "\n").compactMap { line in
      let cells = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
      guard cells.count == 5, cells[1] == "→" || cells[1] == "←" else { return nil }
      let capability = cells[4].trimmingCharacters(in: ["`"])
      return Row(
        method: cells[0].trimmingCharacters(in: ["`"]), direction: cells[1], kind: cells[2], promise: cells[3],
        capability: capability == "–" ? nil : capability)
    }
  }

  /// A client that can do everything on which a capability depends.
  private static let ableClient: JSONValue = [
    "workspace": ["fileOperations": ["willRename": true, "didRename": true, "didCreate": true, "didDelete": true]],
    "textDocument": [
      "diagnostic": [:],
      "rename": ["prepareSupport": true],
      "codeAction": ["codeActionLiteralSupport": [:], "dataSupport": true, "resolveSupport": ["properties": ["edit"]]],
      "semanticTokens": ["requests": ["full": ["delta": true], "range": true]],
    ],
  ]

  private static func offered(_ capabilities: ServerCapabilities) throws -> Set<String> {
    Set(try JSONValue(json: capabilities.json()).object?.members.map(\.name) ?? [])
  }

  @Test func theTableNamesEachHandledMethodOnce() throws {
    let rows = try Self.rows().filter { $0.direction == "→" }
    #expect(rows.map(\.method).sorted() == RoutingTable.methods.sorted(), Self.isStale)
    for row in rows {
      let kind =
        switch RoutingTable.route(row.method)?.handler {
        case .request, .longRequest: "request"
        case .notification, .reader: "notification"
        case nil: "nothing"
        }
      #expect(row.kind == kind, "\(row.method)")
    }
  }

  /// Each route is declared beside its handler, and each message of ours beside what sends it.
  @Test func theGeneratedListsHoldWhatIsDeclared() throws {
    let folder = repositoryFolder.appendingPathComponent("Sources/SeedServer")
    let files = try FileManager.default.subpathsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".swift") }
    let text = try files.map { try String(contentsOf: folder.appendingPathComponent($0), encoding: .utf8) }.joined()
    #expect(text.matches(of: /static let \w+ = Route[.(]/).count == RoutingTable.routes.count, Self.isStale)
    #expect(text.matches(of: /static let \w+ = SentNotification\(/).count == SentNotification.all.count, Self.isStale)
    #expect(text.matches(of: /static let \w+ = SentRequest\(/).count == SentRequest.all.count, Self.isStale)
    #expect(Set(RoutingTable.methods).count == RoutingTable.routes.count)
  }

  @Test func theTableNamesEachSentMethodOnce() throws {
    let rows = try Self.rows().filter { $0.direction == "←" }
    let notifications = SentNotification.all.map(\.method.rawValue)
    let requests = SentRequest.all.map(\.method.rawValue)
    #expect(rows.filter { $0.kind == "notification" }.map(\.method).sorted() == notifications.sorted())
    #expect(rows.filter { $0.kind == "request" }.map(\.method).sorted() == requests.sorted())
  }

  @Test func theTableSaysWhatTheSourcesPromise() throws {
    let sent =
      SentNotification.all.map { ($0.method.rawValue, $0.promise) }
      + SentRequest.all.map { ($0.method.rawValue, $0.promise) }
    let promises = Dictionary(
      uniqueKeysWithValues: RoutingTable.routes.map { ($0.method.rawValue, $0.promise) } + sent)
    for row in try Self.rows() { #expect(row.promise == promises[row.method], Self.isStale) }
  }

  @Test func theTableNamesEachCapabilityThatIsOffered() throws {
    let client = ClientCapabilities(Self.ableClient)
    for row in try Self.rows() where row.capability != "diagnosticProvider" {
      guard let route = RoutingTable.route(row.method) else { continue }
      var capabilities = ServerCapabilities()
      route.advertise(&capabilities, client)
      let offered = try Self.offered(capabilities)
      #expect(offered.isSubset(of: [row.capability ?? ""]), "\(row.method)")
    }
    let named = Set(try Self.rows().compactMap(\.capability))
    // Findings are asked for by the client only if the user chooses that.
    let options: JSONValue = ["diagnostics": ["delivery": "pull"]]
    let result = try TestClient.uninitialized().initialize(capabilities: Self.ableClient, options: options)
    #expect(named == Set(result["capabilities"]?.object?.members.map(\.name) ?? []))
  }

  /// What a client is offered it gets an answer to, even about nothing.
  @Test func everyRequestInTheTableIsAnswered() throws {
    let client = try TestClient.start(capabilities: Self.ableClient)
    let requests = try Self.rows().filter { $0.direction == "→" && $0.kind == "request" }
    for row in requests where !["initialize", "shutdown"].contains(row.method) {
      let answer = try client.response(to: client.ask(row.method, [:]))
      #expect(answer["error"]?["code"] != -32601, "\(row.method)")
    }
    #expect(try client.end() == 0)
  }

  @Test func everySettingHasItsRow() throws {
    let text = try Self.text()
    for row in Settings.rows {
      let standard = try JSONValue(json: Array(row.schema.utf8))["default"]
      let json = String(decoding: standard?.json() ?? [], as: UTF8.self)
      #expect(text.contains("\n| `\(row.name)` | `\(json)` | \(row.description)"), Self.isStale)
    }
    for feature in Feature.all {
      let row = "| `\(feature.name).enable` | `\(feature.isOnByDefault)` | Offer \(feature.offer). |"
      #expect(text.contains("\n\(row)\n"), Self.isStale)
    }
  }

  /// What is no feature belongs to the protocol itself, or completes an answer that was given.
  @Test func everyRequestAboutNotesCanBeSwitchedOff() {
    let others = RoutingTable.routes.filter { route in
      if case .notification = route.handler { return false }
      return route.feature == nil
    }
    #expect(
      Set(others.map(\.method)) == [
        .initialize, .shutdown, .cancelRequest, .executeCommand, .resolveCodeAction, .documentDiagnostic,
        .workspaceDiagnostic,
      ])
  }

  @Test func theTableNamesEachErrorThatIsSent() throws {
    let named = try Self.text().split(separator: "\n").compactMap { line in
      line.hasPrefix("| -32") ? Int(line.dropFirst(2).prefix(6)) : nil
    }
    let codes: [ErrorCode] = [
      .parseError, .invalidRequest, .methodNotFound, .invalidParams, .serverNotInitialized, .requestCancelled,
      .contentModified, .serverCancelled, .requestFailed,
    ]
    #expect(named.sorted() == codes.map(\.rawValue).sorted())
  }

  /// What is said to be done is shown by a test that is there.
  @Test func theTestsThatAreNamedExist() throws {
    let sources = try sourcesOfTests()
    let rows = try Self.text().split(separator: "\n")
      .map { line in line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) } }
      .filter { $0.count == 4 && ["must", "should", "may"].contains($0[1].prefix { $0.isLetter }) }
    #expect(rows.count > 30)
    for row in rows {
      let named = row[3].matches(of: /`([A-Za-z]+)(?:\.([A-Za-z0-9]+))?`/)
      #expect(named.isEmpty == (row[2] == "no"), "\(row[0])")
      for name in named {
        let suites = sources.filter { $0.contains("struct \(name.output.1) {") }
        let test = name.output.2.map { "func \($0)(" } ?? "@Test"
        #expect(suites.contains { $0.contains(test) }, "\(name.output.0)")
      }
    }
  }
}
