// The rule `malformed-item`: several words stand where one name should.

internal import SeedSyntax

/// Words with blanks between them stand where a name should be.
///
/// A name is one word; its parts are joined by `_`. Written with blanks it names nothing: the list is one code short, or
/// the statement can't be read. Where the joined name exists, it can be put in its place.
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
  static let dependencies: Dependencies = .definitions

  static func check(_ page: RulePage, _ report: (Finding) -> Void) {
    for malformed in page.summary.malformedNames {
      let joined = page.summary.names[malformed.joined]
      let isKnown = page.study.isDefined(page.names[malformed.joined]) || page.study.vocabulary.contains(joined)
      // What is joined by hyphens and meant by them is a slip in spelling.
      if malformed.isHyphenated, isKnown { continue }
      let text = page.summary.text(malformed.text)
      let problem = "`\(text)` is no name: names have no \(malformed.isHyphenated ? "hyphens" : "blanks") in them."
      let isDefinition = malformed.role.isDefinition
      let candidates = isKnown || isDefinition ? [joined] : page.study.similarDefinedNames(to: joined)
      let fixes = candidates.prefix(3).map { name in
        // To join the words of a definition gives the name to those who use it, unless it is taken.
        Fix(
          title: "Change to `\(name)`", isSafe: isKnown != isDefinition,
          edits: [FixEdit(range: malformed.range, newText: name)])
      }
      let question = isKnown && !isDefinition ? " Did you mean `\(joined)`?" : " Join its words by `_`."
      report(finding(malformed.range, problem + question, fixes: fixes))
    }
  }
}
