// What a rule is, and the list of all rules.

internal import SeedSyntax

/// A check that finds one kind of mistake.
///
/// One file for each rule. The rule's doc comment is what `seed-lsp explain` prints, so it is written for researchers.
package protocol Rule: Sendable {
  /// The stable kebab-case name: what diagnostics, suppression and configuration call the rule.
  static var name: String { get }
  /// How serious its findings are unless the configuration says otherwise.
  static var severity: Severity { get }
  /// Reports what is wrong on one page.
  static func check(_ page: RulePage, _ report: (Finding) -> Void)
}

extension Rule {
  static func finding(
    _ range: LineRange, _ message: String, related: [RelatedPlace] = [], fixes: [Fix] = []
  ) -> Finding {
    Finding(rule: name, severity: severity, range: range, message: message, related: related, fixes: fixes)
  }
}

/// A page with its study: all that a rule may look at. Lines are relative to the page.
package struct RulePage {
  package let study: Study
  package let document: StudyDocument
  package let summary: PageSummary
  /// The study's number for each of the page's names.
  let names: [NameID]
}

/// Every rule, in the order in which they are documented.
package enum Rules {
  package static let all: [any Rule.Type] = [
    UndefinedCode.self, UndefinedSource.self,
    DuplicateSourceID.self, SourceIDMismatch.self, WrongLabel.self, UnfilledTemplate.self, HeaderMismatch.self,
    MissingField.self, InvalidValue.self, SharedURL.self,
    SyntaxError.self, UnclosedFence.self, UnclosedList.self, UnclosedString.self, UnusedSuppression.self,
  ]
}
