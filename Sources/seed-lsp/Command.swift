// The subcommands and their options: the one table that parsing and help are made from.

internal import SeedModel
internal import SeedReport
internal import SeedRules

/// A subcommand.
enum CommandName: String, CaseIterable {
  case check
  case report
  case explain
  case rename
  case merge
  case serve
  case completions
  case help

  /// What it does, for the list of commands.
  var summary: String {
    switch self {
    case .check: "Check notes, print what is wrong with them, and mend what can be mended safely"
    case .report: "Print what a study says, for people and programs to work on"
    case .explain: "Explain a rule, or list all rules"
    case .rename: "Rename a code or a source in all notes of a study"
    case .merge: "Make one code of two in all notes of a study"
    case .serve: "Run the language server on standard input and output (what an editor starts)"
    case .completions: "Print a script that completes this command line in a shell"
    case .help: "Explain a command"
    }
  }

  /// What follows the command's name.
  var synopsis: String {
    switch self {
    case .check: "[OPTIONS] [PATH…]"
    case .report: "REPORT [OPTIONS] [PATH…]"
    case .explain: "[RULE]"
    case .rename: "OLD NEW [OPTIONS] [PATH…]"
    case .merge: "CODE INTO [OPTIONS] [PATH…]"
    case .serve: "[OPTIONS]"
    case .completions: "SHELL"
    case .help: "[COMMAND]"
    }
  }

  var options: [OptionName] {
    switch self {
    case .check:
      [
        .format, .errorOn, .select, .ignore, .statistics, .fix, .diff, .stdinFilename, .outputFile, .showSettings,
        .quiet,
      ]
    case .report: [.format, .decision, .outputFile]
    case .rename, .merge: [.dryRun, .diff]
    case .serve: [.stdio, .logFile]
    case .explain, .completions, .help: []
    }
  }
}

/// An option, by its long name.
enum OptionName: String, CaseIterable {
  case format
  case decision
  case errorOn = "error-on"
  case select
  case ignore
  case statistics
  case fix
  case diff
  case dryRun = "dry-run"
  case stdinFilename = "stdin-filename"
  case outputFile = "output-file"
  case showSettings = "show-settings"
  case quiet
  case stdio
  case logFile = "log-file"
  case help
  case version

  /// The letter that stands for it.
  var letter: Character? {
    switch self {
    case .quiet: "q"
    case .help: "h"
    case .version: "V"
    default: nil
    }
  }

  /// What to call its value; nil for an option without one.
  var valueName: String? {
    switch self {
    case .format: "FORMAT"
    case .decision: "NAME"
    case .errorOn: "LEVEL"
    case .select, .ignore: "RULE,…"
    case .stdinFilename: "NAME"
    case .logFile, .outputFile: "FILE"
    default: nil
    }
  }

  /// The values that it takes; none for one that takes any text.
  func values(in command: CommandName) -> [String] {
    switch self {
    case .format: command == .report ? ReportKind.allFormats : FindingReport.Format.names
    case .errorOn: Severity.allCases.map(\.name)
    default: []
    }
  }

  func summary(in command: CommandName) -> String {
    switch self {
    case .format where command == .report: "How to print the report, one of those said above"
    case .format: "How to print findings: `full` (the default), `concise`, `json`, … as said above"
    case .decision: "Draw this decision only"
    case .errorOn: "What makes the exit code 1: an error, warning (the default), information or hint"
    case .select: "Tell of these rules only"
    case .ignore: "Don't tell of these rules"
    case .statistics: "Print how often each rule found something, too"
    case .fix: "Mend what can be mended safely, and print what is left"
    case .diff where command == .rename || command == .merge: "Write nothing; print what would change as a diff"
    case .dryRun: "Write nothing; list the places that would change"
    case .diff: "Write nothing; print what --fix would change"
    case .stdinFilename: "The name of the note on standard input, for the path `-`"
    case .outputFile: "Write to FILE instead of standard output"
    case .showSettings: "Check nothing; print which settings hold, and where they come from"
    case .quiet: "Print findings only, no summary"
    case .stdio: "Talk over standard input and output, which is the only way there is"
    case .logFile: "Write what goes on between editor and server to the end of FILE"
    case .help: "Explain the command"
    case .version: "Print the version"
    }
  }
}
