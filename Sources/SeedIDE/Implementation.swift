// Go to implementation: from a decision to its options, from a force to what acts on it, from a code to what specialises it.

internal import SeedModel
internal import SeedStudy
internal import SeedSyntax

extension Snapshot {
  /// Where the codes are defined that make the one at the cursor concrete; nil if there are none.
  ///
  /// They are the options of a decision, the codes that have an impact on a force, and the codes that have a code as their
  /// superclass. They come by note and position.
  package func implementations(at offset: Int) -> DefinitionResult? {
    guard let found = name(at: offset), found.role?.isVocabulary != true, let id = study.nameID(found.name) else {
      return nil
    }
    let code = study.code(meantBy: found.name)
    var names = study.relations(.option, of: id).filter { $0.from == code }.map(\.to)
    names += study.relations(.impact, of: id).filter { $0.to == code }.compactMap(\.from)
    names += specialisations(of: id)
    var seen: Set<String> = [found.name]
    let targets = study.inOrder(names.filter { seen.insert($0).inserted }.flatMap { definitionPlaces(of: $0) })
    return targets.isEmpty ? nil : DefinitionResult(origin: found.range, name: found.name, targets: targets)
  }

  /// The codes whose definitions name a code as their superclass.
  private func specialisations(of id: NameID) -> [String] {
    study.sites(of: id).compactMap { site in
      guard site.role == .superclass, let page = study[site.document]?.summary.pages[site.page] else { return nil }
      // The definition that an argument belongs to is the last one that begins before it.
      let definition = page.definitions.last { $0.form == .code && $0.occurrence < site.occurrence }
      return definition.map { page.name(ofOccurrence: $0.occurrence) }
    }
  }
}
