// Enters pages into the index and takes them out, and notes which names a change concerns.

internal import SeedModel
internal import SeedSyntax

extension Study {
  /// Puts a page into the index, in the place of another where one is given.
  mutating func set(
    _ summary: PageSummary, of document: StudyDocument, replacing reused: PageID?
  ) -> PageID {
    let (isModel, isTemplate) = (document.isModel, document.isTemplate)
    let document = document.id
    let list = summary.names
    let names = list.indices.map { index in list.withName(at: index) { intern($0) } }
    let facts = isTemplate ? PageFacts() : facts(of: summary, names, isModel: isModel)
    let id = reused ?? freePages.popLast() ?? PageID(rawValue: UInt32(clamping: pages.count))
    if id.index == pages.count {
      pages.append(nil)
      pagePositions.append(0)
      pageStartLines.append(0)
    }
    let old = pages[id.index]
    pages[id.index] = PageRecord(
      document: document, isModel: isModel, isTemplate: isTemplate, summary: summary, names: names, facts: facts)
    change.pages.append((id, document))
    forEachDifference(old?.names ?? [], names) { name, isNew in
      postings[name.index].pages.set(id, isNew)
    }
    forEachDifference(old?.summary.sharedKeys ?? [], summary.sharedKeys) { setSharing($0, id, $1) }
    exchange(old?.facts, facts, id, of: document, isModel: isModel)
    return id
  }

  // Mutating, since a closure would copy a value that can't change.
  private mutating func facts(of summary: PageSummary, _ names: [NameID], isModel: Bool) -> PageFacts {
    var facts = PageFacts(summary, names, isModel: isModel) { kinds(ofMetaclass: $0) }
    if isModel { facts.readLists(summary, names) }
    return facts
  }

  /// Reads a page's facts again, after the metamodel gave words on it another meaning.
  mutating func updateFacts(of id: PageID) {
    guard let record = pages[id.index] else { return }
    replace(id, record, isTemplate: record.isTemplate)
  }

  /// Lets what a page says count, or not: on a template it doesn't.
  mutating func setTemplate(_ id: PageID, _ isTemplate: Bool) {
    guard let record = pages[id.index] else { return }
    for key in record.summary.sharedKeys { markSharers(of: key) }
    replace(id, record, isTemplate: isTemplate)
    for key in record.summary.sharedKeys { markSharers(of: key) }
    change.pages.append((id, record.document))
  }

  private mutating func replace(_ id: PageID, _ record: PageRecord, isTemplate: Bool) {
    let facts = isTemplate ? PageFacts() : facts(of: record.summary, record.names, isModel: record.isModel)
    pages[id.index] = PageRecord(
      document: record.document, isModel: record.isModel, isTemplate: isTemplate, summary: record.summary,
      names: record.names, facts: facts)
    exchange(record.facts, facts, id, of: record.document, isModel: record.isModel)
  }

  mutating func remove(_ id: PageID) {
    guard let record = pages[id.index] else { return }
    for name in record.names { postings[name.index].pages.remove(id) }
    for key in record.summary.sharedKeys { setSharing(key, id, false) }
    exchange(record.facts, nil, id, of: record.document, isModel: record.isModel)
    pages[id.index] = nil
    change.pages.append((id, record.document))
    change.removedPages.append(id)
  }

  // MARK: - Facts

  private mutating func exchange(
    _ old: PageFacts?, _ new: PageFacts?, _ page: PageID, of document: DocumentID, isModel: Bool
  ) {
    forEachDifference(old?.definitions ?? [], new?.definitions ?? []) { fact, isNew in
      setDefining(fact.name, page, isNew)
      if isNew { displayNames[fact.name.index].formUnion(fact.displayName) }
    }
    if old?.fields != new?.fields { exchangeFields(old?.fields, new?.fields) }
    forEachDifference(old?.options ?? [], new?.options ?? []) { fact, isNew in
      // A model repeats what the notes say, or differs from them on purpose.
      if !isModel { optionPages.set(fact, page, isNew) }
      change.options.append(fact)
    }
    forEachDifference(old?.impacts ?? [], new?.impacts ?? []) { fact, isNew in
      if !isModel { impactPages.set(fact, page, isNew) }
      change.impacts.append(fact)
    }
    forEachDifference(old?.uses ?? [], new?.uses ?? []) { name, _ in
      change.uses.append((name, document))
    }
    forEachDifference(old?.lists ?? [], new?.lists ?? []) { fact, _ in change.lists.append(fact) }
    forEachDifference(old?.listItems ?? [], new?.listItems ?? []) { fact, _ in
      change.listed.append(fact.first)
    }
  }

  private mutating func setDefining(_ name: NameID, _ page: PageID, _ defines: Bool) {
    postings[name.index].definingPages.set(page, defines)
    if !nearNames.contains(name) {
      names.withName(name) {
        let (keys, letters) = (NameKeys($0), LetterParity($0))
        similarDefinedNames.insert(name, $0, letters, folded: keys.folded)
        relatedDefinedNames.insert(name, $0, letters)
        nearNames.insert(name, keys, letters)
      }
    }
    change.names.append(name)
  }

  /// Whether a page stands before another one, by note and place.
  public func isBefore(_ left: PageID, _ right: PageID) -> Bool {
    guard left != right, let leftRecord = pages[left.index], let rightRecord = pages[right.index] else { return false }
    return leftRecord.document == rightRecord.document
      ? pagePositions[left.index] < pagePositions[right.index] : isBefore(leftRecord.document, rightRecord.document)
  }

  /// Whether a note stands before another one: by the natural order of their names, so that what is found doesn't depend on
  /// which note was opened first.
  public func isBefore(_ left: DocumentID, _ right: DocumentID) -> Bool { noteOrder.isBefore(left, right) }

  /// Notes where the pages of a note stand, from a position on.
  mutating func placePages(of document: StudyDocument, from first: Int) {
    for position in document.pages.indices.dropFirst(first) {
      let page = document.pages[position].index
      pagePositions[page] = position
      pageStartLines[page] = document.startLine(ofPage: position)
    }
  }
}
