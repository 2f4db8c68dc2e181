// The routing table: each method that the server handles, with what handles it and what is advertised for it.

internal import JSON
internal import LanguageServerProtocol

/// How one method is handled.
struct Route: Sendable {
  enum Handler: Sendable {
    /// Gives the whole answer, ready to be sent.
    case request(@Sendable (Session, RequestID, IncomingMessage) throws(ResponseError) -> [UInt8])
    /// Gives what works out the whole answer on another thread, from values that don't change.
    case longRequest(@Sendable (Session, RequestID, IncomingMessage) throws(ResponseError) -> @Sendable () -> [UInt8])
    case notification(@Sendable (Session, IncomingMessage) throws(ResponseError) -> Void)
    /// Handled where it is read, ahead of the queue.
    case reader
  }

  let method: Method
  let handler: Handler
  /// Whether a request looks through all notes, so that messages of the client have to be read meanwhile.
  var mayTakeLong = false
  /// Adds to the capabilities what tells clients that they may use the method.
  let advertise: @Sendable (inout ServerCapabilities, ClientCapabilities) -> Void

  /// What switches the method off; nil for methods that are always on.
  var feature: Feature? { Feature(of: method) }
}

extension Route {
  /// A request whose parameters are `Params`.
  static func request<Params: JSONDecodable & SendableMetatype, Result: JSONEncodable & SendableMetatype>(
    _ method: Method, _ handle: @escaping @Sendable (Session) -> (Params) throws(ResponseError) -> Result,
    mayTakeLong: Bool = false,
    advertise: @escaping @Sendable (inout ServerCapabilities, ClientCapabilities) -> Void = { _, _ in }
  ) -> Route {
    Route(
      method: method,
      handler: .request { (session, id, message) throws(ResponseError) -> [UInt8] in
        let params = try message.params(as: Params.self)
        return OutgoingMessage.response(id: id, result: try handle(session)(params))
      }, mayTakeLong: mayTakeLong, advertise: advertise)
  }

  /// A request whose parameters are `Params` and whose answer takes long: `handle` gives what works it out.
  static func longRequest<Params: JSONDecodable & SendableMetatype, Value: JSONEncodable & SendableMetatype>(
    _ method: Method,
    _ handle:
      @escaping @Sendable (Session) -> (Params) throws(ResponseError) -> @Sendable () -> Result<Value, ResponseError>,
    advertise: @escaping @Sendable (inout ServerCapabilities, ClientCapabilities) -> Void = { _, _ in }
  ) -> Route {
    Route(
      method: method,
      handler: .longRequest { (session, id, message) throws(ResponseError) -> @Sendable () -> [UInt8] in
        let work = try handle(session)(try message.params(as: Params.self))
        return {
          switch work() {
          case .success(let result): OutgoingMessage.response(id: id, result: result)
          case .failure(let error): OutgoingMessage.response(id: id, error: error)
          }
        }
      }, mayTakeLong: true, advertise: advertise)
  }

  /// A notification whose parameters are `Params`.
  static func notification<Params: JSONDecodable & SendableMetatype>(
    _ method: Method, _ handle: @escaping @Sendable (Session) -> (Params) throws(ResponseError) -> Void,
    advertise: @escaping @Sendable (inout ServerCapabilities, ClientCapabilities) -> Void = { _, _ in }
  ) -> Route {
    Route(
      method: method,
      handler: .notification { (session, message) throws(ResponseError) in
        try handle(session)(try message.params(as: Params.self))
      }, advertise: advertise)
  }
}

/// Parameters that don't matter, whatever they are.
struct NoParams: JSONDecodable {
  init(from reader: inout JSONReader) throws(JSONError) {
    try reader.skipValue()
  }
}

