// Applies the safe fixes of notes until none is left: what `check --fix` writes, and what an editor's "fix all" changes.

internal import SeedModel
package import SeedRules
package import SeedStudy
package import SeedSyntax

/// A study on its way to being mended. Works on texts in memory; writing them is the caller's business.
package struct StudyFixer {
  /// A note that was changed.
  package struct FixedNote {
    package let document: DocumentID
    package let oldText: [UInt8]
    package let newText: [UInt8]
    /// What makes the new text of the old one.
    package let edits: [ByteEdit]
    package let fixCount: Int
    /// The fixes that were not made, because they would change a quotation or bring back what was there before.
    package let refused: Set<Fix>
  }

  /// The study with the changed texts.
  package private(set) var checked: CheckedStudy
  private var fixers: [DocumentID: NoteFixer] = [:]
  private var originals: [DocumentID: Document] = [:]
  /// Notes with something to mend whose text is not there or not what was checked.
  package private(set) var unavailable: Set<DocumentID> = []
  private let findings: (CheckedStudy, DocumentID) -> [Finding]
  private let load: (DocumentID) -> Document?

  /// How often notes are checked and changed at most. A chain of overlapping fixes takes a round for each of them.
  static let roundLimit = 100

  /// - Parameters:
  ///   - findings: gives the findings whose fixes to apply, of a study whose findings are up to date.
  ///   - load: gives a note's text and syntax; nil if it is not there or not what was checked, and then it is left as it is.
  package init(
    _ checked: CheckedStudy, findings: @escaping (CheckedStudy, DocumentID) -> [Finding],
    load: @escaping (DocumentID) -> Document?
  ) {
    self.checked = checked
    self.findings = findings
    self.load = load
  }

  /// Applies the first safe fix of every finding in some notes, and again what is found then, until nothing is left to do.
  package mutating func run(_ documents: [DocumentID]) {
    for _ in 0..<Self.roundLimit {
      var hasChanged = false
      for document in documents where applyFixes(in: document) { hasChanged = true }
      guard hasChanged else { return }
      _ = checked.refreshFindings()
    }
  }

  /// The notes that were changed, in order.
  package var fixedNotes: [FixedNote] {
    fixers.keys.sorted().compactMap { document in
      guard let fixer = fixers[document], let old = originals[document], fixer.appliedCount > 0 else { return nil }
      return FixedNote(
        document: document, oldText: old.bytes, newText: fixer.document.bytes, edits: fixer.edits,
        fixCount: fixer.appliedCount, refused: fixer.refused)
    }
  }

  /// Takes back what was done to a note that could not be written.
  package mutating func revert(_ document: DocumentID) {
    guard let original = originals[document] else { return }
    fixers[document] = nil
    originals[document] = nil
    checked.update(document, DocumentSummary(original, checked.study.vocabulary))
    _ = checked.refreshFindings()
  }

  private mutating func applyFixes(in document: DocumentID) -> Bool {
    let fixes = findings(checked, document).compactMap(\.safeFix)
    guard !fixes.isEmpty, !unavailable.contains(document), var fixer = fixer(of: document) else { return false }
    let hasChanged = fixer.apply(fixes)
    fixers[document] = fixer
    if hasChanged { checked.update(document, DocumentSummary(fixer.document, checked.study.vocabulary)) }
    return hasChanged
  }

  private mutating func fixer(of document: DocumentID) -> NoteFixer? {
    if let fixer = fixers[document] { return fixer }
    // Places mean nothing in another text than the one that they were found in.
    guard let syntax = load(document),
      DocumentSummary(syntax, checked.study.vocabulary) == checked.study[document]?.summary
    else {
      unavailable.insert(document)
      return nil
    }
    originals[document] = syntax
    return NoteFixer(syntax)
  }
}
