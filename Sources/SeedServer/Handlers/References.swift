// `textDocument/references`: every place of the name at the cursor in the study.

internal import LanguageServerProtocol
internal import SeedIDE

extension Session {
  func references(_ params: ReferenceParams) throws(ResponseError) -> [Location]? {
    guard let question = try question(params.textDocument.uri) else { return nil }
    return question.snapshot.references(
      at: question.offset(params.position), includingDeclaration: params.context?.includeDeclaration ?? true
    ).compactMap { question.location($0.place) }
  }
}
