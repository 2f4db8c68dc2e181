// Reads the studies that a command is about, and says what stands in the way.

internal import SeedModel
internal import SeedReport
internal import SeedStudy
internal import SeedWorkspace

/// Studies that were read, with the texts of their notes at hand.
struct StudyInput {
  var loaded: LoadedStudies
  let texts: NoteTexts
  /// The note on standard input, if one was read: the index of its study, its number there and what to call it.
  private(set) var standardInput: (study: Int, document: DocumentID, name: String)?
  /// Whether all notes of the studies were meant, and not files or folders in them.
  let isWhole: Bool

  /// Reads files and folders, the current one if none is given; says on standard error what could not be used.
  ///
  /// All notes of the studies that they are parts of are read as well: they may define what is used there.
  ///
  /// - Parameters:
  ///   - name: the name of a note whose text is read from standard input; nil for none.
  ///   - selection: which rules to check, besides what is configured.
  ///   - needsNotes: whether there has to be a note.
  ///   - isQuiet: whether to leave out what is no obstacle.
  /// - Returns: nil if there is nothing to work on; that has been said then.
  init?(
    _ paths: [String], standardInputName name: String? = nil, selection: RuleSelection = RuleSelection(),
    needsNotes: Bool = true, isQuiet: Bool = false
  ) {
    var text: [UInt8]?
    if name != nil {
      do throws(FileError) {
        text = try FileReader.readStandardInput(name: "standard input")
      } catch {
        CommandLineTool.report(["error: \(error)"])
        return nil
      }
    }
    let roots = paths.isEmpty && name == nil ? [Root(typed: ".")] : paths.map { Root(typed: $0) }
    let missing = Self.missing(roots)
    guard missing.isEmpty else {
      // Without what is missing, all that it defines would be reported as undefined.
      CommandLineTool.report(missing.map { "error: \($0)" } + ["Nothing was checked."])
      return nil
    }
    let given = roots.map { Self.name($0) }
    let progress = ProgressLine("reading notes")
    loaded = LoadedStudies(roots, around: name.map { [Path.absolute($0)] } ?? [], name: Self.name(ofPath:)) {
      selection.settings($0)
    }
    progress.end()
    let mayBeWhole = name != nil || loaded.given.haveFolder
    let meant = loaded.given
    isWhole = mayBeWhole && loaded.studies.allSatisfy { $0.paths.all.allSatisfy { meant.contains($0.path) } }
    var messages = Self.messages(loaded)
    if !isQuiet, mayBeWhole { messages += loaded.splits.map { "note: " + $0.message(Self.name(ofPath:)) } }
    var replaced: [String: [UInt8]] = [:]
    if let name, let text {
      let root = Root(typed: name)
      if let (index, document) = loaded.replaceText(of: root.path, name: root.name, with: text) {
        let name = loaded.studies[index].study[document]?.name ?? root.name
        standardInput = (index, document, name)
        replaced[name] = text
      } else {
        messages.append("not a seed file: \(name), skipped")
      }
    }
    texts = NoteTexts(loaded, replaced)
    CommandLineTool.report(messages)
    // With nothing but a text that is no note, there is nothing to tell of.
    let hasNotes = loaded.studies.contains { $0.notes.contains { isGiven($0.path) } }
    guard !needsNotes || (hasNotes && (name == nil || standardInput != nil || !paths.isEmpty)) else {
      // They may be why there is none.
      if !isQuiet, !hasNotes { reportMistakesInConfigurations() }
      let places = name.map { "`\($0)`" } ?? given.map { "`\($0)`" }.joined(separator: ", ")
      let limiting = loaded.configurations.first {
        $0.configuration.include != nil || !$0.configuration.exclude.isEmpty
      }
      let advice = limiting.map { "`\(Self.name(ofPath: $0.path))` says which files can be notes" }
      CommandLineTool.report([
        "error: no seed files in \(places): \(advice ?? "`seed-lsp help check` says what is looked for")"
      ])
      return nil
    }
  }

  /// Whether a note was meant, and not only read for what it defines.
  func isGiven(_ path: String) -> Bool { loaded.given.contains(path) }

  /// What to call a file or folder, given by its absolute path: as seen from the current folder if it lies in it.
  static func name(ofPath path: String) -> String {
    Path.currentFolder.flatMap { Path.relative(path, to: $0) } ?? path
  }

  /// Errors for the paths that don't lead anywhere.
  private static func missing(_ roots: [Root]) -> [FileError] {
    roots.compactMap { root in
      do throws(FileError) {
        _ = try FileStatus(path: root.path)
        return nil
      } catch {
        return FileError(path: name(root), reason: error.reason)
      }
    }
  }

  private static func messages(_ loaded: LoadedStudies) -> [String] {
    loaded.errors.map { "error: \($0)" }
      + loaded.namedFilesThatAreNoSeeds.map { "not a seed file: \($0.name), skipped" }
      + loaded.skipped.map { "note: \($0), skipped" }
      + loaded.notUTF8.map { "note: \($0.name): line \($0.line + 1) has bytes that are not UTF-8, shown as \u{FFFD}" }
  }

  /// Says what is wrong in configuration files, on a line each.
  private func reportMistakesInConfigurations() {
    for configuration in loaded.configurations {
      let name = Self.name(ofPath: configuration.path)
      let writer = FindingText(isFull: false, style: TextStyle()) { _ in
        name
      } lines: { _ in
        texts.lines(of: name)
      }
      for finding in configuration.findings {
        StandardStream.error.write(writer.text(of: finding, in: DocumentID(rawValue: 0)))
      }
    }
  }

  private static func name(_ root: Root) -> String { root.name.isEmpty ? "." : root.name }
}

/// The texts of notes and configuration files by the names that reports call them, read again when they are needed.
final class NoteTexts {
  private let paths: [PathKey: String]
  /// Texts that stand for what is on disk.
  private var replaced: [PathKey: [UInt8]]
  private var lines: [PathKey: SourceLines?] = [:]

  init(_ loaded: LoadedStudies, _ replaced: [String: [UInt8]]) {
    let notes = loaded.studies.flatMap { study in study.notes.map { (study.study[$0.document]?.name ?? "", $0.path) } }
    let configurations = loaded.configurations.map { (StudyInput.name(ofPath: $0.path), $0.path) }
    paths = Dictionary((notes + configurations).map { (PathKey($0), $1) }) { first, _ in first }
    self.replaced = Dictionary(replaced.map { (PathKey($0.key), $0.value) }) { first, _ in first }
  }

  /// The text that stands for a file; nil if none does.
  func replacement(of name: String) -> [UInt8]? {
    replaced[PathKey(name)]
  }

  /// Lets a text stand for a file.
  func replace(_ name: String, with text: [UInt8]) {
    replaced[PathKey(name)] = text
    lines[PathKey(name)] = nil
  }

  /// The lines of a file; nil if it can't be read any more.
  func lines(of name: String) -> SourceLines? {
    let key = PathKey(name)
    if let lines = lines[key] { return lines }
    // A finding's note and those that it refers to; more of them are no use to the next one.
    if lines.count == 8 { lines.removeAll() }
    let bytes = replaced[key] ?? paths[key].flatMap { try? FileReader.read($0).bytes }
    let lines = bytes.map { SourceLines($0) }
    self.lines[key] = .some(lines)
    return lines
  }
}
