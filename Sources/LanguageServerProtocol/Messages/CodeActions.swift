// Fixes and refactorings (LSP 3.18, Code Action Request).

package import JSON

extension Method {
  package static let codeAction = Method(rawValue: "textDocument/codeAction")
  package static let resolveCodeAction = Method(rawValue: "codeAction/resolve")
}

/// What an action is for. Kinds form a tree by their dots: whoever asks for `source` also gets `source.fixAll`.
package struct CodeActionKind: RawRepresentable, Hashable, Sendable {
  package let rawValue: String

  package init(rawValue: String) {
    self.rawValue = rawValue
  }

  package static let quickFix = CodeActionKind(rawValue: "quickfix")
  package static let refactor = CodeActionKind(rawValue: "refactor")
  package static let refactorRewrite = CodeActionKind(rawValue: "refactor.rewrite")
  package static let source = CodeActionKind(rawValue: "source")
  package static let sourceFixAll = CodeActionKind(rawValue: "source.fixAll")

  /// Whether this kind is the other or a special form of it. Everything is inside the empty kind.
  package func isInside(_ other: CodeActionKind) -> Bool {
    other.rawValue.isEmpty || rawValue == other.rawValue || rawValue.hasPrefix(other.rawValue + ".")
  }
}

/// Why the client asks.
package enum CodeActionTriggerKind: Int, Hashable, Sendable {
  /// The user asked.
  case invoked = 1
  /// The editor wants to know whether to show a light bulb.
  case automatic = 2
}

/// What the client knows about the place.
package struct CodeActionContext: Hashable, Sendable {
  /// The findings that the editor shows there. For orientation; the server knows better.
  package var diagnostics: [Diagnostic]
  /// Nil for every kind.
  package var only: [CodeActionKind]?
  package var triggerKind: CodeActionTriggerKind?
}

extension CodeActionContext: JSONDecodable {
  package init(from reader: inout JSONReader) throws(JSONError) {
    let members = try JSONMembers(from: &reader)
    diagnostics = try members.required("diagnostics")
    only = try members.words("only")
    triggerKind = try members.lenient("triggerKind")
  }
}

/// `textDocument/codeAction`.
package struct CodeActionParams: Hashable, Sendable {
  package var textDocument: TextDocumentIdentifier
  package var range: PositionRange
  package var context: CodeActionContext
}

extension CodeActionParams: JSONDecodable {
  package init(from reader: inout JSONReader) throws(JSONError) {
    let members = try JSONMembers(from: &reader)
    textDocument = try members.required("textDocument")
    range = try members.required("range")
    context = try members.required("context")
  }
}

/// Why an action can't be used now. Only for clients with `disabledSupport`.
package struct CodeActionDisabled: Hashable, Sendable {
  package var reason: String

  package init(reason: String) {
    self.reason = reason
  }
}

extension CodeActionDisabled: JSONEncodable {
  package func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("reason", reason)
    writer.endObject()
  }
}

/// A change that is offered. The edit is made first, then the command is executed.
package struct CodeAction: Hashable, Sendable {
  package var title: String
  package var kind: CodeActionKind?
  /// The findings that it resolves.
  package var diagnostics: [Diagnostic]?
  /// Whether it is the fix that one most likely wants. At most one for a finding.
  package var isPreferred: Bool
  package var disabled: CodeActionDisabled?
  package var edit: WorkspaceEdit?
  package var command: Command?
  /// Comes back unchanged with `codeAction/resolve`.
  package var data: JSONValue?

  package init(
    title: String,
    kind: CodeActionKind? = nil,
    diagnostics: [Diagnostic]? = nil,
    isPreferred: Bool = false,
    disabled: CodeActionDisabled? = nil,
    edit: WorkspaceEdit? = nil,
    command: Command? = nil,
    data: JSONValue? = nil
  ) {
    self.title = title
    self.kind = kind
    self.diagnostics = diagnostics
    self.isPreferred = isPreferred
    self.disabled = disabled
    self.edit = edit
    self.command = command
    self.data = data
  }
}

extension CodeAction: JSONEncodable {
  package func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("title", title)
    writer.member("kind", kind)
    writer.member("diagnostics", diagnostics)
    writer.flag("isPreferred", isPreferred)
    writer.member("disabled", disabled)
    writer.member("edit", edit)
    writer.member("command", command)
    writer.member("data", data)
    writer.endObject()
  }
}

/// Which actions there can be.
package struct CodeActionOptions: Hashable, Sendable {
  package var codeActionKinds: [CodeActionKind]?
  package var resolveProvider: Bool

  package init(codeActionKinds: [CodeActionKind]? = nil, resolveProvider: Bool = false) {
    self.codeActionKinds = codeActionKinds
    self.resolveProvider = resolveProvider
  }
}

extension CodeActionOptions: JSONEncodable {
  package func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("codeActionKinds", words: codeActionKinds)
    writer.flag("resolveProvider", resolveProvider)
    writer.endObject()
  }
}

extension TextDocumentClientCapabilities {
  package var codeAction: CodeActions { CodeActions(announced["codeAction"]) }

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
}
