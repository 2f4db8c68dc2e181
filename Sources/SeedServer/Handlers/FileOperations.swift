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

extension Route {
  static let willRenameFiles = Route.request(
    .willRenameFiles, Session.willRenameFiles, feature: .renameFiles, mayTakeLong: true,
    promise:
      "If one note that is called after its source gets the name of a free one (`s_33.md`, `s_34.md`): the edits "
      + "that rename the source in the study; else `null`."
  ) { capabilities, client in
    guard client.workspace.fileOperations.contains("willRename") else { return }
    capabilities.inWorkspace.inFileOperations.willRename = Session.renamedNotes
  }

  static let didRenameFiles = Route.notification(
    .didRenameFiles, Session.didRenameFiles,
    promise: "As files that are deleted and created; of a folder that is moved, the notes follow."
  ) { capabilities, client in
    guard client.workspace.fileOperations.contains("didRename") else { return }
    capabilities.inWorkspace.inFileOperations.didRename = Session.filesAndFolders
  }

  static let didCreateFiles = Route.notification(
    .didCreateFiles, Session.didCreateFiles,
    promise: "New files are read; what a new folder holds is found."
  ) { capabilities, client in
    guard client.workspace.fileOperations.contains("didCreate") else { return }
    capabilities.inWorkspace.inFileOperations.didCreate = Session.filesAndFolders
  }

  static let didDeleteFiles = Route.notification(
    .didDeleteFiles, Session.didDeleteFiles,
    promise: "The files are forgotten, and everything in a folder that is deleted."
  ) { capabilities, client in
    guard client.workspace.fileOperations.contains("didDelete") else { return }
    capabilities.inWorkspace.inFileOperations.didDelete = Session.filesAndFolders
  }
}

extension Feature {
  static let renameFiles = Feature("renameFiles", "changes of notes when a file is renamed")
}
