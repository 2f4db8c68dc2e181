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
  /// Brings the vocabulary up to date when pages were replaced that have a part in it.
  ///
  /// Words of the vocabulary matter to every note, so all are checked again when it changes.
  mutating func updateMetamodel(from old: PageSummaries.SubSequence, to new: PageSummaries.SubSequence) {
    guard
      old.contains(where: { !$0.metamodelElements.isEmpty }) || new.contains(where: { !$0.metamodelElements.isEmpty })
    else { return }
    var metamodel = Metamodel()
    for record in pages { if let record { metamodel.add(record.summary) } }
    guard metamodel != self.metamodel else { return }
    self.metamodel = metamodel
    vocabulary = givenVocabulary.extended(by: metamodel)
    for (name, kinds) in kindsOfMetaclasses {
      let newKinds = kindsInVocabulary(ofMetaclass: name)
      guard newKinds != kinds else { continue }
      kindsOfMetaclasses[name] = newKinds
      for page in postings[name.index].pages { updateFacts(of: page) }
    }
    for index in pages.indices where pages[index] != nil {
      findingsCache.changedPages.insert(PageID(rawValue: UInt32(clamping: index)))
    }
  }

  /// What a metaclass makes of the names that it defines.
  mutating func kinds(ofMetaclass name: NameID) -> CodeKinds {
    if let kinds = kindsOfMetaclasses[name] { return kinds }
    let kinds = kindsInVocabulary(ofMetaclass: name)
    kindsOfMetaclasses[name] = kinds
    return kinds
  }

  private func kindsInVocabulary(ofMetaclass name: NameID) -> CodeKinds {
    let metaclass = string(name)
    guard vocabulary.metaclasses[metaclass] != nil else { return .unknownCode }
    if vocabulary.isKind(metaclass, of: "decision") { return .decision }
    if vocabulary.isKind(metaclass, of: "design_solution") { return .solution }
    if vocabulary.isKind(metaclass, of: "force") { return .force }
    if vocabulary.isKind(metaclass, of: "reference") { return .reference }
    return .otherCode
  }
}

extension Vocabulary {
  /// The vocabulary with the words of a metamodel. What is known already keeps its place in the hierarchy.
  func extended(by metamodel: Metamodel) -> Vocabulary {
    Vocabulary(
      metaclasses: metaclasses.merging(metamodel.metaclasses) { known, _ in known }, impacts: impacts,
      stereotypes: stereotypes.union(metamodel.stereotypes.filter { !isImpact($0) }), functions: functions,
      sourceAttributes: sourceAttributes, addedSourceFields: addedSourceFields, shapes: shapes)
  }
}
