// `textDocument/formatting` and `textDocument/rangeFormatting`: the spacing of coding blocks.

internal import LanguageServerProtocol
internal import SeedIDE
internal import SeedSyntax

extension Session {
  /// The options are about indentation, which stays as its author chose it.
  func formatting(_ params: TextDocumentParams) throws(ResponseError) -> [TextEdit]? {
    guard let question = try question(params.textDocument.uri) else { return nil }
    return ToLSP.textEdits(PlacedEdit.lineEdits(of: question.snapshot.formatting()), unit, isAnnotated: false)
  }

  func rangeFormatting(_ params: DocumentRangeParams) throws(ResponseError) -> [TextEdit]? {
    guard let question = try question(params.textDocument.uri) else { return nil }
    let range = try FromLSP.range(params.range, in: question.snapshot.syntax, unit)
    return ToLSP.textEdits(
      PlacedEdit.lineEdits(of: question.snapshot.formatting(in: range)), unit, isAnnotated: false)
  }
}

extension Route {
  static let formatting = Route.request(
    .formatting, Session.formatting, feature: .formatting,
    promise:
      "Replacements of blanks in sound statements of coding blocks, and of nothing else; twice does what once does."
  ) { capabilities, _ in capabilities.documentFormattingProvider = true }

  static let rangeFormatting = Route.request(
    .rangeFormatting, Session.rangeFormatting, feature: .formatting,
    promise: "The same, on the lines of a range."
  ) { capabilities, _ in
    capabilities.documentRangeFormattingProvider = true
  }
}

extension Feature {
  static let formatting = Feature("formatting", "formatting of coding blocks")
}
