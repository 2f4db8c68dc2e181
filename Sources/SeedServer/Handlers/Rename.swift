// `textDocument/prepareRename` and `textDocument/rename`: a code or a source gets another name in all notes of the study.

internal import LanguageServerProtocol
internal import SeedIDE
internal import SeedWorkspace

extension Session {
  /// What would be renamed, or the reason why nothing can be: editors show an error's words, and for `null` only that it
  /// didn't work.
  func prepareRename(_ params: TextDocumentPositionParams) throws(ResponseError) -> PrepareRenameResult? {
    let question = try noteQuestion(params.textDocument.uri)
    do throws(RefactoringRefusal) {
      let target = try question.snapshot.prepareRename(at: question.offset(params.position))
      return PrepareRenameResult(range: question.range(target.range), placeholder: target.name)
    } catch {
      throw ToLSP.error(error)
    }
  }

  func rename(_ params: RenameParams) throws(ResponseError) -> WorkspaceEdit? {
    let question = try refreshedQuestion(params.textDocument.uri)
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
    guard edit.remarks.contains(where: \.needsConfirmation) else { return }
    let name = try question.snapshot.prepareRename(at: question.offset(params.position)).name
    if let message = edit.left(of: name, in: question.snapshot.study, canBeConfirmed: annotatesEdits) {
      client.showMessage(.info, message)
    }
  }

  /// A question about an open note, or the reason why there can be none.
  private func noteQuestion(_ uri: DocumentURI, isCurrent: Bool = false) throws(ResponseError) -> Question {
    guard let question = try question(uri, isCurrent: isCurrent) else {
      throw ResponseError(.requestFailed, "The document is not open, or is no seed file: there are no codes to rename.")
    }
    return question
  }

  /// A question that changes notes: what is closed is read again first.
  func refreshedQuestion(_ uri: DocumentURI) throws(ResponseError) -> Question {
    // The answer is let go of, so that the study is changed in place.
    _ = try noteQuestion(uri)
    let problems = rereadClosedNotes(around: uri)
    guard problems.isEmpty else {
      let shown = problems.prefix(3).joined(separator: "; ")
      let rest = problems.count > 3 ? " and \(problems.count - 3) more" : ""
      throw ResponseError(
        .requestFailed, "Nothing was changed, because not all notes of the study can be read: \(shown)\(rest)")
    }
    return try noteQuestion(uri, isCurrent: !isSomeNoteOpenTwice)
  }

  /// Whether the client has a note open under two names, as with a link: its texts may differ, and the study knows only one.
  private var isSomeNoteOpenTwice: Bool {
    openDocuments.contains { uri, document in
      document.id.map { document.folder.uri(of: $0) != uri } ?? false
    }
  }

  /// Reads the notes around an open document again if any file was changed, added or deleted without the editor.
  ///
  /// - Returns: what can't be read, in words.
  private func rereadClosedNotes(around uri: DocumentURI) -> [String] {
    guard let folder = openDocuments[uri]?.folder.openFolder, folder.path != nil else { return [] }
    guard !folder.isUnchanged(isOpen: { openDocuments[$0] != nil }) else { return [] }
    startLoading(folder, isQuiet: true)
    waitForNotes(around: uri)
    guard let folder = openDocuments[uri]?.folder.openFolder else { return [] }
    return folder.isIncomplete ? ["reading was given up because the client is about to go"] : folder.problems
  }
}
