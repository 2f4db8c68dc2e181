// `textDocument/didOpen`: from now on the text of a document is what the client says.

internal import LanguageServerProtocol
internal import SeedModel
internal import SeedSyntax
internal import SeedWorkspace

extension Session {
  func didOpen(_ params: DidOpenTextDocumentParams) {
    let item = params.textDocument
    let syntax = Document(item.text, format: item.format)
    let (folder, found) = place(of: item.uri)
    folder.use(item.uri, for: found)
    openDocuments[item.uri] = OpenDocument(
      uri: item.uri, version: item.version, syntax: syntax,
      summary: DocumentSummary(syntax, folder.study.vocabulary), folder: folder, id: folder.id(of: item.uri),
      isCovered: folder.openFolder.covers(item.uri))
    updateStudy(item.uri)
    publishOpenConfiguration(item.uri)
    // The client may not tell of files that changed; while the user looks at one is a good time to look at the others.
    watcher.look()
  }

  /// The study that a document belongs to, and the name under which its file is found there if that is another one, because
  /// a link leads to it.
  func place(of uri: DocumentURI) -> (OpenStudy, found: DocumentURI?) {
    guard existingFolder(for: uri)?.id(of: uri) == nil, let path = uri.path, let real = Path.resolved(path) else {
      return (folder(for: uri), nil)
    }
    for folder in openFolders {
      guard let root = folder.path, let realRoot = folder.resolvedPath,
        let relative = Path.relative(real, to: realRoot)
      else { continue }
      let found = Path.join(root, relative)
      guard found != path, folder.contains(found) else { continue }
      let uri = DocumentURI(filePath: found)
      return (folder.study(for: uri), uri)
    }
    return (folder(for: uri), nil)
  }
}

extension TextDocumentItem {
  /// What to read the text as: what the client takes for Python is Python, and so is a `.py` file.
  fileprivate var format: DocumentFormat {
    languageID == "python" ? .model : DocumentFormat(fileName: uri.path ?? uri.string)
  }
}
