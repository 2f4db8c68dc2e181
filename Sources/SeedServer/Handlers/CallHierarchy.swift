// `textDocument/prepareCallHierarchy`, `callHierarchy/incomingCalls` and `…/outgoingCalls`: decision → option → force.

internal import LanguageServerProtocol
internal import SeedIDE

extension Session {
  func prepareCallHierarchy(_ params: TextDocumentPositionParams) throws(ResponseError) -> [CallHierarchyItem]? {
    guard let question = try question(params.textDocument.uri),
      let item = question.snapshot.hierarchyItem(at: question.offset(params.position)),
      let location = question.location(item.place)
    else { return nil }
    return [ToLSP.hierarchyItem(item, location, capabilities.textDocument.documentSymbolKinds)]
  }

  func incomingCalls(_ params: CallHierarchyItemParams) throws(ResponseError) -> [CallHierarchyIncomingCall]? {
    guard let study = try study(of: params.item) else { return nil }
    return study.content.incomingCalls(to: params.item.name).compactMap { call in
      hierarchyItem(call.item, in: study).map { item in
        CallHierarchyIncomingCall(from: item, fromRanges: call.sites.map { ToLSP.range($0, unit) })
      }
    }
  }

  func outgoingCalls(_ params: CallHierarchyItemParams) throws(ResponseError) -> [CallHierarchyOutgoingCall]? {
    guard let study = try study(of: params.item), let document = study.id(of: workspace.path(of: params.item.uri))
    else {
      return nil
    }
    return study.content.outgoingCalls(from: params.item.name, in: document).compactMap { call in
      hierarchyItem(call.item, in: study).map { item in
        // Clients need some range; where the link stands in another note, it is the name itself.
        let ranges = call.sites.isEmpty ? [params.item.selectionRange] : call.sites.map { ToLSP.range($0, unit) }
        return CallHierarchyOutgoingCall(to: item, fromRanges: ranges)
      }
    }
  }

  /// The study of an item that the client sends back.
  private func study(of item: CallHierarchyItem) throws(ResponseError) -> OpenStudy? {
    try workspace.waitForAll()
    let study = workspace.study(of: item.uri)
    let isKnown = workspace.openDocuments[item.uri] != nil || study?.id(of: workspace.path(of: item.uri)) != nil
    return isKnown ? study : nil
  }

  private func hierarchyItem(_ item: HierarchyItem, in study: OpenStudy) -> CallHierarchyItem? {
    study.uri(of: item.place.document).map { uri in
      let location = Location(uri: uri, range: ToLSP.range(item.place.range, unit))
      return ToLSP.hierarchyItem(item, location, capabilities.textDocument.documentSymbolKinds)
    }
  }
}

extension Route {
  static let prepareCallHierarchy = Route.request(
    .prepareCallHierarchy, Session.prepareCallHierarchy, feature: .callHierarchy,
    promise: "The code at the cursor as an item of the hierarchy."
  ) { capabilities, _ in
    capabilities.callHierarchyProvider = true
  }

  static let incomingCalls = Route.request(
    .incomingCalls, Session.incomingCalls, feature: .callHierarchy, mayTakeLong: true,
    promise: "One step towards what refers to the item: from a force to its options, from an option to its decisions.")

  static let outgoingCalls = Route.request(
    .outgoingCalls, Session.outgoingCalls, feature: .callHierarchy, mayTakeLong: true,
    promise: "One step the other way: from a decision to its options, from an option to its forces.")
}

extension Feature {
  static let callHierarchy = Feature("callHierarchy", "the hierarchy from decisions to options to forces")
}
