// Every message that the server sends of its own accord. Written by `.ci/generate`, which adds new ones at the end.

extension SentNotification {
  static let all: [SentNotification] = [
    .logMessage,
    .showMessage,
    .logTrace,
    .publishDiagnostics,
    .progress,
  ]
}

extension SentRequest {
  static let all: [SentRequest] = [
    .refreshCodeLenses,
    .configuration,
    .refreshDiagnostics,
    .refreshFoldingRanges,
    .refreshInlayHints,
    .refreshSemanticTokens,
    .registerCapability,
    .unregisterCapability,
    .createWorkDoneProgress,
  ]
}
