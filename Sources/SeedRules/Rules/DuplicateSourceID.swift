// The rule `duplicate-source-id`: two notes of a study record the same source.

internal import SeedModel
internal import SeedStudy
internal import SeedSyntax

/// Two notes of one study claim the same source id.
///
/// Codes are collected by the id of their source, so that what is coded in the two notes would be taken for one source.
/// The finding stands in the later note and names the earlier one. Notes of different studies may use the same ids: folders
/// in which the same ids occur are studies of their own, unless a `seed-lsp.json` around them says that they are one.
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
  static let dependencies: Dependencies = [.rivals, .ownIDs]

  static func check(_ page: RuleContext, _ report: (Finding) -> Void) {
    guard let id = page.document.sourceID, let source = SourceID(id) else { return }
    guard let claim = page.summary.claimedIDs.first(where: { $0.id == source }) else { return }
    let documents = page.study.documents(ofSource: id)
    guard documents.count > 1 else { return }
    var related: [RelatedPlace] = []
    for other in documents where page.study.isBefore(other, page.document.id) {
      guard let note = page.study[other] else { continue }
      related.append(note.place(of: source, "`\(id)` is recorded here first."))
    }
    guard let first = documents.first, let earlier = page.study[first], !related.isEmpty else { return }
    report(
      finding(claim.range, "`\(id)` is already the source of \(earlier.path).", related: related))
  }
}

extension StudyDocument {
  /// Where a note says that it records a source; its start if it says so in labels only.
  func place(of source: SourceID, _ message: String) -> RelatedPlace {
    for (summary, page) in zip(summary.pages, pages) {
      guard let claim = summary.claimedIDs.first(where: { $0.id == source }) else { continue }
      return RelatedPlace(document: id, range: claim.range, message: message, page: page)
    }
    return RelatedPlace(document: id, range: .textStart, message: message)
  }
}
