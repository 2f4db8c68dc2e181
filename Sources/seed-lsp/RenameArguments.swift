// Reads the arguments of `rename` and `merge`.

struct RenameOptions: Equatable {
  enum Output {
    /// Change the notes, and say how many.
    case summary
    /// Change nothing; list the places.
    case places
    /// Change nothing; print a unified diff.
    case diff
  }

  let oldName: String
  let newName: String
  /// Whether `newName` is a code that there is already.
  let isMerge: Bool
  /// Files and folders; the current folder if there is none.
  let paths: [String]
  let output: Output
}

extension Invocation {
  static func rename(_ command: CommandName, _ arguments: ArraySlice<String>) throws(UsageError) -> Invocation {
    var operands: [String] = []
    var isDryRun = false
    var showsDiff = false
    var reader = OptionReader(command, arguments)
    while let argument = try reader.next() {
      switch argument {
      case .operand(let operand): operands.append(operand)
      case .option(.dryRun, _): isDryRun = true
      case .option(.diff, _): showsDiff = true
      case .option(.help, _): return .help(command)
      case .option(.version, _): return .version
      case .option: break
      }
    }
    guard operands.count >= 2 else {
      throw UsageError(
        message: operands.isEmpty ? "no names given" : "the second name is missing",
        advice: "Write `seed-lsp \(command.rawValue) \(command.synopsis)`.")
    }
    return .rename(
      RenameOptions(
        oldName: operands[0], newName: operands[1], isMerge: command == .merge, paths: Array(operands.dropFirst(2)),
        output: showsDiff ? .diff : isDryRun ? .places : .summary))
  }
}
