// Tells options from operands: `--name value`, `--name=value`, `-n`, `-nm`, and `--` before operands that start with a dash.

/// The arguments of a command, one at a time.
struct OptionReader {
  enum Argument {
    case operand(String)
    /// An option with its value, which is one that it takes; empty for an option without one.
    case option(OptionName, String)
  }

  private let command: CommandName
  private var rest: ArraySlice<String>
  private var onlyOperands = false

  init(_ command: CommandName, _ arguments: ArraySlice<String>) {
    self.command = command
    rest = arguments
  }

  mutating func next() throws(UsageError) -> Argument? {
    guard let argument = rest.popFirst() else { return nil }
    // A dash alone is an operand by old custom.
    guard !onlyOperands, argument.hasPrefix("-"), argument != "-" else { return .operand(argument) }
    if argument == "--" {
      onlyOperands = true
      return try next()
    }
    return argument.hasPrefix("--") ? try long(argument) : try short(argument)
  }

  private var options: [OptionName] { command.options + [.help, .version] }

  private mutating func long(_ argument: String) throws(UsageError) -> Argument {
    let parts = argument.dropFirst(2).split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    let name = String(parts.first ?? "")
    guard let option = options.first(where: { $0.rawValue == name }) else { throw unknown("--" + name) }
    return try value(of: option, parts.count > 1 ? String(parts[1]) : nil)
  }

  private mutating func short(_ argument: String) throws(UsageError) -> Argument {
    let letters = argument.dropFirst()
    guard let letter = letters.first, let option = options.first(where: { $0.letter == letter }) else {
      throw unknown("-" + letters.prefix(1))
    }
    // All short options are without value, so more letters are more options.
    if letters.count > 1 { rest = ["-" + letters.dropFirst()] + rest }
    return .option(option, "")
  }

  private mutating func value(of option: OptionName, _ given: String?) throws(UsageError) -> Argument {
    guard option.valueName != nil else {
      guard given == nil else {
        throw UsageError(message: "`--\(option.rawValue)` takes no value", advice: "Leave out what follows the `=`.")
      }
      return .option(option, "")
    }
    let values = option.values(in: command)
    if values.isEmpty {
      guard let value = given ?? rest.popFirst(), !value.isEmpty else {
        throw UsageError(
          message: "`--\(option.rawValue)` needs a value",
          advice: "Write `--\(option.rawValue) \(option.valueName ?? "VALUE")`.")
      }
      return .option(option, value)
    }
    let choices = values.map { "`\($0)`" }.joined(separator: ", ")
    guard let value = given ?? rest.popFirst() else {
      throw UsageError(message: "`--\(option.rawValue)` needs a value", advice: "It is one of \(choices).")
    }
    guard values.contains(value) else {
      throw UsageError(
        message: "`\(value)` is no value for `--\(option.rawValue)`",
        advice: Suggestion.sentence(for: value, among: values) ?? "It is one of \(choices).")
    }
    return .option(option, value)
  }

  private func unknown(_ option: String) -> UsageError {
    UsageError(
      message: "unknown option `\(option)` for `seed-lsp \(command.rawValue)`",
      advice: Suggestion.sentence(for: option, among: options.map { "--" + $0.rawValue })
        ?? "`seed-lsp help \(command.rawValue)` lists its options.")
  }
}
