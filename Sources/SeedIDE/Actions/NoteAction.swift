// Actions: the changes that are offered at a place of a note, from mending a finding to sorting a list.

internal import SeedModel
package import SeedRules
package import SeedSyntax

/// A change that is offered.
package struct NoteAction: Sendable {
  package enum Kind: Hashable, Sendable, CaseIterable {
    /// Mends what is found at the place.
    case fix
    /// Mends all of the note that can be mended without looking.
    case fixAll
    /// Writes something differently, whether or not anything is wrong with it.
    case rewrite
  }

  /// What comes of it.
  package enum Outcome: Sendable {
    case edit(StudyEdit)
    /// Joins a code with another one; `Snapshot.merge(_:into:)` says what that changes, when it is wanted.
    case merge(code: String, into: String)
    /// It can't be done here, for a reason.
    case unavailable(String)
  }

  /// What it does, as a command: "Sort this list".
  package let title: String
  package let kind: Kind
  /// The findings that it mends.
  package var findings: [Finding] = []
  /// Whether it is what one most likely wants for its finding.
  package var isPreferred = false
  package let outcome: Outcome
}

extension Snapshot {
  /// How many of the findings, and of the lists, in a range are acted on one by one.
  static let offeredFindingsLimit = 50

  /// What can be done at a range of the asked note, the most likely first.
  ///
  /// - Parameters:
  ///   - checked: the study with what is found in its notes.
  ///   - oldNames: what codes that were renamed lately were called before, by their names.
  ///   - isWanted: which kinds the caller has a use for; the others are not even looked for.
  package func actions(
    in range: ByteRange, _ checked: CheckedStudy, oldNames: [String: String] = [:],
    where isWanted: (NoteAction.Kind) -> Bool
  ) -> [NoteAction] {
    let findings = checked.findings(in: document)
    let place = syntax.lineRange(of: range)
    let touching = findings.lazy.filter { $0.range.start <= place.end && place.start <= $0.range.end }
    // Who selects a whole note wants what mends all of it; hundreds of single fixes are of no use.
    let touched = Array(touching.prefix(Self.offeredFindingsLimit))
    var actions: [NoteAction] = []
    if isWanted(.fix) {
      actions += touched.flatMap { fixes(of: $0) }
      actions += spellingActions(of: touched)
      actions += definitions(of: touched)
      actions += definitionsOfAll(at: range.start, findings)
      actions += commaActions(in: range)
    }
    if isWanted(.rewrite) {
      actions += displayNameActions(at: range.start, oldNames)
      actions += sourceActions(at: range.start, findings)
      actions += sortActions(in: range)
      actions += listActions(in: range)
      actions += definitionsOfOpenCoding(at: range.start)
      actions += mergeActions(in: range)
    }
    if isWanted(.fixAll), let all = fixAll(findings, checked) { actions.append(all) }
    if isWanted(.fix) { actions += suppressions(of: touched) }
    return actions
  }

  /// A change of the asked note. New lines end as those around them do; rules write `\n`.
  func edit(_ edits: [ByteEdit]) -> StudyEdit {
    let edits = edits.map { edit in
      ByteEdit(edit.range, syntax.withLineBreaks(edit.newText, at: edit.range.start), remark: edit.remark)
    }
    return StudyEdit(notes: [NoteEdit(document: document, original: syntax, edits: edits)])
  }
}
