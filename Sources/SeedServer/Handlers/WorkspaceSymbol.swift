// `workspace/symbol`: codes and sources by what one remembers of their names.

internal import LanguageServerProtocol
internal import SeedIDE

extension Session {
  /// The most symbols of one answer: nobody looks further, and clients ask again with each letter.
  private static let symbolLimit = 200

  func workspaceSymbol(_ params: WorkspaceSymbolParams) throws(ResponseError) -> [WorkspaceSymbol]? {
    try workspace.waitForAll()
    let studies = workspace.studies
    var found: [(rank: StudySymbol.Rank, symbol: WorkspaceSymbol)] = []
    for study in studies {
      for symbol in study.content.symbols(matching: params.query, limit: Self.symbolLimit) {
        guard let uri = study.uri(of: symbol.place.document) else { continue }
        let location = Location(uri: uri, range: ToLSP.range(symbol.place.range, unit))
        found.append((symbol.rank, ToLSP.symbol(symbol, location, capabilities.workspace.symbolKinds)))
      }
    }
    // Sorting keeps the order of each study among equals.
    if studies.count > 1 { found.sort { $0.rank < $1.rank } }
    return found.prefix(Self.symbolLimit).map(\.symbol)
  }
}

extension Route {
  static let workspaceSymbol = Route.request(
    .workspaceSymbol, Session.workspaceSymbol, feature: .workspaceSymbols, mayTakeLong: true,
    promise: "Codes and sources of every study by parts of their names, the best 200."
  ) { capabilities, _ in
    capabilities.workspaceSymbolProvider = true
  }
}

extension Feature {
  static let workspaceSymbols = Feature("workspaceSymbols", "the search for codes and sources of the whole study")
}
