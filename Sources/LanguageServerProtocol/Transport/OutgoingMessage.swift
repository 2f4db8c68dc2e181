// Messages to the client: envelope, content and header in one buffer.

package import JSON

/// Builds whole messages, ready for ``MessageTransport/write(_:)``.
package enum OutgoingMessage {
  /// The answer to a request. An optional result that is nil is sent as `null`.
  package static func response(id: RequestID, result: some JSONEncodable) -> [UInt8] {
    framed { writer in
      writer.member("id", id)
      writer.writeKey("result")
      result.encode(to: &writer)
    }
  }

  /// The refusal of a request; without an identity, of something that could not be read as one.
  package static func response(id: RequestID?, error: ResponseError) -> [UInt8] {
    framed { writer in
      writer.writeKey("id")
      id.encode(to: &writer)
      writer.member("error", error)
    }
  }

  package static func request(id: RequestID, method: Method, params: (some JSONEncodable)?) -> [UInt8] {
    framed { writer in
      writer.member("id", id)
      writer.member("method", method.rawValue)
      writer.member("params", params)
    }
  }

  package static func request(id: RequestID, method: Method) -> [UInt8] {
    request(id: id, method: method, params: nil as JSONValue?)
  }

  /// - Parameter capacity: how many bytes to make room for at first.
  package static func notification(
    method: Method, params: (some JSONEncodable)?, capacity: Int = 512
  ) -> [UInt8] {
    framed(capacity: capacity) { writer in
      writer.member("method", method.rawValue)
      writer.member("params", params)
    }
  }

  package static func notification(method: Method) -> [UInt8] {
    notification(method: method, params: nil as JSONValue?)
  }

  /// A body with the header it needs.
  package static func framed(body: [UInt8]) -> [UInt8] {
    header(length: body.count) + body
  }

  private static func framed(capacity: Int = 512, _ members: (inout JSONWriter) -> Void) -> [UInt8] {
    var writer = JSONWriter(capacity: capacity)
    writer.beginObject()
    writer.member("jsonrpc", "2.0")
    members(&writer)
    writer.endObject()
    return writer.bytes(after: header(length: writer.count))
  }

  private static func header(length: Int) -> [UInt8] {
    Array("Content-Length: \(length)\r\n\r\n".utf8)
  }
}
