// The rule `wrong-form`: a text where a name belongs, or a name where a text does.

internal import SeedModel
internal import SeedStudy
internal import SeedSyntax

/// Something stands in a statement in a form that its place can't have.
///
/// Names of codes, kinds, impacts and meanings of links stand without quotes, what people read stands in quotes, an impact is
/// a word (`positive`) and no sign or number, and forces stand in braces. Python says nothing about most of these, and what is
/// written is missing in every report. The fix is safe where the name that is meant exists.
///
/// Before:
///
///     cache = CClass("pattern", Cache)
///     add_force_relations({cache: {freshness: "negative"}})
///
/// After:
///
///     cache = CClass(pattern, "Cache")
///     add_force_relations({cache: {freshness: negative}})
enum WrongForm: Rule {
  static let name = "wrong-form"
  static let severity = Severity.error
  static let hasFix = true
  static let dependencies: Dependencies = .definitions

  static func check(_ page: RuleContext, _ report: (Finding) -> Void) {
    let misfits = page.summary.misfits
    var isSwapped = false
    for (index, form) in misfits.enumerated() {
      guard !isSwapped else {
        isSwapped = false
        continue
      }
      let text = page.summary.text(form.text)
      if misfits.indices.contains(index + 1), let swap = swap(form, misfits[index + 1], page) {
        report(swap)
        isSwapped = true
        continue
      }
      switch form.kind {
      case .quotedName(let role):
        if let found = quotedName(form, text, role, page) { report(found) }
      case .noImpact:
        report(finding(form.range, "`\(text)` is no impact: write one of \(impacts(page))."))
      case .missingImpact:
        report(finding(form.range, "`\(text)` has no impact: write `\(text): ` and one of \(impacts(page))."))
      case .colonForEquals:
        let isFree = form.name.map { !page.study.isDefined(page.names[$0]) } == true
        report(
          finding(
            form.range, "A definition has `=` and not `:`.",
            fixes: [Fix.change(form.range, to: " = ", isSafe: isFree)]))
      case .bareText:
        if let name = form.name, isTextInModel(page.names[name], page.study) { continue }
        let bare = withoutMarks(text)
        report(
          finding(
            form.range, "`\(bare)` is to be read by people: put it in quotes.",
            fixes: [Fix.change(form.range, to: "\"\(bare)\"", isSafe: true)]))
      case .forcesInBrackets:
        report(finding(form.range, "Forces stand in braces, `{force: impact}`, and in no other brackets around them."))
      case .unnamed:
        continue
      }
    }
  }

  /// A text without the marks that stand for its quotes: `«Cache»`, `´Cache´`.
  private static func withoutMarks(_ text: String) -> String {
    let marks: [Character] = ["«", "»", "‹", "›", "´"]
    guard let first = text.first, let last = text.last, text.count > 2, marks.contains(first), marks.contains(last)
    else {
      return text
    }
    return String(text.dropFirst().dropLast())
  }

  private static func quotedName(_ form: Misfit, _ text: String, _ role: Role, _ page: RuleContext) -> Finding? {
    let vocabulary = page.study.vocabulary
    let word = String(text.lowercased().map { $0 == " " || $0 == "-" ? "_" : $0 })
    if role == .impact, let impact = vocabulary.impacts.first(where: { $0.sign == text || $0.name == word }) {
      return finding(
        form.range, "An impact stands without quotes, as a word: `\(impact.name)`.",
        fixes: [Fix.change(form.range, to: impact.name, isSafe: true)])
    }
    let isKnown = form.name.map { Self.isKnown(text, page.names[$0], role, page.study) } == true
    if role == .definition {
      let isFree = form.name.map { !page.study.isDefined(page.names[$0]) && !vocabulary.contains(text) } == true
      return finding(
        form.range, "The name of a code stands without quotes.",
        fixes: isFree ? [Fix.change(form.range, to: text, isSafe: true)] : [])
    }
    // A text by itself may be a remark.
    if role == .listItem, !isKnown { return nil }
    guard form.name != nil else {
      return finding(form.range, "A text stands here where \(noun(role)) belongs, which is a name without quotes.")
    }
    return finding(
      form.range, "\(noun(role).capitalizedFirst) stands without quotes: `\(text)`.",
      fixes: isKnown ? [Fix.change(form.range, to: text, isSafe: true)] : [])
  }

  /// Whether a text may have that name of its own: something defines it, and not as a code or a source.
  private static func isTextInModel(_ name: NameID, _ study: Study) -> Bool {
    study.kinds(of: name).contains(.noClass) || (study.kinds(of: name).isEmpty && study.hasDefinition(name))
  }

  /// Whether a name means something in a role.
  private static func isKnown(_ text: String, _ name: NameID, _ role: Role, _ study: Study) -> Bool {
    switch role {
    case .metaclass: study.vocabulary.metaclasses[text] != nil
    case .stereotype: study.vocabulary.stereotypes.contains(text)
    default: study.isDefined(name) || study.vocabulary.contains(text)
    }
  }

  /// `CClass("Cache", pattern)`
  private static func swap(_ first: Misfit, _ second: Misfit, _ page: RuleContext) -> Finding? {
    guard first.kind == .quotedName(.metaclass), second.kind == .bareText else { return nil }
    let (displayName, kind) = (page.summary.text(first.text), page.summary.text(second.text))
    guard first.range.end.line == second.range.start.line, page.study.vocabulary.metaclasses[kind] != nil else {
      return nil
    }
    let edits = [LineEdit(first.range, kind), LineEdit(second.range, "\"\(displayName)\"")]
    return finding(
      LineRange(first.range.start, second.range.end), "The kind comes first, and then the display name.",
      fixes: [Fix(title: "Swap them", isSafe: true, edits: edits)])
  }

  private static func impacts(_ page: RuleContext) -> String {
    page.study.vocabulary.impacts.map { "`\($0.name)`" }.joined(separator: ", ")
  }

  private static func noun(_ role: Role) -> String {
    switch role {
    case .metaclass: "the kind of a code"
    case .impact: "an impact"
    case .stereotype: "what a link means"
    case .decision: "a decision"
    case .option: "an option"
    case .force: "a force"
    default: "a code"
    }
  }
}

extension String {
  fileprivate var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
