// The rule `shared-url`: two sources have the same title or address.

internal import SeedModel
internal import SeedStudy
internal import SeedSyntax

/// Two sources of a study have the same title, address, short address or archive address.
///
/// Either one article was recorded twice, or a field was copied from another note and never changed. The finding stands in
/// the later note and leads to the earlier one. Differences in `http`, `www.`, a slash or a full stop at the end don't count.
///
/// Before, in `s_21.md`:
///
///     "tiny url": "https://tinyurl.com/my-study-s20",
///
/// After:
///
///     "tiny url": "https://tinyurl.com/my-study-s21",
enum SharedURL: Rule {
  static let name = "shared-url"
  static let severity = Severity.information
  static let dependencies: Dependencies = [.sharedTexts, .ownIDs]

  static func check(_ page: RuleContext, _ report: (Finding) -> Void) {
    var shared: [DocumentID: [SharedText]] = [:]
    var order: [DocumentID] = []
    for text in page.summary.sharedTexts where !SharedText.isType(text.key) {
      let documents = page.study.documents(sharing: text.key)
      for other in documents where page.study.isBefore(other, page.document.id) {
        guard page.study[other]?.sourceID != page.document.sourceID else { continue }
        if shared[other] == nil { order.append(other) }
        shared[other, default: []].append(text)
      }
    }
    for other in order {
      guard let texts = shared[other], let first = texts.first, let note = page.study[other] else { continue }
      var fields: [SourceFieldName] = []
      for text in texts where !fields.contains(text.field) { fields.append(text.field) }
      let what = fields.map { "`\($0.key)`" }.joined(separator: " and ")
      let verb = fields.count > 1 ? "are" : "is"
      let message = "\(what) \(verb) the same in \(note.sourceID.map { "`\($0)`" } ?? note.name)."
      report(finding(first.range, message, related: related(first, note)))
    }
  }

  private static func related(_ text: SharedText, _ note: StudyDocument) -> [RelatedPlace] {
    for (summary, page) in zip(note.summary.pages, note.pages) {
      guard let same = summary.sharedTexts.first(where: { $0.key == text.key }) else { continue }
      let message = "The same `\(same.field.key)` stands here."
      return [RelatedPlace(document: note.id, range: same.range, message: message, page: page)]
    }
    return []
  }
}
