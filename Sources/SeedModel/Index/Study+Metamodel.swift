// Extends a study's vocabulary by what its metamodel files define.

internal import SeedSyntax

/// The metaclasses and stereotypes that model files define.
struct Metamodel: Hashable, Sendable {
  /// Each metaclass's direct parents.
  var metaclasses: [String: [String]] = [:]
  var stereotypes: Set<String> = []

  fileprivate mutating func add(_ page: PageSummary) {
    for element in page.metamodelElements {
      let name = page.name(ofOccurrence: element.occurrence)
      switch element.kind {
      case .metaclass:
        let parents = element.superclasses.map { page.name(ofOccurrence: $0) }
        metaclasses[name] = (metaclasses[name] ?? []) + parents
      case .stereotype:
        stereotypes.insert(name)
      }
    }
  }
}

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

extension Vocabulary {
  /// The vocabulary with the words of a metamodel. What is known already keeps its place in the hierarchy.
  func extended(by metamodel: Metamodel) -> Vocabulary {
    Vocabulary(
      metaclasses: metaclasses.merging(metamodel.metaclasses) { known, _ in known }, impacts: impacts,
      stereotypes: stereotypes.union(metamodel.stereotypes.filter { !isImpact($0) }), functions: functions,
      sourceAttributes: sourceAttributes, addedSourceFields: addedSourceFields)
  }
}
