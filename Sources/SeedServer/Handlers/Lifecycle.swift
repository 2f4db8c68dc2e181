// `initialize`, `initialized`, `shutdown`, `exit` and `$/setTrace` (LSP 3.18, "Lifecycle Messages").

internal import JSON
internal import LanguageServerProtocol
internal import SeedModel
internal import SeedSyntax
internal import SeedWorkspace

extension Session {
  func initialize(_ params: InitializeParams) throws(ResponseError) -> InitializeResult {
    guard phase == .uninitialized else {
      throw ResponseError(.invalidRequest, "`initialize` may be sent only once.")
    }
    phase = .running
    capabilities = params.capabilities
    trace = params.trace ?? .off
    if let client = params.clientInfo { log.write("client: \(client.name) \(client.version ?? "")") }
    update(&initialSettings, from: params.initializationOptions)
    settings = initialSettings
    workspace.use(settings.levels)
    diagnosticsState.isPulled = Self.pullsFromStart(settings, capabilities)
    let encoding = FromLSP.encoding(offered: capabilities.general.positionEncodings)
    unit = FromLSP.unit(encoding)
    // Reading takes all cores, and the client can't begin before it has the answer.
    afterAnswer = { self.openFolders(params) }
    if let process = params.processID { ParentProcess.watch(process, onEnd: clientIsGone) }
    var offered = RoutingTable.capabilities(for: capabilities)
    offered.positionEncoding = encoding
    if diagnosticsState.isPulled { offered.diagnosticProvider = Self.diagnosticOptions }
    return InitializeResult(
      capabilities: offered, serverInfo: ImplementationInfo(name: "seed-lsp", version: seedVersion))
  }

  /// The folders that the client has open; older clients name a single root.
  private func openFolders(_ params: InitializeParams) {
    if let folders = params.workspaceFolders {
      workspace.changeFolders(added: folders.map(\.uri))
    } else if let root = params.rootURI {
      workspace.changeFolders(added: [root])
    } else if let path = params.rootPath, path.hasPrefix("/") {
      workspace.changeFolders(added: [DocumentURI(filePath: path)])
    }
  }

  func initialized(_ params: NoParams) {
    log.write("initialized: \(workspace.folders.count) folders, columns in \(unit)")
    guard !isInitialized else { return }
    isInitialized = true
    registerWatchers()
    if capabilities.workspace.didChangeConfigurationRegistration {
      register(.didChangeConfiguration, DidChangeConfigurationRegistrationOptions(section: Settings.section))
    }
    askForSettings()
  }

  func shutdown(_ params: NoParams) throws(ResponseError) -> JSONValue {
    phase = .shutDown
    return .null
  }

  func exit(_ params: NoParams) {
    exitCode = phase == .shutDown ? 0 : 1
    hasClientSaidExit = true
  }

  func setTrace(_ params: SetTraceParams) {
    trace = params.value ?? trace
  }
}

extension Route {
  static let initialize = Route.request(
    .initialize, Session.initialize,
    promise: "Any shape of `capabilities`, folders and roots is accepted; what is missing or malformed counts as not "
      + "supported. `serverInfo` has name and version.")

  static let initialized = Route.notification(
    .initialized, Session.initialized,
    promise: "The first moment at which the client is asked something: to watch files, for its settings.")

  static let shutdown = Route.request(
    .shutdown, Session.shutdown,
    promise: "`null`; from then on only `exit` is acted on.")

  static let exit = Route.notification(
    .exit, Session.exit,
    promise: "Ends the process: code 0 after `shutdown`, else 1. Stops reading of files that is under way.")

  static let setTrace = Route.notification(
    .setTrace, Session.setTrace,
    promise: "`off`, `messages`, `verbose`; any other value changes nothing.")

  static let cancelRequest = Route(
    method: .cancelRequest,
    promise:
      "Ahead of everything that waits: a request without an answer is refused at once. Unknown and answered ids are"
      + " ignored.",
    handler: .reader)
}
