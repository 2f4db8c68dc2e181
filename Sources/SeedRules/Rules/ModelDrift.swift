// The rule `model-drift`: a model file and the notes say different things about a code or a source.

internal import SeedModel
internal import SeedStudy
internal import SeedSyntax

/// A model file defines a code otherwise than the notes, or lists other codes for a source than its note has.
///
/// Model files consolidate the notes: codes are merged, renamed and reworded in them on purpose, so a difference is worth
/// knowing but no mistake, and the rule is off unless the configuration turns it on. Compared are the kind and the display
/// name of each code, and the list of codes of each source (`s4_codes`, or the list in `add_links`) with what the note of
/// that source defines and lists. The finding stands in the model file and names the place in the note.
///
/// Before, in the model file, where a note says `CClass(practice, "Data Catalogue")`:
///
///     data_catalogue = CClass(pattern, "Data Catalog")
///
/// After:
///
///     data_catalogue = CClass(practice, "Data Catalogue")
enum ModelDrift: Rule {
  static let name = "model-drift"
  static let severity = Severity.information
  static let isOnByDefault = false
  static let isForModels = true
  static let dependencies: Dependencies = [.definitions, .modelLists]

  static func check(_ page: RuleContext, _ report: (Finding) -> Void) {
    checkDefinitions(page, report)
    // A source may have many lists.
    var notes: [NameID: NoteCodes?] = [:]
    for list in page.summary.codeLists where list.source == nil || list.name == nil {
      for source in sources(of: list, page) {
        let known = notes[source] ?? NoteCodes(source: source, page.study)
        notes[source] = .some(known)
        guard let note = known else { continue }
        findExtra(in: list, note, page, report)
        if note.isFirst(list, on: page.id) { findMissing(in: list, note, page, report) }
      }
    }
  }

  // MARK: - Definitions

  private static func checkDefinitions(_ page: RuleContext, _ report: (Finding) -> Void) {
    // What says the same is the same to the notes.
    var isSaid: [DefinitionFact: Bool] = [:]
    for (definition, fact) in zip(page.summary.definitions, page.facts.definitions) {
      guard !fact.kinds.isDisjoint(with: .codes), page.study.isDefinedInNote(fact.name),
        let first = page.study.firstCode(fact.name)
      else { continue }
      let this = DefinitionSite(page: page.id, record: page.record, definition: definition)
      let differences = ConflictingDefinition.differences(this, first)
      guard !differences.isEmpty else { continue }
      let isKnown = isSaid[fact] ?? page.study.isSaidInNote(this, fact)
      isSaid[fact] = isKnown
      guard !isKnown else { continue }
      let name = page.name(of: definition)
      report(
        finding(
          page.range(of: definition),
          "`\(name)` is \(differences.map(\.here).joined(separator: ", ")) in the model, but"
            + " \(differences.map(\.first).joined(separator: ", ")) in the notes.",
          related: [first.related("`\(name)` is defined here in the notes.")]))
    }
  }

  // MARK: - Lists

  private static func sources(of list: CodeList, _ page: RuleContext) -> [NameID] {
    if let source = list.source { return [page.nameID(ofOccurrence: source)] }
    return list.name.map { page.study.sources(ofList: page.nameID(ofOccurrence: $0)) } ?? []
  }

  private static func findExtra(in list: CodeList, _ note: NoteCodes, _ page: RuleContext, _ report: (Finding) -> Void)
  {
    for item in list.items where page.summary.occurrences[item].role == .listItem {
      guard !note.coded.contains(page.nameID(ofOccurrence: item)) else { continue }
      let name = page.summary.name(ofOccurrence: item)
      report(
        finding(
          page.summary.range(ofOccurrence: item),
          "The model lists `\(name)` for `\(note.source)`, but \(note.document.path) doesn't code it.",
          related: [note.heading]))
    }
  }

