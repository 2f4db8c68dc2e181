// `textDocument/documentHighlight`: the places of the name at the cursor in the same note.

internal import LanguageServerProtocol
internal import SeedIDE

extension Session {
  func documentHighlight(
    _ params: TextDocumentPositionParams
  ) throws(ResponseError) -> [LanguageServerProtocol.DocumentHighlight]? {
    guard let question = try question(params.textDocument.uri) else { return nil }
    return question.snapshot.documentHighlights(at: question.offset(params.position)).map { highlight in
      LanguageServerProtocol.DocumentHighlight(
        range: question.range(highlight.range), kind: ToLSP.highlightKind(highlight.kind))
    }
  }
}

extension Route {
  static let documentHighlight = Route.request(
    .documentHighlight, Session.documentHighlight, feature: .documentHighlight,
    promise: "The places in the same note: definitions as *write*, uses as *read*, words of prose as *text*."
  ) { capabilities, _ in
    capabilities.documentHighlightProvider = true
  }
}

extension Feature {
  static let documentHighlight = Feature(
    "documentHighlight", "highlighting of the other places of a name in the same note")
}
