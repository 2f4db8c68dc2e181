// `textDocument/prepareRename` and `textDocument/rename`: a code or a source gets another name in all notes of the study.

internal import LanguageServerProtocol
internal import SeedIDE
internal import SeedSyntax

extension Session {
  /// What would be renamed, or the reason why nothing can be: editors show an error's words, and for `null` only that it
  /// didn't work.
  func prepareRename(_ params: TextDocumentPositionParams) throws(ResponseError) -> PrepareRenameResult? {
    let question = try requireNote(try question(params.textDocument.uri))
    do throws(RefactoringRefusal) {
      let target = try question.snapshot.prepareRename(at: question.offset(params.position))
      return PrepareRenameResult(range: question.range(target.range), placeholder: target.name)
    } catch {
      throw ToLSP.error(error)
    }
  }

  func rename(_ params: RenameParams) throws(ResponseError) -> WorkspaceEdit? {
    let question = try questionForChange(params.textDocument.uri)
    do throws(RefactoringRefusal) {
      let edit = try question.snapshot.placedRename(at: question.offset(params.position), to: params.newName)
      try tellWhatIsLeft(by: edit, params, question)
      return workspaceEdit(edit, question)
    } catch {
      throw ToLSP.error(error)
    }
  }

  /// Places that may mean the name too are told of: VS Code leaves what has to be confirmed unticked, and other editors don't
  /// get it.
  private func tellWhatIsLeft(
    by edit: PlacedEdit, _ params: RenameParams, _ question: Question
  ) throws(RefactoringRefusal) {
    guard edit.remarks.contains(where: \.needsConfirmation) || !edit.shadowed.isEmpty else { return }
    let name = try question.snapshot.prepareRename(at: question.offset(params.position)).name
    if let message = edit.left(of: name, in: question.snapshot.study, canBeConfirmed: annotatesEdits) {
      client.showMessage(.info, message)
    }
  }

  /// A question that changes notes: what is closed is as it is on the disk.
  func questionForChange(_ uri: DocumentURI) throws(ResponseError) -> Question {
    try requireNote(try workspace.questionForChange(uri, unit))
  }

  private func requireNote(_ question: Question?) throws(ResponseError) -> Question {
    guard let question else {
      throw ResponseError(.requestFailed, "The document is not open, or is no seed file: there are no codes to rename.")
    }
    return question
  }
}

extension Route {
  static let prepareRename = Route.request(
    .prepareRename, Session.prepareRename, feature: .rename,
    promise: "The name at the cursor, or a refusal that says why there is nothing to rename.")

  static let rename = Route.request(
    .rename, Session.rename, feature: .rename, mayTakeLong: true,
    promise: "All bound places in the study, or a refusal before any edit. Files that changed since they were read are "
      + "read again first; edits of open notes carry the client's version."
  ) { capabilities, client in
    capabilities.renameProvider = RenameOptions(prepareProvider: client.textDocument.prepareRename)
  }
}

extension Feature {
  static let rename = Feature("rename", "renaming of codes and sources")
}
