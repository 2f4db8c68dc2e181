// Asks the client to ask again, when its settings or another note changed what it was answered.

internal import LanguageServerProtocol

/// What the client has been asked to ask again. Owned by the loop alone.
struct Refreshes {
  /// Asked, and not answered yet.
  fileprivate var underway: Set<SentRequest> = []
  /// To be asked again after the answer: something changed meanwhile.
  fileprivate var outdated: Set<SentRequest> = []
}

extension Session {
  /// Asks the client to ask again for everything that can depend on other notes or on settings, where it offers that. Several
  /// calls in a row cost one request of each kind, and one more after its answer.
  func refreshAnswers() {
    guard phase == .running, isInitialized else { return }
    if diagnosticsState.isPulled { refresh(.refreshDiagnostics) }
    for request in RoutingTable.refreshes { refresh(request) }
  }

  /// Asks the client to ask again for foldings, which depend on their own note alone.
  func refreshFoldingRanges() {
    if isInitialized { refresh(.refreshFoldingRanges) }
  }

  private func refresh(_ request: SentRequest) {
    guard let member = request.refreshed, capabilities.workspace.refreshable.contains(member) else { return }
    guard refreshes.underway.insert(request).inserted else {
      refreshes.outdated.insert(request)
      return
    }
    ask(request) { session, _ in
      session.refreshes.underway.remove(request)
      if session.refreshes.outdated.remove(request) != nil { session.refresh(request) }
    }
  }
}
