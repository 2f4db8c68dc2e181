// What a study knows about a name: where it stands, what it defines, which decisions, forces and sources belong to it.

package import SeedSyntax

/// One place of a name in a study.
package struct Site: Hashable, Sendable {
  package let document: DocumentID
  /// Lines counted from the start of the document.
  package let range: LineRange
  package let role: Role
  /// Which page of the document, and which of its occurrences.
  package let page: Int
  package let occurrence: Int
}

/// What the study says about a defined name at one of its definitions.
package struct CodeDefinition: Hashable, Sendable {
  package let site: Site
  package let form: Definition.Form
  /// `pattern`, `force`, …; nil when none is given.
  package let metaclass: String?
  package let displayName: String?
  package let isInList: Bool
}

/// A decision's link to an option, seen from either side.
package struct OptionRelation: Hashable, Sendable {
  package let decision: String
  package let option: String
  package let text: String?
  package let site: Site
}

/// An impact on a force, seen from the subject or from the force.
package struct ForceImpact: Hashable, Sendable {
  package let subject: String?
  package let force: String
  package let impact: String?
  package let site: Site
}

extension Study {
  // MARK: - Names

  package func nameID(_ name: String) -> NameID? {
    var name = name
    return name.withUTF8 { names.find($0) }
  }

  package func string(_ name: NameID) -> String {
    names.string(name)
  }

  /// Whether the name means something in notes: a note defines it, or a model file does, and not as a variable, a function or
  /// a class of its own.
  package func isDefined(_ name: NameID) -> Bool {
    isDefined(name) { !$0.isEmpty }
  }

  /// Whether somebody who misspells a code can have meant the name: no link, no list and no second name that only a model file
  /// has.
  func canBeMeant(_ name: NameID) -> Bool {
    isDefined(name) { !$0.isSubset(of: .noClass) }
  }

  private func isDefined(_ name: NameID, inModelWhere counts: (CodeKinds) -> Bool) -> Bool {
    guard postings.indices.contains(name.index) else { return false }
    var previous: PageID?
    for page in postings[name.index].definingPages {
      // A page that defines the name several times is on the list as often, mostly in a row.
      guard page != previous, let record = pages[page.index] else { continue }
      previous = page
      let definitions = record.facts.definitions
      if !record.isModel || record.facts.definitions(of: name).contains(where: { counts(definitions[$0].kinds) }) {
        return true
      }
    }
    return false
  }

  /// Whether anything defines the name, a function of a model file as well.
  package func hasDefinition(_ name: NameID) -> Bool {
    postings.indices.contains(name.index) && !postings[name.index].definingPages.isEmpty
  }

  /// Whether a note defines the name, not only a model file.
  func isDefinedInNote(_ name: NameID) -> Bool {
    postings.indices.contains(name.index)
      && postings[name.index].definingPages.contains { pages[$0.index]?.isModel == false }
  }

  package func isDefined(_ name: String) -> Bool {
    nameID(name).map { isDefined($0) } ?? false
  }

  /// Every name that means something in notes, in no particular order.
  package var definedNames: [NameID] {
    postings.indices.lazy.map { NameID(rawValue: UInt32($0)) }.filter { isDefined($0) }
  }

  /// The defined names that are as close to `name` as a slip of the pen, the closest first.
  package func similarDefinedNames(to name: String) -> [String] {
    var text = name
    return text.withUTF8 { bytes in
      similarNames.closest(to: bytes, among: { canBeMeant($0) }, in: names)
    }.map { string($0) }
  }

  // MARK: - Sources

  /// The notes that record a source (`s4`).
  package func documents(ofSource id: String) -> [DocumentID] {
    sources[id] ?? []
  }

  /// Whether an id means a source: some note records it, or it is defined like a code.
  package func isSourceKnown(_ id: String) -> Bool {
    sources[id] != nil || isDefined(id)
  }

  // MARK: - Places

  /// Every place of a name, ordered by note and position.
  package func sites(of name: NameID) -> [Site] {
    sites(of: name, on: \.pages) { _ in true }
  }

  /// The notes that may have a word in code that the parser passed over, where no place of it is known.
  package func documents(passingOver word: String) -> Set<DocumentID> {
    var word = word
    let hash = word.withUTF8 { NameTable.hash($0) }
    var documents: Set<DocumentID> = []
    for case let record? in pages where !record.summary.passedOverWords.isEmpty {
      if record.summary.passedOverWords.contains(hash) { documents.insert(record.document) }
    }
    return documents
  }

  /// Where a name is defined, ordered by note and position.
  package func definitions(of name: NameID) -> [CodeDefinition] {
    sites(of: name, on: \.definingPages) { $0.isDefinition }.map { codeDefinition(at: $0) }
  }

  /// The definition that says most about a name: the first one by `CClass`, else the first one. Model files are asked last.
  package func primaryDefinition(of name: NameID) -> CodeDefinition? {
    let all = definitions(of: name)
    let ofNotes = all.filter { self[$0.site.document]?.isModel == false }
    let definitions = ofNotes.isEmpty ? all : ofNotes
    return definitions.first { $0.form == .code } ?? definitions.first
  }

