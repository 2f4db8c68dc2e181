// How a request is refused (LSP 3.18, Response Message).

package import JSON

/// The codes that JSON-RPC and the protocol define. Clients may send others.
package struct ErrorCode: RawRepresentable, Hashable, Sendable {
  package let rawValue: Int

  package init(rawValue: Int) {
    self.rawValue = rawValue
  }

  /// The bytes are not JSON.
  package static let parseError = ErrorCode(rawValue: -32700)
  /// The JSON is no request.
  package static let invalidRequest = ErrorCode(rawValue: -32600)
  package static let methodNotFound = ErrorCode(rawValue: -32601)
  package static let invalidParams = ErrorCode(rawValue: -32602)
  package static let internalError = ErrorCode(rawValue: -32603)
  /// A request before `initialize`.
  package static let serverNotInitialized = ErrorCode(rawValue: -32002)
  /// The request is valid, but can't be fulfilled; the message says why and is meant for the user.
  package static let requestFailed = ErrorCode(rawValue: -32803)
  package static let serverCancelled = ErrorCode(rawValue: -32802)
  /// A document changed in a way that makes the answer meaningless.
  package static let contentModified = ErrorCode(rawValue: -32801)
  /// The client cancelled the request.
  package static let requestCancelled = ErrorCode(rawValue: -32800)
}

/// The `error` of a response.
package struct ResponseError: Error, Hashable, Sendable {
  package var code: ErrorCode
  /// One sentence; clients show it to the user.
  package var message: String
  package var data: JSONValue?

  package init(_ code: ErrorCode, _ message: String, data: JSONValue? = nil) {
    self.code = code
    self.message = message
    self.data = data
  }
}

extension ResponseError: JSONDecodable, JSONEncodable {
  /// Reads leniently: a broken error is still an error.
  package init(from reader: inout JSONReader) throws(JSONError) {
    self.init(.internalError, "")
    try reader.beginObject()
    while let key = try reader.nextKey() {
      switch key {
      case "code": code = try reader.readLeniently(Int.self).map(ErrorCode.init) ?? code
      case "message": message = try reader.readLeniently(String.self) ?? message
      case "data": data = try JSONValue(from: &reader)
      default: try reader.skipValue()
      }
    }
  }

  package func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("code", code.rawValue)
    writer.member("message", message)
    writer.member("data", data)
    writer.endObject()
  }
}
