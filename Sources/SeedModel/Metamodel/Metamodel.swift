// What metamodel files add to the vocabulary.

internal import SeedSyntax

/// The metaclasses and stereotypes that model files define.
public struct Metamodel: Hashable, Sendable {
  /// Each metaclass's direct parents.
  private(set) var metaclasses: [String: [String]] = [:]
  private(set) var stereotypes: Set<String> = []

  public init() {}

  public mutating func add(_ page: PageSummary) {
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

extension Vocabulary {
  /// The vocabulary with the words of a metamodel. What is known already keeps its place in the hierarchy.
  public func extended(by metamodel: Metamodel) -> Vocabulary {
    Vocabulary(
      metaclasses: metaclasses.merging(metamodel.metaclasses) { known, _ in known }, impacts: impacts,
      stereotypes: stereotypes.union(metamodel.stereotypes.filter { !isImpact($0) }), functions: functions,
      sourceAttributes: sourceAttributes, addedSourceFields: addedSourceFields,
      fieldForms: fieldForms, fieldNames: fieldNames)
  }
}
