// `workspace/willRenameFiles` and `workspace/didRenameFiles`, `didCreateFiles`, `didDeleteFiles`: what the user does to files
// in the editor.

internal import LanguageServerProtocol
internal import SeedIDE

extension Session {
  /// Notes whose names may be those of their sources.
  static let renamedNotes = FileOperationRegistrationOptions(filters: [
    FileOperationFilter(scheme: "file", glob: "**/*.{md,txt}", matches: .file)
  ])

  /// Everything that can hold or be a note: of a folder, clients tell the folder alone.
  static let filesAndFolders = FileOperationRegistrationOptions(filters: [
    FileOperationFilter(scheme: "file", glob: "**/*.{md,txt,py,json}", matches: .file),
    FileOperationFilter(scheme: "file", glob: "**", matches: .folder),
  ])

  /// The edits that rename a source with its file. Nothing where that can't be done safely: the user renames a file, and that
  /// must not fail.
  func willRenameFiles(_ params: RenameFilesParams) throws(ResponseError) -> WorkspaceEdit? {
    guard params.files.count == 1, let file = params.files.first, let old = file.oldURI.path,
      let new = file.newURI.path, let rename = workspace.sourceRename(from: old, to: new),
      let question = workspace.question(about: rename.document, in: rename.study, unit)
    else { return nil }
    do throws(RefactoringRefusal) {
      // The file's own name is what the user is changing.
      let edit = StudyEdit(notes: try question.snapshot.rename(rename.old, to: rename.new).notes)
      return edit.isEmpty ? nil : workspaceEdit(edit, question)
    } catch {
      client.logMessage(.info, "\(rename.old) keeps its name: \(error.message)")
      return nil
    }
  }

  func didRenameFiles(_ params: RenameFilesParams) {
    workspace.apply(
      params.files.flatMap { file in
        [FileEvent(uri: file.oldURI, type: .deleted), FileEvent(uri: file.newURI, type: .created)]
      })
    // A folder that was moved brings its notes along.
    workspace.watcher.look()
  }

  func didCreateFiles(_ params: FilesParams) {
    workspace.apply(params.files.map { FileEvent(uri: $0.uri, type: .created) })
    workspace.watcher.look()
  }

  func didDeleteFiles(_ params: FilesParams) {
    workspace.apply(params.files.map { FileEvent(uri: $0.uri, type: .deleted) })
  }
}
