// The rule `invalid-value`: a field of a source holds what it can't hold.

internal import SeedModel
internal import SeedStudy
internal import SeedSyntax

/// A field of a source has a value that the metamodel doesn't allow.
///
/// `author type` and `type` (in the header `source type`) take one of a few values; the header takes `yes` or `no` for
/// `example` and `source code`, the source block `True` or `False`, without quotes. Where the value belongs to another field,
/// the message says so: an author type that holds a source type was probably filled in one line too high, and two fields that
/// were swapped are one finding. Where only the case or the word for yes and no is wrong, the fix is safe; `True` for `yes` in
/// the header is only information.
///
/// A type that is like none of them may be the study's own: it is told once, in the first note that has it. `sourceFields` in
/// `seed-lsp.json` adds it to those that can stand there: `{"type": ["Interview"]}`.
///
/// Before:
///
///     "author type": "Practitioner Audience Article",
///     "type": "Practitioner Audience Article",
///
/// After:
///
///     "author type": "Practitioner",
///     "type": "Practitioner Audience Article",
enum InvalidValue: Rule {
  static let name = "invalid-value"
  static let severity = Severity.warning
  static let hasFix = true
  static let dependencies: Dependencies = [.ownIDs, .sharedTexts]

  static func check(_ page: RuleContext, _ report: (Finding) -> Void) {
    let fields = page.fields
    guard !fields.isEmpty else { return }
    for misplaced in page.misplacedFields { checkPlaces(misplaced, page, report) }
    for field in fields {
      if field.isYesOrNo {
        checkYesOrNo(field, page, report)
      } else if let allowed = page.allowedValues(field.name) {
        checkEnumeration(field, allowed, page, report)
      }
    }
  }

  // MARK: - Places

  /// Two fields that were taken for each other are reported once, wherever they stand.
  private static func checkPlaces(
    _ misplaced: MisplacedFields, _ page: RuleContext, _ report: (Finding) -> Void
  ) {
    guard let place = misplaced.places.first, let range = page.range(misplaced.first, in: place) else { return }
    let names = [misplaced.first, misplaced.second].map { place == .header ? $0.heading : $0.key }
    let others = misplaced.places.dropFirst().compactMap { place in
      page.range(misplaced.first, in: place).map { page.related($0, "The source block says the same.") }
    }
    guard misplaced.isSwapped else {
      report(finding(range, "`\(names[0])` holds the title, not an address.", related: others))
      return
    }
    let texts = [misplaced.first, misplaced.second].map { page.text($0, in: place) }
    let second = page.range(misplaced.second, in: place).map { page.related($0, "`\(names[1])` stands here.") }
    report(
      finding(
        range,
        "`\(names[0])` is “\(texts[0])” and `\(names[1])` is “\(texts[1])”: the two fields are swapped.",
        related: [second].compactMap { $0 } + others, fixes: page.swap(misplaced)))
  }

  // MARK: - Yes and no

  private static func checkYesOrNo(_ field: SourceField, _ page: RuleContext, _ report: (Finding) -> Void) {
    if let header = field.header,
      page.withText(header, { !$0.isEmpty && !$0.span.isSame(as: "yes") && !$0.span.isSame(as: "no") })
    {
      let text = page.text(header)
      let range = page.firstLine(of: header)
      let said = YesOrNo(text)
      let meant = said ?? YesOrNo(text.filter { $0.isASCII && $0.isLetter })
      report(
        finding(
          range, "`\(field.heading)` is `yes` or `no` in the header, not “\(text)”.",
          // The meaning is clear. Only the form differs from that of other notes.
          severity: said == nil ? severity : .information,
          fixes: meant.map { [Fix.change(range, to: $0.inHeader, isSafe: true)] } ?? []))
    }
    guard let value = field.value, value.kind != .boolean, !page.isBracketed(value) else { return }
    let text = page.text(value)
    // What stands in quotes is replaced with them.
    let range = value.quote == nil ? value.value.range : value.value.range.widened
    report(
      finding(
        range, "`\(field.key)` is `True` or `False`, without quotes.",
        fixes: YesOrNo(text).map { [Fix.change(range, to: $0.inBlock, isSafe: true)] } ?? []))
  }

  // MARK: - Enumerations

  private static func checkEnumeration(
    _ field: SourceField, _ allowed: [String], _ page: RuleContext, _ report: (Finding) -> Void
  ) {
    // What is written as it should be needs no further look.
    guard !page.misplacedFields.contains(where: { $0.concerns(field) }) else { return }
    // Of a list the header says the items, and no more is known of it.
    let isList = field.value.map { page.isBracketed($0) } ?? false
    let isHeaderRight = isList || field.header.map { page.isAllowed($0, allowed) } ?? true
    let isValueRight = isList || field.value.map { page.isAllowed($0, allowed) } ?? true
    guard !isHeaderRight || !isValueRight else { return }
    let header = field.header.map { page.text($0) } ?? ""
    let value = field.value.map { page.text($0) } ?? ""
    let isHeaderBad = !header.isEmpty && !allowed.contains(header)
    if let given = field.value, !value.isEmpty, !allowed.contains(value) {
      var related: [RelatedPlace] = []
      var fixes = given.quote == nil ? [] : fixes(value, given.value.range, allowed)
      if let place = field.header, isHeaderBad, header == value {
        related = [page.related(place.valueRange, "The header says the same.")]
        // A fix mends both places.
        fixes = fixes.map { fix in
          Fix(
            title: fix.title, isSafe: fix.isSafe,
            edits: fix.edits + fix.edits.map { LineEdit(page.firstLine(of: place), $0.newText) })
        }
      } else if !isHeaderBad, !header.isEmpty, given.quote != nil {
        fixes = [Fix.change(given.value.range, to: header, isSafe: false)]
      }
      tell(value, field, field.key, allowed, given.value.range, related, fixes, page, report)
      if header == value { return }
    }
    guard isHeaderBad, let place = field.header else { return }
    let range = page.firstLine(of: place)
    tell(header, field, field.heading, allowed, range, [], fixes(header, range, allowed), page, report)
  }

