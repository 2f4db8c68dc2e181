// Keeps what rules compare between notes: titles and addresses, and the ids that notes claim.

internal import SeedSyntax

extension Study {
  /// The notes that have a title or an address, given by its key, in order.
  func documents(sharing key: UInt64) -> [DocumentID] {
    var documents: [DocumentID] = []
    for document in (sharedTexts[key] ?? []).sorted() where documents.last != document { documents.append(document) }
    return documents
  }

  /// Brings up to date what is known about the sources when pages of a note were replaced, and marks the pages of other
  /// notes that this concerns.
  mutating func updateSourceFacts(
    of document: DocumentID, from old: ArraySlice<PageSummary>, to new: ArraySlice<PageSummary>
  ) {
    // A label without a number is a remnant of the template only beside others that have it.
    if old.contains(where: \.hasNumberedLabel) != new.contains(where: \.hasNumberedLabel) {
      findingsCache.changedPages.formUnion(self[document]?.pages ?? [])
    }
    guard old.contains(where: \.hasSourceFacts) || new.contains(where: \.hasSourceFacts) else { return }
    let oldKeys = keys(old)
    let newKeys = keys(new)
    for key in oldKeys.subtracting(newKeys) { removeSharing(key, document) }
    for key in newKeys.subtracting(oldKeys) { addSharing(key, document) }
    // Every label of the note is compared with the ids that the note claims.
    if old.flatMap(\.claimedIDs).map(\.id) != new.flatMap(\.claimedIDs).map(\.id) {
      findingsCache.changedPages.formUnion(self[document]?.pages ?? [])
    }
  }

  /// Marks the pages that compare their source id with other notes'.
  mutating func markSources(_ documents: [DocumentID]) {
    for document in documents {
      guard let note = self[document] else { continue }
      findingsCache.changedPages.formUnion(note.pages)
    }
  }

  private func keys(_ pages: ArraySlice<PageSummary>) -> Set<UInt64> {
    var keys: Set<UInt64> = []
    for page in pages { keys.formUnion(page.sharedTexts.map(\.key)) }
    return keys
  }

  private mutating func addSharing(_ key: UInt64, _ document: DocumentID) {
    sharedTexts[key, default: []].append(document)
    guard let documents = sharedTexts[key], documents.count > 1 else { return }
    markSources(documents)
  }

  private mutating func removeSharing(_ key: UInt64, _ document: DocumentID) {
    guard var documents = sharedTexts[key], let index = documents.firstIndex(of: document) else { return }
    markSources(documents)
    documents.remove(at: index)
    sharedTexts[key] = documents.isEmpty ? nil : documents
  }
}

extension PageSummary {
  fileprivate var hasSourceFacts: Bool { !sharedTexts.isEmpty || !claimedIDs.isEmpty }
}
