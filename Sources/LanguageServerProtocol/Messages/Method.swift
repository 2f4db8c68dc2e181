// The names of methods: each is declared beside the types of its messages.

package struct Method: RawRepresentable, Hashable, Sendable {
  package let rawValue: String

  package init(rawValue: String) {
    self.rawValue = rawValue
  }
}

extension Method {
  /// Read with the head of a message, ahead of everything that waits.
  package static let cancelRequest = Method(rawValue: "$/cancelRequest")
}
