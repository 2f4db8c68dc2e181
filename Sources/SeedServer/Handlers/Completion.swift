// `textDocument/completion` and `completionItem/resolve`: the names and texts that can stand at the cursor.

internal import JSON
internal import LanguageServerProtocol
internal import SeedIDE

extension Session {
  /// Characters after which a name follows at once.
  ///
  /// Not the comma, the colon or the quote: a line often ends with them, and the Enter that ends it must not pick a name.
  static let completionTriggers = ["(", "{", "[", "="]

  func completion(_ params: TextDocumentPositionParams) throws(ResponseError) -> CompletionList? {
    let client = capabilities.textDocument.completion
    guard let question = try question(params.textDocument.uri),
      let completion = question.snapshot.completion(
        at: question.offset(params.position), withSnippets: client.snippets)
    else { return nil }
    return ToLSP.completionList(
      completion, params.textDocument.uri, client, insert: question.range(completion.insertRange),
      replace: question.range(completion.replaceRange))
  }

  /// Adds what the codebook says about the name of an item; everything else comes back as it was.
  func resolveCompletionItem(_ item: JSONValue) throws(ResponseError) -> JSONValue {
    guard case .object(var members) = item, let name = item["label"]?.string,
      let uri = item["data"]?.string.map({ DocumentURI($0) }), let question = try question(uri),
      let text = question.snapshot.description(ofName: name)
    else { return item }
    let markup = ToLSP.markup(text, capabilities.textDocument.completion.documentationFormats)
    members["documentation"] = ["kind": .string(markup.kind.rawValue), "value": .string(markup.value)]
    return .object(members)
  }
}

extension ToLSP {
  /// A list with as much as the client understands said once for all its items.
  static func completionList(
    _ completion: Completion, _ uri: DocumentURI, _ client: TextDocumentClientCapabilities.Completion,
    insert: PositionRange, replace: PositionRange
  ) -> CompletionList {
    let hasDefaultRange = client.itemDefaults.contains("editRange")
    let hasDefaultData = client.itemDefaults.contains("data")
    // Not `nil`, which could be taken for the JSON value.
    let data = client.resolvableProperties.contains("documentation") ? JSONValue.string(uri.string) : JSONValue?.none
    let items = completion.items.enumerated().map { index, item in
      var result = LanguageServerProtocol.CompletionItem(
        label: item.label, kind: completionKind(item.category, client.itemKinds),
        // Four digits sort as numbers do.
        sortText: String(1000 + index))
      if client.labelDetails {
        result.labelDetails = item.detail.map { CompletionItemLabelDetails(description: $0) }
      } else {
        result.detail = item.detail
      }
      if item.isSnippet { result.insertTextFormat = .snippet }
      if hasDefaultRange {
        if item.insertText != item.label { result.textEditText = item.insertText }
      } else if client.insertReplace {
        result.textEdit = .insertOrReplace(newText: item.insertText, insert: insert, replace: replace)
      } else {
        result.textEdit = .edit(TextEdit(range: replace, newText: item.insertText))
      }
      if !hasDefaultData, item.isName { result.data = data }
      return result
    }
    var defaults: CompletionItemDefaults?
    if hasDefaultRange || (hasDefaultData && data != nil) {
      defaults = CompletionItemDefaults(
        editRange: hasDefaultRange
          ? client.insertReplace ? .insertOrReplace(insert: insert, replace: replace) : .range(replace) : nil,
        data: hasDefaultData ? data : nil)
    }
    return CompletionList(isIncomplete: completion.isIncomplete, itemDefaults: defaults, items: items)
  }
}

extension Route {
  static let completion = Route.request(
    .completion, Session.completion, feature: .completion,
    promise: "Names and words that can stand at the cursor, each with an edit for the whole name there, the range said "
      + "once where the client takes `itemDefaults`; at most 100 codes, the best, and `isIncomplete` if there are "
      + "more. Snippets only for clients that announce them."
  ) { capabilities, client in
    capabilities.completionProvider = CompletionOptions(
      triggerCharacters: Session.completionTriggers,
      resolveProvider: client.textDocument.completion.resolvableProperties.contains("documentation"))
  }

  static let resolveCompletionItem = Route.request(
    .resolveCompletionItem, Session.resolveCompletionItem, feature: .completion,
    promise: "The item with the codebook's entry as documentation; the item as it came if there is none.")
}

extension Feature {
  static let completion = Feature("completion", "completion of names and words")
}
