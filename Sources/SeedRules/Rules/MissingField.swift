// The rule `missing-field`: a field that the header or the source block leaves out.

internal import SeedModel
internal import SeedStudy
internal import SeedSyntax

/// A field of the source is filled in at one of its two places only.
///
/// What the header says should stand in the `values=` of the source block, and the other way round: tools read the block,
/// people the header. Reported are headings without a value, empty strings, keys and headings that are absent, and a
/// header without the number of its source. A field that is empty at both places is taken as not known. Several fields that
/// one of the places leaves out are one finding, at the source block or at the heading of the source.
///
/// A field that no note of the study has in its header, or in its source block, isn't missing there, if there are some notes.
/// `sourceFields` in `seed-lsp.json` says what a study calls a field, and that it stands at one of the places only:
/// `{"type": {"key": "kind", "in": "block"}}`.
///
/// Before:
///
///     ## title
///     How We Share Data
///     …
///     s10 = CClass(source, "s10", values={"title": "", …})
///
/// After:
///
///     s10 = CClass(source, "s10", values={"title": "How We Share Data", …})
enum MissingField: Rule {
  static let name = "missing-field"
  static let severity = Severity.information
  static let hasFix = true
  static let dependencies: Dependencies = [.ownIDs, .fields]

  /// What one of the two places leaves out.
  private struct Gap {
    enum Place {
      case emptyHeading
      case noHeading
      case emptyKey
      case noKey

      /// As many are one finding. Two headings that were forgotten are better told where they stand.
      var leastCount: Int { self == .emptyHeading || self == .noHeading ? 3 : 2 }
    }

    let field: SourceField
    let place: Place
    let finding: Finding

    var fix: Fix? { finding.fixes.first }

    func isLike(_ other: Gap) -> Bool {
      place == other.place && fix?.isSafe == other.fix?.isSafe
    }
  }

  static func check(_ page: RuleContext, _ report: (Finding) -> Void) {
    checkNumber(page, report)
    var gaps = page.sourceFields.compactMap { gap($0, page) }
    while let first = gaps.first {
      let alike = gaps.filter { $0.isLike(first) }
      gaps.removeAll { $0.isLike(first) }
      guard alike.count >= first.place.leastCount else {
        for gap in alike { report(gap.finding) }
        continue
      }
      report(finding(alike, page))
    }
  }

  /// While a source is written down, many fields are missing. What one fix mends is reported once.
  private static func finding(_ gaps: [Gap], _ page: RuleContext) -> Finding {
    let place = gaps[0].place
    let heading = page.summary.headerFields.first(where: \.isSourceHeading)?.nameRange
    let block = page.ownSourceBlock?.name.range
    let names = list(gaps.map { place == .emptyHeading || place == .noHeading ? $0.field.heading : $0.field.key })
    let (range, message) =
      switch place {
      case .emptyHeading: (heading, "\(names) are empty in the header, but the source block says what they are.")
      case .noHeading: (heading, "The header has no fields \(names), but the source block says what they are.")
      case .emptyKey: (block, "\(names) are empty in the source block, but the header says what they are.")
      case .noKey: (block, "The source block has no \(names), but the header says what they are.")
      }
    return finding(
      range ?? gaps[0].finding.range, message, related: gaps.flatMap(\.finding.related), fixes: fixes(gaps))
  }

  /// Everything that the fixes of several gaps do, as one.
  private static func fixes(_ gaps: [Gap]) -> [Fix] {
    let order = SourceFieldName.inHeader
    let inOrder =
      gaps[0].place != .noHeading
      ? gaps
      : gaps.sorted { left, right in
        let places = [left, right].map { gap in gap.field.builtIn.flatMap { order.firstIndex(of: $0) } ?? order.endIndex
        }
        return places[0] < places[1]
      }
    var edits: [LineEdit] = []
    for gap in inOrder {
      guard let fix = gap.fix else { return [] }
      for edit in fix.edits {
        // Several headings, or keys, may have to be put at one place.
        if let index = edits.firstIndex(where: { $0.range == edit.range }) {
          edits[index] = LineEdit(edit.range, edits[index].newText + edit.newText)
        } else {
          edits.append(edit)
        }
      }
    }
    let place = gaps[0].place == .emptyKey || gaps[0].place == .noKey ? "source block" : "header"
    return [
      Fix(title: "Fill in \(gaps.count) fields of the \(place)", isSafe: gaps[0].fix?.isSafe == true, edits: edits)
    ]
  }

  private static func list(_ names: [String]) -> String {
    let names = names.map { "`\($0)`" }
    return names.dropLast().joined(separator: ", ") + (names.count > 1 ? " and " : "") + (names.last ?? "")
  }