enum RoutingTable {
  static let routes: [Route] = [
    .request(.initialize, Session.initialize),
    .notification(.initialized, Session.initialized),
    .request(.shutdown, Session.shutdown),
    .notification(.exit, Session.exit),
    .notification(.setTrace, Session.setTrace),
    Route(method: .cancelRequest, handler: .reader, advertise: { _, _ in }),
    .notification(.didOpen, Session.didOpen, advertise: advertiseSynchronization),
    .notification(.didChange, Session.didChange, advertise: advertiseSynchronization),
    .notification(.didSave, Session.didSave, advertise: advertiseSynchronization),
    .notification(.didClose, Session.didClose, advertise: advertiseSynchronization),
    .notification(.didChangeWorkspaceFolders, Session.didChangeWorkspaceFolders) { capabilities, _ in
      capabilities.inWorkspace.workspaceFolders = WorkspaceFoldersServerCapabilities(
        supported: true, changeNotifications: true)
    },
    .notification(.didChangeWatchedFiles, Session.didChangeWatchedFiles),
    .request(.willRenameFiles, Session.willRenameFiles, mayTakeLong: true) { capabilities, client in
      guard client.workspace.fileOperations.contains("willRename") else { return }
      capabilities.inWorkspace.inFileOperations.willRename = Session.renamedNotes
    },
    .notification(.didRenameFiles, Session.didRenameFiles) { capabilities, client in
      guard client.workspace.fileOperations.contains("didRename") else { return }
      capabilities.inWorkspace.inFileOperations.didRename = Session.filesAndFolders
    },
    .notification(.didCreateFiles, Session.didCreateFiles) { capabilities, client in
      guard client.workspace.fileOperations.contains("didCreate") else { return }
      capabilities.inWorkspace.inFileOperations.didCreate = Session.filesAndFolders
    },
    .notification(.didDeleteFiles, Session.didDeleteFiles) { capabilities, client in
      guard client.workspace.fileOperations.contains("didDelete") else { return }
      capabilities.inWorkspace.inFileOperations.didDelete = Session.filesAndFolders
    },
    .longRequest(.executeCommand, Session.executeCommand) { capabilities, _ in
      capabilities.executeCommandProvider = ExecuteCommandOptions(commands: ServerCommand.allCases.map(\.rawValue))
    },
    .request(.documentDiagnostic, Session.documentDiagnostic),
    .request(.workspaceDiagnostic, Session.workspaceDiagnostic, mayTakeLong: true),
    .request(.completion, Session.completion) { capabilities, client in
      capabilities.completionProvider = CompletionOptions(
        triggerCharacters: Session.completionTriggers,
        resolveProvider: client.textDocument.completion.resolvableProperties.contains("documentation"))
    },
    .request(.resolveCompletionItem, Session.resolveCompletionItem),
    .request(.hover, Session.hover) { capabilities, _ in capabilities.hoverProvider = true },
    .request(.definition, Session.definition) { capabilities, _ in capabilities.definitionProvider = true },
    .request(.references, Session.references, mayTakeLong: true) { capabilities, _ in
      capabilities.referencesProvider = true
    },
    .request(.documentHighlight, Session.documentHighlight) { capabilities, _ in
      capabilities.documentHighlightProvider = true
    },
    .request(.documentSymbol, Session.documentSymbol) { capabilities, _ in capabilities.documentSymbolProvider = true },
    .request(.workspaceSymbol, Session.workspaceSymbol, mayTakeLong: true) { capabilities, _ in
      capabilities.workspaceSymbolProvider = true
    },
    .request(.foldingRange, Session.foldingRange) { capabilities, _ in capabilities.foldingRangeProvider = true },
    .request(.semanticTokens, Session.semanticTokens, advertise: Session.advertiseSemanticTokens),
    .request(.semanticTokensDelta, Session.semanticTokensDelta, advertise: Session.advertiseSemanticTokens),
    .request(.semanticTokensRange, Session.semanticTokensRange, advertise: Session.advertiseSemanticTokens),
    .request(.documentLink, Session.documentLink) { capabilities, _ in
      capabilities.documentLinkProvider = ResolveOptions()
    },
    .request(.selectionRange, Session.selectionRange) { capabilities, _ in capabilities.selectionRangeProvider = true },
    .request(.prepareRename, Session.prepareRename),
    .request(.rename, Session.rename, mayTakeLong: true) { capabilities, client in
      capabilities.renameProvider = RenameOptions(prepareProvider: client.textDocument.prepareRename)
    },
    .request(.codeAction, Session.codeAction) { capabilities, client in
      guard client.textDocument.codeAction.literals else { return }
      capabilities.codeActionProvider = CodeActionOptions(
        codeActionKinds: Session.codeActionKinds,
        resolveProvider: client.textDocument.codeAction.resolvableProperties.contains("edit"))
    },
    .request(.resolveCodeAction, Session.resolveCodeAction, mayTakeLong: true),
    .request(.formatting, Session.formatting) { capabilities, _ in capabilities.documentFormattingProvider = true },
    .request(.rangeFormatting, Session.rangeFormatting) { capabilities, _ in
      capabilities.documentRangeFormattingProvider = true
    },
    .request(.declaration, Session.declaration) { capabilities, _ in capabilities.declarationProvider = true },
    .request(.typeDefinition, Session.typeDefinition) { capabilities, _ in capabilities.typeDefinitionProvider = true },
    .request(.implementation, Session.implementation) { capabilities, _ in capabilities.implementationProvider = true },
    .notification(.didChangeConfiguration, Session.didChangeConfiguration),
    .request(.codeLens, Session.codeLens) { capabilities, _ in capabilities.codeLensProvider = ResolveOptions() },
    .request(.inlayHint, Session.inlayHint) { capabilities, _ in capabilities.inlayHintProvider = ResolveOptions() },
    .request(.signatureHelp, Session.signatureHelp) { capabilities, _ in
      capabilities.signatureHelpProvider = SignatureHelpOptions(
        triggerCharacters: ["(", ","], retriggerCharacters: [",", "="])
    },
    .request(.prepareCallHierarchy, Session.prepareCallHierarchy) { capabilities, _ in
      capabilities.callHierarchyProvider = true
    },
    .request(.incomingCalls, Session.incomingCalls, mayTakeLong: true),
    .request(.outgoingCalls, Session.outgoingCalls, mayTakeLong: true),
  ]

  /// The methods that the server handles.
  static var methods: [String] { routes.map(\.method.rawValue) }

  private static let byMethod = Dictionary(uniqueKeysWithValues: routes.map { ($0.method.rawValue, $0) })

  static func route(_ method: String) -> Route? {
    byMethod[method]
  }

  /// What is offered to a client.
  static func capabilities(for client: ClientCapabilities) -> ServerCapabilities {
    var capabilities = ServerCapabilities()
    for route in routes { route.advertise(&capabilities, client) }
    return capabilities
  }

  private static let advertiseSynchronization: @Sendable (inout ServerCapabilities, ClientCapabilities) -> Void = {
    capabilities, _ in
    capabilities.textDocumentSync = TextDocumentSyncOptions(
      openClose: true, change: .incremental, save: SaveOptions(includeText: false))
  }
}