  /// A value that resembles no allowed one may be the study's own. It is reported in the first note that has it.
  private static func tell(
    _ text: String, _ field: SourceField, _ name: String, _ allowed: [String], _ range: LineRange,
    _ related: [RelatedPlace], _ fixes: [Fix], _ page: RuleContext, _ report: (Finding) -> Void
  ) {
    var message = message(text, name, allowed, page)
    let shared = page.summary.sharedTexts.first {
      $0.field == field.builtIn && SharedText.isType($0.key) && $0.range.start == range.start
    }
    guard let shared, Self.fixes(text, range, allowed).isEmpty, field.builtIn != nil else {
      report(finding(range, message, related: related, fixes: fixes))
      return
    }
    let notes = page.study.notes(withType: shared.key)
    guard notes.first == page.document.id || notes.count < 2 else { return }
    if notes.count > 1 { message += " \(notes.count) notes have it." }
    message += " If the study means it so, add it to `sourceFields` in `seed-lsp.json`."
    report(
      finding(
        range, message, severity: notes.count > 1 ? .information : severity, related: related, fixes: fixes))
  }

  private static func message(_ text: String, _ field: String, _ allowed: [String], _ page: RuleContext) -> String {
    for (name, values) in page.study.vocabulary.sourceAttributes where values?.contains(text) == true {
      return "“\(text)” is no `\(field)` but a `\(name)`: were the two fields swapped?"
    }
    return "“\(text)” is no `\(field)`. It is one of: \(allowed.joined(separator: ", "))."
  }

  /// The allowed value that differs in case or blanks only; else those that are close.
  private static func fixes(_ text: String, _ range: LineRange, _ allowed: [String]) -> [Fix] {
    let plain = text.lowercased().filter { $0.isLetter }
    if let same = allowed.first(where: { $0.lowercased().filter { $0.isLetter } == plain }) {
      return [Fix.change(range, to: same, isSafe: true)]
    }
    return allowed.filter { candidate in
      editDistance(text.lowercased().utf8.span, candidate.lowercased().utf8.span, limit: 2) != nil
    }.map { Fix.change(range, to: $0, isSafe: false) }
  }
}

extension RuleContext {
  /// The values that a field of a source may have; nil if it may have any.
  func allowedValues(_ name: SourceField.Name) -> [String]? {
    switch name {
    case .builtIn(let name):
      guard !name.isAddress, name != .title else { return nil }
      let key = name.key
      return study.vocabulary.sourceAttributes.first { $0.name == key }?.values
    case .added(let added):
      guard case .oneOf(let allowed) = added.content else { return nil }
      return allowed
    }
  }

  /// Whether a field of the header is empty or has one of some values, byte for byte.
  fileprivate func isAllowed(_ field: HeaderFieldSummary, _ allowed: [String]) -> Bool {
    withText(field) { text in text.isEmpty || allowed.contains { text.span.isSame(as: $0) } }
  }

  /// Whether a value is a list, a dictionary or another expression in brackets, or nothing.
  fileprivate func isBracketed(_ value: SourceValue) -> Bool {
    value.kind == .other
      && withText(value) { text in
        text.first.map { "[({".utf8.contains($0) } == true || text.elementsEqual("None".utf8)
      }
  }

  fileprivate func isAllowed(_ value: SourceValue, _ allowed: [String]) -> Bool {
    withText(value) { text in text.isEmpty || allowed.contains { text.span.isSame(as: $0) } }
  }

  /// Where the first line of a header's value stands.
  func firstLine(of field: HeaderFieldSummary) -> LineRange {
    guard field.valueRange.start.line != field.valueRange.end.line else { return field.valueRange }
    var text = String(summary.text(field.value).prefix { !$0.isNewline })
    while text.last?.isWhitespace == true { text.removeLast() }
    let start = field.valueRange.start
    return LineRange(
      start,
      LinePosition(
        line: Int(start.line), utf8: Int(start.utf8) + text.utf8.count, utf16: Int(start.utf16) + text.utf16.count,
        utf32: Int(start.utf32) + text.unicodeScalars.count))
  }
}

extension LineRange {
  /// One ASCII character more on either side.
  fileprivate var widened: LineRange {
    guard start.utf8 > 0 else { return self }
    return LineRange(
      LinePosition(
        line: Int(start.line), utf8: Int(start.utf8) - 1, utf16: Int(start.utf16) - 1, utf32: Int(start.utf32) - 1),
      LinePosition(line: Int(end.line), utf8: Int(end.utf8) + 1, utf16: Int(end.utf16) + 1, utf32: Int(end.utf32) + 1))
  }
}