  private func sites(
    of name: NameID, on list: KeyPath<Postings, PageList>, where isWanted: (Role) -> Bool
  ) -> [Site] {
    var sites: [Site] = []
    forEachPage(of: name, list) { record, document, pageIndex, startLine in
      guard let local = record.names.firstIndex(of: name) else { return }
      for (index, occurrence) in record.summary.occurrences.enumerated()
      where Int(occurrence.name) == local && isWanted(occurrence.role) {
        let range = record.summary.range(of: occurrence).movedDown(by: startLine)
        sites.append(
          Site(document: document.id, range: range, role: occurrence.role, page: pageIndex, occurrence: index))
      }
    }
    return sites
  }

  /// Calls `body` with every page on a name's list, ordered by note and place, and the line where it starts.
  func forEachPage(
    of name: NameID, _ list: KeyPath<Postings, PageList>, _ body: (PageRecord, StudyDocument, Int, Int) -> Void
  ) {
    guard postings.indices.contains(name.index) else { return }
    var found: [(document: DocumentID, position: Int, record: PageRecord)] = []
    for page in postings[name.index][keyPath: list] {
      if let record = pages[page.index] { found.append((record.document, pagePositions[page.index], record)) }
    }
    found.sort { ($0.document, $0.position) < ($1.document, $1.position) }
    // Notes are mostly numbered in their order, which is quicker to see than to bring about.
    let isOrdered = zip(found, found.dropFirst()).allSatisfy { left, right in
      left.document == right.document || isBefore(left.document, right.document)
    }
    if !isOrdered {
      found.sort { left, right in
        left.document == right.document ? left.position < right.position : isBefore(left.document, right.document)
      }
    }
    for (index, place) in found.enumerated() {
      // A page is on a list once for each definition.
      if index > 0, found[index - 1].record === place.record { continue }
      guard let document = self[place.document] else { continue }
      body(place.record, document, place.position, document.startLine(ofPage: place.position))
    }
  }

  private func codeDefinition(at site: Site) -> CodeDefinition {
    let page = self[site.document]?.summary.pages[site.page]
    let definition = page?.definitions.first { $0.occurrence == site.occurrence }
    return CodeDefinition(
      site: site, form: definition?.form ?? .other,
      metaclass: definition?.metaclass.flatMap { page?.name(ofOccurrence: $0) },
      displayName: definition?.displayName.flatMap { page?.text($0) }, isInList: definition?.isInList ?? false)
  }

  // MARK: - Relations

  /// The links between decisions and options that name the code on either side.
  package func optionRelations(of name: NameID) -> [OptionRelation] {
    var relations: [OptionRelation] = []
    forEachPage(of: name, \.pages) { record, document, pageIndex, startLine in
      let summary = record.summary
      for link in summary.optionLinks {
        guard let decision = link.decision, let option = link.option,
          record.isName(name, ofOccurrence: decision) || record.isName(name, ofOccurrence: option)
        else { continue }
        let isDecision = record.isName(name, ofOccurrence: decision)
        relations.append(
          OptionRelation(
            decision: summary.name(ofOccurrence: decision), option: summary.name(ofOccurrence: option),
            text: link.text.map { summary.text($0) },
            site: record.site(ofOccurrence: isDecision ? decision : option, pageIndex, startLine)))
      }
    }
    return relations
  }

  /// The impacts that name the code as subject or as force.
  package func forceImpacts(of name: NameID) -> [ForceImpact] {
    var impacts: [ForceImpact] = []
    forEachPage(of: name, \.pages) { record, document, pageIndex, startLine in
      let summary = record.summary
      for relation in summary.forceRelations {
        let isForce = record.isName(name, ofOccurrence: relation.force)
        guard isForce || relation.subject.map({ record.isName(name, ofOccurrence: $0) }) == true else { continue }
        impacts.append(
          ForceImpact(
            subject: relation.subject.map { summary.name(ofOccurrence: $0) },
            force: summary.name(ofOccurrence: relation.force),
            impact: relation.impact.map { summary.name(ofOccurrence: $0) },
            site: record.site(ofOccurrence: relation.force, pageIndex, startLine)))
      }
    }
    return impacts
  }

  /// The notes that code the name: that define it, list it or link it.
  package func codingDocuments(of name: NameID) -> [DocumentID] {
    var documents: [DocumentID] = []
    for site in sites(of: name) where site.role.isDefinition || site.role.isReference {
      if self[site.document]?.isModel == true { continue }
      if documents.last != site.document { documents.append(site.document) }
    }
    return documents
  }
}

extension PageRecord {
  func site(ofOccurrence index: Int, _ page: Int, _ startLine: Int) -> Site {
    Site(
      document: document, range: summary.range(ofOccurrence: index).movedDown(by: startLine),
      role: summary.occurrences[index].role, page: page, occurrence: index)
  }
}
