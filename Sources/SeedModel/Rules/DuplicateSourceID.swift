// The rule `duplicate-source-id`: two notes of a study record the same source.

internal import SeedSyntax

/// Two notes of one study claim the same source id.
///
/// Codes are collected by the id of their source, so that what is coded in the two notes would be taken for one source.
/// The finding stands in the later note and names the earlier one. Notes of different studies may use the same ids: give
/// each study a folder with a `seed-lsp.json`.
///
/// Before, in `s_33.md` and in `s_34.md`:
///
///     # s
///     33
///
/// After, in `s_34.md`:
///
///     # s
///     34
enum DuplicateSourceID: Rule {
  static let name = "duplicate-source-id"
  static let severity = Severity.error

  static func check(_ page: RulePage, _ report: (Finding) -> Void) {
    guard let id = page.document.sourceID, let source = SourceID(id) else { return }
    guard let claim = page.summary.claimedIDs.first(where: { $0.id == source }) else { return }
    let documents = page.study.documents(ofSource: id)
    guard documents.count > 1 else { return }
    var related: [RelatedPlace] = []
    for other in documents.sorted() where other < page.document.id {
      guard let note = page.study[other] else { continue }
      let place = note.place(of: source) ?? .documentStart
      related.append(RelatedPlace(document: other, range: place, message: "`\(id)` is recorded here first."))
    }
    guard let first = documents.min(), let earlier = page.study[first], !related.isEmpty else { return }
    report(
      finding(claim.range, "`\(id)` is already the source of \(earlier.name).", related: related))
  }
}

extension StudyDocument {
  /// Where a note says that it records a source, on lines of the note.
  fileprivate func place(of source: SourceID) -> LineRange? {
    for (index, page) in summary.pages.enumerated() {
      guard let claim = page.claimedIDs.first(where: { $0.id == source }) else { continue }
      return claim.range.movedDown(by: summary.startLine(ofPage: index))
    }
    return nil
  }
}

extension LineRange {
  static var documentStart: LineRange {
    let start = LinePosition(line: 0, utf8: 0, utf16: 0, utf32: 0)
    return LineRange(start, start)
  }
}
