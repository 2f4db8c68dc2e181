// Go to definition: from any place of a name to all the places that define it.

internal import SeedModel
internal import SeedStudy
package import SeedSyntax

/// Where a name leads.
package struct DefinitionResult: Hashable, Sendable {
  /// The name in the asked note.
  package let origin: ByteRange
  package let name: String
  /// The places that define the name, by note and position; never empty.
  package let targets: [Place]
}

extension Snapshot {
  /// All definitions of the name at the cursor; nil where there is no name, or none that is defined.
  ///
  /// A source leads to the heading of the note that records it. On one of its definitions, a name leads to all of them.
  package func definition(at offset: Int) -> DefinitionResult? {
    guard let found = name(at: offset) else { return nil }
    let targets: [Place]
    if found.role?.isDefinition == true {
      targets = study.nameID(found.name).map { study.definitions(of: $0).map { Place($0.site) } } ?? []
    } else {
      targets = definitionPlaces(of: found.name)
    }
    guard !targets.isEmpty else { return nil }
    return DefinitionResult(origin: found.range, name: found.name, targets: targets)
  }
}
