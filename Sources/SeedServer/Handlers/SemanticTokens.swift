// `textDocument/semanticTokens/full`, `…/full/delta` and `…/range`: the meanings of names, for colours.

internal import LanguageServerProtocol
internal import SeedIDE

/// The tokens that a client was last sent of each open document, to tell it no more than what changed.
struct SentTokens {
  private var results: [DocumentURI: (id: String, data: [UInt32])] = [:]
  private var lastID = 0

  /// The tokens that were sent under an id; nil if others have been sent since.
  func data(of uri: DocumentURI, id: String) -> [UInt32]? {
    results[uri].flatMap { $0.id == id ? $0.data : nil }
  }

  /// Keeps tokens; returns the id to send with them.
  ///
  /// - Parameter isOpen: tells which documents are open; what was sent of others is forgotten.
  mutating func keep(_ data: [UInt32], of uri: DocumentURI, isOpen: (DocumentURI) -> Bool) -> String {
    if results[uri] == nil { results = results.filter { isOpen($0.key) } }
    lastID += 1
    let id = String(lastID)
    results[uri] = (id, data)
    return id
  }
}

extension Session {
  func semanticTokens(_ params: TextDocumentParams) throws(ResponseError) -> SemanticTokens? {
    let uri = params.textDocument.uri
    guard let data = try tokenData(uri) else { return nil }
    return SemanticTokens(resultID: keepTokens(data, uri), data: data)
  }

  func semanticTokensDelta(_ params: SemanticTokensDeltaParams) throws(ResponseError) -> SemanticTokensDeltaResult? {
    let uri = params.textDocument.uri
    guard let data = try tokenData(uri) else { return nil }
    let old = sentTokens.data(of: uri, id: params.previousResultID)
    let id = keepTokens(data, uri)
    guard let old else { return .full(SemanticTokens(resultID: id, data: data)) }
    return .edits(ToLSP.edits(from: old, to: data), resultID: id)
  }

  /// The tokens on the lines of a range.
  func semanticTokensRange(_ params: DocumentRangeParams) throws(ResponseError) -> SemanticTokens? {
    guard let question = try question(params.textDocument.uri) else { return nil }
    let (first, last) = (params.range.start.line, params.range.end.line)
    guard first <= last else { return SemanticTokens(data: []) }
    return SemanticTokens(data: ToLSP.data(question.snapshot.semanticTokens(onLines: first...last), unit))
  }

  static func advertiseSemanticTokens(_ capabilities: inout ServerCapabilities, _ client: ClientCapabilities) {
    capabilities.semanticTokensProvider = SemanticTokensOptions(
      legend: ToLSP.semanticTokensLegend, range: true, fullWithDelta: true)
  }

  private func tokenData(_ uri: DocumentURI) throws(ResponseError) -> [UInt32]? {
    try question(uri).map { ToLSP.data($0.snapshot.semanticTokens(), unit) }
  }

  private func keepTokens(_ data: [UInt32], _ uri: DocumentURI) -> String {
    sentTokens.keep(data, of: uri) { workspace.openDocuments[$0] != nil }
  }
}

extension Route {
  static let semanticTokens = Route.request(
    .semanticTokens, Session.semanticTokens, feature: .semanticTokens, refresh: .refreshSemanticTokens,
    promise: "The meanings of names; no token spans lines or overlaps another.",
    advertise: Session.advertiseSemanticTokens)

  static let semanticTokensDelta = Route.request(
    .semanticTokensDelta, Session.semanticTokensDelta, feature: .semanticTokens,
    promise: "What changed since the last answer on the document; all tokens if that is unknown.",
    advertise: Session.advertiseSemanticTokens)

  static let semanticTokensRange = Route.request(
    .semanticTokensRange, Session.semanticTokensRange, feature: .semanticTokens,
    promise: "The tokens on the lines of a range.", advertise: Session.advertiseSemanticTokens)
}

extension Feature {
  static let semanticTokens = Feature("semanticTokens", "colours by the kind of a code")
}

extension SentRequest {
  static let refreshSemanticTokens = SentRequest(
    .refreshSemanticTokens, "At the same moments, where the client offers it; each only one at a time.",
    refreshing: "semanticTokens")
}
