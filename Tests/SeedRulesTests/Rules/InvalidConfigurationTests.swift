// The rule `invalid-configuration`, as far as it can be seen without files; ConfigurationFileTests has what it finds.

import SeedRules
import SeedSyntax
import Testing

@Suite struct InvalidConfigurationTests {
  private let range = LineRange(
    LinePosition(line: 1, utf8: 2, utf16: 2, utf32: 2), LinePosition(line: 1, utf8: 4, utf16: 4, utf32: 4))

  @Test(
    arguments: [(nil, .warning), (.on(.error), .error), (.on(.hint), .hint), (.off, nil)]
      as [(RuleSettings.Level?, Severity?)])
  func aFindingIsToldAsTheSettingsWantIt(level: RuleSettings.Level?, severity: Severity?) {
    let settings = RuleSettings(level.map { ["invalid-configuration": $0] } ?? [:])
    let finding = settings.configurationFinding(range, "No.")
    #expect(finding?.severity == severity)
    #expect(finding.map { $0.rule == "invalid-configuration" && $0.range == range && $0.message == "No." } != false)
  }

  @Test func nothingIsFoundInNotes() {
    expectFindings(of: "invalid-configuration", note("s1.md", "{ \"rules\": 1 }"))
  }
}
