// What a study knows about a name: where it stands, what it defines, which decisions, forces and sources belong to it.

public import SeedModel
public import SeedSyntax

/// One place of a name in a study.
public struct Site: Hashable, Sendable {
  public let document: DocumentID
  /// Lines counted from the start of the document.
  public let range: LineRange
  public let role: Role
  /// Which page of the document, and which of its occurrences.
  public let page: Int
  public let occurrence: Int
}

/// A relation that a note states, with the names in it.
public struct StatedRelation: Hashable, Sendable {
  public let kind: Relation.Kind
  /// The decision, the subject, or what a link leads from; nil where no name stands.
  public let from: String?
  /// The option, the force, or what a link leads to.
  public let to: String
  /// The impact or the stereotype.
  public let meaning: String?
  /// What the note says about the relation in words.
  public let text: String?
  public let fromSite: Site?
  public let toSite: Site
}

extension Study {
  // MARK: - Names

  public func nameID(_ name: String) -> NameID? {
    names.find(name.utf8.span)
  }

  public func string(_ name: NameID) -> String {
    names.string(name)
  }

  /// Whether the name means something in notes: a note defines it, or a model file does otherwise than as a variable, a function
  /// or a class.
  public func isDefined(_ name: NameID) -> Bool {
    Self.isDefined(name, postings, pages) { !$0.isEmpty }
  }

  /// Whether somebody who misspells a code can have meant the name: no link, no list and no second name that only a model file
  /// has.
  public func canBeMeant(_ name: NameID) -> Bool {
    Self.canBeMeant(name, postings, pages)
  }

  static func canBeMeant(_ name: NameID, _ postings: [Postings], _ pages: [PageRecord?]) -> Bool {
    isDefined(name, postings, pages) { !$0.isSubset(of: .noClass) }
  }

  private static func isDefined(
    _ name: NameID, _ postings: [Postings], _ pages: [PageRecord?], inModelWhere counts: (CodeKinds) -> Bool
  ) -> Bool {
    guard postings.indices.contains(name.index) else { return false }
    for page in postings[name.index].definingPages.withoutRuns {
      guard let record = pages[page.index] else { continue }
      let definitions = record.facts.definitions
      if !record.isModel || record.facts.definitions(of: name).contains(where: { counts(definitions[$0].kinds) }) {
        return true
      }
    }
    return false
  }

  /// Whether anything defines the name, a function of a model file as well.
  public func hasDefinition(_ name: NameID) -> Bool {
    postings.indices.contains(name.index) && !postings[name.index].definingPages.isEmpty
  }

  /// Whether a note defines the name, not only a model file.
  public func isDefinedInNote(_ name: NameID) -> Bool {
    postings.indices.contains(name.index)
      && postings[name.index].definingPages.contains { pages[$0.index]?.isModel == false }
  }

  public func isDefined(_ name: String) -> Bool {
    nameID(name).map { isDefined($0) } ?? false
  }

  /// Every name that means something in notes, in no particular order.
  public var definedNames: [NameID] {
    postings.indices.lazy.map { NameID(rawValue: UInt32($0)) }.filter { isDefined($0) }
  }

  /// The defined names that are as close to `name` as a slip of the pen, the closest first.
  public func similarDefinedNames(to name: String) -> [String] {
    // A closure that asked the study itself would copy all its tables.
    similarDefinedNames.closest(
      to: name.utf8.span, among: { [postings, pages] in Self.canBeMeant($0, postings, pages) }, in: names
    ).map { string($0) }
  }

  /// The defined names that someone may have meant who wrote `name`: of the same words in other forms, with a word more or less, or
  /// with another last word; the likeliest first.
  public func relatedDefinedNames(to name: String) -> [String] {
    relatedDefinedNames.closest(
      to: name.utf8.span, among: { [postings, pages] in Self.canBeMeant($0, postings, pages) }, in: names
    ).map { string($0) }
  }

  // MARK: - Sources

  /// The notes that record a source (`s4`), in order.
  public func documents(ofSource id: String) -> [DocumentID] {
    sources[Self.plainSourceID(id)] ?? []
  }

  /// Whether an id means a source: some note records it, or it is defined like a code.
  public func isSourceKnown(_ id: String) -> Bool {
    sources[Self.plainSourceID(id)] != nil || isDefined(id)
  }

  // MARK: - Pages

  /// A page; nil for one that is gone.
  public subscript(page: PageID) -> PageRecord? { page.index < pages.count ? pages[page.index] : nil }

  /// Whether a page is one of a note.
  public func isPage(_ page: PageID, of document: DocumentID) -> Bool {
    page.index < pages.count && pages[page.index]?.document == document
  }

  /// Every page, by number.
  public var allPages: [PageID] {
    pages.indices.lazy.filter { pages[$0] != nil }.map { PageID(rawValue: UInt32(clamping: $0)) }
  }

  /// The line on which a page of a note starts; nil if it is no page of the note any more.
  public func startLine(of page: PageID, in document: DocumentID) -> Int? {
    isPage(page, of: document) ? pageStartLines[page.index] : nil
  }

  /// How many pages there are.
  public var pageCount: Int { pages.count - freePages.count - change.removedPages.count }

  /// The pages on which a name stands.
  public func pages(of name: NameID) -> PageList {
    name.index < postings.count ? postings[name.index].pages : PageList()
  }

  /// The pages that define a name, once for each definition.
  public func definingPages(of name: NameID) -> PageList {
    name.index < postings.count ? postings[name.index].definingPages : PageList()
  }

  /// What the definitions of a name make of it, as of the last `takeChange`.
  public func kinds(of name: NameID) -> CodeKinds {
    name.index < postings.count ? postings[name.index].kinds : []
  }

