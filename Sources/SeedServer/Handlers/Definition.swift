// `textDocument/definition`, `…/declaration`, `…/typeDefinition` and `…/implementation`: from a name to other places.

internal import LanguageServerProtocol
internal import SeedIDE

extension Session {
  /// Every place that defines the name at the cursor.
  func definition(
    _ params: TextDocumentPositionParams
  ) throws(ResponseError) -> LanguageServerProtocol.DefinitionResult? {
    try answer(params, asLinks: capabilities.textDocument.linkSupport.definition) { $0.definition(at: $1) }
  }

  /// The same: what declares a code defines it.
  func declaration(
    _ params: TextDocumentPositionParams
  ) throws(ResponseError) -> LanguageServerProtocol.DefinitionResult? {
    try answer(params, asLinks: capabilities.textDocument.linkSupport.declaration) { $0.definition(at: $1) }
  }

  /// The metaclass of a code.
  func typeDefinition(
    _ params: TextDocumentPositionParams
  ) throws(ResponseError) -> LanguageServerProtocol.DefinitionResult? {
    try answer(params, asLinks: capabilities.textDocument.linkSupport.typeDefinition) { $0.typeDefinition(at: $1) }
  }

  /// The options of a decision, what acts on a force, what specialises a code.
  func implementation(
    _ params: TextDocumentPositionParams
  ) throws(ResponseError) -> LanguageServerProtocol.DefinitionResult? {
    try answer(params, asLinks: capabilities.textDocument.linkSupport.implementation) { $0.implementations(at: $1) }
  }

  /// The places that a feature finds for the name at the cursor, with the name itself for clients that understand it.
  private func answer(
    _ params: TextDocumentPositionParams, asLinks: Bool, _ find: (Snapshot, Int) -> SeedIDE.DefinitionResult?
  ) throws(ResponseError) -> LanguageServerProtocol.DefinitionResult? {
    guard let question = try question(params.textDocument.uri),
      let result = find(question.snapshot, question.offset(params.position))
    else { return nil }
    let locations = result.targets.compactMap { question.location($0) }
    guard asLinks else { return .locations(locations) }
    let origin = question.range(result.origin)
    return .links(
      locations.map { location in
        LocationLink(
          originSelectionRange: origin, targetURI: location.uri, targetRange: location.range,
          targetSelectionRange: location.range)
      })
  }
}

extension Route {
  static let definition = Route.request(
    .definition, Session.definition, feature: .definition,
    promise: "All definitions, in any note of the study; links where the client takes them, else locations."
  ) { capabilities, _ in capabilities.definitionProvider = true }

  static let declaration = Route.request(
    .declaration, Session.declaration, feature: .definition,
    promise: "The same places as the definition."
  ) { capabilities, _ in capabilities.declarationProvider = true }

  static let typeDefinition = Route.request(
    .typeDefinition, Session.typeDefinition, feature: .typeDefinition,
    promise: "Where what a code is a kind of is defined."
  ) { capabilities, _ in capabilities.typeDefinitionProvider = true }

  static let implementation = Route.request(
    .implementation, Session.implementation, feature: .implementation,
    promise: "The options of a decision, what acts on a force, what specialises a code."
  ) { capabilities, _ in capabilities.implementationProvider = true }
}

extension Feature {
  static let definition = Feature("definition", "going to definitions and declarations")
  static let typeDefinition = Feature("typeDefinition", "going to what a code is a kind of")
  static let implementation = Feature(
    "implementation", "going to the options of a decision, and to what acts on a force")
}
