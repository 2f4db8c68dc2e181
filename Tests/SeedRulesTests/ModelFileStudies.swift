// Small studies of notes and model files.

import SeedRules
import SeedTestSupport

/// The text of a note that records a source and holds one block.
func sourceNote(_ source: Int, _ code: String) -> String {
  "# s\n\(source)\n## title\nNumber \(source)\n\n# coding\n\n**AXIAL CODING TRACE:**\n``` python\n\(code)\n```\n"
}

/// Every rule is checked.
let everyRule = RuleSettings(
  Dictionary(uniqueKeysWithValues: Rules.all.map { ($0.name, RuleSettings.Level.on($0.severity)) }))

func study(_ files: [(String, String)], settings: RuleSettings = .standard) -> TestStudy {
  TestStudy(settings: settings, files.map { (name: $0.0, text: Array($0.1.utf8)) })
}
