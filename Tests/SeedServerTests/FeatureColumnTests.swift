// Every feature means the same places whatever unit the client counts columns in.

import JSON
import LanguageServerProtocol
import SeedTestSupport
import Testing

@testable import SeedServer

private let uri = "untitled:notes"
/// What precedes everything on its line: every unit counts it differently.
private let odd = "“é” e\u{301} 😀 漢"

@Suite struct FeatureColumnTests {
  /// One note in which everything that features answer with stands behind emoji, combining marks and curly quotes.
  private static let text = """
    # s
    7
    ## url
    https://example.org/7

    # coding

    > Quoted “text” 😀

    **OPEN CODING TRACE:**
    \(odd) Familiar options: store, near. See https://example.org/😀 and https://example.org/2

    **AXIAL CODING TRACE:**
    added:
    ``` python
    t = "\(odd)"; store = CClass(decision, "Store 😀")
    t = "\(odd)"; near = CClass(practice, "Näher")
    t = "\(odd)"; speed = CClass(force, "Speed 😀")
    t = "\(odd)"; add_decision_option_link(store, near, "\(odd)"); add_decision_option_link(store, nearr, "")
    t = "\(odd)"; add_force_relations({near: {speed: positive}})
    t = "\(odd)"; add_links({near :speed})
    t = "\(odd)"; tactic = CMetaclass("Tactic 😀"); split = CClass(tactic, "Split")
    t = "\(odd)"; add_decision_option_link(store, near, "again"
    ```

    """

  /// A question about a word of the text.
  struct Question: Sendable, CustomStringConvertible {
    let method: String
    var word = "near,"
    var more: JSONObject = [:]
    /// What the answer must hold, so that nothing isn't taken for agreement.
    var shown = "near"

    var description: String { method }
  }

  private static let layout: JSONObject = ["options": ["tabSize": 4, "insertSpaces": true]]

  private static let questions = [
    Question(method: "completion"), Question(method: "hover"), Question(method: "definition"),
    Question(method: "declaration"), Question(method: "typeDefinition", word: "split =", shown: "tactic"),
    Question(method: "implementation", word: "store,"),
    Question(method: "references", more: ["context": ["includeDeclaration": true]]),
    Question(method: "documentHighlight"), Question(method: "documentSymbol"),
    Question(method: "foldingRange", shown: "endLine"), Question(method: "semanticTokens/full"),
    Question(method: "semanticTokens/full/delta", more: ["previousResultId": "none"]),
    Question(method: "semanticTokens/range"), Question(method: "documentLink", shown: "https://example.org/2”"),
    Question(method: "selectionRange"), Question(method: "prepareRename"),
    Question(method: "rename", more: ["newName": "nearby"]),
    Question(method: "codeAction", word: "nearr", more: ["context": ["diagnostics": []]]),
    Question(method: "formatting", more: layout, shown: "newText"),
    Question(method: "rangeFormatting", word: "near :", more: layout, shown: "newText"),
    Question(method: "codeLens"), Question(method: "inlayHint"),
    Question(method: "signatureHelp", shown: "add_decision_option_link"), Question(method: "prepareCallHierarchy"),
  ]

  @Test func everyFeatureIsAsked() {
    let asked = Set(Self.questions.map { "textDocument/" + $0.method })
    let routed = RoutingTable.routes.filter { route in
      guard case .request = route.handler else { return false }
      // Findings have a test of their own.
      return route.method.rawValue.hasPrefix("textDocument/") && route.method != .documentDiagnostic
    }
    #expect(Set(routed.map(\.method.rawValue)) == asked)
  }

  @Test("Pitfall 1: answers behind emoji and combining marks mean the same places in every unit", arguments: questions)
  func answersMeanTheSamePlacesInEveryUnit(question: Question) throws {
    let answers = try ["utf-8", "utf-16", "utf-32"].map { try Self.answer(to: question, encoding: $0) }
    #expect(answers[0] == answers[1])
    #expect(answers[0] == answers[2])
    #expect(answers[0].contains(question.shown))
  }

