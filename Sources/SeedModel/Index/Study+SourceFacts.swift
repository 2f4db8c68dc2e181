// Keeps what rules compare between notes: titles and addresses, and the ids that notes claim.

internal import SeedSyntax

extension Study {
  /// The notes that have a title or an address, given by its key, in order.
  func documents(sharing key: UInt64) -> [DocumentID] {
    let all = sharedTexts[key] ?? []
    guard all.count > 1 else { return all }
    var documents: [DocumentID] = []
    for document in all.sorted(by: { isBefore($0, $1) }) where documents.last != document { documents.append(document) }
    return documents
  }

  /// Brings up to date who has which title or address when pages of a note were replaced, and marks the pages of other notes
  /// that this concerns.
  mutating func updateSourceFacts(of document: DocumentID, from old: PagesOutline, to new: PagesOutline) {
    // A label without a number is a remnant of the template only beside others that have it.
    if old.hasNumberedLabel != new.hasNumberedLabel {
      findingsCache.changedPages.formUnion(self[document]?.pages ?? [])
    }
    guard old.sharedKeys != new.sharedKeys else { return }
    forEachDifference(old.sharedKeys.distinct, new.sharedKeys.distinct) { key, isNew in
      if isNew { addSharing(key, document) } else { removeSharing(key, document) }
    }
  }

  /// Marks the pages that compare their source id with other notes'.
  mutating func markSources(_ documents: [DocumentID]) {
    for document in documents {
      guard let note = self[document] else { continue }
      findingsCache.changedPages.formUnion(note.pages)
    }
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
