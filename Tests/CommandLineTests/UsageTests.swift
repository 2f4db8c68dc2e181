// Arguments: what is understood, and what is said about the rest.

import Foundation
import SeedReport
import Testing

private let formats = "It is one of `full`, `concise`, `json`, `json-lines`, `sarif`, `github`, `junit`."

@Suite struct UsageTests {
  /// Arguments, and the two lines that say what is wrong and what to do.
  @Test(arguments: [
    (["chekc"], "unknown command `chekc`", "Did you mean `check`?"),
    (["frobnicate"], "unknown command `frobnicate`", "`seed-lsp --help` lists the commands."),
    (["/"], "`/` is a path, not a command", "To check it, run `seed-lsp check /`."),
    (["--verison"], "unknown option `--verison`", "Did you mean `--version`?"),
    (["check", "--quite"], "unknown option `--quite` for `seed-lsp check`", "Did you mean `--quiet`?"),
    (["check", "--error"], "unknown option `--error` for `seed-lsp check`", "Did you mean `--error-on`?"),
    (["check", "-x"], "unknown option `-x` for `seed-lsp check`", "`seed-lsp help check` lists its options."),
    (["check", "-qx"], "unknown option `-x` for `seed-lsp check`", "`seed-lsp help check` lists its options."),
    (["check", "--format"], "`--format` needs a value", formats),
    (["check", "--format", "concsie"], "`concsie` is no value for `--format`", "Did you mean `concise`?"),
    (["check", "--format=yaml"], "`yaml` is no value for `--format`", formats),
    (["check", "--format=jsn"], "`jsn` is no value for `--format`", "Did you mean `json`?"),
    (["check", "--select", "undefined-cod"], "unknown rule `undefined-cod`", "Did you mean `undefined-code`?"),
    (["check", "--ignore=syntax-error,frob"], "unknown rule `frob`", "`seed-lsp explain` lists the rules."),
    (["check", "--select"], "`--select` needs a value", "Write `--select RULE,…`."),
    (
      ["check", "-"], "the note on standard input has no name",
      "Say which file it stands for: `--stdin-filename NAME -`."
    ),
    (
      ["check", "--stdin-filename", "x.md"], "`--stdin-filename` names a note on standard input, but none is read",
      "Add the path `-`: `--stdin-filename NAME -`."
    ),
    (["explain", "sintax-error"], "unknown rule `sintax-error`", "Did you mean `syntax-error`?"),
    (["explain", "a", "b"], "unknown rule `a`", "`seed-lsp explain` lists the rules."),
    (["report"], "no report given", "It is one of `codes`, `codebook`, `diagram`."),
    (["report", "cods"], "`cods` is no report", "Did you mean `codes`?"),
    (["report", "diagramm"], "`diagramm` is no report", "Did you mean `diagram`?"),
    (["report", "nonsense"], "`nonsense` is no report", "It is one of `codes`, `codebook`, `diagram`."),
    (
      ["report", "codes", "--format", "xml"], "`xml` is no value for `--format`",
      "It is one of \(ReportKind.allFormats.map { "`\($0)`" }.joined(separator: ", "))."
    ),
    (
      ["report", "codes", "--format", "dot"], "`dot` is no format of `seed-lsp report codes`",
      "It is one of \(CodeReport.Format.list)."
    ),
    (
      ["report", "codebook", "--decision", "x"], "`--decision` is for `seed-lsp report diagram`",
      "Leave it out, or print a diagram."
    ),
    (["check", "--error-on=worning"], "`worning` is no value for `--error-on`", "Did you mean `warning`?"),
    (["check", "--quiet=yes"], "`--quiet` takes no value", "Leave out what follows the `=`."),
    (["check", "--no"], "unknown option `--no` for `seed-lsp check`", "`seed-lsp help check` lists its options."),
    (
      ["serve", "seeds"], "unexpected argument `seeds`",
      "The server is told by the editor which folders to open. Run `seed-lsp serve` alone."
    ),
    (["completions"], "no shell given", "It is one of `bash`, `zsh`, `fish`."),
    (["completions", "fihs"], "no script for `fihs`", "Did you mean `fish`?"),
    (
      ["completions", "zsh", "zsh"], "unexpected argument `zsh`",
      "Give one shell, and send what is printed to a file."
    ),
    (["help", "chekc"], "unknown command `chekc`", "Did you mean `check`?"),
    (["help", "check", "serve"], "unexpected argument `serve`", "`seed-lsp help` explains one command at a time."),
    (["\u{1B}[2J"], "unknown command `␛[2J`", "`seed-lsp --help` lists the commands."),
    ([""], "unknown command ``", "`seed-lsp --help` lists the commands."),
  ])
  func errorsSayWhatIsWrongAndWhatToDo(arguments: [String], message: String, advice: String) throws {
    let run = try Binary.run(arguments)
    #expect(run.error == "seed-lsp: error: \(message)\n\(advice)\n")
    #expect(run.output.isEmpty)
    #expect(run.code == 2)
  }

  @Test func noCommandIsAnError() throws {
    let run = try Binary.run([])
    #expect(run.error.contains("no command given"))
    #expect(run.error.contains("Usage: seed-lsp COMMAND"))
    #expect(run.output.isEmpty)
    #expect(run.code == 2)
  }

  @Test(arguments: [["--version"], ["-V"], ["check", "--version"]])
  func theVersionIsPrinted(arguments: [String]) throws {
    let run = try Binary.run(arguments)
    #expect(run.output.wholeMatch(of: /seed-lsp \d+\.\d+\.\d+\n/) != nil)
    #expect(run.error.isEmpty)
    #expect(run.code == 0)
  }

  @Test func helpListsTheCommands() throws {
    let help = try Binary.run(["--help"])
    #expect(help.code == 0)
    for command in ["check", "report", "explain", "serve", "help"] { #expect(help.output.contains("\n  \(command)")) }
    for arguments in [["-h"], ["help"]] { #expect(try Binary.run(arguments).output == help.output) }
  }

  @Test func helpExplainsACommand() throws {
    let help = try Binary.run(["help", "check"])
    #expect(help.code == 0)
    for word in [
      #"{"rule","severity","path","range":{"start":{"line","column"},"end":{…}},"message","#, "stays as it is", "PATH",
      "--format", "--error-on", "--quiet", "UTF-16", "NO_COLOR", "FORCE_COLOR", "Exit code",
    ] {
      #expect(help.output.contains(word), "\(word)")
    }
    #expect(help.output.split(separator: "\n").allSatisfy { $0.count <= 120 })
    for arguments in [["check", "--help"], ["check", "-qh"], ["check", "x", "-h"]] {
      #expect(try Binary.run(arguments).output == help.output)
    }
  }

  @Test func whatFollowsTwoDashesIsAPath() throws {
    let study = try TemporaryStudy(["-q/s_1.md": Notes.first])
    let run = try Binary.run(["check", "--", "-q"], in: study.path)
    #expect(run.output.hasPrefix("1 source\n"))
    #expect(run.code == 0)
  }
}