  @Test("Pitfall 1: findings behind emoji and combining marks mean the same places in every unit")
  func findingsMeanTheSamePlacesInEveryUnit() throws {
    let reports = try ["utf-8", "utf-16", "utf-32"].map { encoding in
      let client = try Self.client(encoding)
      return Self.named(.array(try client.diagnostics(uri, version: 1)), encoding).text
    }
    #expect(reports[0] == reports[1])
    #expect(reports[0] == reports[2])
    #expect(reports[0].contains("nearr"))
  }

  // MARK: - Asking

  private static func client(_ encoding: String) throws -> TestClient {
    let client = try TestClient.start(
      capabilities: [
        "general": ["positionEncodings": [.string(encoding)]],
        "textDocument": [
          "documentSymbol": ["hierarchicalDocumentSymbolSupport": true],
          "codeAction": ["codeActionLiteralSupport": ["codeActionKind": ["valueSet": []]]],
        ],
      ])
    client.notify("workspace/didChangeConfiguration", ["settings": ["seed-lsp": ["inlayHints": ["enable": true]]]])
    client.open(uri, text)
    return client
  }

  /// The answer with every range replaced by the text that it covers.
  private static func answer(to question: Question, encoding: String) throws -> String {
    let client = try client(encoding)
    let word = try #require(place(of: question.word, in: text, encoding: encoding))
    let start: JSONValue = ["line": .integer(word.line), "character": .integer(word.character)]
    let end: JSONValue = ["line": .integer(word.line), "character": .integer(word.character + 4)]
    var params = question.more
    params["textDocument"] = ["uri": .string(uri)]
    switch question.method {
    case "selectionRange": params["positions"] = [start]
    case "inlayHint", "codeAction", "semanticTokens/range", "rangeFormatting":
      params["range"] = ["start": start, "end": end]
    default: params["position"] = end
    }
    return named(try client.request("textDocument/" + question.method, .object(params)), encoding).text
  }

  // MARK: - Reading places

  private static let lines = text.split(separator: "\n", omittingEmptySubsequences: false)

  /// What was answered, with places in words.
  private static func named(_ value: JSONValue, _ encoding: String) -> JSONValue {
    if let start = value.start, let end = value.end { return .string(covered(start, end, encoding)) }
    if let line = value["line"]?.integer, let character = value["character"]?.integer {
      return .string("before “\(rest(TextPlace(line: line, character: character), encoding))”")
    }
    if let data = value["data"]?.array { return .array(tokens(data.compactMap(\.integer), encoding)) }
    switch value {
    case .array(let elements): return .array(elements.map { named($0, encoding) })
    case .object(let object):
      return .object(JSONObject(object.members.map { .init(name: $0.name, value: named($0.value, encoding)) }))
    default: return value
    }
  }

  /// The text from one place to another, with their lines.
  private static func covered(_ start: TextPlace, _ end: TextPlace, _ encoding: String) -> String {
    guard start.line == end.line else {
      return "\(start.line)-\(end.line): from “\(rest(start, encoding))” to before “\(rest(end, encoding))”"
    }
    let line = rest(start, encoding)
    let behind = rest(end, encoding)
    guard line.hasSuffix(behind) else { return "no place: \(start) to \(end)" }
    return "\(start.line): “\(line.dropLast(behind.count))”"
  }

  /// The rest of a line from a place on, found without the code under test.
  private static func rest(_ place: TextPlace, _ encoding: String) -> String {
    guard lines.indices.contains(place.line) else { return "no line \(place.line)" }
    let line = lines[place.line]
    for index in line.unicodeScalars.indices + [line.endIndex]
    where length(line[..<index], encoding) == place.character {
      return String(line[index...])
    }
    return "no column \(place)"
  }

  /// Semantic tokens (LSP 3.18, "Integer encoding for tokens") with the words they colour.
  private static func tokens(_ data: [Int], _ encoding: String) -> [JSONValue] {
    var place = TextPlace(line: 0, character: 0)
    return stride(from: 0, to: data.count - 4, by: 5).map { index in
      place = TextPlace(
        line: place.line + data[index],
        character: data[index] == 0 ? place.character + data[index + 1] : data[index + 1])
      let end = TextPlace(line: place.line, character: place.character + data[index + 2])
      return .string("\(covered(place, end, encoding)) \(data[index + 3]) \(data[index + 4])")
    }
  }
}
