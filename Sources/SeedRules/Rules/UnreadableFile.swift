// The rule `unreadable-file`: a note is no text.

internal import SeedModel
internal import SeedSyntax

/// A file that should be a note can't be read as text.
///
/// It is called as notes are (`s_4.md`, `p_2.txt`), or was named on the command line, but its bytes are no text: it is damaged
/// UTF-16, UTF-16 without the byte order mark that tells it from other bytes, or the file of another program. What it defines
/// is unknown, so that its codes look undefined in other notes. Open it in the program that wrote it, and save it as UTF-8.
///
/// Before:
///
///     s_4.md   UTF-16 without a byte order mark
///
/// After:
///
///     s_4.md   UTF-8
enum UnreadableFile: Rule {
  static let name = "unreadable-file"
  static let severity = Severity.error

  static func check(_ page: RuleContext, _ report: (Finding) -> Void) {
    for problem in page.summary.formProblems where problem.kind == .unreadable {
      let reason = page.summary.text(ByteRange(0, page.summary.texts.count))
      report(finding(problem.range, "The file can't be read as text: it \(reason). What it defines is unknown."))
    }
  }
}
