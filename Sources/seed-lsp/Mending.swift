// What `check --fix` and `check --diff` do: applies the safe fixes and writes the notes, or shows what would change.

internal import SeedIDE
internal import SeedModel
internal import SeedReport
internal import SeedRules
internal import SeedStudy
internal import SeedSyntax
internal import SeedWorkspace

/// The safe fixes of some studies, applied.
struct Mending {
  /// Notes that could not be read again or written.
  private(set) var errors: [FileError] = []
  /// The notes that were changed, with their names.
  private var notes: [(name: String, note: StudyFixer.FixedNote)] = []

  /// Applies the fixes; the input has the changed studies and texts afterwards.
  ///
  /// - Parameters:
  ///   - documents: the notes to mend, for each study.
  ///   - writes: whether to write the notes' files. A note on standard input has none.
  init(_ input: inout StudyInput, _ documents: [[DocumentID]], _ selection: RuleSelection, writes: Bool) {
    let stamps = input.loaded.stamps
    for (index, documents) in zip(input.loaded.studies.indices, documents) {
      mend(&input.loaded.studies[index], documents, input.texts, stamps, selection, writes)
    }
  }

  private mutating func mend(
    _ loaded: inout AssembledStudy, _ documents: [DocumentID], _ texts: NoteTexts, _ stamps: [PathKey: FileStamp],
    _ selection: RuleSelection, _ writes: Bool
  ) {
    let paths = loaded.paths
    let study = loaded.study
    func name(_ document: DocumentID) -> String { study[document]?.name ?? "?" }
    let reader = Reader(paths: paths, stamps: stamps, texts: texts, name: name)
    var fixer = StudyFixer(loaded.checked) { checked, document in
      checked.findings(in: document).filter { selection.contains($0.rule) }
    } load: { document in
      reader.text(of: document).map { Document($0, format: study[document]?.summary.format ?? .note) }
    }
    let writable = writes ? writableFolder(loaded) : nil
    guard !writes || writable != nil else { return }
    fixer.run(documents)
    errors += fixer.unavailable.sorted().map { document in
      FileError(path: name(document), reason: reader.errors[document] ?? .changed)
    }
    for note in fixer.fixedNotes {
      let name = name(note.document)
      do throws(FileError) {
        if writes, texts.replacement(of: name) == nil, let path = paths[note.document] {
          try writable?.check(path)
          try FileWriter.replace(path, with: note.newText, ifUnchangedSince: stamps[PathKey(path)])
        }
        notes.append((name, note))
        if writes { texts.replace(name, with: note.newText) }
      } catch {
        errors.append(FileError(path: name, reason: error.reason))
        fixer.revert(note.document)
      }
    }
    if writes { loaded.checked = fixer.checked }
  }

  /// The study's folder; nil if nothing may be written there, which is one of the errors then.
  private mutating func writableFolder(_ loaded: AssembledStudy) -> WritableFolder? {
    do throws(FileError) {
      return try WritableFolder(loaded.folder)
    } catch {
      errors.append(error)
      return nil
    }
  }

  /// What was changed, as `patch -p0` takes it.
  var diff: [UInt8] {
    notes.flatMap { UnifiedDiff.text($0.note.oldText, $0.note.newText, path: $0.name) }
  }

  /// "Mended 3 places in 2 notes."
  var summary: String {
    notes.isEmpty ? "Nothing can be mended safely." : "Mended \(extent)."
  }

  /// "3 places in 2 notes would be mended."
  var prospect: String {
    notes.isEmpty ? "Nothing can be mended safely." : "\(extent) would be mended."
  }

  private var extent: String {
    let count = notes.reduce(0) { $0 + $1.note.fixCount }
    return "\(count) \(count == 1 ? "place" : "places") in \(notes.count) \(notes.count == 1 ? "note" : "notes")"
  }

  /// The new text of a note; nil if it was not changed.
  func text(of name: String) -> [UInt8]? {
    notes.first { $0.name == name }?.note.newText
  }
}

/// Reads the notes that have something to mend.
private final class Reader {
  private let paths: NotePaths
  private let stamps: [PathKey: FileStamp]
  private let texts: NoteTexts
  private let name: (DocumentID) -> String
  private(set) var errors: [DocumentID: FileError.Reason] = [:]

  init(
    paths: NotePaths, stamps: [PathKey: FileStamp], texts: NoteTexts, name: @escaping (DocumentID) -> String
  ) {
    self.paths = paths
    self.stamps = stamps
    self.texts = texts
    self.name = name
  }

  /// The text that was checked; nil if the file has another one by now.
  func text(of document: DocumentID) -> [UInt8]? {
    if let text = texts.replacement(of: name(document)) { return text }
    guard let path = paths[document] else { return nil }
    do throws(FileError) {
      let content = try FileReader.read(path)
      if content.stamp == stamps[PathKey(path)] { return content.bytes }
      errors[document] = .changed
    } catch {
      errors[document] = error.reason
    }
    return nil
  }
}
