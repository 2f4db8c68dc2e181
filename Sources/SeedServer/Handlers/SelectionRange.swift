// `textDocument/selectionRange`: what a selection grows to.

internal import LanguageServerProtocol
internal import SeedIDE

extension Session {
  /// One answer for each position, in their order (LSP 3.18, "Selection Range Request").
  func selectionRange(_ params: SelectionRangeParams) throws(ResponseError) -> [SelectionRange]? {
    guard let question = try question(params.textDocument.uri) else { return nil }
    let answers = question.snapshot.selectionRanges(at: params.positions.map { question.offset($0) })
    return zip(params.positions, answers).map { position, answer in
      let ranges = answer.map { question.range($0) }
      return SelectionRange(
        innermost: ranges.first ?? PositionRange(start: position, end: position),
        enclosing: Array(ranges.dropFirst()))
    }
  }
}

extension Route {
  static let selectionRange = Route.request(
    .selectionRange, Session.selectionRange, feature: .selectionRanges,
    promise: "One chain for each position asked about."
  ) { capabilities, _ in capabilities.selectionRangeProvider = true }
}

extension Feature {
  static let selectionRanges = Feature("selectionRanges", "expanding of the selection")
}
