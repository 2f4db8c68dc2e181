// Finds the definitions of many names at a time, as colouring a whole note needs them.

extension Study {
  /// The study's number for each name of a page, by the name's index on the page; none for a page that isn't there.
  package func nameIDs(ofPage page: Int, in document: DocumentID) -> [NameID] {
    guard let note = self[document], note.pages.indices.contains(page) else { return [] }
    return pages[note.pages[page].index]?.names ?? []
  }
}

/// Gives each name the definition that says most about it, as ``Study/primaryDefinition(of:)`` does.
///
/// A page is gone through once, when the first of its names is asked for; so the cost is that of the pages that define the
/// names, however many names there are.
package struct DefinitionFinder {
  package struct Found {
    package let document: DocumentID
    /// Which page of the note, and which of its definitions.
    package let page: Int
    package let index: Int
  }

  private let study: Study
  private var pages: [PageID: [NameID: Int]] = [:]

  package init(_ study: Study) {
    self.study = study
  }

  /// The definition of a name; nil if nothing defines it.
  package mutating func definition(of name: NameID) -> Found? {
    guard study.postings.indices.contains(name.index) else { return nil }
    var first: Found?
    let isInNote = study.isDefinedInNote(name)
    for (document, position, page) in definingPages(of: name) {
      if isInNote, study.pages[page.index]?.isModel == true { continue }
      guard let index = definitions(on: page)[name] else { continue }
      let found = Found(document: document, page: position, index: index)
      if study.pages[page.index]?.summary.definitions[index].form == .code { return found }
      first = first ?? found
    }
    return first
  }

  /// The pages that define a name, ordered by note and place.
  private func definingPages(of name: NameID) -> [(document: DocumentID, position: Int, page: PageID)] {
    var places: [(document: DocumentID, position: Int, page: PageID)] = []
    for page in study.postings[name.index].definingPages {
      guard let document = study.pages[page.index]?.document,
        let position = study[document]?.pages.firstIndex(of: page)
      else { continue }
      places.append((document, position, page))
    }
    if places.count > 1 { places.sort { ($0.document, $0.position) < ($1.document, $1.position) } }
    return places
  }

  /// For each name that a page defines, which definition says most: the first one by `CClass`, else the first one.
  private mutating func definitions(on page: PageID) -> [NameID: Int] {
    if let known = pages[page] { return known }
    var best: [NameID: Int] = [:]
    if let record = study.pages[page.index] {
      let definitions = record.summary.definitions
      for (index, definition) in definitions.enumerated() {
        let name = record.names[Int(record.summary.occurrences[definition.occurrence].name)]
        if let known = best[name], definitions[known].form == .code || definition.form != .code { continue }
        best[name] = index
      }
    }
    pages[page] = best
    return best
  }
}
