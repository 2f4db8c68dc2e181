// What `--help` and `help COMMAND` print.

internal import SeedReport

enum Help {
  static func text(for command: CommandName?) -> String {
    guard let command else { return overview }
    let options = table((command.options + [.help]).map { (form(of: $0), $0.summary(in: command)) })
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
    \(table([OptionName.help, .version].map { (form(of: $0), $0.summary(in: .help)) }))

    `seed-lsp help COMMAND` says more about one of them.

    """
  }

  private static func details(of command: CommandName) -> String {
    switch command {
    case .check:
      """
      PATH is a file or a folder; without one, the current folder is checked. In folders, `.md`, `.txt` and `.py` files
      are read and those that are seed files or Python model files are taken, by their content; hidden folders and those
      of installed packages are passed over. All notes and models together are one study: a code that one of them
      defines is known in all. So the whole study is read, whatever is given, though only what is found in PATH is told.
      It begins at the nearest folder above with a seed-lsp.json, else at the nearest with .git (never the home folder or
      `/`), else at the folders that are given, or at the folder of a file.

      If two notes in different folders record the same source, the folders are studies of their own. A file
      seed-lsp.json marks the root of a study and configures it: which rules are off or more severe, which files are
      notes, which words the study adds to the vocabulary. The nearest one in or around the folder of a note counts. What
      is wrong in it is left out and reported. --select and --ignore go on top; a file that is named as PATH is taken even
      if it is excluded. --show-settings prints what holds.

      The path `-` with --stdin-filename NAME is a note on standard input: its text stands for the file NAME in the study.
      With no other path, its study is read as that of a file is, and only what is found in NAME is told.

      Formats:
      \(table(FindingReport.Format.allCases.map { ($0.rawValue, $0.summary) }))

      A finding as JSON, which stays as it is in later versions (members may be added):
        {"rule","severity","path","range":{"start":{"line","column"},"end":{…}},"message",
         "related":[{"path","range","message"}],"fix":{"title","safe","edits":[{"range","newText"}]}}
      `severity` is error, warning, information or hint; `fix` is null if there is none.

      In every format, lines and columns count from 1, columns in UTF-16 units as most editors count them, an end is the
      place behind the last character, and paths have `/` between their parts. Formats for programs get standard output
      for themselves: statistics and what was mended are then said on standard error, as is in any case what could not be
      read or is no seed file.

      --fix applies fixes that can't change what the author meant, none inside a quotation, until none is left. Line ends
      and permissions stay. A file that was changed meanwhile is left as it is. With `-`, the mended text goes to standard
      output and the findings go to standard error.

      Exit code: 0 if nothing was found that is as severe as --error-on says, 1 if something was, 2 if the command failed:
      wrong arguments, a path that does not exist, a file or folder that can't be read or written, or no seed file at all.
      With --fix, what is left counts. With --diff: 0 if there is nothing to mend, 1 if there is, 2 as above.

      Colours are used on a terminal, never if NO_COLOR is set, and always if FORCE_COLOR is.


      """
    case .report:
      """
      PATH is a folder, or a file that stands for its study, as for `seed-lsp check`; without one, the current folder.

      Reports and their formats, the first one the default:
      \(reports)

      `codes` as `json` is an array that stays as it is in later versions (members may be added):
        {"name","kind","displayName","definitions":[{"path","line","column","role"}],"uses":[…],
         "decisions":["…"],"options":[{"option","texts":["…"]}],"forces":[{"force","impact"}],
         "links":[{"to","stereotype"}],"sources":["s1"]}
      Lines and columns count from 1, columns in UTF-16 units. `decisions` are those that offer the code, `options` what it
      offers itself, `forces` what it acts on, `links` its other links, `sources` those whose notes define or use it. Codes
      and sources are in natural order of their names. If there are several studies, each code has a member `study`, the
      folder of its own. `csv` (RFC 4180) has a row for each code, for spreadsheets.

      `diagram` as `mermaid` is Markdown with a diagram for each decision; the other formats are one diagram of all. Options
      carry what their links say, forces the signs of the impacts: ++, +, o, -, --.

      Exit code: 0, or 2 if the command failed.


      """
    case .explain:
      """
      RULE is a name such as `undefined-code`, as it stands behind every finding. Without one, all rules are listed.


      """
    case .rename:
      """
      OLD is a code, or a source such as `s33`; NEW is its new name. PATH is a folder, or a file that stands for its
      study, as for `seed-lsp check`. All notes of the study are changed, whatever of it is given.

      Definitions, arguments, keys and values of dictionaries, items of lists and labels change. Quotations, display
      names and other names that contain OLD never do. What may be plain English is left as it is and said on standard error.
      Of several studies, the one that defines OLD is meant; if there are two of them, PATH has to say which.

      Nothing is written unless every note can be. The change is refused if NEW can't be a name, is a word of the notation,
      or is in use already, also if it differs only in case or `_`: `seed-lsp merge` makes one code of two.

      Exit code: 0 if it was done, 1 if it was refused, with the reason, 2 if the command failed.


      """
    case .merge:
      """
      Every place of CODE gets the name of INTO. If both are defined, the definitions of CODE go; items that a list would
      hold twice go too. PATH is a folder, or a file that stands for its study.

      Exit code: 0 if it was done, 1 if it was refused, with the reason, 2 if the command failed.


      """
    case .serve:
      """
      Editors start this command; there is nothing to see when it is run by hand. It ends when its input ends.
      Exit code: 0 if the editor asked it to shut down before it ended, 1 if not.


      """
    case .completions:
      """
      SHELL is bash, zsh or fish. The script's first lines say how to load it.


      """
    case .help:
      ""
    }
  }

  private static var reports: String {
    let width = ReportKind.allCases.map { $0.rawValue.count }.max() ?? 0
    return table(
      ReportKind.allCases.map { kind in
        let padding = String(repeating: " ", count: width - kind.rawValue.count)
        return ("\(kind.rawValue)\(padding)  \(kind.formats.joined(separator: ", "))", kind.summary)
      })
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
