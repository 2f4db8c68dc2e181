// Changes to notes on their way to the client: in the form that it understands, with the versions that they are for.

internal import LanguageServerProtocol
internal import SeedIDE
internal import SeedModel
internal import SeedSyntax
internal import SeedWorkspace

extension ToLSP {
  /// A refusal, in words for the user.
  static func error(_ refusal: RefactoringRefusal) -> ResponseError {
    switch refusal.reason {
    case .stale: ResponseError(.contentModified, refusal.message)
    default: ResponseError(.requestFailed, refusal.message)
    }
  }

  /// - Parameter isAnnotated: whether to refer to the remarks, which are then sent with the edits.
  static func textEdits(
    _ replacements: [PlacedReplacement], _ unit: ColumnUnit, isAnnotated: Bool
  ) -> [TextEdit] {
    replacements.map { replacement in
      TextEdit(
        range: range(replacement.range, unit), newText: replacement.newText,
        annotationID: isAnnotated ? replacement.remark?.id : nil)
    }
  }

  static func annotation(_ remark: EditRemark) -> ChangeAnnotation {
    ChangeAnnotation(
      id: remark.id, label: remark.label, needsConfirmation: remark.needsConfirmation, description: remark.detail)
  }
}

extension Session {
  /// Whether the client shows what edits are about and lets the user leave some of them out.
  var annotatesEdits: Bool {
    capabilities.workspace.changeAnnotations && capabilities.workspace.documentChanges
  }

  /// A change as the client understands it. Where it can't ask the user, what would have to be confirmed is left out.
  func workspaceEdit(_ edit: StudyEdit, _ question: Question) -> WorkspaceEdit {
    workspaceEdit(PlacedEdit(edit), question)
  }

  /// The same for a change that was planned in lines and columns.
  func workspaceEdit(_ edit: PlacedEdit, _ question: Question) -> WorkspaceEdit {
    let edit = annotatesEdits ? edit : edit.withoutDoubts
    // Few notes of many are open; to look each up by its name takes longer than all the rest.
    var versions: [DocumentID: Int] = [:]
    for (uri, document) in openDocuments where question.concerns(document) {
      if let id = document.id, question.uri(of: id) == uri { versions[id] = document.version }
    }
    let textEdits = ToLSP.textEdits(edit.replacements, question.unit, isAnnotated: annotatesEdits)
    let notes = edit.notes
    var edits: [TextDocumentEdit] = []
    edits.reserveCapacity(notes.count)
    for (document, places) in notes {
      guard let uri = question.uri(of: document) else { continue }
      edits.append(
        TextDocumentEdit(
          textDocument: OptionalVersionedTextDocumentIdentifier(uri: uri, version: versions[document]),
          edits: textEdits[places]))
    }
    guard capabilities.workspace.documentChanges else { return WorkspaceEdit(.byDocument(edits)) }
    var remarks = annotatesEdits ? edit.remarks : []
    // Files are renamed after their texts have been changed, under the names that the changes use.
    var operations: [FileOperation] = []
    for (rename, operation) in fileRenames(edit, question) {
      operations.append(operation)
      if !remarks.contains(rename.remark) { remarks.append(rename.remark) }
    }
    return WorkspaceEdit(
      .versioned(edits, operations: operations), changeAnnotations: remarks.map { ToLSP.annotation($0) })
  }

  /// The operations on files, for a client that has them and asks before it does them. A file is never put in another's
  /// place.
  private func fileRenames(_ edit: PlacedEdit, _ question: Question) -> [(NoteFileRename, FileOperation)] {
    guard annotatesEdits, capabilities.workspace.resourceOperations.contains("rename") else { return [] }
    return edit.fileRenames.compactMap { rename in
      guard let old = question.uri(of: rename.document), let path = old.path, let slash = path.lastIndex(of: "/") else {
        return nil
      }
      let newPath = path[...slash] + rename.newName
      guard (try? FileStatus(path: String(newPath))) == nil else { return nil }
      return (
        rename,
        .renameFile(from: old, to: DocumentURI(filePath: String(newPath)), annotationID: rename.remark.id)
      )
    }
  }
}
