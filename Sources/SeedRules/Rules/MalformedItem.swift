// The rule `malformed-item`: several words stand where one name should.

internal import SeedModel
internal import SeedStudy
internal import SeedSyntax

/// Words with blanks between them stand where a name should be.
///
/// A name is one word; its parts are joined by `_`. Written with blanks it names nothing: the list is one code short, or
/// the statement can't be read. Where the joined name exists, it can be put in its place; where each word is a code of its own,
/// a comma is missing between them.
///
/// Before:
///
///     '''
///         data_marts,
///         input ports
///     '''
///
/// After:
///
///     '''
///         data_marts,
///         input_ports
///     '''
enum MalformedItem: Rule {
  static let name = "malformed-item"
  static let severity = Severity.warning
  static let hasFix = true
  static let dependencies: Dependencies = [.definitions, .misspellings]

  static func check(_ page: RuleContext, _ report: (Finding) -> Void) {
    for malformed in page.summary.malformedNames {
      let joined = page.summary.names[malformed.joined]
      let isKnown = page.study.isDefined(page.names[malformed.joined]) || page.study.vocabulary.contains(joined)
      // What is joined by hyphens and meant by them is a slip in spelling.
      if malformed.isHyphenated, isKnown { continue }
      let text = page.summary.text(malformed.text)
      let problem = "`\(text)` is no name: names have no \(malformed.isHyphenated ? "hyphens" : "blanks") in them."
      let isDefinition = malformed.role.isDefinition
      if !isKnown, malformed.role == .listItem, let apart = apart(malformed, page) {
        let fix = Fix(
          title: "Put a comma between the codes", isSafe: true,
          edits: [LineEdit(malformed.range, apart.joined(separator: ", "))])
        let codes = apart.map { "`\($0)`" }.joined(separator: " and ")
        report(finding(malformed.range, "A comma is missing between \(codes).", fixes: [fix]))
        continue
      }
      let candidates = isKnown || isDefinition ? [joined] : page.study.similarDefinedNames(to: joined)
      let fixes = candidates.prefix(3).map { name in
        // In a definition, the joined words are the name for all its uses, unless the name is taken.
        Fix.change(malformed.range, to: name, isSafe: isKnown != isDefinition)
      }
      let question = isKnown && !isDefinition ? " Did you mean `\(joined)`?" : " Join its words by `_`."
      report(finding(malformed.range, problem + question, fixes: fixes))
    }
  }

  /// The words one by one, if each of them is a code.
  private static func apart(_ malformed: MalformedName, _ page: RuleContext) -> [String]? {
    guard malformed.words.count > 1, malformed.words.allSatisfy({ page.study.isDefined(page.names[$0]) }) else {
      return nil
    }
    return malformed.words.map { page.summary.names[$0] }
  }
}
