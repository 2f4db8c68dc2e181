// The subcommand `check`: reads notes, checks them and prints what was found.

internal import SeedModel
internal import SeedReport
internal import SeedWorkspace

struct Check {
  private let options: CheckOptions

  init(_ options: CheckOptions) {
    self.options = options
  }

  /// The result is the exit code.
  func run() -> Int32 {
    let roots = (options.paths.isEmpty ? ["."] : options.paths).map { Root(typed: $0) }
    if let errors = missing(roots) {
      // Without what is missing, all that it defines would be reported as undefined.
      report(errors.map { "error: \($0)" } + ["Nothing was checked."])
      return 2
    }
    var loaded = LoadedStudy(roots)
    report(messages(loaded))
    guard !loaded.notes.isEmpty else {
      report(["error: no seed files in \(list(roots)): `seed-lsp help check` says what is looked for"])
      return 2
    }
    _ = loaded.study.refreshFindings()
    let summary = StudySummary(loaded.study)
    let output = findings(loaded) + (options.isQuiet ? "" : conclusion(summary))
    let hasSevere = summary.findings.contains { $0.key >= options.errorOn && $0.value > 0 }
    return CommandLineTool.finish(output, code: !loaded.errors.isEmpty ? 2 : hasSevere ? 1 : 0)
  }

  // MARK: - Findings

  private func findings(_ loaded: LoadedStudy) -> String {
    let texts = NoteTexts(loaded)
    let writer = FindingText(loaded.study, format: options.format, style: style) { texts[$0] }
    var output = ""
    for note in loaded.notes {
      for finding in loaded.study.findings(in: note.document) {
        output += writer.text(of: finding, in: note.document)
      }
    }
    return output
  }

  private func conclusion(_ summary: StudySummary) -> String {
    summary.findingCount > 0 ? summary.findingsText + "\n" : summary.text + summary.findingsText + "\n"
  }

  private var style: TextStyle {
    let columns = StandardStream.output.columns ?? 120
    return TextStyle(hasColours: hasColours, columns: columns)
  }

  /// Whether to colour: see https://no-color.org and https://force-color.org.
  private var hasColours: Bool {
    func isSet(_ name: String) -> Bool { !(CurrentProcess.environment(name) ?? "").isEmpty }
    if isSet("NO_COLOR") { return false }
    if isSet("FORCE_COLOR") { return CurrentProcess.environment("FORCE_COLOR") != "0" }
    return StandardStream.output.isTerminal && CurrentProcess.environment("TERM") != "dumb"
  }

  // MARK: - What is said on standard error

  /// Errors for the paths that don't lead anywhere; nil if all do.
  private func missing(_ roots: [Root]) -> [FileError]? {
    let errors = roots.compactMap { root -> FileError? in
      do throws(FileError) {
        _ = try FileStatus(path: root.path)
        return nil
      } catch {
        return FileError(path: name(root), reason: error.reason)
      }
    }
    return errors.isEmpty ? nil : errors
  }

  private func messages(_ loaded: LoadedStudy) -> [String] {
    loaded.errors.map { "error: \($0)" }
      + loaded.namedFilesThatAreNoSeeds.map { "not a seed file: \($0.name), skipped" }
      + loaded.notUTF8.map { "note: \($0.name): line \($0.line + 1) has bytes that are not UTF-8, shown as \u{FFFD}" }
  }

  private func report(_ messages: [String]) {
    guard !messages.isEmpty else { return }
    StandardStream.error.write(messages.map { "seed-lsp: \($0.printable)\n" }.joined())
  }

  private func name(_ root: Root) -> String { root.name.isEmpty ? "." : root.name }

  private func list(_ roots: [Root]) -> String {
    roots.map { "`\(name($0))`" }.joined(separator: ", ")
  }
}

/// The texts of notes that findings are about, read again when they are needed.
private final class NoteTexts {
  private let paths: [DocumentID: String]
  private var texts: [DocumentID: SourceLines?] = [:]

  init(_ loaded: LoadedStudy) {
    paths = Dictionary(loaded.notes.map { ($0.document, $0.path) }) { first, _ in first }
  }

  /// The lines of a note; nil if it can't be read any more.
  subscript(document: DocumentID) -> SourceLines? {
    if let lines = texts[document] { return lines }
    // A finding's note and those that it refers to; more of them are no use to the next one.
    if texts.count == 8 { texts.removeAll() }
    let lines = paths[document].flatMap { try? FileReader.read($0) }.map { SourceLines($0.bytes) }
    texts[document] = .some(lines)
    return lines
  }
}
