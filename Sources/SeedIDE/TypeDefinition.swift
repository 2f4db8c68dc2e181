// Go to type definition: from a code to the definition of its metaclass, where the study holds its metamodel too.

internal import SeedModel
internal import SeedStudy
internal import SeedSyntax

extension Snapshot {
  /// Where the metaclass of the code at the cursor is defined; nil if no note of the study and no model file does it, as for
  /// the metaclasses of the built-in vocabulary.
  ///
  /// A word of the vocabulary leads to its own definition.
  package func typeDefinition(at offset: Int) -> DefinitionResult? {
    guard let found = name(at: offset) else { return nil }
    var metaclasses: [String] = []
    if found.role?.isVocabulary == true {
      metaclasses = [found.name]
    } else {
      for definition in study.nameID(found.name).map({ study.definitions(of: $0) }) ?? [] {
        guard let metaclass = definition.metaclass, !metaclasses.contains(metaclass) else { continue }
        metaclasses.append(metaclass)
      }
      if metaclasses.isEmpty, !study.documents(ofSource: found.name).isEmpty { metaclasses = ["source"] }
    }
    let targets = study.inOrder(metaclasses.flatMap { definitionPlaces(of: $0) })
    return targets.isEmpty ? nil : DefinitionResult(origin: found.range, name: found.name, targets: targets)
  }
}
