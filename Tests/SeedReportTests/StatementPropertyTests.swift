// Nothing that a statement says is lost on its way to the report, in whatever form it is written.

import SeedReport
import SeedTestSupport
import Testing

@Suite struct StatementPropertyTests {
  @Test func theReportSaysWhatTheStatementsSay() throws {
    var random = SeededGenerator(seed: 140)
    for step in 0..<stepCount(2_000) {
      var writer = StatementWriter(random: random)
      for _ in 0..<6 { writer.write() }
      random = writer.random
      let report = CodeReport(TestStudy(writer.notes).study)
      try #require(facts(of: report) == writer.facts, "step \(step): \(writer.notes.map(\.1).joined(separator: "\n"))")
    }
  }

  private func facts(of report: CodeReport) -> Set<String> {
    var facts: Set<String> = []
    for code in report.codes {
      facts.insert("\(code.name): \(code.kind ?? "-") “\(code.displayName ?? "")”")
      for option in code.options {
        for text in option.texts { facts.insert("\(code.name) offers \(option.name) “\(text)”") }
        if option.texts.isEmpty { facts.insert("\(code.name) offers \(option.name) “”") }
      }
      for force in code.forces { facts.insert("\(code.name) acts on \(force.name): \(force.impact ?? "-")") }
      for link in code.links {
        facts.insert("\(code.name) → \(link.name) \(link.stereotype ?? "-") “\(link.text ?? "")”")
      }
    }
    return facts
  }
}

/// Writes statements in every mixture of positions, keywords, lists and aliases, and keeps what each says.
private struct StatementWriter {
  var random: SeededGenerator
  private(set) var facts: Set<String> = []
  private var statements: [[String]] = [[], [], []]
  private var texts = 0

  private static let solutions = ["tea", "green_tea", "milk", "jar"]
  private static let aliases = ["tea": "brew", "jar": "vessel"]
  private static let decisions = ["drink_decision", "cup_decision"]
  private static let forces = ["warmth", "cost"]
  private static let impacts = ["positive", "very_positive", "neutral", "negative", "very_negative"]
  private static let stereotypes = ["uses", "variant", "can_be_realized_with"]

  init(random: SeededGenerator) {
    self.random = random
    for (names, kind) in [(Self.solutions, "practice"), (Self.decisions, "decision"), (Self.forces, "force")] {
      for name in names { define(name, kind) }
    }
    for (name, alias) in Self.aliases.sorted(by: { $0.key < $1.key }) { statements[0].append("\(alias) = \(name)") }
  }

  /// The notes, each a source.
  var notes: [(String, String)] {
    statements.enumerated().map { index, lines in
      let code = lines.joined(separator: "\n")
      return ("s_\(index + 1).md", "# s\n\(index + 1)\n\n**AXIAL CODING TRACE:**\n``` python\n\(code)\n```\n")
    }
  }

  mutating func write() {
    switch Int.random(in: 0..<4, using: &random) {
    case 0: writeOption()
    case 1: writeForces()
    case 2: writeLinks()
    default: writeStereotypedLink()
    }
  }

  // MARK: - Statements

  private mutating func define(_ name: String, _ kind: String) {
    let (text, literal) = text()
    facts.insert("\(name): \(kind) “\(text)”")
    statements[0].append("\(name) = \(call("CClass", [("metaclass", kind), ("name", literal)]))")
  }

  private mutating func writeOption() {
    let decision = pick(Self.decisions)
    let (option, written) = solution()
    let (text, literal) = text()
    facts.insert("\(decision) offers \(option) “\(text)”")
    let arguments = [("decision", decision), ("design_solution", written), ("option_name", literal)]
    add(call("add_decision_option_link", arguments))
  }

  private mutating func writeForces() {
    var entries: [String] = []
    for solution in Self.solutions.shuffled(using: &random).prefix(Int.random(in: 1...2, using: &random)) {
      let pairs = Self.forces.shuffled(using: &random).prefix(Int.random(in: 1...2, using: &random)).map { force in
        let impact = pick(Self.impacts)
        facts.insert("\(solution) acts on \(force): \(impact)")
        return "\(force): \(impact)"
      }
      entries.append("\(written(solution)): {\(pairs.joined(separator: ", "))}")
    }
    let dictionary = "{\(entries.joined(separator: pick([", ", ",\n    "])))}"
    switch Int.random(in: 0..<4, using: &random) {
    case 0: add(call("add_force_relations", [("force_relations", dictionary)]))
    case 1: add("relations = \(dictionary)\nadd_force_relations(relations)")
    case 2: add(entries.joined(separator: "\n"))
    default: add("add_force_relations(\(dictionary))")
    }
  }

