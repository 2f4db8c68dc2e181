// The rule `source-id-mismatch`: a note calls its source by different numbers.

internal import SeedModel
internal import SeedStudy
internal import SeedSyntax

/// The places where a note says which source it records disagree.
///
/// These are the number below `# s`, the name and the text in `s4 = CClass(source, "s4", …)`, and the name of the file,
/// `s_4.md` or `s4.md`. Usually one was forgotten when a note was begun as a copy of another one. What most of them say is
/// taken for right, and every place that says something else is reported. Labels (`add codes to s4:`) have a rule of their
/// own, `wrong-label`.
///
/// Before:
///
///     # s
///     34
///     …
///     s34 = CClass(source, "s33", values={…})
///
/// After:
///
///     s34 = CClass(source, "s34", values={…})
enum SourceIDMismatch: Rule {
  static let name = "source-id-mismatch"
  static let severity = Severity.warning
  static let hasFix = true

  static func check(_ page: RuleContext, _ report: (Finding) -> Void) {
    let claims = page.summary.claimedIDs
    guard !claims.isEmpty else { return }
    let fileID = SourceID(fileName: page.document.path)
    let ids = claims.map(\.id) + [fileID].compactMap { $0 }
    guard let right = SourceID.mostFrequent(ids), ids.contains(where: { $0 != right }) else { return }
    for claim in claims where claim.id != right {
      let others = claims.filter { $0.id == right }
      let isAgreed = ids.allSatisfy { $0 == right || $0 == claim.id } && ids.filter { $0 == right }.count >= 2
      report(
        finding(
          claim.range, "\(what(claim)) is `\(claim.id)`, but \(list(others, fileID == right)) `\(right)`.",
          related: others.map { page.related($0.range, "\(what($0)) is `\(right)`.") },
          fixes: fixes(claim, right, page, isSafe: isAgreed)))
    }
    if let fileID, fileID != right, let claim = claims.first(where: { $0.id == right }) {
      report(
        finding(claim.range, "The note says that it records `\(right)`, but its file is named for `\(fileID)`."))
    }
  }

  private static func what(_ claim: ClaimedID) -> String {
    switch claim.place {
    case .heading: "The number in the header"
    case .blockName: "The name of the source block"
    case .blockText: "The text in the source block"
    }
  }

  /// "the header and the file say".
  private static func list(_ claims: [ClaimedID], _ isFile: Bool) -> String {
    var places: [String] = []
    if claims.contains(where: { $0.place == .heading }) { places.append("the header") }
    if claims.contains(where: { $0.place != .heading }) { places.append("the source block") }
    if isFile { places.append("the name of the file") }
    let words = places.count > 2 ? "\(places[0]), \(places[1]) and \(places[2])" : places.joined(separator: " and ")
    return words + (places.count > 1 ? " say" : " says")
  }

  private static func fixes(_ claim: ClaimedID, _ right: SourceID, _ page: RuleContext, isSafe: Bool) -> [Fix] {
    let newText: String
    switch claim.place {
    case .heading:
      // The number stands by itself below `# s`; another letter would have to be changed in the heading.
      guard claim.id.letter == right.letter else { return [] }
      let isInHeading = page.summary.headerFields.contains { $0.isSourceHeading && $0.nameRange == claim.range }
      newText = isInHeading ? right.description : String(right.number)
    case .blockName, .blockText:
      newText = right.description
    }
    // Other statements may use the block's name, so that renaming it needs a look.
    let isSafe = isSafe && claim.place == .blockText
    return [Fix.change(claim.range, to: newText, isSafe: isSafe)]
  }
}
