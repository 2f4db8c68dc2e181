// Keeps what rules compare between notes: titles and addresses, and the ids that notes claim.

public import SeedModel
internal import SeedSyntax

extension Study {
  /// A text that more notes share says nothing about one source: "Interview".
  private static let mostSharers = 3

  /// The notes that share a title or an address, given by its key, in order; none if nearly any note could have it.
  public func documents(sharing key: UInt64) -> [DocumentID] {
    documents(sharing: key, atMost: Self.mostSharers)
  }

  private func documents(sharing key: UInt64, atMost limit: Int) -> [DocumentID] {
    guard let sharing = sharedTexts[key], sharing.count > 1 else { return [] }
    var documents: [DocumentID] = []
    for page in sharing {
      // The texts of a template are placeholders.
      guard let record = pages[page.index], !record.isTemplate, !documents.contains(record.document) else { continue }
      let document = record.document
      if documents.count == limit { return [] }
      documents.append(document)
    }
    return documents.count > 1 ? documents.sorted { isBefore($0, $1) } : []
  }

  /// What the pages of a note that tell of its source say of it together, on lines from the start of the first of them; nil if
  /// fewer than two do.
  public func source(of document: StudyDocument) -> PageSummary? {
    guard let first = document.sourcePages.first, let start = startLine(of: first, in: document.id) else { return nil }
    return PageSummary(
      sourceOf: document.sourcePages.compactMap { page in
        guard let record = pages[page.index], let line = startLine(of: page, in: document.id) else { return nil }
        return (record.summary, line - start)
      })
  }

  /// Marks the notes that share a title or an address with this one: what is said of it there changes.
  mutating func markSharers(of document: StudyDocument) {
    for page in document.pages {
      for key in pages[page.index]?.summary.sharedKeys ?? [] { markSharers(of: key) }
    }
  }

  /// The notes that give a type of source or author which isn't built in: how many, and the first.
  public func notes(withType key: UInt64) -> (count: Int, first: DocumentID?) {
    let records = (sharedTexts[key] ?? PageList()).compactMap { pages[$0.index] }
    let notes = Set(records.filter { !$0.isTemplate }.map(\.document))
    return (notes.count, notes.min { isBefore($0, $1) })
  }

  /// Looks at one note more than may share something: when that one comes or goes, the others cease to share it or begin.
  mutating func markSharers(of key: UInt64) {
    guard !SharedText.isType(key) else {
      // Only the first note gets the finding.
      if let first = notes(withType: key).first { change.sharers.insert(first) }
      return
    }
    change.sharers.formUnion(documents(sharing: key, atMost: Self.mostSharers + 1))
  }

  /// Enters that a page has a title or an address, or has it no more.
  mutating func setSharing(_ key: UInt64, _ page: PageID, _ isNew: Bool) {
    let isType = SharedText.isType(key)
    if isType { markSharers(of: key) }
    if isNew { sharedTexts[key, default: PageList()].append(page) }
    if !isType || isNew { markSharers(of: key) }
    guard !isNew else { return }
    sharedTexts[key]?.remove(page)
    if isType { markSharers(of: key) }
    if sharedTexts[key]?.isEmpty == true { sharedTexts[key] = nil }
  }
}

extension PageSummary {
  /// The keys of the titles, addresses and types, each once and in order.
  var sharedKeys: [UInt64] { sharedTexts.isEmpty ? [] : sharedTexts.map(\.key).distinct }
}
