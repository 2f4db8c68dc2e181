// How often each rule found something, and what the rules say of themselves.

import Foundation
import SeedModel
import SeedReport
import SeedRules
import SeedTestSupport
import Testing

@Suite struct StatisticsTests {
  @Test func rulesAreCountedTheMostFrequentFirst() {
    #expect(SampleFindings.result().statisticsText == "4  other-rule\n1  some-rule (1 with a safe fix)\n")
    #expect(SampleFindings.empty.statisticsText == "")
  }

  @Test func theSummarySaysWhatCanBeMended() {
    #expect(
      SampleFindings.result().summaryText
        == "5 findings in 2 of 3 notes: 1 error, 2 warnings, 1 for information, 1 hint. 1 can be mended by `--fix`.")
    #expect(SampleFindings.empty.summaryText == "No findings.")
  }

  @Test func aRuleIsSummedUpByItsFirstSentence() {
    func summary(_ documentation: String?) -> String {
      RuleDescription(name: "two-words", severity: .hint, documentation: documentation).summary
    }
    #expect(summary(nil) == "two words")
    #expect(summary("One sentence.") == "One sentence.")
    #expect(summary("A sentence\non two lines. And more.\n\nMuch more.") == "A sentence on two lines.")
  }

  @Test func everyRuleIsDescribed() {
    #expect(!RuleDescription.all.isEmpty)
    for rule in RuleDescription.all {
      #expect(rule.explanation.hasPrefix("\(rule.name)\nSeverity: "))
      #expect(rule.explanation.hasSuffix("\n"))
      #expect(!rule.summary.contains("\n"))
      #expect(rule.documentation != nil, "\(rule.name)")
    }
  }
}
