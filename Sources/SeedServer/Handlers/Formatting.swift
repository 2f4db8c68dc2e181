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
