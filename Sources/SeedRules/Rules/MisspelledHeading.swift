// The rule `misspelled-heading`: a heading that is nearly one that notes have.

internal import SeedModel
internal import SeedSyntax

/// A heading is a slip of the pen away from one that every note has.
///
/// Reported are misspelt fields of the header (`## tilte`), misspelt headings of traces (`**AXAIL CODING TRACE:**`) or ones
/// without their stars, `# codign` where `# coding` should end the header, and headings without the blank behind `#`. Here
/// the heading is read as what was meant; other tools take it for text. A field that `seed-lsp.json` adds is none of these.
///
/// Before:
///
///     ## tilte
///     How We Share Data
///     …
///     **AXAIL CODING TRACE:**
///
/// After:
///
///     ## title
///     How We Share Data
///     …
///     **AXIAL CODING TRACE:**
enum MisspelledHeading: Rule {
  static let name = "misspelled-heading"
  static let severity = Severity.warning
  static let hasFix = true

  static func check(_ page: RuleContext, _ report: (Finding) -> Void) {
    for field in page.summary.headerFields {
      guard let meant = field.misspelt?.heading, page.isMisspelt(field) else { continue }
      // With the right name only the blank before it is missing.
      let blank = field.field == nil && page.summary.text(field.name).lowercased() != meant ? "" : " "
      let edit = LineEdit(field.nameRange, blank + meant)
      report(
        finding(
          field.nameRange, message(page.summary.text(field.name), "## \(meant)"),
          fixes: [Fix(title: "Change to `## \(meant)`", isSafe: true, edits: [edit])]))
    }
    for problem in page.summary.formProblems where problem.kind == .misspeltHeading {
      let meant = problem.mend?.newText.trimmingBlanks ?? ""
      let shown = meant == "coding" ? "# coding" : meant
      let fixes = page.fixes(problem).map { Fix(title: "Change to `\(shown)`", isSafe: $0.isSafe, edits: $0.edits) }
      report(finding(problem.range, "This is nearly a heading that notes have: did you mean `\(shown)`?", fixes: fixes))
    }
  }

  private static func message(_ name: String, _ meant: String) -> String {
    "`\(name)` is nearly a field of the header: did you mean `\(meant)`?"
  }
}
