// Find references: every place of a name in all notes of the study.

internal import SeedModel
internal import SeedStudy
internal import SeedSyntax

/// A place where a name is used or defined.
package struct Reference: Hashable, Sendable {
  package let place: Place
  /// Whether the place makes the name known.
  package var isDeclaration: Bool { place.role?.isDefinition ?? true }
  /// Whether the name only stands in prose there, which binds nothing.
  package var isMention: Bool { place.role?.isMention ?? false }
}

extension Snapshot {
  /// Every place of the name at the cursor, by note and position; none where there is no name.
  ///
  /// For a source, the heading that numbers its note and the labels that mean it are among them.
  ///
  /// - Parameter includingDeclaration: whether to give the places that define the name too.
  package func references(at offset: Int, includingDeclaration: Bool) -> [Reference] {
    guard let found = name(at: offset) else { return [] }
    let references = places(of: found.name, like: found.role).map { Reference(place: $0) }
    return includingDeclaration ? references : references.filter { !$0.isDeclaration }
  }

  /// Every place of a name where it means the same as in `role`, by note and position.
  ///
  /// A word of the vocabulary and a code that happens to have its name are two things.
  func places(of name: String, like role: Role?) -> [Place] {
    let isVocabulary = role?.isVocabulary ?? false
    let isRecorded = !study.documents(ofSource: name).isEmpty
    let ids = isRecorded ? study.names(ofSource: name) : study.nameID(name).map { [$0] } ?? []
    let sites = ids.flatMap { study.sites(of: $0) }
    var places: [Place] = []
    places.reserveCapacity(sites.count)
    for site in sites
    where (site.role.isVocabulary == isVocabulary || site.role.isDefinition) && isOfInterest(site.document) {
      places.append(Place(site))
    }
    for id in study.documents(ofSource: name) {
      if let heading = sourceHeading(of: id) { places.append(heading) }
      // `add codes to s:` means the note's own source.
      guard let letter = name.first, let own = study.nameID(String(letter)) else { continue }
      for site in study.sites(of: own) where site.role == .label && site.document == id { places.append(Place(site)) }
    }
    return study.inOrder(places)
  }

  /// Templates matter only to who looks at them.
  private func isOfInterest(_ note: DocumentID) -> Bool { note == document || study[note]?.isTemplate != true }
}
