// `textDocument/foldingRange`: what can be hidden of a note.

internal import LanguageServerProtocol
internal import SeedIDE

extension Session {
  func foldingRange(_ params: TextDocumentParams) throws(ResponseError) -> [LanguageServerProtocol.FoldingRange]? {
    guard let question = try question(params.textDocument.uri) else { return nil }
    let limit = capabilities.textDocument.folding.rangeLimit
    return question.snapshot.foldingRanges(limit: limit).map { range in
      LanguageServerProtocol.FoldingRange(
        startLine: range.firstLine, endLine: range.lastLine, kind: ToLSP.foldingKind(range.kind))
    }
  }
}
