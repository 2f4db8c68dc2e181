// `textDocument/inlayHint`: what identifiers stand for, if the user wants to see it.

internal import LanguageServerProtocol
internal import SeedIDE
internal import SeedSyntax

extension Session {
  func inlayHint(_ params: DocumentRangeParams) throws(ResponseError) -> [LanguageServerProtocol.InlayHint]? {
    guard let question = try question(params.textDocument.uri) else { return nil }
    let range = try FromLSP.range(params.range, in: question.snapshot.syntax, unit)
    return question.snapshot.inlayHints(in: range).map { hint in
      LanguageServerProtocol.InlayHint(
        position: question.range(ByteRange(at: hint.offset)).start, label: hint.text, paddingLeft: true)
    }
  }
}

extension Route {
  static let inlayHint = Route.request(
    .inlayHint, Session.inlayHint, feature: .inlayHints, refresh: .refreshInlayHints,
    promise: "What identifiers stand for, if the user switched it on; else `null`."
  ) { capabilities, _ in capabilities.inlayHintProvider = ResolveOptions() }
}

extension Feature {
  static let inlayHints = Feature("inlayHints", "display names behind identifiers", isOnByDefault: false)
}

extension SentRequest {
  static let refreshInlayHints = SentRequest(
    .refreshInlayHints, "Likewise.", refreshing: "inlayHint")
}
