// Changes of notes as answers: with the versions that they are for, and the files that get other names.

internal import LanguageServerProtocol
internal import SeedIDE

extension Session {
  /// Whether the client shows what edits are about and lets the user leave some of them out.
  var annotatesEdits: Bool { ToLSP.EditForm(capabilities.workspace).isAnnotated }

  /// A change as the client understands it.
  func workspaceEdit(_ edit: StudyEdit, _ question: Question) -> WorkspaceEdit {
    workspaceEdit(PlacedEdit(edit), question)
  }

  /// The same for a change that was planned in lines and columns.
  func workspaceEdit(_ edit: PlacedEdit, _ question: Question) -> WorkspaceEdit {
    // Clients ask the user before they rename a file; one that can't is not told to.
    let renamesFiles = annotatesEdits && capabilities.workspace.resourceOperations.contains("rename")
    let renames = renamesFiles ? workspace.fileRenames(edit.fileRenames, in: question.study) : []
    // Few notes of many are open; to look each up by its name takes longer than all the rest.
    let versions = workspace.versions(in: question.study)
    return ToLSP.workspaceEdit(
      edit, renaming: renames, question.unit, ToLSP.EditForm(capabilities.workspace), version: { versions[$0] },
      uri: { question.uri(of: $0) })
  }
}
