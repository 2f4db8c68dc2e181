// Texts for the tests of rules, and checks that record at the caller's line what a rule finds otherwise than they say.

import SeedRules
import SeedTestSupport
import Testing

/// A note with the statements in a coding block.
func note(_ file: String, _ code: String) -> String {
  "//- \(file)\n" + block(code)
}

/// The statements in a coding block.
func block(_ code: String) -> String {
  "**AXIAL CODING TRACE:**\n``` python\n\(code)\n```\n"
}

/// Definitions that fixtures about meaning start from, in a note of their own.
let definedCodes = note(
  "s0.md",
  """
  store_decision = CClass(decision, "Where is data stored?")
  access_decision = CClass(decision, "How is data accessed?")
  lake = CClass(pattern, "Lake")
  mart = CClass(practice, "Mart")
  speed = CClass(force, "Speed")
  duplication = CClass(force, "Duplication")
  """)

/// Checks that a rule finds exactly the places in `⟦…⟧`. A rule that is off by default is turned on.
func expectFindings(of rule: String, _ source: String, _ location: SourceLocation = #_sourceLocation) {
  record(Fixture(source, settings: RuleSettings([rule: .on(.warning)])).ruleMismatch(rule), location)
}

/// Checks that a rule finds the places in `⟦…⟧` and that its fixes make `expected` of the texts: then nothing of the rule is
/// left, nothing else appears, and a second run changes nothing.
func expectFix(
  of rule: String, _ source: String, _ expected: String, isSafe: Bool,
  _ location: SourceLocation = #_sourceLocation
) {
  let fixture = Fixture(source)
  record(fixture.ruleMismatch(rule) ?? fixture.fixMismatch(rule, expected, isSafe: isSafe), location)
}

/// Checks that a rule finds the places in `⟦…⟧` and offers no fix for any of them.
func expectNoFix(of rule: String, _ source: String, _ location: SourceLocation = #_sourceLocation) {
  let fixture = Fixture(source)
  record(fixture.ruleMismatch(rule), location)
  let fixes = fixture.files.flatMap { file in
    fixture.checked.findings(in: file.id).filter { $0.rule == rule }.flatMap(\.fixes)
  }
  #expect(fixes.map(\.title) == [], sourceLocation: location)
}

/// Checks what a rule says, one message for each finding in order.
func expectMessages(
  of rule: String, _ source: String, _ expected: [String], _ location: SourceLocation = #_sourceLocation
) {
  let fixture = Fixture(source)
  let messages = fixture.files.flatMap { file in
    fixture.checked.findings(in: file.id).filter { $0.rule == rule }.map(\.message)
  }
  #expect(messages == expected, sourceLocation: location)
}

private func record(_ failure: String?, _ location: SourceLocation) {
  if let failure { Issue.record(Comment(rawValue: failure), sourceLocation: location) }
}
