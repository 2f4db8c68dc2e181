// Reads the arguments of `check` and `explain`.

internal import SeedModel
internal import SeedReport
internal import SeedRules

struct CheckOptions: Equatable {
  /// Files and folders; the current folder if there is none.
  var paths: [String] = []
  /// The name of the note on standard input; nil if none is read from there.
  var standardInputName: String?
  var format = FindingReport.Format.full
  var errorOn = Severity.warning
  var selection = RuleSelection()
  var hasStatistics = false
  /// Whether to print the settings and check nothing.
  var showsSettings = false
  var fixing = Fixing.none
  /// Where to write; nil for standard output.
  var outputFile: String?
  var isQuiet = false

  enum Fixing {
    case none
    /// Change the notes.
    case write
    /// Show what would be changed.
    case diff
  }
}

extension Invocation {
  static func check(_ arguments: ArraySlice<String>) throws(UsageError) -> Invocation {
    var options = CheckOptions()
    var reader = OptionReader(.check, arguments)
    var readsStandardInput = false
    while let argument = try reader.next() {
      switch argument {
      case .operand("-"): readsStandardInput = true
      case .operand(let path): options.paths.append(path)
      case .option(.format, let value): options.format = FindingReport.Format(rawValue: value) ?? options.format
      case .option(.errorOn, let value):
        options.errorOn = Severity.allCases.first { $0.name == value } ?? options.errorOn
      case .option(.select, let value): options.selection.selected = try rules(value, options.selection.selected ?? [])
      case .option(.ignore, let value): options.selection.ignored = try rules(value, options.selection.ignored)
      case .option(.statistics, _): options.hasStatistics = true
      case .option(.showSettings, _): options.showsSettings = true
      case .option(.fix, _): if options.fixing != .diff { options.fixing = .write }
      case .option(.diff, _): options.fixing = .diff
      case .option(.stdinFilename, let name): options.standardInputName = name
      case .option(.outputFile, let file): options.outputFile = file
      case .option(.quiet, _): options.isQuiet = true
      case .option(.help, _): return .help(.check)
      case .option(.version, _): return .version
      case .option: break
      }
    }
    guard readsStandardInput == (options.standardInputName != nil) else {
      throw readsStandardInput
        ? UsageError(
          message: "the note on standard input has no name",
          advice: "Say which file it stands for: `--stdin-filename NAME -`.")
        : UsageError(
          message: "`--stdin-filename` names a note on standard input, but none is read",
          advice: "Add the path `-`: `--stdin-filename NAME -`.")
    }
    return .check(options)
  }

  /// The names in a list of rules, added to others.
  private static func rules(_ list: String, _ others: Set<String>) throws(UsageError) -> Set<String> {
    var names = others
    let known = RuleDescription.all.map(\.name)
    for part in list.split(separator: ",") {
      let name = part.split(separator: " ").joined(separator: " ")
      guard known.contains(name) else { throw unknownRule(name) }
      names.insert(name)
    }
    return names
  }

  static func explain(_ arguments: ArraySlice<String>) throws(UsageError) -> Invocation {
    var rule: String?
    var reader = OptionReader(.explain, arguments)
    while let argument = try reader.next() {
      switch argument {
      case .operand(let name):
        guard rule == nil else {
          throw UsageError(
            message: "unexpected argument `\(name)`", advice: "`seed-lsp explain` explains one rule at a time.")
        }
        guard RuleDescription.all.contains(where: { $0.name == name }) else { throw unknownRule(name) }
        rule = name
      case .option(.version, _): return .version
      case .option: return .help(.explain)
      }
    }
    return .explain(rule)
  }

  private static func unknownRule(_ name: String) -> UsageError {
    UsageError(
      message: "unknown rule `\(name)`",
      advice: Suggestion.sentence(for: name, among: RuleDescription.all.map(\.name))
        ?? "`seed-lsp explain` lists the rules.")
  }
}