  // MARK: - Places

  /// Every place of a name, ordered by note and position.
  public func sites(of name: NameID) -> [Site] {
    let pages = placedPages(on: postings(of: name).pages)
    var sites: [Site] = []
    sites.reserveCapacity(pages.count)
    let width = width(of: name)
    for page in pages { page.appendSites(of: name, width: width, to: &sites) }
    return sites
  }

  /// The notes that may have a word in code that the parser passed over, where no place of it is known.
  public func documents(passingOver word: String) -> Set<DocumentID> {
    let hash = NameHash.of(word)
    var documents: Set<DocumentID> = []
    for case let record? in pages where !record.summary.passedOverWords.isEmpty {
      if record.summary.passedOverWords.contains(hash) { documents.insert(record.document) }
    }
    return documents
  }

  /// The pages on which a name occurs; none for a number that no name has.
  func postings(of name: NameID) -> Postings {
    postings.indices.contains(name.index) ? postings[name.index] : Postings()
  }

  /// How far the end of a name is from its start.
  func width(of name: NameID) -> LinePosition {
    names.withName(name) { LinePosition(line: 0, prefix: $0) }
  }

  /// Every page on a list once, ordered by note and place.
  ///
  /// An array, since a closure that is called with each page would copy the whole study.
  func placedPages(on list: PageList) -> [PlacedPage] {
    var found: [PlacedPage] = []
    found.reserveCapacity(list.count)
    for page in list {
      guard let record = pages[page.index] else { continue }
      found.append(
        PlacedPage(record: record, position: pagePositions[page.index], startLine: pageStartLines[page.index]))
    }
    found.sort { ($0.record.document, $0.position) < ($1.record.document, $1.position) }
    // Notes are mostly numbered in their order. To see that takes less than to sort.
    var isOrdered = true
    var count = min(found.count, 1)
    for page in found.dropFirst() {
      // A page is on a list once for each definition.
      guard page.record !== found[count - 1].record else { continue }
      let previous = found[count - 1].record.document
      if previous != page.record.document, !isBefore(previous, page.record.document) { isOrdered = false }
      found[count] = page
      count += 1
    }
    found.removeSubrange(count...)
    if !isOrdered {
      found.sort { [noteOrder] left, right in
        left.record.document == right.record.document
          ? left.position < right.position : noteOrder.isBefore(left.record.document, right.record.document)
      }
    }
    return found
  }

  // MARK: - Relations

  /// The relations of a kind that name a code on either side, by whichever of its names. All codes in them are given by their own.
  public func relations(_ kind: Relation.Kind, of name: NameID) -> [StatedRelation] {
    var relations: [StatedRelation] = []
    let names = names(meaning: code(meantBy: name))
    for page in placedPages(on: names) where !page.record.isTemplate {
      let record = page.record
      for relation in record.summary.relations where relation.kind == kind {
        guard
          names.contains(where: { record.isName($0, ofOccurrence: relation.to) })
            || relation.from.map({ from in names.contains { record.isName($0, ofOccurrence: from) } }) == true
        else { continue }
        relations.append(
          StatedRelation(
            kind: kind, from: self.name(ofOccurrence: relation.from, on: record).map { code(meantBy: $0) },
            to: self.name(ofOccurrence: relation.to, on: record).map { code(meantBy: $0) } ?? "",
            meaning: self.name(ofOccurrence: relation.meaning, on: record),
            text: relation.text.map { record.summary.text($0) },
            fromSite: relation.from.map { page.site(ofOccurrence: $0) },
            toSite: page.site(ofOccurrence: relation.to)))
      }
    }
    return relations
  }

  /// The pages on which any of some names stands, ordered by note and place.
  private func placedPages(on names: [NameID]) -> [PlacedPage] {
    guard names.count > 1 else { return names.first.map { placedPages(on: postings(of: $0).pages) } ?? [] }
    var list = PageList()
    for name in names {
      for page in postings(of: name).pages { list.append(page) }
    }
    return placedPages(on: list)
  }

  /// - Returns: nil for no occurrence; empty for one that isn't there.
  func name(ofOccurrence index: Int?, on record: PageRecord) -> String? {
    guard let index else { return nil }
    guard record.summary.occurrences.indices.contains(index) else { return "" }
    return string(record.names[Int(record.summary.occurrences[index].name)])
  }

  /// The notes that code the name, or another one of the same code: that define it, list it or link it.
  public func codingDocuments(of name: NameID) -> [DocumentID] {
    var documents: [DocumentID] = []
    let names = names(meaning: name)
    for page in placedPages(on: names) where !page.record.isModel && !page.record.isTemplate {
      guard documents.last != page.record.document else { continue }
      var isCoding = false
      for name in names {
        page.record.forEachOccurrence(of: name) { _, occurrence in
          if occurrence.role.isDefinition || occurrence.role.isReference { isCoding = true }
        }
      }
      if isCoding { documents.append(page.record.document) }
    }
    return documents
  }
}

/// A page and where in its note it stands.
struct PlacedPage {
  let record: PageRecord
  let position: Int
  let startLine: Int

  /// - Parameter width: how far the end of the name is from its start.
  func appendSites(of name: NameID, width: LinePosition, to sites: inout [Site]) {
    record.forEachOccurrence(of: name) { index, occurrence in
      sites.append(
        Site(
          document: record.document, range: occurrence.range(width: width).movedDown(by: startLine),
          role: occurrence.role, page: position, occurrence: index))
    }
  }

  func site(ofOccurrence index: Int) -> Site {
    Site(
      document: record.document, range: record.summary.range(ofOccurrence: index).movedDown(by: startLine),
      role: record.summary.occurrences[index].role, page: position, occurrence: index)
  }
}
