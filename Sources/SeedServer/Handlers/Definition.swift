// `textDocument/definition`: every place that defines the name at the cursor.

internal import LanguageServerProtocol
internal import SeedIDE

extension Session {
  func definition(
    _ params: TextDocumentPositionParams
  ) throws(ResponseError) -> LanguageServerProtocol.DefinitionResult? {
    guard let question = try question(params.textDocument.uri),
      let definition = question.snapshot.definition(at: question.offset(params.position))
    else { return nil }
    let locations = definition.targets.compactMap { question.location($0) }
    guard capabilities.textDocument.linkSupport.definition else { return .locations(locations) }
    let origin = question.range(definition.origin)
    return .links(
      locations.map { location in
        LocationLink(
          originSelectionRange: origin, targetURI: location.uri, targetRange: location.range,
          targetSelectionRange: location.range)
      })
  }
}
