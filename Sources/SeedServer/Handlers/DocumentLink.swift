// `textDocument/documentLink`: the addresses of a note.

internal import LanguageServerProtocol
internal import SeedIDE

extension Session {
  func documentLink(_ params: TextDocumentParams) throws(ResponseError) -> [LanguageServerProtocol.DocumentLink]? {
    let uri = params.textDocument.uri
    guard let question = try question(uri) else { return nil }
    let showsTooltips = capabilities.textDocument.documentLinkTooltips
    return question.snapshot.documentLinks().compactMap { link in
      guard let target = ToLSP.target(link.target, from: uri) else { return nil }
      return LanguageServerProtocol.DocumentLink(
        range: question.range(link.range), target: target,
        tooltip: showsTooltips ? link.purpose.map { ToLSP.tooltip($0) } : nil)
    }
  }
}

extension Route {
  static let documentLink = Route.request(
    .documentLink, Session.documentLink, feature: .documentLinks,
    promise: "Addresses with their targets; nothing is fetched."
  ) { capabilities, _ in
    capabilities.documentLinkProvider = ResolveOptions()
  }
}

extension Feature {
  static let documentLinks = Feature("documentLinks", "links to the addresses of sources")
}