  private mutating func writeLinks() {
    let (from, writtenFrom) = solution()
    let targets = Self.solutions.filter { $0 != from }.shuffled(using: &random).prefix(
      Int.random(in: 1...2, using: &random))
    let meanings = Self.stereotypes.shuffled(using: &random).prefix(Int.random(in: 0...2, using: &random))
    var keywords = ["role_name=\"to\""]
    if !meanings.isEmpty {
      let isList = meanings.count > 1 || Bool.random(using: &random)
      keywords.append(
        "stereotype_instances=" + (isList ? "[\(meanings.joined(separator: ", "))]" : meanings[meanings.startIndex]))
    }
    var label = ""
    if Bool.random(using: &random) {
      let (text, literal) = text()
      label = text
      keywords.append("label=\(literal)")
    }
    for target in targets {
      for meaning in meanings.isEmpty ? ["-"] : Array(meanings) {
        facts.insert("\(from) → \(target) \(meaning) “\(label)”")
      }
    }
    let written = targets.map { self.written($0) }
    let list = written.count == 1 && Bool.random(using: &random) ? written[0] : "[\(written.joined(separator: ", "))]"
    let rest = keywords.shuffled(using: &random).joined(separator: ", ")
    let link =
      Bool.random(using: &random)
      ? "\(writtenFrom).add_links(\(list), \(rest))" : "add_links({\(writtenFrom): \(list)}, \(rest))"
    add(Bool.random(using: &random) ? "link_\(texts) = \(link)[0]" : link)
  }

  private mutating func writeStereotypedLink() {
    let (from, writtenFrom) = solution()
    let to = pick(Self.solutions.filter { $0 != from })
    let stereotype = pick(Self.stereotypes)
    var arguments = [("from", writtenFrom), ("to", written(to)), ("stereotype", stereotype)]
    var said = ""
    var function = "add_stereotyped_design_solution_link"
    if Bool.random(using: &random) {
      let (text, literal) = text()
      said = text
      function = pick(["add_stereotyped_link_with_how_tagged_value", "add_stereotyped_link_with_role_tagged_value"])
      arguments.append(("text", literal))
    }
    facts.insert("\(from) → \(to) \(stereotype) “\(said)”")
    add(call(function, arguments))
  }

  // MARK: - Pieces

  private mutating func add(_ statement: String) {
    statements[Int.random(in: statements.indices, using: &random)].append(statement)
  }

  /// A call with the first arguments by position and the others, in any order, by keyword.
  private mutating func call(_ function: String, _ arguments: [(name: String, value: String)]) -> String {
    let count = Int.random(in: 0...arguments.count, using: &random)
    let positions = arguments.prefix(count).map(\.value)
    let keywords = arguments.dropFirst(count).map { "\($0.name)=\($0.value)" }.shuffled(using: &random)
    return "\(function)(\((positions + keywords).joined(separator: pick([", ", ",", ",\n    "]))))"
  }

  /// A code that options are made of, and its name or an alias.
  private mutating func solution() -> (name: String, written: String) {
    let name = pick(Self.solutions)
    return (name, written(name))
  }

  private mutating func written(_ name: String) -> String {
    Bool.random(using: &random) ? name : Self.aliases[name] ?? name
  }

  /// A text that no other is like, and a literal that says it.
  private mutating func text() -> (text: String, literal: String) {
    texts += 1
    switch Int.random(in: 0..<5, using: &random) {
    case 0: return ("Don't \(texts)", "'Don\\'t \(texts)'")
    case 1: return ("Übersicht \(texts)", "\"\\u00dcbersicht \(texts)\"")
    case 2: return ("a, b: {\(texts)}", "\"a, b: \" '{\(texts)}'")
    case 3: return ("tea # \(texts)", "\"tea # \" + \"\(texts)\"")
    default: return ("Tea \(texts)", "\"Tea \(texts)\"")
    }
  }

  private mutating func pick<Element>(_ elements: [Element]) -> Element {
    elements[Int.random(in: elements.indices, using: &random)]
  }
}
