// JSON (RFC 8259) over bytes: a pull reader, a writer and a small value tree.
//
// This target depends on nothing but the standard library, and knows nothing of the protocol, of files or of threads.

/// A value that can be read from JSON.
package protocol JSONDecodable {
  /// Reads one value and leaves the reader behind it.
  ///
  /// A value of the wrong shape is an error that names its place; it must never trap.
  init(from reader: inout JSONReader) throws(JSONError)
}

/// A value that can be written as JSON.
package protocol JSONEncodable {
  /// Writes exactly one value.
  func encode(to writer: inout JSONWriter)
}

extension JSONDecodable {
  /// Reads a whole document.
  ///
  /// - Parameter bytes: one JSON value, with white space around it at most; anything else is an error.
  package init(json bytes: [UInt8]) throws(JSONError) {
    self = try bytes.withUnsafeBufferPointer { (buffer) throws(JSONError) -> Self in
      var reader = JSONReader(buffer)
      let value = try Self(from: &reader)
      try reader.finish()
      return value
    }
  }
}

extension JSONEncodable {
  /// The value as one JSON document in UTF-8.
  package func json() -> [UInt8] {
    var writer = JSONWriter()
    encode(to: &writer)
    return writer.bytes
  }
}

extension Bool: JSONDecodable, JSONEncodable {
  package init(from reader: inout JSONReader) throws(JSONError) { self = try reader.readBoolean() }
  package func encode(to writer: inout JSONWriter) { writer.write(self) }
}

extension Int: JSONDecodable, JSONEncodable {
  package init(from reader: inout JSONReader) throws(JSONError) { self = try reader.readInteger() }
  package func encode(to writer: inout JSONWriter) { writer.write(self) }
}

extension Double: JSONDecodable, JSONEncodable {
  package init(from reader: inout JSONReader) throws(JSONError) { self = try reader.readDouble() }
  package func encode(to writer: inout JSONWriter) { writer.write(self) }
}

extension String: JSONDecodable, JSONEncodable {
  package init(from reader: inout JSONReader) throws(JSONError) { self = try reader.readString() }
  package func encode(to writer: inout JSONWriter) { writer.write(self) }
}

extension Array: JSONDecodable where Element: JSONDecodable {
  package init(from reader: inout JSONReader) throws(JSONError) {
    self = []
    try reader.beginArray()
    while try reader.nextElement() { append(try Element(from: &reader)) }
  }
}

extension Array: JSONEncodable where Element: JSONEncodable {
  package func encode(to writer: inout JSONWriter) {
    writer.beginArray()
    // A loop over the array itself would copy each element, and so count a reference for each of its strings.
    withUnsafeBufferPointer { elements in
      for index in elements.indices { elements[index].encode(to: &writer) }
    }
    writer.endArray()
  }
}

/// `nil` is `null`.
extension Optional: JSONEncodable where Wrapped: JSONEncodable {
  package func encode(to writer: inout JSONWriter) {
    if let self { self.encode(to: &writer) } else { writer.writeNull() }
  }
}
