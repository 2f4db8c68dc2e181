// The identity of a request.

package import JSON

/// What tells a request from the others of its sender, and its response from other responses.
///
/// The kind is kept: `1` and `"1"` are different requests.
package enum RequestID: Hashable, Sendable {
  case integer(Int)
  case string(String)
}

extension RequestID: CustomStringConvertible {
  /// As it is written in JSON, for the log.
  package var description: String {
    switch self {
    case .integer(let value): "\(value)"
    case .string(let value): "\"\(value)\""
    }
  }
}

extension RequestID: JSONDecodable, JSONEncodable {
  package init(from reader: inout JSONReader) throws(JSONError) {
    switch try reader.nextKind() {
    case .string: self = .string(try reader.readString())
    case .number: self = .integer(try reader.readInteger(expected: "an integer or a string"))
    case .null, .boolean, .array, .object: throw reader.wrongType("an integer or a string")
    }
  }

  package func encode(to writer: inout JSONWriter) {
    switch self {
    case .integer(let value): writer.write(value)
    case .string(let value): writer.write(value)
    }
  }
}
