// The subcommands and their options: the one table that parsing and help are made from.

/// A subcommand.
enum CommandName: String, CaseIterable {
  case check
  case serve
  case help

  /// What it does, for the list of commands.
  var summary: String {
    switch self {
    case .check: "Check notes and print what is wrong with them"
    case .serve: "Run the language server on standard input and output (what an editor starts)"
    case .help: "Explain a command"
    }
  }

  /// What follows the command's name.
  var synopsis: String {
    switch self {
    case .check: "[OPTIONS] [PATH…]"
    case .serve: "[OPTIONS]"
    case .help: "[COMMAND]"
    }
  }

  var options: [OptionName] {
    switch self {
    case .check: [.format, .errorOn, .quiet]
    case .serve: [.stdio, .logFile]
    case .help: []
    }
  }
}

/// An option, by its long name.
enum OptionName: String, CaseIterable {
  case format
  case errorOn = "error-on"
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
    case .errorOn: "LEVEL"
    case .logFile: "FILE"
    default: nil
    }
  }

  /// The values that it takes; none for one that takes any text.
  var values: [String] {
    switch self {
    case .format: ["full", "concise"]
    case .errorOn: ["error", "warning", "information", "hint"]
    default: []
    }
  }

  var summary: String {
    switch self {
    case .format: "How to print findings: `full` with the line (the default), or `concise` on one line each"
    case .errorOn: "The least severity that makes the exit code 1: error, warning (the default), information or hint"
    case .quiet: "Print findings only, no summary"
    case .stdio: "Talk over standard input and output, which is the only way there is"
    case .logFile: "Write what goes on between editor and server to the end of FILE"
    case .help: "Explain the command"
    case .version: "Print the version"
    }
  }
}
