// Reads the study that a command is about, and says what stands in the way.

internal import SeedModel
internal import SeedReport
internal import SeedWorkspace

/// A study that was read, with the texts of its notes at hand.
struct StudyInput {
  var loaded: LoadedStudy
  let texts: NoteTexts
  /// The note on standard input, if one was read.
  private(set) var standardInput: DocumentID?

  /// Reads files and folders, the current one if none is given; says on standard error what could not be used.
  ///
  /// - Parameters:
  ///   - name: the name of a note whose text is read from standard input; nil for none.
  ///   - settings: which rules to check.
  /// - Returns: nil if there is nothing to work on; that has been said then.
  init?(_ paths: [String], standardInputName name: String? = nil, settings: RuleSettings = .standard) {
    var given: [UInt8]?
    if name != nil {
      do throws(FileError) {
        given = try FileReader.readStandardInput(name: "standard input")
      } catch {
        CommandLineTool.report(["error: \(error)"])
        return nil
      }
    }
    let roots =
      paths.isEmpty ? [name.map { Self.studyFolder(of: $0) } ?? Root(typed: ".")] : paths.map { Root(typed: $0) }
    let missing = Self.missing(roots)
    guard missing.isEmpty else {
      // Without what is missing, all that it defines would be reported as undefined.
      CommandLineTool.report(missing.map { "error: \($0)" } + ["Nothing was checked."])
      return nil
    }
    let progress = ProgressLine("reading notes")
    loaded = LoadedStudy(roots, settings: settings)
    progress.end()
    var messages = Self.messages(loaded)
    var replaced: [DocumentID: [UInt8]] = [:]
    if let name, let given {
      let root = Root(typed: name)
      standardInput = loaded.replaceText(of: root.path, name: root.name, with: given)
      if let standardInput {
        replaced[standardInput] = given
      } else {
        messages.append("not a seed file: \(name), skipped")
      }
    }
    texts = NoteTexts(loaded, replaced)
    CommandLineTool.report(messages)
    // With nothing but a text that is no note, there is nothing to tell of.
    guard !loaded.notes.isEmpty, name == nil || standardInput != nil || !paths.isEmpty else {
      let places = name.map { "`\($0)`" } ?? roots.map { "`\(Self.name($0))`" }.joined(separator: ", ")
      CommandLineTool.report(["error: no seed files in \(places): `seed-lsp help check` says what is looked for"])
      return nil
    }
  }

  /// The folder whose notes belong to a file's study: the nearest one that a configuration file marks, else the current
  /// folder if the file lies in it, else the file's own.
  private static func studyFolder(of name: String) -> Root {
    let path = Path.absolute(name)
    let current = Path.currentFolder
    var folder = parent(path)
    while true {
      if (try? FileStatus(path: Path.join(folder, "seed-lsp.json"))) != nil {
        return Root(path: folder, name: Path.relative(folder, to: current) == "." ? "" : folder)
      }
      if folder == "/" { break }
      folder = parent(folder)
    }
    return Path.relative(path, to: current) != nil ? Root(typed: ".") : Root(typed: parent(path))
  }

  private static func parent(_ path: String) -> String {
    Path.normalise(Path.join(path, ".."))
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

  private static func messages(_ loaded: LoadedStudy) -> [String] {
    loaded.errors.map { "error: \($0)" }
      + loaded.namedFilesThatAreNoSeeds.map { "not a seed file: \($0.name), skipped" }
      + loaded.notUTF8.map { "note: \($0.name): line \($0.line + 1) has bytes that are not UTF-8, shown as \u{FFFD}" }
  }

  private static func name(_ root: Root) -> String { root.name.isEmpty ? "." : root.name }
}

/// The texts of notes, read again when they are needed.
final class NoteTexts {
  private let paths: [DocumentID: String]
  /// Texts that stand for what is on disk.
  private var replaced: [DocumentID: [UInt8]]
  private var lines: [DocumentID: SourceLines?] = [:]

  init(_ loaded: LoadedStudy, _ replaced: [DocumentID: [UInt8]]) {
    paths = Dictionary(loaded.notes.map { ($0.document, $0.path) }) { first, _ in first }
    self.replaced = replaced
  }

  /// The text that stands for a note's file; nil if none does.
  func replacement(of document: DocumentID) -> [UInt8]? {
    replaced[document]
  }

  /// Lets a text stand for a note's file.
  func replace(_ document: DocumentID, with text: [UInt8]) {
    replaced[document] = text
    lines[document] = nil
  }

  /// The lines of a note; nil if it can't be read any more.
  func lines(of document: DocumentID) -> SourceLines? {
    if let lines = lines[document] { return lines }
    // A finding's note and those that it refers to; more of them are no use to the next one.
    if lines.count == 8 { lines.removeAll() }
    let bytes = replaced[document] ?? paths[document].flatMap { try? FileReader.read($0).bytes }
    let lines = bytes.map { SourceLines($0) }
    self.lines[document] = .some(lines)
    return lines
  }
}
