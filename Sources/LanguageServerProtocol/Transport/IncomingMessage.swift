// The head of a message: what it is, and which request it belongs to (LSP 3.18, Base Protocol, Content Part).

package import JSON

/// A message from the client whose envelope has been read and checked, and whose content has not been decoded yet.
///
/// Reading the head is total: what is no message becomes ``Kind/invalid(id:_:)`` with the error to answer.
/// It checks that the whole body is JSON, so that decoding the content later fails only for wrong shapes.
package struct IncomingMessage: Sendable {
  package enum Kind: Hashable, Sendable {
    case request(id: RequestID, method: String)
    case notification(method: String)
    /// The answer to a request of ours. The identity is nil if the client could not read it.
    case response(id: RequestID?, error: ResponseError?)
    /// Something else, to be answered with this error and, where it could be read, this identity; `null` otherwise.
    case invalid(id: RequestID?, ResponseError)
  }

  package let kind: Kind

  /// The whole body as it arrived.
  package let body: [UInt8]

  /// Where in the body the `params` of a request or notification are, or the `result` of a response; nil if absent.
  private let content: Range<Int>?

  /// - Parameter body: a message without its header.
  package init(body: [UInt8]) {
    self.body = body
    do throws(JSONError) {
      let head = try body.withUnsafeBufferPointer { (buffer) throws(JSONError) -> MessageHead in
        var reader = JSONReader(buffer)
        return try MessageHead(from: &reader)
      }
      kind = head.kind
      content = head.content
    } catch {
      let message = body.withUnsafeBufferPointer { error.message(in: $0, root: "message") }
      kind = .invalid(id: nil, ResponseError(.parseError, message))
      content = nil
    }
  }

  /// Decodes the `params` of a request or notification.
  ///
  /// - Throws: an error with code -32602 that names the member at fault.
  package func params<Params: JSONDecodable>(as type: Params.Type = Params.self) throws(ResponseError) -> Params {
    try decode(type, root: "params")
  }

  /// Decodes the `result` of a response.
  package func result<Result: JSONDecodable>(as type: Result.Type = Result.self) throws(ResponseError) -> Result {
    try decode(type, root: "result")
  }

  private func decode<Value: JSONDecodable>(_ type: Value.Type, root: String) throws(ResponseError) -> Value {
    // What is absent is decoded as `null`: a type that requires nothing may accept it.
    let bytes = content.map { body[$0] } ?? Array("null".utf8)[...]
    return try bytes.withUnsafeBufferPointer { (buffer) throws(ResponseError) -> Value in
      do throws(JSONError) {
        var reader = JSONReader(buffer)
        return try Value(from: &reader)
      } catch {
        throw ResponseError(.invalidParams, error.message(in: buffer, root: root))
      }
    }
  }
}
