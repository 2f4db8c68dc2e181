// What the client can do, as far as it decides what we do (LSP 3.18, ClientCapabilities).

package import JSON

/// What the client can do. Whatever it does not mention, or mentions in a wrong shape, it can't.
package struct ClientCapabilities: Hashable, Sendable {
  package var general: General
  package var window: Window
  package var workspace: WorkspaceClientCapabilities
  package var textDocument: TextDocumentClientCapabilities

  /// - Parameter value: the `capabilities` of ``InitializeParams``, which may be anything.
  package init(_ value: JSONValue?) {
    let capabilities = Capability(value)
    general = General(capabilities["general"])
    window = Window(capabilities["window"])
    workspace = WorkspaceClientCapabilities(capabilities["workspace"])
    textDocument = TextDocumentClientCapabilities(capabilities["textDocument"])
  }

  package struct General: Hashable, Sendable {
    /// In the client's order of preference, without those that we do not know. Empty means UTF-16.
    package var positionEncodings: [PositionEncoding]

    init(_ general: Capability) {
      positionEncodings = general["positionEncodings"].words?.compactMap(PositionEncoding.init) ?? []
    }
  }

  package struct Window: Hashable, Sendable {
    /// Whether we may report progress on our own account.
    package var workDoneProgress: Bool

    init(_ window: Capability) {
      workDoneProgress = window["workDoneProgress"].flag
    }
  }
}

/// A part of the client's capabilities that may or may not be there.
struct Capability: Hashable, Sendable {
  private let value: JSONValue?

  init(_ value: JSONValue?) {
    self.value = value
  }

  subscript(name: String) -> Capability { Capability(value?[name]) }

  /// The names of its members.
  var names: [String] { value?.object?.members.map(\.name) ?? [] }

  /// Whether it is mentioned at all, as an object or `true`.
  var isPresent: Bool { value?.object != nil || flag }

  var flag: Bool { value?.boolean ?? false }

  var number: Int? { value?.integer }

  /// An array of strings, without those of its elements that are none.
  var words: [String]? { value?.array?.compactMap(\.string) }

  /// An array of formats, without those that we do not know.
  var formats: [MarkupKind]? { words?.compactMap(MarkupKind.init) }

  /// An array of integers, without those of its elements that are none.
  var numbers: [Int]? { value?.array?.compactMap(\.integer) }
}
