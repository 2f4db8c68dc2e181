// Applies the safe fixes of a whole study until none is left: what `check --fix` does before it writes.

package import SeedModel
internal import SeedSyntax

/// A study on its way to being mended. Works on texts in memory; writing them is the caller's business.
package struct StudyFixer {
  /// A note that was changed.
  package struct FixedNote {
    package let document: DocumentID
    package let oldText: [UInt8]
    package let newText: [UInt8]
    package let fixCount: Int
  }

  /// The study with the changed texts.
  package private(set) var checked: CheckedStudy
  private var fixers: [DocumentID: NoteFixer] = [:]
  private var originals: [DocumentID: [UInt8]] = [:]
  /// Notes with something to mend whose text is not there or not what was checked.
  package private(set) var unavailable: Set<DocumentID> = []
  private let findings: (CheckedStudy, DocumentID) -> [Finding]
  private let text: (DocumentID) -> [UInt8]?

  /// How often notes are checked and changed at most. A chain of overlapping fixes takes a round for each of them.
  static let roundLimit = 100

  /// - Parameters:
  ///   - findings: gives the findings whose fixes to apply, of a study whose findings are up to date.
  ///   - text: reads a note's text; nil if it is not there or not what was checked, and then it is left as it is.
  package init(
    _ checked: CheckedStudy, findings: @escaping (CheckedStudy, DocumentID) -> [Finding],
    text: @escaping (DocumentID) -> [UInt8]?
  ) {
    self.checked = checked
    self.findings = findings
    self.text = text
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
        document: document, oldText: old, newText: fixer.document.bytes, fixCount: fixer.appliedCount)
    }
  }

  /// Takes back what was done to a note that could not be written.
  package mutating func revert(_ document: DocumentID) {
    guard let original = originals[document] else { return }
    fixers[document] = nil
    originals[document] = nil
    checked.update(
      document, DocumentSummary(Document(original, format: format(of: document)), checked.study.vocabulary))
    _ = checked.refreshFindings()
  }

  private func format(of document: DocumentID) -> DocumentFormat {
    checked.study[document]?.summary.format ?? .note
  }

  private mutating func applyFixes(in document: DocumentID) -> Bool {
    let fixes = findings(checked, document).compactMap { finding in finding.fixes.first { $0.isSafe } }
    guard !fixes.isEmpty, !unavailable.contains(document), var fixer = fixer(of: document) else { return false }
    let hasChanged = fixer.apply(fixes)
    fixers[document] = fixer
    if hasChanged { checked.update(document, DocumentSummary(fixer.document, checked.study.vocabulary)) }
    return hasChanged
  }

  private mutating func fixer(of document: DocumentID) -> NoteFixer? {
    if let fixer = fixers[document] { return fixer }
    guard let bytes = text(document) else {
      unavailable.insert(document)
      return nil
    }
    let syntax = Document(bytes, format: format(of: document))
    // Places mean nothing in another text than the one that they were found in.
    guard DocumentSummary(syntax, checked.study.vocabulary) == checked.study[document]?.summary else {
      unavailable.insert(document)
      return nil
    }
    originals[document] = bytes
    return NoteFixer(syntax)
  }
}
