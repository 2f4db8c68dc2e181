// Changes to notes on their way to the client: in the form that it understands, with the versions that they are for.

internal import LanguageServerProtocol
internal import SeedIDE
internal import SeedStudy
internal import SeedSyntax

extension ToLSP {
  /// A refusal, in words for the user.
  static func error(_ refusal: RefactoringRefusal) -> ResponseError {
    switch refusal.reason {
    case .stale: ResponseError(.contentModified, refusal.message)
    default: ResponseError(.requestFailed, refusal.message)
    }
  }

  /// - Parameter isAnnotated: whether to refer to the remarks, which are then sent with the edits.
  static func textEdits(_ edits: [LineEdit], _ unit: ColumnUnit, isAnnotated: Bool) -> [TextEdit] {
    edits.map { edit in
      TextEdit(
        range: range(edit.range, unit), newText: edit.newText, annotationID: isAnnotated ? edit.remark?.id : nil)
    }
  }

  static func annotation(_ remark: EditRemark) -> ChangeAnnotation {
    ChangeAnnotation(
      id: remark.id, label: remark.label, needsConfirmation: remark.needsConfirmation, description: remark.detail)
  }
}

extension ToLSP {
  /// What a client can be told of a change.
  struct EditForm {
    /// Whether it takes the versions of notes, and operations on files.
    let isVersioned: Bool
    /// Whether it shows what edits are about and lets the user leave some of them out.
    let isAnnotated: Bool

    init(_ client: WorkspaceClientCapabilities) {
      isVersioned = client.documentChanges
      isAnnotated = client.changeAnnotations && client.documentChanges
    }
  }

  /// A change as the client understands it. Where it can't ask the user, what would have to be confirmed is left out.
  ///
  /// - Parameters:
  ///   - renames: files that get other names, after their texts have been changed.
  ///   - version: the version of a note that is open.
  ///   - uri: what the client calls a note.
  static func workspaceEdit(
    _ edit: PlacedEdit, renaming renames: [FileRename], _ unit: ColumnUnit, _ form: EditForm,
    version: (DocumentID) -> Int?, uri: (DocumentID) -> DocumentURI?
  ) -> WorkspaceEdit {
    let edit = form.isAnnotated ? edit : edit.withoutDoubts
    let textEdits = textEdits(edit.edits, unit, isAnnotated: form.isAnnotated)
    var edits: [TextDocumentEdit] = []
    edits.reserveCapacity(edit.notes.count)
    for (document, places) in edit.notes {
      guard let uri = uri(document) else { continue }
      edits.append(
        TextDocumentEdit(
          textDocument: OptionalVersionedTextDocumentIdentifier(uri: uri, version: version(document)),
          edits: textEdits[places]))
    }
    guard form.isVersioned else { return WorkspaceEdit(.byDocument(edits)) }
    var remarks = form.isAnnotated ? edit.remarks : []
    for rename in renames where !remarks.contains(rename.remark) { remarks.append(rename.remark) }
    let files = renames.map { RenameFile(oldURI: $0.old, newURI: $0.new, annotationID: $0.remark.id) }
    return WorkspaceEdit(.versioned(edits, renames: files), changeAnnotations: remarks.map { annotation($0) })
  }
}
