// What a rule looks at: a page with its study.

package import SeedModel
package import SeedStudy

/// A page with its study: all that a rule may look at. Lines are relative to the page.
///
/// A class, so that rules can hand it around without counting references to all that a study holds.
package final class RuleContext {
  package let study: Study
  package let document: StudyDocument
  let id: PageID
  let record: PageRecord
  /// The part of what the page says that concerns other pages.
  let facts: PageFacts
  /// The names that nothing defines, which several rules report.
  private(set) lazy var unknownNames = UnknownName.all(on: self)
  /// The fields of the source, if the page has its header or its block.
  private(set) lazy var fields = makeFields()
  /// The fields that hold what belongs in another field.
  private(set) lazy var misplacedFields = makeMisplacedFields()

  init(study: Study, document: StudyDocument, id: PageID, record: PageRecord) {
    self.study = study
    self.document = document
    self.id = id
    self.record = record
    facts = record.facts
  }

  package var summary: PageSummary { record.summary }
  /// The study's number for each of the page's names.
  var names: [NameID] { record.names }

  /// The study's number of the name at an occurrence.
  func nameID(ofOccurrence index: Int) -> NameID {
    names[Int(summary.occurrences[index].name)]
  }

  /// What the definitions of the name at an occurrence make of it.
  func kinds(ofOccurrence index: Int) -> CodeKinds {
    study.kinds(of: nameID(ofOccurrence: index))
  }
}