  /// What the note codes and no list of its source has is reported at the first of the lists.
  private static func findMissing(
    in list: CodeList, _ note: NoteCodes, _ page: RuleContext, _ report: (Finding) -> Void
  ) {
    guard let lists = note.lists, let place = list.name ?? list.source else { return }
    var listed: Set<NameID> = []
    for list in lists { for item in list.list.items { listed.insert(list.record.nameID(ofOccurrence: item)) } }
    let missing = note.listed.filter { !listed.contains($0.name) }
    guard let example = missing.first else { return }
    let names = missing.prefix(5).map { "`\(page.study.string($0.name))`" }.joined(separator: ", ")
    let others = missing.count > 5 ? " and \(missing.count - 5) more" : ""
    report(
      finding(
        page.summary.range(ofOccurrence: place),
        "The codes of `\(note.source)` in the model lack \(names)\(others), which \(note.document.path) has.",
        related: [example.related("`\(page.study.string(example.name))` is coded here.")]))
  }
}

/// What the note of a source codes.
private struct NoteCodes {
  /// A code at the first place where the note defines or lists it.
  struct Code {
    let name: NameID
    let page: PageID
    let record: PageRecord
    let occurrence: Int

    func related(_ message: String) -> RelatedPlace {
      RelatedPlace(
        document: record.document, range: record.summary.range(ofOccurrence: occurrence), message: message, page: page)
    }
  }

  let id: NameID
  let source: String
  let document: StudyDocument
  /// Everything that the note defines, lists or links.
  private(set) var coded: Set<NameID> = []
  /// What it defines or lists, where that is a code, each once and in order.
  private(set) var listed: [Code] = []
  /// The lists of the source's codes in model files, by file and place; nil if one of them can't be read.
  let lists: [PlacedCodeList]?

  /// Nil if not exactly one note records the source.
  init?(source id: NameID, _ study: Study) {
    self.id = id
    source = study.string(id)
    let documents = study.documents(ofSource: source)
    guard documents.count == 1, let document = documents.first.flatMap({ study[$0] }) else { return nil }
    self.document = document
    lists = study.codeLists(ofSource: id)
    var seen: Set<NameID> = []
    for page in document.pages {
      guard let record = study[page] else { continue }
      for (index, occurrence) in record.summary.occurrences.enumerated()
      where occurrence.role.isDefinition || occurrence.role.isReference {
        let name = record.names[Int(occurrence.name)]
        coded.insert(name)
        guard occurrence.role == .definition || occurrence.role == .listItem,
          !study.kinds(of: name).isDisjoint(with: .codes), seen.insert(name).inserted
        else { continue }
        listed.append(Code(name: name, page: page, record: record, occurrence: index))
      }
    }
  }

  /// Whether a list is the first of all that model files have for the source.
  func isFirst(_ list: CodeList, on page: PageID) -> Bool {
    lists?.first.map { $0.page == page && $0.list == list } == true
  }

  /// Where the note says which source it records.
  var heading: RelatedPlace {
    let message = "`\(source)` is recorded here."
    return SourceID(source).map { document.place(of: $0, message) }
      ?? RelatedPlace(document: document.id, range: LineRange.textStart, message: message)
  }
}

extension PageRecord {
  fileprivate func nameID(ofOccurrence index: Int) -> NameID { names[Int(summary.occurrences[index].name)] }
}

extension LineRange {
  /// The start of a text.
  static var textStart: LineRange {
    let start = LinePosition(line: 0, utf8: 0, utf16: 0, utf32: 0)
    return LineRange(start, start)
  }
}

extension Study {
  /// Whether some note defines a code as a model does, where the notes disagree among themselves.
  fileprivate func isSaidInNote(_ this: DefinitionSite, _ fact: DefinitionFact) -> Bool {
    Set(definingPages(of: fact.name)).contains { id in
      guard let record = self[id], !record.isModel else { return false }
      return record.facts.definitions(of: fact.name).contains { index in
        !record.facts.definitions[index].kinds.isDisjoint(with: .codes)
          && ConflictingDefinition.differences(
            this, DefinitionSite(page: id, record: record, definition: record.summary.definitions[index])
          ).isEmpty
      }
    }
  }
}
