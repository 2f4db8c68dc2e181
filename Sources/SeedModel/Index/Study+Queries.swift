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
      similarDefinedNames.closest(to: bytes, among: { canBeMeant($0) }, in: names)
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
    sites(of: name, on: postings(of: name).pages) { _ in true }
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
    sites(of: name, on: postings(of: name).definingPages) { $0.isDefinition }.map { codeDefinition(at: $0) }
  }

  /// The definition that says most about a name: the first one by `CClass`, else the first one. Model files are asked last.
  package func primaryDefinition(of name: NameID) -> CodeDefinition? {
    primaryDefinition(among: definitions(of: name))
  }

  /// The same where a name's definitions are at hand.
  package func primaryDefinition(among all: [CodeDefinition]) -> CodeDefinition? {
    let ofNotes = all.filter { self[$0.site.document]?.isModel == false }
    let definitions = ofNotes.isEmpty ? all : ofNotes
    return definitions.first { $0.form == .code } ?? definitions.first
  }

  private func sites(of name: NameID, on list: PageList, where isWanted: (Role) -> Bool) -> [Site] {
    var sites: [Site] = []
    sites.reserveCapacity(list.count)
    let width = names.withName(name) { LinePosition(line: 0, prefix: $0) }
    forEachPage(on: list) { record, position, startLine in
      record.forEachOccurrence(of: name) { index, occurrence in
        guard isWanted(occurrence.role) else { return }
        let range = occurrence.range(width: width).movedDown(by: startLine)
        sites.append(
          Site(document: record.document, range: range, role: occurrence.role, page: position, occurrence: index))
      }
    }
    return sites
  }

  /// Where a name occurs; nowhere for a number that is no name's.
  private func postings(of name: NameID) -> Postings {
    postings.indices.contains(name.index) ? postings[name.index] : Postings()
  }

  /// Calls `body` with every page on a list, ordered by note and place, with its place in the note and the line where it
  /// starts.
  private func forEachPage(on list: PageList, _ body: (PageRecord, _ position: Int, _ startLine: Int) -> Void) {
    var found: [(document: DocumentID, position: Int, record: PageRecord)] = []
    found.reserveCapacity(list.count)
    for page in list {
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
      guard let startLine = self[place.document]?.startLine(ofPage: place.position) else { continue }
      body(place.record, place.position, startLine)
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
    forEachPage(on: postings(of: name).pages) { record, position, startLine in
      for link in record.summary.optionLinks {
        guard let decision = link.decision, let option = link.option,
          record.isName(name, ofOccurrence: decision) || record.isName(name, ofOccurrence: option)
        else { continue }
        let isDecision = record.isName(name, ofOccurrence: decision)
        relations.append(
          OptionRelation(
            decision: self.name(ofOccurrence: decision, on: record),
            option: self.name(ofOccurrence: option, on: record),
            text: link.text.map { text in record.withText(text) { String(decoding: $0, as: UTF8.self) } },
            site: record.site(ofOccurrence: isDecision ? decision : option, position, startLine)))
      }
    }
    return relations
  }

  /// The impacts that name the code as subject or as force.
  package func forceImpacts(of name: NameID) -> [ForceImpact] {
    var impacts: [ForceImpact] = []
    forEachPage(on: postings(of: name).pages) { record, position, startLine in
      for relation in record.summary.forceRelations {
        let isForce = record.isName(name, ofOccurrence: relation.force)
        guard isForce || relation.subject.map({ record.isName(name, ofOccurrence: $0) }) == true else { continue }
        impacts.append(
          ForceImpact(
            subject: relation.subject.map { self.name(ofOccurrence: $0, on: record) },
            force: self.name(ofOccurrence: relation.force, on: record),
            impact: relation.impact.map { self.name(ofOccurrence: $0, on: record) },
            site: record.site(ofOccurrence: relation.force, position, startLine)))
      }
    }
    return impacts
  }

  private func name(ofOccurrence index: Int, on record: PageRecord) -> String {
    guard record.summary.occurrences.indices.contains(index) else { return "" }
    return string(record.names[Int(record.summary.occurrences[index].name)])
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
