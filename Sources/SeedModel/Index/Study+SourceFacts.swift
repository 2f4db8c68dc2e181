// Keeps what rules compare between notes: titles and addresses, and the ids that notes claim.

internal import SeedSyntax

extension Study {
  /// The notes that share a title or an address, given by its key, in order; none if there are more than `limit`.
  func documents(sharing key: UInt64, atMost limit: Int) -> [DocumentID] {
    guard let sharing = sharedTexts[key], sharing.count > 1 else { return [] }
    var documents: [DocumentID] = []
    for page in sharing {
      guard let document = pages[page.index]?.document, !documents.contains(document) else { continue }
      if documents.count == limit { return [] }
      documents.append(document)
    }
    return documents.count > 1 ? documents.sorted { isBefore($0, $1) } : []
  }

  /// Enters that a page has a title or an address, or has it no more, and marks the pages of the notes that share it.
  mutating func setSharing(_ key: UInt64, _ page: PageID, _ isNew: Bool) {
    if isNew { sharedTexts[key, default: PageList()].append(page) }
    // One note more than are told of: when it comes or goes, the others have to be told of or not any more.
    markSources(documents(sharing: key, atMost: SharedURL.mostSources + 1))
    guard !isNew else { return }
    sharedTexts[key]?.remove(page)
    if sharedTexts[key]?.isEmpty == true { sharedTexts[key] = nil }
  }

  /// Marks all pages of a note if its replaced pages and those in their place differ in what concerns the others.
  mutating func markLabels(of document: DocumentID, from old: PagesOutline, to new: PagesOutline) {
    // A label without a number is a remnant of the template only beside others that have it.
    guard old.hasNumberedLabel != new.hasNumberedLabel else { return }
    findingsCache.changedPages.formUnion(self[document]?.pages ?? [])
  }

  /// Marks the pages that compare their source id with other notes'.
  mutating func markSources(_ documents: [DocumentID]) {
    for document in documents {
      guard let note = self[document] else { continue }
      findingsCache.changedPages.formUnion(note.pages)
    }
  }
}

extension PageSummary {
  /// The keys of the titles and addresses, each once and in order.
  var sharedKeys: [UInt64] { sharedTexts.isEmpty ? [] : sharedTexts.map(\.key).distinct }
}
