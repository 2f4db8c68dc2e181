// Text that the editor shows between the characters of a document (LSP 3.18, Inlay Hint Request).

package import JSON

extension Method {
  package static let inlayHint = Method(rawValue: "textDocument/inlayHint")
  package static let refreshInlayHints = Method(rawValue: "workspace/inlayHint/refresh")
}

/// One hint.
package struct InlayHint: Hashable, Sendable {
  package var position: Position
  /// Must not be empty.
  package var label: String
  package var paddingLeft: Bool

  package init(position: Position, label: String, paddingLeft: Bool = false) {
    self.position = position
    self.label = label
    self.paddingLeft = paddingLeft
  }
}

extension InlayHint: JSONEncodable {
  package func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("position", position)
    writer.member("label", label)
    writer.flag("paddingLeft", paddingLeft)
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
