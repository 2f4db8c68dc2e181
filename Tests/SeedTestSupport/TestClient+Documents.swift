// The messages of a client about its documents.

package import JSON
internal import LanguageServerProtocol

/// A change of a document as a client sends it.
package enum TestChange: Sendable {
  /// The whole text.
  case full(String)
  /// A range, as line and character of its start and end.
  case range(Int, Int, Int, Int, String)

  package var json: JSONValue {
    switch self {
    case .full(let text): ["text": .string(text)]
    case .range(let startLine, let start, let endLine, let end, let text):
      [
        "range": [
          "start": ["line": .integer(startLine), "character": .integer(start)],
          "end": ["line": .integer(endLine), "character": .integer(end)],
        ],
        "text": .string(text),
      ]
    }
  }
}

extension TestClient {
  package func open(_ uri: String, _ text: String, version: Int = 1) {
    notify(
      "textDocument/didOpen",
      [
        "textDocument": [
          "uri": .string(uri), "languageId": "markdown", "version": .integer(version), "text": .string(text),
        ]
      ])
  }

  package func change(_ uri: String, version: Int, _ changes: TestChange...) {
    notify(
      "textDocument/didChange",
      [
        "textDocument": ["uri": .string(uri), "version": .integer(version)],
        "contentChanges": .array(changes.map(\.json)),
      ])
  }

  package func close(_ uri: String) {
    notify("textDocument/didClose", ["textDocument": ["uri": .string(uri)]])
  }

  /// Says that files changed: 1 created, 2 changed, 3 deleted.
  package func filesChanged(_ changes: (uri: String, type: Int)...) {
    notify(
      "workspace/didChangeWatchedFiles",
      ["changes": .array(changes.map { ["uri": .string($0.uri), "type": .integer($0.type)] })])
  }

  package func foldersChanged(added: [String] = [], removed: [String] = []) {
    let folders: ([String]) -> JSONValue = { .array($0.map { ["uri": .string($0), "name": "notes"] }) }
    notify("workspace/didChangeWorkspaceFolders", ["event": ["added": folders(added), "removed": folders(removed)]])
  }

  // MARK: - Diagnostics

  /// Waits for the report on a version of a document.
  ///
  /// - Parameters:
  ///   - version: nil for a document that is not open.
  ///   - start: how many of the messages received to pass over.
  package func diagnostics(_ uri: String, version: Int?, from start: Int = 0) throws -> [JSONValue] {
    try wait(for: "the report on \(uri), version \(version.map(String.init) ?? "none")", from: start) { message in
      guard let report = Self.report(message), report["uri"] == .string(uri), report["version"]?.integer == version
      else {
        return nil
      }
      return report["diagnostics"]?.array
    }
  }

  /// Waits until the server has reported on everything that was sent before.
  ///
  /// Reports come when the server has nothing else to do. So this opens a note and waits for the report on it, which is the
  /// last of its round.
  package func settle() throws {
    let uri = "untitled:settle-\(nextID().text)"
    open(uri, "**AXIAL CODING TRACE:**\n", version: 0)
    _ = try diagnostics(uri, version: 0)
    close(uri)
    try synchronize()
  }

  /// The reports on a document so far, in order: its version, and the messages.
  package func reports(on uri: String) -> [(version: Int?, findings: [String])] {
    messages.compactMap(Self.report).filter { $0["uri"] == .string(uri) }.map { report in
      (report["version"]?.integer, (report["diagnostics"]?.array ?? []).compactMap { $0["message"]?.string })
    }
  }

  /// What the client has on display: for each document with findings, their messages.
  ///
  /// - Parameter rule: the name of the rule that counts; nil for all.
  package func displayed(rule: String? = nil) -> [String: [String]] {
    var displayed: [String: [String]] = [:]
    for report in messages.compactMap(Self.report) {
      guard let uri = report["uri"]?.string else { continue }
      let diagnostics = (report["diagnostics"]?.array ?? []).filter { rule == nil || $0["code"]?.string == rule }
      let findings = diagnostics.compactMap { $0["message"]?.string }
      displayed[uri] = findings.isEmpty ? nil : findings
    }
    return displayed
  }

  private static func report(_ message: JSONValue) -> JSONValue? {
    message["method"] == "textDocument/publishDiagnostics" ? message["params"] : nil
  }

  // MARK: - Questions

  /// The parameters of a question about a place.
  package static func place(_ uri: String, _ line: Int, _ character: Int) -> JSONObject {
    ["textDocument": ["uri": .string(uri)], "position": ["line": .integer(line), "character": .integer(character)]]
  }

  /// Asks about a place and waits for the result.
  package func ask(_ method: String, at place: (line: Int, character: Int), in uri: String) throws -> JSONValue {
    try request("textDocument/\(method)", .object(Self.place(uri, place.line, place.character)))
  }
}
