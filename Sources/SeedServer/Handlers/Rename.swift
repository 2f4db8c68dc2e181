// `textDocument/prepareRename` and `textDocument/rename`: a code or a source gets another name in all notes of the study.

internal import LanguageServerProtocol
internal import SeedIDE
internal import SeedModel
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
      if !edit.notes.isEmpty { try tellWhatIsLeft(by: edit, params, question) }
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
    let target = try question.snapshot.prepareRename(at: question.offset(params.position))
    let new = params.newName.trimmingBlanks
    var parts = [
      edit.left(of: target.name, in: question.snapshot.study, canBeConfirmed: annotatesEdits)
    ].compactMap { $0 }
    if !target.isSource {
      recentRenames.add(target.name, new)
      let change = question.snapshot.displayNameChange(of: target.name, calledBefore: target.name, after: new)
      if let change, change.old != change.new, settings.isEnabled(.codeActions) {
        parts.append(
          "the display name “\(change.old)” stays; an action at `\(new)` changes it to “\(change.new)”")
      }
    }
    guard let first = parts.first else { return }
    let message = ([first.prefix(1).uppercased() + first.dropFirst()] + parts.dropFirst()).joined(separator: "; ")
    client.showMessage(.info, message)
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

/// The renames of a session, so that what follows from them can be offered.
struct RecentRenames {
  private static let largestCount = 32

  /// What codes were called before, by their names.
  private(set) var oldNames: [String: String] = [:]

  mutating func add(_ old: String, _ new: String) {
    if oldNames.count >= Self.largestCount { oldNames.removeAll() }
    oldNames[new] = old
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
