// The rule `unknown-function`: a function is called that the notation doesn't have.

internal import SeedModel
internal import SeedStudy
internal import SeedSyntax

/// A function is called that neither the notation nor the study has.
///
/// The statement does nothing that anybody knows of, and tools that run the notes stop at it. Its arguments are read all
/// the same, as those of the function that was probably meant. A name such as `add_option_association`, which the study's own
/// metamodel may have, is only information; in a model file beside the notes it is known.
///
/// Before:
///
///     time_to_market = CClas(force, "Time to Market")
///
/// After:
///
///     time_to_market = CClass(force, "Time to Market")
enum UnknownFunction: Rule {
  static let name = "unknown-function"
  static let severity = Severity.warning
  static let hasFix = true
  static let dependencies: Dependencies = .definitions

  /// What Python has built in and somebody might use in a block.
  private static let pythonFunctions: Set<String> = [
    "bool", "dict", "enumerate", "float", "frozenset", "int", "len", "list", "map", "max", "min", "print", "range",
    "repr", "set", "sorted", "str", "sum", "super", "tuple", "type", "zip",
  ]

  static func check(_ page: RuleContext, _ report: (Finding) -> Void) {
    for call in page.summary.calls {
      let id = page.nameID(ofOccurrence: call.function)
      guard page.study.word(id)?.signature == nil, !page.study.hasDefinition(id) else { continue }
      let name = page.summary.name(ofOccurrence: call.function)
      if pythonFunctions.contains(name) { continue }
      let meant = page.study.vocabulary.functions.guess(name)
      // Python's texts and lists have methods of their own.
      if call.isMethod, meant == nil { continue }
      let range = page.summary.range(ofOccurrence: call.function)
      let fixes = meant.map {
        [Fix.change(range, to: $0.name, isSafe: $0.isCertain)]
      }
      let question = meant.map { " Did you mean `\($0.name)`?" } ?? ""
      let severity = meant.map { isOfOwnMetamodel(name, $0.name) } == true ? Severity.information : severity
      report(
        finding(range, "The notation has no function `\(name)`." + question, severity: severity, fixes: fixes ?? []))
    }
  }

  /// Whether a name that resembles a function's is probably one of the study's own metamodel, `add_option_association`: it says
  /// something that the function's name doesn't.
  private static func isOfOwnMetamodel(_ name: String, _ function: String) -> Bool {
    let words = function.split(separator: "_")
    return name.hasPrefix("add_")
      && name.split(separator: "_").contains { word in
        word.utf8.count > 3
          && !words.contains { !Spelling.closest(to: String(word), in: [String($0)]).isEmpty || $0 == word }
      }
  }
}
