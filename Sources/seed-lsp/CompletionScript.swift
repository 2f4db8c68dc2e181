// The subcommand `completions`: scripts that complete the command line in shells, made from the table of commands.

internal import SeedReport

/// A shell that there is a script for.
enum Shell: String, CaseIterable {
  case bash
  case zsh
  case fish
}

/// What can stand at a place of the command line.
enum Completable {
  case nothing
  case files
  case words([String])
}

extension CommandName {
  /// What can stand where no option does.
  var operand: Completable {
    switch self {
    case .check, .rename, .merge: .files
    case .report: .words(ReportKind.allCases.map(\.rawValue))
    case .explain: .words(RuleDescription.all.map(\.name))
    case .completions: .words(Shell.allCases.map(\.rawValue))
    case .help: .words(CommandName.allCases.map(\.rawValue))
    case .serve: .nothing
    }
  }
}

extension OptionName {
  /// What can stand behind the option.
  func completable(in command: CommandName) -> Completable {
    switch self {
    case .select, .ignore: return .words(RuleDescription.all.map(\.name))
    case .stdinFilename, .outputFile, .logFile: return .files
    default:
      let values = values(in: command)
      return values.isEmpty ? .nothing : .words(values)
    }
  }
}

struct CompletionScript {
  private let commands = CommandName.allCases

  func text(for shell: Shell) -> String {
    switch shell {
    case .bash: bash
    case .zsh: zsh
    case .fish: fish
    }
  }

  private func options(of command: CommandName) -> [OptionName] { command.options + [.help] }

  // MARK: - Bash

  /// Works with Bash 3.2, which macOS has. Where there are no words, Bash completes files itself.
  private var bash: String {
    var values = ""
    var operands = ""
    for command in commands {
      for option in options(of: command) {
        guard case .words(let words) = option.completable(in: command) else { continue }
        values += "    '\(command.rawValue) --\(option.rawValue)') words='\(words.joined(separator: " "))' ;;\n"
      }
      let flags = options(of: command).map { "--" + $0.rawValue }.joined(separator: " ")
      var words = ""
      if case .words(let operand) = command.operand { words = operand.joined(separator: " ") }
      operands += "    '\(command.rawValue) '*) flags='\(flags)' words='\(words)' ;;\n"
    }
    return """
      # Completes seed-lsp in Bash: source <(seed-lsp completions bash)
      _seed_lsp() {
        local word=${COMP_WORDS[COMP_CWORD]} flags= words=
        if [ "$COMP_CWORD" -eq 1 ]; then
          flags='--help --version' words='\(commands.map(\.rawValue).joined(separator: " "))'
        else
          case "${COMP_WORDS[1]} ${COMP_WORDS[COMP_CWORD-1]}" in
      \(values)\(operands)    esac
        fi
        case $word in -*) words=$flags ;; esac
        COMPREPLY=($(compgen -W "$words" -- "$word"))
      }
      complete -o default -F _seed_lsp seed-lsp

      """
  }

  // MARK: - Zsh

  private var zsh: String {
    var cases = ""
    for command in commands {
      var specifications = options(of: command).map { option in
        let summary = option.summary(in: command).flatMap { "[]:\\".contains($0) ? "\\\($0)" : "\($0)" }
        let value = option.valueName.map { ":\($0):" + zshAction(option.completable(in: command)) } ?? ""
        return "--\(option.rawValue)[\(String(summary))]\(value)"
      }
      switch command.operand {
      case .nothing: break
      case .files: specifications.append("*:path:_files")
      case .words where command == .report:
        specifications += ["1:report:" + zshAction(command.operand), "*:path:_files"]
      case .words: specifications.append("1:\(command.synopsis):" + zshAction(command.operand))
      }
      let arguments = specifications.map(quoted).joined(separator: " \\\n        ")
      cases += "    \(command.rawValue))\n      _arguments \\\n        \(arguments) ;;\n"
    }
    let list = commands.map { "    " + quoted("\($0.rawValue):\($0.summary)") }.joined(separator: "\n")
    return """
      #compdef seed-lsp
      # Completes seed-lsp in Zsh: save as _seed-lsp in a folder of $fpath.
      _seed_lsp() {
        local -a commands
        commands=(
      \(list)
        )
        if ((CURRENT == 2)); then
          _describe command commands
          return
        fi
        shift words
        ((CURRENT--))
        case $words[1] in
      \(cases)  esac
      }
      if [ "$funcstack[1]" = _seed-lsp ]; then _seed_lsp "$@"; else compdef _seed_lsp seed-lsp; fi

      """
  }

  private func zshAction(_ completable: Completable) -> String {
    switch completable {
    case .nothing: ""
    case .files: "_files"
    case .words(let words): "(\(words.joined(separator: " ")))"
    }
  }

  /// A word for the shell that none of its characters means anything to.
  private func quoted(_ text: String) -> String {
    "'" + String(text.flatMap { $0 == "'" ? "'\\''" : "\($0)" }) + "'"
  }

  // MARK: - Fish

  private var fish: String {
    var lines = [
      "# Completes seed-lsp in Fish: seed-lsp completions fish | source",
      "complete -c seed-lsp -f",
    ]
    for command in commands {
      let summary = fishQuoted(command.summary)
      lines.append("complete -c seed-lsp -n __fish_use_subcommand -a \(command.rawValue) -d \(summary)")
    }
    for command in commands {
      let start = "complete -c seed-lsp -n '__fish_seen_subcommand_from \(command.rawValue)'"
      switch command.operand {
      case .nothing: break
      case .files: lines.append("\(start) -F")
      case .words(let words):
        lines.append("\(start) -a \(fishQuoted(words.joined(separator: " ")))")
        if command == .report { lines.append("\(start) -F") }
      }
      for option in options(of: command) {
        let value =
          switch option.completable(in: command) {
          case .nothing: option.valueName == nil ? "" : " -x"
          case .files: " -r -F"
          case .words(let words): " -x -a \(fishQuoted(words.joined(separator: " ")))"
          }
        lines.append("\(start) -l \(option.rawValue)\(value) -d \(fishQuoted(option.summary(in: command)))")
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func fishQuoted(_ text: String) -> String {
    "'" + String(text.flatMap { $0 == "'" || $0 == "\\" ? "\\\($0)" : "\($0)" }) + "'"
  }
}
