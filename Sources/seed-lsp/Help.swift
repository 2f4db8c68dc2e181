// What `--help` and `help COMMAND` print.

enum Help {
  static func text(for command: CommandName?) -> String {
    guard let command else { return overview }
    let options = table((command.options + [.help]).map { (form(of: $0), $0.summary) })
    return """
      \(command.summary).

      Usage: seed-lsp \(command.rawValue) \(command.synopsis)

      \(details(of: command))Options:
      \(options)

      """
  }

  static let usage = "Usage: seed-lsp COMMAND [ARGUMENTS…]"

  private static var overview: String {
    """
    Checks seed files, the notes of qualitative studies, and serves editors that show them.

    \(usage)

    Commands:
    \(table(CommandName.allCases.map { ($0.rawValue, $0.summary) }))

    Options:
    \(table([OptionName.help, .version].map { (form(of: $0), $0.summary) }))

    `seed-lsp help COMMAND` says more about one of them.

    """
  }

  private static func details(of command: CommandName) -> String {
    switch command {
    case .check:
      """
      PATH is a file or a folder; without one, the current folder is checked. In folders, `.md` and `.txt` files are read
      and those that are seed files are taken, by their content; hidden folders and node_modules are passed over. All
      notes together are one study: a code that one of them defines is known in all. So give the whole study's folder
      even if only one note is of interest.

      Findings go to standard output as `path:line:column`, both counted from 1, columns in UTF-16 units as most editors
      count them. What could not be read or is no seed file is said on standard error.

      Exit code: 0 if nothing was found that is as severe as --error-on says, 1 if something was, 2 if the command failed:
      wrong arguments, a path that does not exist, a file or folder that can't be read, or no seed file at all.

      Colours are used on a terminal, never if NO_COLOR is set, and always if FORCE_COLOR is.


      """
    case .serve:
      """
      Editors start this command; there is nothing to see when it is run by hand. It ends when its input ends.
      Exit code: 0 if the editor asked it to shut down before it ended, 1 if not.


      """
    case .help:
      ""
    }
  }

  private static func form(of option: OptionName) -> String {
    let letter = option.letter.map { "-\($0), " } ?? "    "
    return letter + "--" + option.rawValue + (option.valueName.map { " " + $0 } ?? "")
  }

  /// Two columns, the second one aligned.
  private static func table(_ rows: [(String, String)]) -> String {
    let width = rows.map { $0.0.count }.max() ?? 0
    return rows.map { name, summary in
      "  \(name)\(String(repeating: " ", count: width - name.count))  \(summary)"
    }.joined(separator: "\n")
  }
}
