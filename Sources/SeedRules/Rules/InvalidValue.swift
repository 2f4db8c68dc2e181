// The rule `invalid-value`: a field of a source holds what it can't hold.

internal import SeedModel
internal import SeedStudy
internal import SeedSyntax

/// A field of a source has a value that the metamodel doesn't allow.
///
/// `author type` and `type` (in the header `source type`) take one of a few values; the header takes `yes` or `no` for
/// `example` and `source code`, the source block `True` or `False`, without quotes. Where the value belongs to another field,
/// the message says so: an author type that holds a source type was probably filled in one line too high. Where only the case
/// or the word for yes and no is wrong, the fix is safe.
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
  static let dependencies: Dependencies = .ownIDs

  static func check(_ page: RuleContext, _ report: (Finding) -> Void) {
    let fields = page.fields
    let title = fields.isEmpty ? nil : page.headerField(.title).flatMap { page.isSentence($0) ? $0.value : nil }
    for field in fields {
      if field.isYesOrNo {
        checkYesOrNo(field, page, report)
      } else if let allowed = page.allowedValues(field.name) {
        checkEnumeration(field, allowed, page, report)
      } else if let title, field.builtIn?.isAddress == true {
        checkAddress(field, title, page, report)
      }
    }
  }

  // MARK: - Yes and no

  private static func checkYesOrNo(_ field: SourceField, _ page: RuleContext, _ report: (Finding) -> Void) {
    if let header = field.header, page.withText(header, { !$0.isEmpty && !$0.isWord("yes") && !$0.isWord("no") }) {
      let text = page.text(header)
      let range = page.firstLine(of: header)
      let meant = YesOrNo(text) ?? YesOrNo(text.filter { $0.isASCII && $0.isLetter })
      report(
        finding(
          range, "`\(field.heading)` is `yes` or `no` in the header, not “\(text)”.",
          fixes: meant.map { [Fix.change(range, to: $0.inHeader, isSafe: true)] } ?? []))
    }
    guard let value = field.value, value.kind != .boolean else { return }
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
    let isHeaderRight = field.header.map { page.isAllowed($0, allowed) } ?? true
    let isValueRight = field.value.map { page.isAllowed($0, allowed) } ?? true
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
      report(finding(given.value.range, message(value, field.key, allowed, page), related: related, fixes: fixes))
      if header == value { return }
    }
    guard isHeaderBad, let place = field.header else { return }
    let range = page.firstLine(of: place)
    report(
      finding(
        range, message(header, field.heading, allowed, page), fixes: fixes(header, range, allowed)))
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

  // MARK: - Addresses

  /// An address that is word for word the title.
  private static func checkAddress(
    _ field: SourceField, _ title: ByteRange, _ page: RuleContext, _ report: (Finding) -> Void
  ) {
    if let header = field.header, page.summary.isSame(header.value, title) {
      report(finding(page.firstLine(of: header), "`\(field.heading)` holds the title, not an address."))
    }
    if let value = field.value, page.summary.isSame(value.value.text, title) {
      report(finding(value.value.range, "`\(field.key)` holds the title, not an address."))
    }
  }
}

extension RuleContext {
  /// The values that a field of a source may have; nil if it may have any.
  fileprivate func allowedValues(_ name: SourceField.Name) -> [String]? {
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

  /// Whether a field of the header says more than a word.
  fileprivate func isSentence(_ field: HeaderFieldSummary) -> Bool {
    summary.withText(field.value) { $0.contains { $0.isBlank } }
  }

  /// Whether a field of the header is empty or has one of some values, byte for byte.
  fileprivate func isAllowed(_ field: HeaderFieldSummary, _ allowed: [String]) -> Bool {
    withText(field) { text in text.isEmpty || allowed.contains { text.span.isSame(as: $0) } }
  }

  fileprivate func isAllowed(_ value: SourceValue, _ allowed: [String]) -> Bool {
    withText(value) { text in text.isEmpty || allowed.contains { text.span.isSame(as: $0) } }
  }

  /// Where the first line of a header's value stands.
  fileprivate func firstLine(of field: HeaderFieldSummary) -> LineRange {
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
