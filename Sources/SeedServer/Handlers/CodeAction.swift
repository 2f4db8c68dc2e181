// `textDocument/codeAction` and `codeAction/resolve`: the changes that are offered at a place.

internal import JSON
internal import LanguageServerProtocol
internal import SeedIDE
internal import SeedModel

extension Session {
  /// The kinds that there are, as clients are told.
  static let codeActionKinds: [CodeActionKind] = [.quickFix, .refactorRewrite, .sourceFixAll]

  func codeAction(_ params: CodeActionParams) throws(ResponseError) -> [CodeAction]? {
    // A client that understands only commands has no use for what we offer.
    guard capabilities.textDocument.codeAction.literals else { return nil }
    workspace.wait(around: params.textDocument.uri)
    // Findings are brought up to date when there is nothing else to do; the question may come before that.
    if let document = workspace.openDocuments[params.textDocument.uri] { updateFindings(of: document.study) }
    guard let question = try question(params.textDocument.uri) else { return nil }
    let range = try FromLSP.range(params.range, in: question.snapshot.syntax, unit)
    let actions = question.snapshot.actions(in: range, question.checked, oldNames: recentRenames.oldNames) { kind in
      if let only = params.context.only { return only.contains { ToLSP.codeActionKind(kind).isInside($0) } }
      // The note is checked again after each round of fixes, which is too much for a light bulb.
      return kind != .fixAll || params.context.triggerKind != .automatic
    }
    return actions.compactMap { codeAction($0, params, question) }
  }

  /// Works out what was left open when the action was offered. One that lacks nothing comes back as it is: Neovim 0.12 has
  /// every action without a command resolved, and makes the edit of the answer.
  func resolveCodeAction(_ action: JSONObject) throws(ResponseError) -> JSONObject {
    guard let merge = MergeData(action["data"]) else { return action }
    var resolved = action
    let edit = try self.merge(merge)
    resolved["edit"] = try? JSONValue(json: edit.json())
    return resolved
  }

  // MARK: - One action

  private func codeAction(_ action: NoteAction, _ params: CodeActionParams, _ question: Question) -> CodeAction? {
    let client = capabilities.textDocument.codeAction
    var result = CodeAction(title: action.title, kind: ToLSP.codeActionKind(action.kind))
    let diagnostics = action.findings.map { ToLSP.diagnostic($0, unit, capabilities) { question.uri(of: $0) } }
    // The client's own objects, so that it knows them again.
    let known = params.context.diagnostics.filter { shown in
      diagnostics.contains { $0.code == shown.code && $0.range == shown.range }
    }
    if !known.isEmpty { result.diagnostics = known }
    result.isPreferred = action.isPreferred && client.isPreferred
    switch action.outcome {
    case .edit(let edit):
      result.edit = workspaceEdit(edit, question)
    case .unavailable(let reason):
      guard client.disabled, params.context.triggerKind != .automatic else { return nil }
      result.disabled = CodeActionDisabled(reason: reason)
    case .merge(let code, let other):
      let merge = MergeData(uri: params.textDocument.uri, code: code, other: other)
      if client.data, client.resolvableProperties.contains("edit") {
        result.data = merge.json
      } else {
        // All notes are read for it, which is too much for a light bulb.
        guard params.context.triggerKind != .automatic, let edit = try? self.merge(merge) else { return nil }
        result.edit = edit
      }
    }
    return result
  }

  private func merge(_ merge: MergeData) throws(ResponseError) -> WorkspaceEdit {
    let question = try questionForChange(merge.uri)
    do throws(RefactoringRefusal) {
      return workspaceEdit(try question.snapshot.merge(merge.code, into: merge.other), question)
    } catch {
      throw ToLSP.error(error)
    }
  }
}

extension ToLSP {
  static func codeActionKind(_ kind: NoteAction.Kind) -> CodeActionKind {
    switch kind {
    case .fix: .quickFix
    case .fixAll: .sourceFixAll
    case .rewrite: .refactorRewrite
    }
  }
}

/// What an offer to merge two codes is remembered by.
private struct MergeData {
  let uri: DocumentURI
  let code: String
  let other: String

  init(uri: DocumentURI, code: String, other: String) {
    self.uri = uri
    self.code = code
    self.other = other
  }

  init?(_ data: JSONValue?) {
    guard let data, let uri = data["uri"]?.string, let code = data["merge"]?.string, let other = data["into"]?.string
    else { return nil }
    self.init(uri: DocumentURI(uri), code: code, other: other)
  }

  var json: JSONValue {
    ["uri": .string(uri.string), "merge": .string(code), "into": .string(other)]
  }
}

extension Route {
  static let codeAction = Route.request(
    .codeAction, Session.codeAction, feature: .codeActions,
    promise:
      "Fixes of findings and rewritings at a place, of the kinds asked for; only for clients that understand code "
      + "action literals."
  ) { capabilities, client in
    guard client.textDocument.codeAction.literals else { return }
    capabilities.codeActionProvider = CodeActionOptions(
      codeActionKinds: Session.codeActionKinds,
      resolveProvider: client.textDocument.codeAction.resolvableProperties.contains("edit"))
  }

  static let resolveCodeAction = Route.request(
    .resolveCodeAction, Session.resolveCodeAction, mayTakeLong: true,
    promise: "The edit of an action that was offered without one; any other action comes back as it is.")
}

extension Feature {
  static let codeActions = Feature("codeActions", "fixes and rewritings")
}
