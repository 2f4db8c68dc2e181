// What each rule says that it depends on is all that it looks at: checked alone, it misses no change.

import SeedModel
import SeedRules
import SeedSyntax
import SeedTestSupport
import Testing

@Suite struct DependencyTests {
  /// Statements that concern each other, in groups: from all at once, two that do would hardly ever be drawn.
  private static let statements = [
    [
      "lake = CClass(pattern, \"Lake\")", "lake = CClass(practice, \"Data Lake\")", "lake = CClass(tactic, \"Lake\")",
      "lake",
    ],
    ["lake = CClass(pattern, \"Lake\")", "lakes = CClass(pattern, \"Lakes\")", "lake, lakes"],
    ["lake = CClass(pattern, \"Lake\")", "laek", "lake", "lake  # seed-lsp: ignore[rebound-code]"],
    ["data_lake = CClass(pattern, \"Lake\")", "data lake", "data-lake", "data_laek", "data laek"],
    ["lake = CClass(pattern, \"Lake\")", "speed = CClass(force, \"Speed\")", "lake speed", "speeds"],
    ["s1 = CClass(source, \"s1\")", "s1", "s2"],
    [
      "lake = CClass(pattern, \"Lake\")", "lake = lake.add_links(speed)[0]", "lake = store", "helper(lake)",
      "quick = CClass(tactic, LAKE)",
    ],
    [
      "lake = CClass(pattern, \"Lake\")", "store = CClass(decision, \"Store\")",
      "add_decision_option_link(store, lake)",
      "add_decision_option_link(store, speed)", "add_decision_option_link(store)",
    ],
    [
      "lake = CClass(pattern, \"Lake\")", "speed = CClass(force, \"Speed\")", "store = CClass(decision, \"Store\")",
      "add_decision_option_link(store, lake)", "add_force_relations({lake: {speed: positive}})",
    ],
    ["add_force_relations({lake: {speed: positive}})", "add_force_relations({lake: {speed: negative}})"],
    ["data_laek = CClass(pattern, \"Lake\")", "data_lake", "data_lake, data_laek", "Data_laek", "data_lakes"],
    ["lake: CClass(pattern, \"Lake\")", "CClass(pattern, \"Lake\")", "lake = CClass(\"pattern\", LAKE)", "lake"],
  ]
  private static let modelStatements = [
    "lake = CClass(pattern, \"Lake\")", "lake = CClass(force, \"Lake\")", "lake = 3", "LAKE = 3",
    "def helper(x):\n    pass",
    "tactic = CMetaclass(\"Tactic\", superclasses=practice)", "tactic = CMetaclass(\"Tactic\", superclasses=force)",
    "s1_codes = [lake, speed]", "add_links({s1: s1_codes}, role_name=\"contained_code\")",
    "add_links({s2: [lake, laek]}, role_name=\"contained_code\")",
  ]
  private static let labels = [
    "added:", "add codes to s1:", "add codes to s2:", "add codes to S2:", "add codes to s_3:",
    "add codes to s:", "**AXIAL CODING TRACE:**",
  ]

  /// What is random in a note.
  private struct Note {
    var number = "1"
    var title = "One title"
    var label = "added:"
    var lines: [String] = []

    mutating func change(_ statements: [String], _ random: inout SeededGenerator) {
      switch Int.random(in: 0..<8, using: &random) {
      case 0: number = ["", "1", "2", "s3", "3"].randomElement(using: &random) ?? ""
      case 1: title = ["One title", "Another title", ""].randomElement(using: &random) ?? ""
      case 2: label = DependencyTests.labels.randomElement(using: &random) ?? ""
      case 3, 4: if let index = lines.indices.randomElement(using: &random) { lines.remove(at: index) }
      default:
        if lines.count < 6, let line = statements.randomElement(using: &random) {
          lines.insert(line, at: Int.random(in: 0...lines.count, using: &random))
        }
      }
    }

    var text: String {
      let block = "``` python\n\(lines.joined(separator: "\n"))\n```\n"
      return
        "# s\n\(number)\n## title\n\(title)\n\n# coding\n\n> Quoted.\n\n\(label)\n\(block)\n> Quoted.\n\n\(label)\n\(block)"
    }
  }

  @Test(arguments: Rules.all.map { $0.name }) func aRuleThatIsCheckedAloneMissesNothing(_ rule: String) throws {
    var levels: [String: RuleSettings.Level] = [:]
    for other in Rules.all { levels[other.name] = other.name == rule ? .on(other.severity) : .off }
    let settings = RuleSettings(levels)
    var random = SeededGenerator(seed: 31)
    var notes: [Note] = []
    var model: [String] = []
    var statements: [String] = []
    func files() -> [(name: String, text: [UInt8])] {
      let texts = notes.map(\.text) + [model.joined(separator: "\n")]
      return zip(["s_1.md", "s_2.md", "s_10.md", "model.py"], texts).map { ($0, Array($1.utf8)) }
    }
    var study = TestStudy(settings: settings, [])
    for step in 0..<stepCount(440) {
      if step % 20 == 0 {
        statements = Self.statements[step / 20 % Self.statements.count]
        notes = ["1", "2", "3"].map { Note(number: $0, lines: [statements.randomElement(using: &random) ?? ""]) }
        model = []
        study = TestStudy(settings: settings, files())
      }
      let changed = Int.random(in: 0...notes.count, using: &random)
      if changed < notes.count {
        notes[changed].change(statements, &random)
      } else if model.count > 4 {
        model.removeFirst()
      } else {
        model.append(Self.modelStatements.randomElement(using: &random) ?? "")
      }
      study.replace(files()[changed].name, with: files()[changed].text)
      let fresh = TestStudy(settings: settings, files())
      try #require(study.findings == fresh.findings, "step \(step)")
    }
  }
}
