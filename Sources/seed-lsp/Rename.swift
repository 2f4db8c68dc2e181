// The subcommands `rename` and `merge`: change a code's name in all notes of a study, or make one code of two.

internal import SeedIDE
internal import SeedModel
internal import SeedReport
internal import SeedStudy
internal import SeedSyntax
internal import SeedWorkspace

struct Rename {
  private let options: RenameOptions

  init(_ options: RenameOptions) {
    self.options = options
  }

  /// The result is the exit code: 1 if the change was refused.
  func run() -> Int32 {
    guard let input = StudyInput(options.paths) else { return 2 }
    guard input.loaded.errors.isEmpty else {
      CommandLineTool.report(["error: nothing was changed, because not everything could be read"])
      return 2
    }
    let candidates = studies(input.loaded.studies)
    guard candidates.count == 1, let loaded = candidates.first, let first = loaded.notes.first else {
      let names = candidates.map { "`\(StudyInput.name(ofPath: $0.ownFolder))`" }
      CommandLineTool.report([
        "error: `\(options.oldName)` means different things in \(names.count) studies: \(names.joined(separator: ", ")). "
          + "Give the folder of the one that you mean as PATH. Nothing was changed."
      ])
      return 1
    }
    let files = NoteFiles(loaded, input.loaded.stamps)
    let snapshot = Snapshot(
      study: loaded.study, document: first.document, syntax: files.read(first.document) ?? Document([])
    ) { files.read($0) }
    let edit: StudyEdit
    do throws(RefactoringRefusal) {
      edit =
        options.isMerge
        ? try snapshot.merge(options.oldName, into: options.newName)
        : try snapshot.rename(options.oldName, to: options.newName)
    } catch {
      CommandLineTool.report(["error: \(error.message)"])
      return 1
    }
    return finish(edit, loaded.study, files, in: loaded.folder)
  }

  /// The studies that can be meant: those that define the old name, else those in which it stands, else any.
  private func studies(_ all: [AssembledStudy]) -> [AssembledStudy] {
    let name = options.oldName
    let notEmpty = all.filter { $0.noteCount > 0 }
    let defining = notEmpty.filter { loaded in
      loaded.study.nameID(name).map { loaded.study.hasDefinition($0) } == true
        || !loaded.study.documents(ofSource: name).isEmpty
    }
    if !defining.isEmpty { return defining }
    let using = notEmpty.filter { study in study.study.nameID(name).map { !study.study.sites(of: $0).isEmpty } == true }
    return using.isEmpty ? Array(notEmpty.prefix(1)) : using
  }

  private func finish(_ edit: StudyEdit, _ study: Study, _ files: NoteFiles, in folder: String) -> Int32 {
    let sure = edit.withoutDoubts
    switch options.output {
    case .diff:
      explain(edit, study)
      let diff = sure.notes.flatMap { note in
        UnifiedDiff.text(note.original.bytes, note.result, path: name(note, study))
      }
      return CommandLineTool.finish(diff)
    case .places:
      explain(edit, study)
      return CommandLineTool.finish(sure.notes.flatMap { places(in: $0, study) }.map { $0 + "\n" }.joined())
    case .summary:
      var replacements: [FileReplacement] = []
      for note in sure.notes {
        guard let replacement = files.replacement(note) else {
          CommandLineTool.report(["error: nothing was changed: `\(name(note, study))` can't be written"])
          return 2
        }
        replacements.append(replacement)
      }
      guard write(replacements, in: folder) else { return 2 }
      explain(edit, study)
      return CommandLineTool.finish(summary(sure))
    }
  }

  /// Writes all of the notes or none; false if they could not be written, which has been said then.
  private func write(_ notes: [FileReplacement], in folder: String) -> Bool {
    do throws(FileError) {
      let writable = try WritableFolder(folder)
      for note in notes { try writable.check(note.path) }
    } catch {
      CommandLineTool.report(["error: nothing was changed: \(error)"])
      return false
    }
    do throws(ReplacementError) {
      try FileWriter.replaceAll(notes)
      return true
    } catch {
      CommandLineTool.report(["error: \(error)"])
      return false
    }
  }

  private func summary(_ edit: StudyEdit) -> String {
    let count = edit.notes.reduce(0) { $0 + $1.edits.count }
    guard count > 0 else { return "Nothing to change.\n" }
    let extent =
      "\(count) \(count == 1 ? "place" : "places") in \(edit.notes.count) \(edit.notes.count == 1 ? "note" : "notes")"
    return options.isMerge
      ? "Merged `\(options.oldName)` into `\(options.newName)`: \(extent).\n"
      : "Renamed `\(options.oldName)` to `\(options.newName)`: \(extent).\n"
  }

  /// What was left as it is, for a person to look at: doubtful places and the names of files.
  private func explain(_ edit: StudyEdit, _ study: Study) {
    var messages = PlacedEdit(edit).left(of: options.oldName, in: study).map { ["note: \($0)"] } ?? []
    for rename in edit.fileRenames {
      messages.append(
        "note: \(study[rename.document]?.name ?? "the note") is named after the source; a better name is now \(rename.newName)"
      )
    }
    CommandLineTool.report(messages)
  }

  /// `path:line:column`, counted from 1, columns in UTF-16 units.
  private func places(in note: NoteEdit, _ study: Study) -> [String] {
    var lines = LineWalker(note.original)
    return note.edits.map { edit in
      let position = lines.position(of: edit.range.start)
      return "\(name(note, study)):\(position.line + 1):\(position.utf16 + 1)"
    }
  }

  private func name(_ note: NoteEdit, _ study: Study) -> String { study[note.document]?.name ?? "?" }
}

/// The files of a study's notes.
private struct NoteFiles {
  private let paths: NotePaths
  private let stamps: [PathKey: FileStamp]

  init(_ study: AssembledStudy, _ stamps: [PathKey: FileStamp]) {
    paths = study.paths
    self.stamps = stamps
  }

  func read(_ document: DocumentID) -> Document? {
    guard let path = paths[document], let content = try? FileReader.read(path) else { return nil }
    return Document(content.bytes, format: DocumentFormat(fileName: path))
  }

  func replacement(_ note: NoteEdit) -> FileReplacement? {
    guard let path = paths[note.document], let stamp = stamps[PathKey(path)] else { return nil }
    return FileReplacement(path: path, oldBytes: note.original.bytes, newBytes: note.result, stamp: stamp)
  }
}
