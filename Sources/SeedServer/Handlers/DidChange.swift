// `textDocument/didChange`: edits of a document, made as they arrive.

internal import LanguageServerProtocol
internal import SeedModel
internal import SeedSyntax

extension Session {
  func didChange(_ params: DidChangeTextDocumentParams) throws(ResponseError) {
    let uri = params.textDocument.uri
    guard openDocuments[uri] != nil else {
      throw ResponseError(.invalidParams, "The document \(uri) changed but was never opened; the change was ignored.")
    }
    defer {
      openDocuments[uri]?.version = params.textDocument.version
      updateStudy(uri)
      if settings.diagnosticsMode == .onType { publishOpenConfiguration(uri) }
    }
    for change in params.contentChanges {
      if let range = change.range {
        try replace(range, in: uri, with: change.text)
      } else {
        let syntax = Document(change.text, format: openDocuments[uri]?.syntax.format ?? .note)
        let vocabulary = openDocuments[uri]?.folder.study.vocabulary ?? .standard
        if let old = openDocuments[uri]?.syntax { openDocuments[uri]?.lastChangedLine = old.firstLine(unlike: syntax) }
        openDocuments[uri]?.syntax = syntax
        openDocuments[uri]?.summary = DocumentSummary(syntax, vocabulary)
      }
    }
  }

  private func replace(_ range: PositionRange, in uri: DocumentURI, with text: [UInt8]) throws(ResponseError) {
    // Taken out while it is changed, so that the change is made in place and not in a copy.
    guard var document = openDocuments.removeValue(forKey: uri) else { return }
    defer { openDocuments[uri] = document }
    let bytes = try FromLSP.range(range, in: document.syntax, unit)
    let change = document.syntax.replace(bytes, with: text)
    document.summary.update(document.syntax, change, document.folder.study.vocabulary)
    document.lastChangedLine = range.start.line
  }
}

extension Document {
  /// The zero-based line on which another text begins to differ.
  fileprivate func firstLine(unlike other: Document) -> Int {
    var line = 0
    for (own, others) in zip(bytes, other.bytes) {
      guard own == others else { break }
      if own == UInt8(ascii: "\n") { line += 1 }
    }
    return line
  }
}
