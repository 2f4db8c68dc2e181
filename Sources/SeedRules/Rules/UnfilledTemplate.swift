// The rule `unfilled-template`: something of the template is left in a note.

internal import SeedModel
internal import SeedStudy
internal import SeedSyntax

/// The note still has a piece of the template that it was begun from.
///
/// Reported are `add codes to s:` without the number in a note whose other labels have it, an empty block or `'''` list, bullets
/// such as `- <ins>Option: </ins>` without text, comments such as `#added classes:` with nothing behind them, a source
/// block without title and address, a reference without a name, and the template's
/// `add_links({s30: […]}, role_name="contained_code")` in a note that isn't `s30`. Fill them in or delete them. The
/// template itself, a note without any number, is left alone.
///
/// `add codes to s:` means the note's own source: adding the number is a safe fix, and a note that writes all its labels
/// that way is left alone.
///
/// Before, in `s_7.md`:
///
///     add codes to s7:
///     …
///     add codes to s:
///
/// After:
///
///     add codes to s7:
///     …
///     add codes to s7:
enum UnfilledTemplate: Rule {
  static let name = "unfilled-template"
  static let severity = Severity.information
  static let hasFix = true
  static let dependencies: Dependencies = [.ownIDs, .ownLabels]

  static func check(_ page: RuleContext, _ report: (Finding) -> Void) {
    checkLabels(page, report)
    checkSourceBlock(page, report)
    for run in runs(page.summary.remnants) {
      guard let first = run.first, let message = message(first, page) else { continue }
      guard run.count > 1 else {
        report(finding(first.range, message, fixes: [deletion(first)].compactMap { $0 }))
        continue
      }
      report(
        finding(
          first.range, "This and what follows is still the template: fill it in, or delete it.",
          related: run.dropFirst().map { page.related($0.range, "This is the template's, too.") }))
    }
  }

  /// Pieces of the template that stand together, one empty trace or block after the other, are reported together. Links are
  /// reported by themselves: they say something wrong.
  private static func runs(_ remnants: [TemplateRemnant]) -> [[TemplateRemnant]] {
    var runs: [[TemplateRemnant]] = []
    for remnant in remnants.sorted(by: { $0.range.start < $1.range.start }) {
      if !remnant.isLink, let last = runs.last?.last, !last.isLink, isTogether(remnant, runs[runs.count - 1]),
        remnant.range.start.line <= last.range.end.line + linesBetween
      {
        runs[runs.count - 1].append(remnant)
      } else {
        runs.append([remnant])
      }
    }
    return runs
  }

  /// Whether a piece belongs to those before it. An empty block by itself is one that was forgotten.
  private static func isTogether(_ remnant: TemplateRemnant, _ run: [TemplateRemnant]) -> Bool {
    let pieces = run + [remnant]
    return !pieces.contains { $0.kind == .emptyBlock }
      || pieces.contains { $0.kind == .bullets || $0.kind == .comments }
  }

  /// How far apart two pieces of one template are at most: a trace heading, two labels, fences and blank lines.
  private static let linesBetween: UInt32 = 8

  private static func checkLabels(_ page: RuleContext, _ report: (Finding) -> Void) {
    let unnumbered = page.summary.labels.compactMap(\.source).filter { page.summary.sourceID(ofLabel: $0) == nil }
    guard !unnumbered.isEmpty, page.document.summary.pages.contains(where: \.hasNumberedLabel) else { return }
    for label in unnumbered {
      let range = page.summary.range(ofOccurrence: label)
      let own = page.ownID?.description
      report(
        finding(
          range, "The number of the source is missing" + (own.map { ": this note is `\($0)`." } ?? "."),
          fixes: own.map {
            [Fix.change(range, to: $0, isSafe: true)]
          } ?? []))
    }
  }

  /// A block that names its source, but neither its title nor any address.
  private static func checkSourceBlock(_ page: RuleContext, _ report: (Finding) -> Void) {
    let fields = page.sourceFields
    guard fields.contains(where: { $0.tellsSource && $0.value != nil }),
      !fields.contains(where: { $0.tellsSource && $0.isFilledIn }), let block = page.ownSourceBlock
    else { return }
    report(finding(block.name.range, "The title and the addresses of the source are not filled in yet."))
  }

  private static func message(_ remnant: TemplateRemnant, _ page: RuleContext) -> String? {
    switch remnant.kind {
    case .emptyBlock:
      return "The block is empty: add what you coded, or delete it."
    case .emptyList:
      return "The list is empty: add the codes, or delete it."
    case .bullets:
      return "Bullets of the template without text: fill them in, or delete them."
    case .comments:
      return "Comments of the template with nothing behind them: delete them."
    case .reference:
      return "The reference has no name: fill it in, or delete it."
    case .link:
      guard page.isLeftover(remnant), case .link(let source) = remnant.kind else { return nil }
      let own = page.ownID.map { "; this note is `\($0)`" } ?? ""
      return "These links are left over from the template: they are of `\(page.summary.text(source))`\(own)."
    }
  }

  private static func deletion(_ remnant: TemplateRemnant) -> Fix? {
    guard !remnant.isLink, remnant.kind != .reference else { return nil }
    // Not safe: someone may be about to fill it in.
    return Fix(title: "Delete", isSafe: false, edits: [LineEdit(remnant.range, "")])
  }
}

extension TemplateRemnant {
  fileprivate var isLink: Bool {
    if case .link = kind { true } else { false }
  }
}

extension RuleContext {
  /// Whether a piece of the template has no meaning where it stands: links of another source in a note with a number.
  func isLeftover(_ remnant: TemplateRemnant) -> Bool {
    guard case .link(let source) = remnant.kind, let linked = SourceID(summary.text(source)) else { return false }
    guard let own = ownID else { return false }
    return linked != own && !document.claimedIDs.contains(linked)
  }
}

extension SourceField {
  /// Whether it is the title or an address.
  fileprivate var tellsSource: Bool { builtIn.map { $0 == .title || $0.isAddress } == true }

  fileprivate var isFilledIn: Bool {
    header.map { !$0.value.isEmpty } == true || value.map { !$0.value.text.isEmpty } == true
  }
}
