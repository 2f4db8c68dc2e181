// What the server sends of its own accord: nothing else can be sent but the answers to requests. Each message is declared
// beside what sends it.

internal import LanguageServerProtocol

/// A notification of ours.
struct SentNotification: Hashable, Sendable {
  let method: Method
  /// When it is sent, and what with: the words of `protocol-notes.md`, which `.ci/generate` copies.
  let promise: String

  init(_ method: Method, _ promise: String) {
    self.method = method
    self.promise = promise
  }
}

/// A request of ours.
struct SentRequest: Hashable, Sendable {
  let method: Method
  /// When it is sent, and what with: the words of `protocol-notes.md`, which `.ci/generate` copies.
  let promise: String
  /// What the client is asked to ask again, as a member of its `workspace` capabilities; nil for any other request.
  let refreshed: String?

  init(_ method: Method, _ promise: String, refreshing refreshed: String? = nil) {
    self.method = method
    self.promise = promise
    self.refreshed = refreshed
  }
}
