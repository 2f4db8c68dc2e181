// Decides what a message is by the members of its envelope.

import JSON

/// The members of a message's envelope, collected in one pass over its body.
struct MessageHead {
  private var shape = JSONReader.ValueKind.null
  private var version: String?
  private var id: RequestID?
  private var hasID = false
  private var hasNullID = false
  private var method: String?
  private var hasMethod = false
  private var params: Range<Int>?
  private var result: Range<Int>?
  private var error: ResponseError?

  /// Reads a whole body. Only text that is no JSON is an error; anything else is judged by ``kind``.
  init(from reader: inout JSONReader) throws(JSONError) {
    shape = try reader.nextKind()
    if shape == .object { try readMembers(from: &reader) } else { try reader.skipValue() }
    try reader.finish()
  }

  /// Where the `params` of a request or notification are, or the `result` of a response.
  var content: Range<Int>? { hasMethod ? params : result }

  var kind: IncomingMessage.Kind {
    guard shape == .object else {
      let reason = shape == .array ? "batches are not part of the protocol" : "a message must be an object"
      return .invalid(id: nil, ResponseError(.invalidRequest, reason))
    }
    guard version == "2.0" else { return invalid("`jsonrpc` must be \"2.0\"") }
    guard !hasMethod else { return call }
    guard result != nil || error != nil else { return invalid("`method` is missing") }
    guard id != nil || hasNullID else { return invalid("`id` must be an integer or a string") }
    return .response(id: id, error: error)
  }

  private var call: IncomingMessage.Kind {
    guard let method else { return invalid("`method` must be a string") }
    guard hasID else { return .notification(method: method) }
    // JSON-RPC discourages `null` as the identity of a request, and the protocol's own types exclude it.
    guard let id else { return invalid("`id` must be an integer or a string") }
    return .request(id: id, method: method)
  }

  private func invalid(_ reason: String) -> IncomingMessage.Kind {
    .invalid(id: id, ResponseError(.invalidRequest, reason))
  }

  private mutating func readMembers(from reader: inout JSONReader) throws(JSONError) {
    try reader.beginObject()
    while let key = try reader.nextKey() {
      switch key {
      case "jsonrpc":
        version = try reader.readLeniently(String.self)
      case "id":
        hasID = true
        hasNullID = try reader.nextKind() == .null
        id = try reader.readLeniently(RequestID.self)
      case "method":
        hasMethod = true
        method = try reader.readLeniently(String.self)
      case "params":
        params = try reader.skipRange()
      case "result":
        result = try reader.skipRange()
      case "error":
        let isNull = try reader.readNull()
        let broken = ResponseError(.internalError, "")
        error = isNull ? nil : try reader.readLeniently(ResponseError.self) ?? broken
      default:
        try reader.skipValue()
      }
    }
  }
}

extension JSONReader {
  /// Reads past a value and tells where it was.
  fileprivate mutating func skipRange() throws(JSONError) -> Range<Int> {
    _ = try nextKind()
    let start = offset
    try skipValue()
    return start..<offset
  }
}
