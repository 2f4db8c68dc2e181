// The rule `invalid-value`: a field of a source holds what it can't hold.

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

  static func check(_ page: RulePage, _ report: (Finding) -> Void) {
    guard !page.isTemplate else { return }
    guard !page.summary.headerFields.isEmpty || !page.summary.sourceBlocks.isEmpty else { return }
    let block = page.ownSourceBlock
    for name in SourceFieldName.allCases {
      let field = page.sourceField(name, block)
      if field.isYesOrNo {
        checkYesOrNo(field, page, report)
      } else if let allowed = page.allowedValues(name) {
        checkEnumeration(field, allowed, page, report)
      } else if name.isAddress {
        checkAddress(field, page, report)
      }
    }
    for added in page.study.vocabulary.addedSourceFields {
      let field = page.sourceField(added, block)
      switch added.content {
      case .text: break
      case .boolean: checkYesOrNo(field, page, report)
      case .oneOf(let allowed): checkEnumeration(field, allowed, page, report)
      }
    }
  }

  // MARK: - Yes and no

  private static func checkYesOrNo(_ field: SourceField, _ page: RulePage, _ report: (Finding) -> Void) {
    if let header = field.header {
      let text = page.text(header)
      let range = page.firstLine(of: header)
      if !text.isEmpty, text.lowercased() != "yes", text.lowercased() != "no" {
        let meant = YesOrNo(text) ?? YesOrNo(text.filter { $0.isASCII && $0.isLetter })
        report(
          finding(
            range, "`\(field.heading)` is `yes` or `no` in the header, not “\(text)”.",
            fixes: meant.map { [fix($0.inHeader, range, isSafe: true)] } ?? []))
      }
    }
    guard let value = field.value, value.kind != .boolean else { return }
    let text = page.text(value)
    // What stands in quotes is replaced with them.
    let range = value.quote == nil ? value.value.range : value.value.range.widened
    report(
      finding(
        range, "`\(field.key)` is `True` or `False`, without quotes.",
        fixes: YesOrNo(text).map { [fix($0.inBlock, range, isSafe: true)] } ?? []))
  }

  // MARK: - Enumerations

  private static func checkEnumeration(
    _ field: SourceField, _ allowed: [String], _ page: RulePage, _ report: (Finding) -> Void
  ) {
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
            edits: fix.edits + fix.edits.map { FixEdit(range: page.firstLine(of: place), newText: $0.newText) })
        }
      } else if !isHeaderBad, !header.isEmpty, given.quote != nil {
        fixes = [fix(header, given.value.range, isSafe: false)]
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

  private static func message(_ text: String, _ field: String, _ allowed: [String], _ page: RulePage) -> String {
    for (name, values) in page.study.vocabulary.sourceAttributes where values?.contains(text) == true {
      return "“\(text)” is no `\(field)` but a `\(name)`: were the two fields swapped?"
    }
    return "“\(text)” is no `\(field)`. It is one of: \(allowed.joined(separator: ", "))."
  }

  /// The allowed value that differs in case or blanks only; else those that are close.
  private static func fixes(_ text: String, _ range: LineRange, _ allowed: [String]) -> [Fix] {
    let plain = text.lowercased().filter { $0.isLetter }
    if let same = allowed.first(where: { $0.lowercased().filter { $0.isLetter } == plain }) {
      return [fix(same, range, isSafe: true)]
    }
    return allowed.filter { candidate in
      var left = text.lowercased()
      var right = candidate.lowercased()
      return left.withUTF8 { first in right.withUTF8 { editDistance(first, $0, limit: 2) } } != nil
    }.map { fix($0, range, isSafe: false) }
  }

  // MARK: - Addresses

  /// An address that is word for word the title.
  private static func checkAddress(_ field: SourceField, _ page: RulePage, _ report: (Finding) -> Void) {
    guard let title = page.headerField(.title), page.summary.withText(title.value, { $0.contains { $0.isBlank } })
    else { return }
    if let header = field.header, page.summary.isSame(header.value, title.value) {
      report(finding(page.firstLine(of: header), "`\(field.heading)` holds the title, not an address."))
    }
    if let value = field.value, page.summary.isSame(value.value.text, title.value) {
      report(finding(value.value.range, "`\(field.key)` holds the title, not an address."))
    }
  }

  private static func fix(_ newText: String, _ range: LineRange, isSafe: Bool) -> Fix {
    Fix(title: "Change to `\(newText)`", isSafe: isSafe, edits: [FixEdit(range: range, newText: newText)])
  }
}

extension RulePage {
  /// The values that a field of a source may have; nil if it may have any.
  fileprivate func allowedValues(_ name: SourceFieldName) -> [String]? {
    guard !name.isAddress, name != .title else { return nil }
    return study.vocabulary.sourceAttributes.first { $0.name == name.key }?.values
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