  private static func gap(_ field: SourceField, _ page: RuleContext) -> Gap? {
    // A field is missing where only one of the places says something.
    let isHeaderEmpty = field.header.map { page.isEmpty($0) } ?? true
    let isValueEmpty = field.value.map { page.isEmpty($0) } ?? true
    guard isHeaderEmpty != isValueEmpty, isHeaderEmpty ? field.place != .block : field.place != .header else {
      return nil
    }
    if let header = field.header, let value = field.value, page.summary.isSame(header.value, value.value.text) {
      return nil
    }
    guard !page.misplacedFields.contains(where: { $0.isSwapped && $0.concerns(field) }) else { return nil }
    let header = field.header.map { page.text($0) } ?? ""
    let value = field.value.map { page.text($0) } ?? ""
    if let place = field.header, header.isEmpty, let given = field.value, !value.isEmpty, given.kind != .other {
      let text = field.isYesOrNo ? YesOrNo(value)?.inHeader ?? value : value
      // The template has `True`, so that only `False` was certainly typed.
      let isSafe = !(field.isYesOrNo && text == "yes")
      return Gap(
        field: field, place: .emptyHeading,
        finding: finding(
          place.nameRange, "`\(field.heading)` is empty here, but the source block says “\(value)”.",
          related: [page.related(given.value.range, "The source block says “\(value)”.")],
          fixes: HeaderText.isReadBack(text)
            ? [
              fix(
                "Add “\(text)” to the header", LineRange(place.nameRange.end, place.nameRange.end), "\n" + text,
                isSafe: isSafe)
            ] : []))
    } else if field.header == nil, let given = field.value, !value.isEmpty {
      guard field.place != .block, !page.study.isInNoHeader(field.builtIn) else { return nil }
      return Gap(
        field: field, place: .noHeading,
        finding: finding(
          given.key.range, "The header has no field `\(field.heading)`.",
          fixes: given.kind == .other ? [] : fix(addingHeading: field, value, page)))
    } else if let given = field.value, value.isEmpty, let place = field.header, !header.isEmpty {
      return Gap(
        field: field, place: .emptyKey,
        finding: finding(
          given.key.range, "`\(field.key)` is empty here, but the header says “\(header)”.",
          related: [page.related(place.valueRange, "The header says “\(header)”.")],
          fixes: given.quote.map { quote in
            [fix("Fill in “\(header)”", given.value.range, header.escaped(for: quote), isSafe: true)]
          } ?? []))
    } else if field.value == nil, !header.isEmpty, let place = field.header, let block = page.ownSourceBlock {
      guard field.place != .header, !page.study.isInNoBlock(field.builtIn) else { return nil }
      return Gap(
        field: field, place: .noKey,
        finding: finding(
          block.name.range, "The source block has no `\(field.key)`, but the header says “\(header)”.",
          related: [page.related(place.valueRange, "The header says “\(header)”.")],
          fixes: fix(adding: field, header, to: block)))
    }
    return nil
  }

  /// A new heading with its value, behind those that stand before it in other notes.
  private static func fix(addingHeading field: SourceField, _ value: String, _ page: RuleContext) -> [Fix] {
    let order = SourceFieldName.inHeader
    // A field that the study adds stands behind the others.
    let position = field.builtIn.flatMap { order.firstIndex(of: $0) } ?? order.endIndex
    let headings = page.summary.headerFields
    let before =
      order[..<position].reversed().lazy.compactMap { name in headings.last { $0.field == name } }.first
      ?? headings.first(where: \.isSourceHeading)
    guard let before else { return [] }
    let end = before.value.isEmpty ? before.nameRange.end : before.valueRange.end
    let text = field.isYesOrNo ? YesOrNo(value)?.inHeader ?? value : value
    guard HeaderText.isReadBack(text) else { return [] }
    // Not safe: the author may have left the heading out on purpose.
    return [
      fix("Add `\(field.heading)` to the header", LineRange(end, end), "\n## \(field.heading)\n\(text)", isSafe: false)
    ]
  }

  /// A new entry before the first one, indented as that one is.
  private static func fix(adding field: SourceField, _ header: String, to block: SourceBlock) -> [Fix] {
    guard let first = block.values.first, first.key.range.start.line > block.name.range.start.line else { return [] }
    guard let value = SourceFieldName.valueInBlock(of: header, isYesOrNo: field.isYesOrNo),
      first.key.range.start.utf8 > 0
    else { return [] }
    let quote = first.key.range.start
    let start = LinePosition(
      line: Int(quote.line), utf8: Int(quote.utf8) - 1, utf16: Int(quote.utf16) - 1, utf32: Int(quote.utf32) - 1)
    let indentation = String(repeating: " ", count: Int(start.utf8))
    // Not safe: a study's own metamodel may not have the field.
    return [
      fix(
        "Add `\(field.key)` to the source block", LineRange(start, start),
        "\"\(field.key)\": \(value),\n\(indentation)",
        isSafe: false)
    ]
  }

  /// `# s` without a number, where the name of the file or the source block has one.
  private static func checkNumber(_ page: RuleContext, _ report: (Finding) -> Void) {
    guard let id = page.document.claimedIDs.first else { return }
    for field in page.summary.headerFields where field.isSourceHeading {
      let letter = page.summary.text(field.name)
      guard SourceID(letter) == nil, page.text(field).isEmpty else { continue }
      let isSame = letter.lowercased() == String(id.description.prefix(1))
      report(
        finding(
          field.nameRange, "The number of the source is missing; elsewhere the note is called `\(id)`.",
          fixes: isSame
            ? [
              fix(
                "Add the number \(id.number)", LineRange(field.nameRange.end, field.nameRange.end), "\n\(id.number)",
                isSafe: true)
            ] : []))
    }
  }

  private static func fix(_ title: String, _ range: LineRange, _ newText: String, isSafe: Bool) -> Fix {
    Fix(title: title, isSafe: isSafe, edits: [LineEdit(range, newText)])
  }
}
