// Notes that change one after the other, to see that findings of other notes follow.

internal import SeedModel
internal import SeedRules
internal import SeedStudy
internal import SeedSyntax

/// A study of a few notes that are replaced and removed.
package struct MendableNotes {
  private var study = CheckedStudy()
  private var ids: [DocumentID] = []

  package init(_ texts: [String]) {
    for (index, text) in texts.enumerated() {
      ids.append(study.add(name: "note\(index)", DocumentSummary(Document(text))))
    }
    _ = study.refreshFindings()
  }

  package mutating func replace(_ index: Int, with text: String) {
    study.update(ids[index], DocumentSummary(Document(text)))
    _ = study.refreshFindings()
  }

  package mutating func remove(_ index: Int) {
    study.remove(ids[index])
    _ = study.refreshFindings()
  }

  /// The names of the rules that found something, note by note.
  package var rules: [String] {
    ids.flatMap { study.findings(in: $0).map(\.rule) }
  }
}
