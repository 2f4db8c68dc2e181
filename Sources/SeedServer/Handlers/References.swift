// `textDocument/references`: every place of the name at the cursor in the study.

internal import LanguageServerProtocol
internal import SeedIDE

extension Session {
  func references(_ params: ReferenceParams) throws(ResponseError) -> LocationList? {
    guard let question = try question(params.textDocument.uri) else { return nil }
    let references = question.snapshot.references(
      at: question.offset(params.position), includingDeclaration: params.context?.includeDeclaration ?? true)
    return LocationList(question.locations(references.lazy.map(\.place)))
  }
}

extension Route {
  static let references = Route.request(
    .references, Session.references, feature: .references, mayTakeLong: true,
    promise: "All places in the study, without the definitions if the client says so."
  ) { capabilities, _ in
    capabilities.referencesProvider = true
  }
}

extension Feature {
  static let references = Feature("references", "finding all places of a name")
}
