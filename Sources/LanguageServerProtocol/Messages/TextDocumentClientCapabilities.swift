// What the client can do with a document (LSP 3.18, ClientCapabilities.textDocument).

package struct TextDocumentClientCapabilities: Hashable, Sendable {
  package var publishDiagnostics: PublishDiagnostics
  /// Nil for a client that does not pull diagnostics.
  package var diagnostic: PullDiagnostics?
  package var completion: Completion
  /// The formats of a hover, in the client's order of preference; nil for a client that says nothing.
  package var hoverFormats: [MarkupKind]?
  package var signatureHelpFormats: [MarkupKind]?
  /// Whether a parameter may be given by offsets into the label.
  package var signatureLabelOffsets: Bool
  package var linkSupport: LinkSupport
  package var hierarchicalDocumentSymbols: Bool
  /// The kinds of symbol that it can show; nil for those from 1 to 18.
  package var documentSymbolKinds: [Int]?
  package var codeAction: CodeActions
  /// Whether `prepareRename` may be offered.
  package var prepareRename: Bool
  package var folding: Folding
  package var documentLinkTooltips: Bool

  init(_ textDocument: Capability) {
    let signature = textDocument["signatureHelp"]["signatureInformation"]
    let symbol = textDocument["documentSymbol"]
    publishDiagnostics = PublishDiagnostics(textDocument["publishDiagnostics"])
    diagnostic = PullDiagnostics(textDocument["diagnostic"])
    completion = Completion(textDocument["completion"])
    hoverFormats = Self.formats(textDocument["hover"]["contentFormat"])
    signatureHelpFormats = Self.formats(signature["documentationFormat"])
    signatureLabelOffsets = signature["parameterInformation"]["labelOffsetSupport"].flag
    linkSupport = LinkSupport(textDocument)
    hierarchicalDocumentSymbols = symbol["hierarchicalDocumentSymbolSupport"].flag
    documentSymbolKinds = symbol["symbolKind"]["valueSet"].numbers
    codeAction = CodeActions(textDocument["codeAction"])
    prepareRename = textDocument["rename"]["prepareSupport"].flag
    folding = Folding(textDocument["foldingRange"])
    documentLinkTooltips = textDocument["documentLink"]["tooltipSupport"].flag
  }

  private static func formats(_ capability: Capability) -> [MarkupKind]? {
    capability.words?.compactMap(MarkupKind.init)
  }
}

extension TextDocumentClientCapabilities {
  package struct PublishDiagnostics: Hashable, Sendable {
    package var relatedInformation: Bool

    init(_ capability: Capability) {
      relatedInformation = capability["relatedInformation"].flag
    }
  }

  package struct PullDiagnostics: Hashable, Sendable {
    package var dynamicRegistration: Bool

    init?(_ capability: Capability) {
      guard capability.isPresent else { return nil }
      dynamicRegistration = capability["dynamicRegistration"].flag
    }
  }

  package struct Completion: Hashable, Sendable {
    package var snippets: Bool
    package var insertReplace: Bool
    package var labelDetails: Bool
    /// The formats of documentation, in the client's order of preference; nil for a client that says nothing.
    package var documentationFormats: [MarkupKind]?
    /// The kinds of item that it can show; nil for those from 1 to 18.
    package var itemKinds: [Int]?
    /// The members that ``CompletionItemDefaults`` may have.
    package var itemDefaults: Set<String>
    /// The members that may be left to `completionItem/resolve`.
    package var resolvableProperties: Set<String>

    init(_ capability: Capability) {
      let item = capability["completionItem"]
      snippets = item["snippetSupport"].flag
      insertReplace = item["insertReplaceSupport"].flag
      labelDetails = item["labelDetailsSupport"].flag
      documentationFormats = TextDocumentClientCapabilities.formats(item["documentationFormat"])
      itemKinds = capability["completionItemKind"]["valueSet"].numbers
      itemDefaults = Set(capability["completionList"]["itemDefaults"].words ?? [])
      resolvableProperties = Set(item["resolveSupport"]["properties"].words ?? [])
    }
  }

  /// For which requests a ``LocationLink`` may be the answer.
  package struct LinkSupport: Hashable, Sendable {
    package var declaration: Bool
    package var definition: Bool
    package var typeDefinition: Bool
    package var implementation: Bool

    init(_ textDocument: Capability) {
      declaration = textDocument["declaration"]["linkSupport"].flag
      definition = textDocument["definition"]["linkSupport"].flag
      typeDefinition = textDocument["typeDefinition"]["linkSupport"].flag
      implementation = textDocument["implementation"]["linkSupport"].flag
    }
  }

  package struct CodeActions: Hashable, Sendable {
    /// Whether actions may be the answer at all; a client without it understands only commands.
    package var literals: Bool
    package var isPreferred: Bool
    package var disabled: Bool
    package var data: Bool
    /// The members that may be left to `codeAction/resolve`.
    package var resolvableProperties: Set<String>

    init(_ capability: Capability) {
      literals = capability["codeActionLiteralSupport"].isPresent
      isPreferred = capability["isPreferredSupport"].flag
      disabled = capability["disabledSupport"].flag
      data = capability["dataSupport"].flag
      resolvableProperties = Set(capability["resolveSupport"]["properties"].words ?? [])
    }
  }

  package struct Folding: Hashable, Sendable {
    /// How many ranges it wants at most, never negative; nil for any number.
    package var rangeLimit: Int?

    init(_ capability: Capability) {
      rangeLimit = capability["rangeLimit"].number.map { max($0, 0) }
    }
  }
}
