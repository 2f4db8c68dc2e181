// The rule `header-mismatch`: the header and the source block say different things.

internal import SeedModel
internal import SeedSyntax

/// A field of the header and the same field of the source block say different things.
///
/// The header is for people, the `values=` of the source block for tools, and both are typed by hand: after a correction
/// in one of them the other keeps what was wrong. `yes` and `no` in the header mean `True` and `False` in the block, and
/// `source type` is called `type` there. Blanks at the ends don't count, and addresses that differ only in `http`, `www.`, a
/// slash or a full stop at the end are worth an information, no warning. Both places are named; which of them is right, only
/// the author can say, so the fixes have to be chosen by hand.
///
/// Before:
///
///     ## example
///     yes
///     …
///     s12 = CClass(source, "s12", values={"example": False, …})
///
/// After:
///
///     s12 = CClass(source, "s12", values={"example": True, …})
enum HeaderMismatch: Rule {
  static let name = "header-mismatch"
  static let severity = Severity.warning
  static let hasFix = true
  /// A value that isn't allowed is reported as such.
  static let yieldsTo: (any Rule.Type)? = InvalidValue.self
  static let dependencies: Dependencies = .ownIDs

  static func check(_ page: RuleContext, _ report: (Finding) -> Void) {
    let fields = page.sourceFields
    for field in fields {
      guard let header = field.header, let value = field.value,
        !page.summary.isSame(header.value, value.value.text)
      else { continue }
      // Fields that were taken for each other are reported as such.
      guard !page.misplacedFields.contains(where: { $0.concerns(field) }) else { continue }
      guard !page.isEmpty(header), !page.isEmpty(value), value.kind != .other else { continue }
      if field.isYesOrNo {
        guard let said = page.withText(header, { YesOrNo($0) }), let meant = page.withText(value, { YesOrNo($0) }),
          said != meant
        else { continue }
        let headerText = page.text(header)
        let valueText = page.text(value)
        report(
          finding(
            value.value.range,
            "`\(field.key)` is `\(valueText)` here, but the header says `\(headerText)`.",
            related: [page.related(header.valueRange, "The header says `\(headerText)`.")],
            fixes: fixes(header, value, inBlock: said.inBlock, inHeader: meant.inHeader)))
      } else {
        let headerText = page.text(header)
        let valueText = page.text(value)
        guard headerText != valueText, !isWhole(header, valueText, page) else { continue }
        report(
          finding(
            value.value.range, message(field, headerText, valueText, fields, page),
            severity: leadsToTheSame(field, headerText, valueText) ? .information : severity,
            related: [page.related(header.valueRange, "The header says “\(headerText)”.")],
            fixes: value.quote.map { quote in
              fixes(header, value, inBlock: headerText.escaped(for: quote), inHeader: valueText)
            } ?? []))
      }
    }
  }

  /// Whether the value is all that a header field says on several lines.
  private static func isWhole(_ header: HeaderFieldSummary, _ value: String, _ page: RuleContext) -> Bool {
    guard header.valueRange.start.line != header.valueRange.end.line else { return false }
    let lines = page.summary.text(header.value).split(whereSeparator: \.isNewline).map { String($0).trimmingBlanks }
    return lines.joined(separator: " ") == value
  }

  private static func message(
    _ field: SourceField, _ header: String, _ value: String, _ fields: [SourceField], _ page: RuleContext
  ) -> String {
    let name = field.heading == field.key ? "`\(field.key)`" : "`\(field.key)` (in the header `\(field.heading)`)"
    for other in fields where other.key != field.key && !other.isYesOrNo {
      guard let otherHeader = other.header else { continue }
      if page.says(otherHeader, value) {
        return "\(name) holds what the header has under `\(other.heading)`; its own value there is “\(header)”."
      }
      if page.says(otherHeader, header) {
        return "\(name) differs from the header, where the field holds what stands under `\(other.heading)`."
      }
    }
    return "\(name) is not what the header says: “\(unlike(value, header))”."
  }

  /// The text; of a long one that starts as the other does, only the end with what differs.
  private static func unlike(_ other: String, _ text: String) -> String {
    let same = zip(text, other).prefix { $0 == $1 }.count
    return same > 40 ? "…" + text.dropFirst(same - 20) : text
  }

  /// Whether both are addresses that differ only in how they begin and end: with `www.`, a slash, the full stop of a sentence.
  private static func leadsToTheSame(_ field: SourceField, _ header: String, _ value: String) -> Bool {
    guard field.builtIn?.isAddress == true else { return false }
    var (header, value) = (header, value)
    return header.withUTF8 { header in
      value.withUTF8 { value in header.addressWithoutTrimmings.elementsEqual(value.addressWithoutTrimmings) }
    }
  }

  private static func fixes(
    _ header: HeaderFieldSummary, _ value: SourceValue, inBlock: String, inHeader: String
  ) -> [Fix] {
    let inSourceBlock = Fix(
      title: "Change the source block to `\(inBlock)`", isSafe: false,
      edits: [LineEdit(value.value.range, inBlock)])
    guard HeaderText.isReadBack(inHeader) else { return [inSourceBlock] }
    return [
      inSourceBlock,
      Fix(
        title: "Change the header to `\(inHeader)`", isSafe: false,
        edits: [LineEdit(header.valueRange, inHeader)]),
    ]
  }
}
