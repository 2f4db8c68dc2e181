// Keeps a study's vocabulary up to date with what its metamodel files define.

internal import SeedModel
internal import SeedSyntax

extension Study {
  /// Brings the vocabulary up to date after pages were replaced that have a part in it.
  mutating func updateMetamodel() {
    var metamodel = Metamodel()
    for record in pages { if let record { metamodel.add(record.summary) } }
    guard metamodel != self.metamodel else { return }
    self.metamodel = metamodel
    vocabulary = givenVocabulary.extended(by: metamodel)
    // A page of a metamodel may have thousands of these names: it is read again once.
    var stale = PageSet()
    for name in readVocabulary() { stale.formUnion(postings[name.index].pages) }
    for page in stale.pages { updateFacts(of: page) }
    change.isOfVocabulary = true
  }
}
