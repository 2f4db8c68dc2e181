// Reads the arguments of the command line.

/// What the command line asks for.
enum Invocation: Equatable {
  case check(CheckOptions)
  case report(ReportOptions)
  /// A rule's name; nil for the list of rules.
  case explain(String?)
  case rename(RenameOptions)
  case serve(ServeOptions)
  case completions(Shell)
  case help(CommandName?)
  case version

  /// Whether the command works on notes, named by paths that may be relative.
  var readsNotes: Bool {
    switch self {
    case .check, .report, .rename: true
    case .explain, .serve, .completions, .help, .version: false
    }
  }
}

extension Invocation {
  /// The file that a report or a log is written to; nil for none.
  var outputFile: String? {
    switch self {
    case .check(let options): options.outputFile
    case .report(let options): options.outputFile
    case .serve(let options): options.logFile
    case .rename, .explain, .completions, .help, .version: nil
    }
  }
}

struct ServeOptions: Equatable {
  /// Where to write the log; nil for none.
  var logFile: String?
}

/// Arguments that can't be understood: what is wrong, and what to do.
struct UsageError: Error, Equatable {
  let message: String
  let advice: String
}

extension Invocation {
  /// - Parameters:
  ///   - arguments: without the command's own name.
  ///   - exists: whether a path leads to something, to tell a forgotten `check` from a slip of the pen.
  init(_ arguments: [String], exists: (String) -> Bool) throws(UsageError) {
    var rest = arguments[...]
    guard let first = rest.popFirst() else {
      throw UsageError(message: "no command given", advice: "To check the notes in this folder, run `seed-lsp check`.")
    }
    switch first {
    case "--help", "-h":
      self = .help(nil)
    case "--version", "-V":
      self = .version
    case "--stdio":
      // What editors pass to a server that has no subcommands.
      self = try Self.serve(rest)
    default:
      guard let command = CommandName(rawValue: first) else { throw Self.unknownCommand(first, exists) }
      switch command {
      case .check: self = try Self.check(rest)
      case .report: self = try Self.report(rest)
      case .explain: self = try Self.explain(rest)
      case .rename, .merge: self = try Self.rename(command, rest)
      case .serve: self = try Self.serve(rest)
      case .completions: self = try Self.completions(rest)
      case .help: self = try Self.help(rest)
      }
    }
  }

  private static func serve(_ arguments: ArraySlice<String>) throws(UsageError) -> Invocation {
    // vscode-languageclient adds this one of its own accord; `initialize` says the same.
    var reader = OptionReader(.serve, arguments.filter { !$0.hasPrefix("--clientProcessId=") }[...])
    var options = ServeOptions()
    while let argument = try reader.next() {
      switch argument {
      case .operand(let operand):
        throw UsageError(
          message: "unexpected argument `\(operand)`",
          advice: "The server is told by the editor which folders to open. Run `seed-lsp serve` alone.")
      case .option(.logFile, let path): options.logFile = path
      case .option(.help, _): return .help(.serve)
      case .option(.version, _): return .version
      case .option: break
      }
    }
    return .serve(options)
  }

  private static func completions(_ arguments: ArraySlice<String>) throws(UsageError) -> Invocation {
    let shells = Shell.allCases.map(\.rawValue)
    let choices = shells.map { "`\($0)`" }.joined(separator: ", ")
    var reader = OptionReader(.completions, arguments)
    var shell: Shell?
    while let argument = try reader.next() {
      switch argument {
      case .operand(let name):
        guard shell == nil else {
          throw UsageError(
            message: "unexpected argument `\(name)`", advice: "Give one shell, and send what is printed to a file.")
        }
        guard let known = Shell(rawValue: name) else {
          throw UsageError(
            message: "no script for `\(name)`",
            advice: Suggestion.sentence(for: name, among: shells) ?? "There is one for each of \(choices).")
        }
        shell = known
      case .option(.version, _): return .version
      case .option: return .help(.completions)
      }
    }
    guard let shell else {
      throw UsageError(message: "no shell given", advice: "It is one of \(choices).")
    }
    return .completions(shell)
  }

  private static func help(_ arguments: ArraySlice<String>) throws(UsageError) -> Invocation {
    var reader = OptionReader(.help, arguments)
    var topic: CommandName?
    while let argument = try reader.next() {
      switch argument {
      case .operand(let name):
        guard topic == nil else {
          throw UsageError(
            message: "unexpected argument `\(name)`", advice: "`seed-lsp help` explains one command at a time.")
        }
        guard let command = CommandName(rawValue: name) else { throw unknownCommand(name) { _ in false } }
        topic = command
      case .option(.version, _): return .version
      case .option: topic = topic ?? .help
      }
    }
    return .help(topic)
  }

  private static func unknownCommand(_ name: String, _ exists: (String) -> Bool) -> UsageError {
    if name.hasPrefix("-") {
      let options = [OptionName.help, .version, .stdio].map { "--" + $0.rawValue }
      return UsageError(
        message: "unknown option `\(name)`",
        advice: Suggestion.sentence(for: name, among: options) ?? "`seed-lsp --help` lists commands and options.")
    }
    if exists(name) {
      return UsageError(
        message: "`\(name)` is a path, not a command", advice: "To check it, run `seed-lsp check \(name)`.")
    }
    return UsageError(
      message: "unknown command `\(name)`",
      advice: Suggestion.sentence(for: name, among: CommandName.allCases.map(\.rawValue))
        ?? "`seed-lsp --help` lists the commands.")
  }
}
