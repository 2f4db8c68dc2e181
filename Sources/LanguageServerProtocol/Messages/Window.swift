// Messages to the user (LSP 3.18, Window Features).

package import JSON

/// How a message is shown.
package enum MessageType: Int, Hashable, Sendable {
  case error = 1
  case warning = 2
  case info = 3
  case log = 4
  /// New in 3.18.
  case debug = 5
}

/// `window/showMessage` and `window/logMessage`.
package struct ShowMessageParams: Hashable, Sendable {
  package var type: MessageType
  package var message: String

  package init(type: MessageType, message: String) {
    self.type = type
    self.message = message
  }
}

extension ShowMessageParams: JSONEncodable {
  package func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("type", type)
    writer.member("message", message)
    writer.endObject()
  }
}

/// A button.
package struct MessageActionItem: Hashable, Sendable {
  package var title: String

  package init(title: String) {
    self.title = title
  }
}

extension MessageActionItem: JSONEncodable {
  package func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("title", title)
    writer.endObject()
  }
}

/// `window/showMessageRequest`.
package struct ShowMessageRequestParams: Hashable, Sendable {
  package var type: MessageType
  package var message: String
  package var actions: [MessageActionItem]?

  package init(type: MessageType, message: String, actions: [MessageActionItem]? = nil) {
    self.type = type
    self.message = message
    self.actions = actions
  }
}

extension ShowMessageRequestParams: JSONEncodable {
  package func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("type", type)
    writer.member("message", message)
    writer.member("actions", actions)
    writer.endObject()
  }
}

/// The button that was pressed. The whole result is `null` if none was.
package struct ShowMessageRequestResult: Hashable, Sendable {
  package var title: String
}

extension ShowMessageRequestResult: JSONDecodable {
  package init(from reader: inout JSONReader) throws(JSONError) {
    var title: String?
    let object = try reader.beginObject()
    while let key = try reader.nextKey() {
      switch key {
      case "title": title = try reader.readString()
      default: try reader.skipValue()
      }
    }
    self.title = try required(title, "title", in: object)
  }
}

/// `window/showDocument`.
package struct ShowDocumentParams: Hashable, Sendable {
  package var uri: DocumentURI
  /// Whether to open it outside the editor, such as in a browser.
  package var external: Bool
  package var takeFocus: Bool
  package var selection: PositionRange?

  package init(uri: DocumentURI, external: Bool = false, takeFocus: Bool = false, selection: PositionRange? = nil) {
    self.uri = uri
    self.external = external
    self.takeFocus = takeFocus
    self.selection = selection
  }
}

extension ShowDocumentParams: JSONEncodable {
  package func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("uri", uri)
    writer.flag("external", external)
    writer.flag("takeFocus", takeFocus)
    writer.member("selection", selection)
    writer.endObject()
  }
}

/// Whether it could be shown.
package struct ShowDocumentResult: Hashable, Sendable {
  package var success: Bool
}

extension ShowDocumentResult: JSONDecodable {
  package init(from reader: inout JSONReader) throws(JSONError) {
    var success: Bool?
    let object = try reader.beginObject()
    while let key = try reader.nextKey() {
      switch key {
      case "success": success = try reader.readBoolean()
      default: try reader.skipValue()
      }
    }
    self.success = try required(success, "success", in: object)
  }
}

/// How much the client wants to read about what we do.
package enum TraceValue: String, Hashable, Sendable {
  case off
  case messages
  case verbose
}

/// `$/setTrace`.
package struct SetTraceParams: Hashable, Sendable {
  /// Nil for a word that the protocol does not know.
  package var value: TraceValue?
}

extension SetTraceParams: JSONDecodable {
  package init(from reader: inout JSONReader) throws(JSONError) {
    var value: TraceValue?
    try reader.beginObject()
    while let key = try reader.nextKey() {
      switch key {
      case "value": value = try reader.readLeniently(String.self).flatMap(TraceValue.init(rawValue:))
      default: try reader.skipValue()
      }
    }
    self.value = value
  }
}

/// `$/logTrace`.
package struct LogTraceParams: Hashable, Sendable {
  package var message: String
  /// Only if the trace is `verbose`.
  package var verbose: String?

  package init(message: String, verbose: String? = nil) {
    self.message = message
    self.verbose = verbose
  }
}

extension LogTraceParams: JSONEncodable {
  package func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("message", message)
    writer.member("verbose", verbose)
    writer.endObject()
  }
}
