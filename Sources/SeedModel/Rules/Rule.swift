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
  /// Whether the rule is checked unless the configuration says otherwise.
  static var isOnByDefault: Bool { get }
  /// Whether the rule is checked in model files, and in no notes.
  static var isForModels: Bool { get }
  /// Whether the rule is checked in notes and in model files.
  static var isForEveryFile: Bool { get }
  /// Reports what is wrong on one page.
  static func check(_ page: RulePage, _ report: (Finding) -> Void)
}

extension Rule {
  package static var isOnByDefault: Bool { true }

  package static var isForModels: Bool { false }

  package static var isForEveryFile: Bool { false }

  /// - Parameter severity: less than the rule's own for a place that matters less than the others.
  static func finding(
    _ range: LineRange, _ message: String, severity: Severity = severity, related: [RelatedPlace] = [],
    fixes: [Fix] = []
  ) -> Finding {
    Finding(rule: name, severity: severity, range: range, message: message, related: related, fixes: fixes)
  }
}

/// A page with its study: all that a rule may look at. Lines are relative to the page.
///
/// A class, so that rules can hand it around without counting references to all that a study holds.
package final class RulePage {
  package let study: Study
  package let document: StudyDocument
  let id: PageID
  let record: PageRecord
  /// The names that nothing defines, which several rules report.
  private(set) lazy var unknownNames = UnknownName.all(on: self)
  /// The fields of the source, where the page has one of its places.
  private(set) lazy var fields = makeFields()

  init(study: Study, document: StudyDocument, id: PageID, record: PageRecord) {
    self.study = study
    self.document = document
    self.id = id
    self.record = record
  }

  package var summary: PageSummary { record.summary }
  /// The study's number for each of the page's names.
  var names: [NameID] { record.names }
  /// What the page says that concerns other pages.
  var facts: PageFacts { record.facts }

  /// The study's number of the name at an occurrence.
  func nameID(ofOccurrence index: Int) -> NameID {
    names[Int(summary.occurrences[index].name)]
  }

  /// What the definitions of the name at an occurrence make of it.
  func kinds(ofOccurrence index: Int) -> CodeKinds {
    study.postings[nameID(ofOccurrence: index).index].kinds
  }
}

/// Every rule, in the order in which they are documented.
package enum Rules {
  package static let all: [any Rule.Type] = names + definitions + meaning + sources + form + study

  private static let names: [any Rule.Type] = [
    UndefinedCode.self, MisspelledCode.self, NearDuplicateCodes.self, MalformedItem.self, UnknownFunction.self,
    UnknownMetaclass.self,
  ]

  private static let definitions: [any Rule.Type] = [
    ConflictingDefinition.self, RepeatedDefinition.self, UsedBeforeDefinition.self, ReboundCode.self, UnusedCode.self,
    DefinitionInList.self,
  ]

  private static let meaning: [any Rule.Type] = [
    WrongKind.self, WrongArgumentCount.self, UnknownArgument.self, DuplicateOption.self, ContradictoryImpact.self,
    DuplicateKey.self, UnattachedOption.self, OptionWithoutForces.self,
  ]

  private static let sources: [any Rule.Type] = [
    UndefinedSource.self, DuplicateSourceID.self, SourceIDMismatch.self, WrongLabel.self, UnfilledTemplate.self,
    HeaderMismatch.self, MissingField.self, InvalidValue.self, SharedURL.self,
  ]

  private static let form: [any Rule.Type] = [
    SyntaxError.self, UnclosedFence.self, UnclosedList.self, UnclosedString.self, StrayFence.self, MissingFence.self,
    UnclosedComment.self, MisspelledHeading.self, MergeConflict.self,
  ]

  private static let study: [any Rule.Type] = [ModelDrift.self, UnusedSuppression.self, InvalidConfiguration.self]
}
