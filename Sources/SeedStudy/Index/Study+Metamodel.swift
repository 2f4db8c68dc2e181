// Keeps a study's vocabulary up to date with what its metamodel files define.

internal import SeedModel
internal import SeedSyntax

/// The words of a study and where they come from.
///
/// A class, since a study is copied for each page that is checked. A copy then counts one reference, not one for each table.
final class StudyVocabularies: Sendable {
  /// What is built in or configured.
  let given: Vocabulary
  let metamodel: Metamodel
  /// What is given, with the words of the metamodel.
  let extended: Vocabulary
  /// The ancestry of each metaclass of these.
  let ancestries: [String: Ancestry]

  init(given: Vocabulary, _ metamodel: Metamodel) {
    self.given = given
    self.metamodel = metamodel
    extended = metamodel == Metamodel() ? given : given.extended(by: metamodel)
    ancestries = extended.ancestries
  }
}

extension Study {
  /// Brings the vocabulary up to date after pages were replaced that have a part in it.
  mutating func updateMetamodel() {
    var metamodel = Metamodel()
    for record in pages { if let record { metamodel.add(record.summary) } }
    guard metamodel != vocabularies.metamodel else { return }
    vocabularies = StudyVocabularies(given: vocabularies.given, metamodel)
    // A page of a metamodel may have thousands of these names: it is read again once.
    var stale = PageSet()
    for name in readVocabulary() { stale.formUnion(postings[name.index].pages) }
    for page in stale.pages { updateFacts(of: page) }
    change.isOfVocabulary = true
  }
}
