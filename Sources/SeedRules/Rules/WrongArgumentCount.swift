// The rule `wrong-argument-count`: a call has too few or too many arguments.

internal import SeedModel
internal import SeedStudy
internal import SeedSyntax

/// A function is called with an argument missing, or with more than it takes.
///
/// What is missing can't be guessed: a link without its option links nothing. Tools that run the notes stop here.
/// Arguments that a keyword gives count, and statements that are broken anyway are not counted.
///
/// Before:
///
///     add_decision_option_link(store_decision)
///
/// After:
///
///     add_decision_option_link(store_decision, data_marts, "Keep a small store for each process")
enum WrongArgumentCount: Rule {
  static let name = "wrong-argument-count"
  static let severity = Severity.error

  static func check(_ page: RuleContext, _ report: (Finding) -> Void) {
    for (index, call) in page.summary.calls.enumerated() {
      guard let count = call.positionalCount,
        let signature = page.study.word(page.nameID(ofOccurrence: call.function))?.signature,
        !(signature.required...max(signature.positional, signature.required)).contains(count),
        let function = page.study.vocabulary.functions[page.summary.name(ofOccurrence: call.function)]
      else { continue }
      let range = page.summary.range(ofOccurrence: call.function)
      if count > signature.positional {
        let taken = signature.positional == 1 ? "1 argument" : "\(signature.positional) arguments"
        report(finding(range, "`\(function.name)` takes \(taken) without a keyword, not \(count)."))
        continue
      }
      let keywords = page.summary.keywordArguments.filter { $0.call == index }.map { page.summary.text($0.name) }
      let missing = function.parameters.filter { !$0.isKeywordOnly }.dropFirst(count)
        .filter { $0.isRequired && !keywords.contains($0.name) }.map { "`\($0.name)`" }
      guard !missing.isEmpty else { continue }
      report(finding(range, "`\(function.name)` needs \(missing.joined(separator: " and ")) as well."))
    }
  }
}
