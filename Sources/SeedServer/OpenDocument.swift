// A document that is open in the editor: its text is what the client says, whatever the file holds.

internal import LanguageServerProtocol
internal import SeedModel
internal import SeedSyntax
internal import SeedWorkspace

/// An open document.
struct OpenDocument {
  /// The name in the form in which the client wrote it.
  let uri: DocumentURI
  /// The version that the client last sent; nil if it sends none.
  var version: Int?
  var syntax: Document
  var summary: DocumentSummary
  /// The study that it belongs to.
  var folder: StudyFolder
  /// Its number in the study; nil while its content is no seed file.
  var id: DocumentID?
  /// Whether the configuration of its study lets it be a note.
  var isCovered: Bool

  /// Whether it counts as a note. One that was stays one while it is empty.
  var isNote: Bool { isCovered && (syntax.isSeed || (id != nil && syntax.count == 0)) }
}

extension Session {
  func didOpen(_ params: DidOpenTextDocumentParams) {
    let item = params.textDocument
    let syntax = Document(item.text, format: item.format)
    let folder = folder(for: item.uri)
    let document = OpenDocument(
      uri: item.uri, version: item.version, syntax: syntax,
      summary: DocumentSummary(syntax, folder.study.vocabulary), folder: folder, id: folder.id(of: item.uri),
      isCovered: folder.openFolder.covers(item.uri))
    openDocuments[item.uri] = document
    folder.use(item.uri)
    updateStudy(item.uri)
    publishOpenConfiguration(item.uri)
  }

  func didChange(_ params: DidChangeTextDocumentParams) throws(ResponseError) {
    let uri = params.textDocument.uri
    guard openDocuments[uri] != nil else {
      throw ResponseError(.invalidParams, "The document \(uri) changed but was never opened; the change was ignored.")
    }
    defer {
      openDocuments[uri]?.version = params.textDocument.version
      updateStudy(uri)
      publishOpenConfiguration(uri)
    }
    for change in params.contentChanges {
      if let range = change.range {
        try replace(range, in: uri, with: change.text)
      } else {
        let syntax = Document(change.text, format: openDocuments[uri]?.syntax.format ?? .note)
        let vocabulary = openDocuments[uri]?.folder.study.vocabulary ?? .standard
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
  }

  func didSave(_ params: DidSaveTextDocumentParams) {
    // A note's file now holds what we were told before; nothing depends on the file while the note is open.
    if let path = params.textDocument.uri.path, ConfigurationFile.isName(path) { reloadConfiguration(path) }
  }

  func didClose(_ params: DidCloseTextDocumentParams) throws(ResponseError) {
    let uri = params.textDocument.uri
    guard let document = openDocuments.removeValue(forKey: uri) else {
      throw ResponseError(.invalidParams, "The document \(uri) was closed but was never opened.")
    }
    // What counts again is the file, which may differ from what was typed and not saved.
    reload(uri, in: document.folder)
    publishChanges(in: document.folder)
    publishClosedConfiguration(uri)
    closeIfUnused(document.folder)
  }

  /// Tells the study what an open document now says.
  private func updateStudy(_ uri: DocumentURI) {
    guard var document = openDocuments[uri] else { return }
    if document.isNote {
      let id = document.folder.set(uri, document.summary)
      // Each version gets its report, even if it says what the one before said.
      document.folder.awaitReport(on: id)
      document.id = id
    } else if document.id != nil {
      document.folder.remove(uri)
      document.id = nil
    }
    openDocuments[uri] = document
  }
}

extension TextDocumentItem {
  /// What to read the text as: what the client takes for Python is Python, and so is a `.py` file.
  fileprivate var format: DocumentFormat {
    languageID == "python" ? .model : DocumentFormat(fileName: uri.path ?? uri.string)
  }
}
