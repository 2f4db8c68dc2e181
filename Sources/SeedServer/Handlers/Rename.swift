// `textDocument/prepareRename` and `textDocument/rename`: a code or a source gets another name in all notes of the study.

internal import LanguageServerProtocol
internal import SeedIDE

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
      explainOmissions(of: edit)
      return workspaceEdit(edit, question)
    } catch {
      throw ToLSP.error(error)
    }
  }

  /// What a client without annotations doesn't get is at least said.
  private func explainOmissions(of edit: PlacedEdit) {
    guard !annotatesEdits else { return }
    let omitted = edit.replacements.count { $0.remark?.needsConfirmation == true }
    guard omitted > 0 else { return }
    client.logMessage(
      .info,
      omitted == 1
        ? "1 place in prose or in a broken statement may mean the name too and was left as it is."
        : "\(omitted) places in prose or in broken statements may mean the name too and were left as they are.")
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
