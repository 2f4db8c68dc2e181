// Text that the editor shows between the characters of a document (LSP 3.18, Inlay Hint Request).

package import JSON

/// What a hint tells.
package enum InlayHintKind: Int, Hashable, Sendable {
  case type = 1
  case parameter = 2
}

/// One hint.
package struct InlayHint: Hashable, Sendable {
  package var position: Position
  /// Must not be empty.
  package var label: String
  package var kind: InlayHintKind?
  package var tooltip: MarkupContent?
  package var paddingLeft: Bool
  package var paddingRight: Bool
  /// Comes back unchanged with `inlayHint/resolve`.
  package var data: JSONValue?

  package init(
    position: Position,
    label: String,
    kind: InlayHintKind? = nil,
    tooltip: MarkupContent? = nil,
    paddingLeft: Bool = false,
    paddingRight: Bool = false,
    data: JSONValue? = nil
  ) {
    self.position = position
    self.label = label
    self.kind = kind
    self.tooltip = tooltip
    self.paddingLeft = paddingLeft
    self.paddingRight = paddingRight
    self.data = data
  }
}

extension InlayHint: JSONEncodable {
  package func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("position", position)
    writer.member("label", label)
    writer.member("kind", kind)
    writer.member("tooltip", tooltip)
    writer.flag("paddingLeft", paddingLeft)
    writer.flag("paddingRight", paddingRight)
    writer.member("data", data)
    writer.endObject()
  }
}

/// Whether items can be completed later, by a `…/resolve` request.
package struct ResolveOptions: Hashable, Sendable {
  package var resolveProvider: Bool

  package init(resolveProvider: Bool = false) {
    self.resolveProvider = resolveProvider
  }
}

extension ResolveOptions: JSONEncodable {
  package func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.flag("resolveProvider", resolveProvider)
    writer.endObject()
  }
}
