// `textDocument/completion`: the names and words that can stand at the cursor.

internal import LanguageServerProtocol
internal import SeedIDE

extension Session {
  /// Characters after which a name follows at once.
  ///
  /// Not the comma, the colon or the quote: a line often ends with them, and the Enter that ends it must not pick a name.
  static let completionTriggers = ["(", "{", "[", "="]

  func completion(_ params: CompletionParams) throws(ResponseError) -> CompletionList? {
    guard let question = try question(params.textDocument.uri),
      let completion = question.snapshot.completion(at: question.offset(params.position))
    else { return nil }
    let client = capabilities.textDocument.completion
    let insert = question.range(completion.insertRange)
    let replace = question.range(completion.replaceRange)
    let items = completion.items.map { item in
      LanguageServerProtocol.CompletionItem(
        label: item.label, kind: ToLSP.completionKind(item.category, client.itemKinds), detail: item.detail,
        sortText: item.sortKey, filterText: item.filterText,
        textEdit: client.insertReplace
          ? .insertOrReplace(newText: item.insertText, insert: insert, replace: replace)
          : .edit(TextEdit(range: replace, newText: item.insertText)))
    }
    return CompletionList(isIncomplete: completion.isIncomplete, items: items)
  }
}
