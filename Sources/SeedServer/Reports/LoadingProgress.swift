// Shows the user that a folder is being read, if that takes long (LSP 3.18, "Server Initiated Progress").

internal import LanguageServerProtocol

extension Session {
  /// Starts to show that a folder is being read, or shows how far that is.
  func showProgress(of loading: FolderLoading) {
    guard capabilities.window.workDoneProgress, !loading.isFinished else { return }
    switch loading.progress {
    case .none:
      lastProgressToken += 1
      let token = ProgressToken.string("seed-lsp-reading-\(lastProgressToken)")
      loading.progress = .requested
      // A client that never answers must not keep what was read.
      ask(.createWorkDoneProgress, WorkDoneProgressCreateParams(token: token)) { [weak loading] session, answer in
        // Only a token that the client has accepted may be used, and there may be nothing to show by now.
        guard case .success = answer, let loading, !loading.isFinished, case .requested = loading.progress else {
          return
        }
        loading.progress = .shown(token)
        session.report(
          token, .begin(title: "Reading notes", message: loading.path, percentage: nil, isCancellable: false))
      }
    case .requested, .ended:
      break
    case .shown(let token):
      guard let count = loading.fileCount else { return }
      report(token, .report(message: "\(count) files in \(loading.path)", percentage: nil))
    }
  }

  /// Says that a folder is no longer being read.
  func endProgress(of loading: FolderLoading) {
    if case .shown(let token) = loading.progress { report(token, .end(message: nil)) }
    loading.progress = .ended
  }

  private func report(_ token: ProgressToken, _ value: ProgressParams.Value) {
    client.notify(.progress, ProgressParams(token: token, value: value))
  }
}

extension SentNotification {
  static let progress = SentNotification(
    .progress, "Only with a token that the client has accepted: that a folder is being read.")
}

extension SentRequest {
  static let createWorkDoneProgress = SentRequest(
    .createWorkDoneProgress, "When reading a folder has taken a second, if the client shows progress.")
}
