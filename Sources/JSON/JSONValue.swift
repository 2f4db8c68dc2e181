// JSON as a value, for the parts of messages that have no fixed shape: settings, `initializationOptions`, `data`.

package enum JSONValue: Hashable, Sendable {
  case null
  case boolean(Bool)
  case integer(Int)
  /// Every number that is no integer, or that an `Int` can't hold. One too large for a double is infinite.
  case number(Double)
  case string(String)
  case array([JSONValue])
  case object(JSONObject)
}

/// The members of a JSON object, in the order in which they were written.
package struct JSONObject: Hashable, Sendable {
  package struct Member: Hashable, Sendable {
    package var name: String
    package var value: JSONValue

    package init(name: String, value: JSONValue) {
      self.name = name
      self.value = value
    }
  }

  package private(set) var members: [Member]

  package init(_ members: [Member] = []) {
    self.members = members
  }

  /// The member of a name. Of several, the last counts, as in JavaScript. Setting nil removes all of them.
  package subscript(name: String) -> JSONValue? {
    get { members.last { $0.name == name }?.value }
    set {
      guard let newValue else { return members.removeAll { $0.name == name } }
      if let index = members.lastIndex(where: { $0.name == name }) {
        members[index].value = newValue
      } else {
        members.append(Member(name: name, value: newValue))
      }
    }
  }
}

extension JSONObject: ExpressibleByDictionaryLiteral {
  package init(dictionaryLiteral elements: (String, JSONValue)...) {
    self.init(elements.map { Member(name: $0.0, value: $0.1) })
  }
}

// MARK: - Looking inside

extension JSONValue {
  /// The member of an object; nil for any other value.
  package subscript(name: String) -> JSONValue? { object?[name] }

  /// The element of an array; nil beyond its ends and for any other value.
  package subscript(index: Int) -> JSONValue? {
    guard let array, array.indices.contains(index) else { return nil }
    return array[index]
  }

  package var object: JSONObject? {
    guard case .object(let value) = self else { return nil }
    return value
  }

  package var array: [JSONValue]? {
    guard case .array(let value) = self else { return nil }
    return value
  }

  package var string: String? {
    guard case .string(let value) = self else { return nil }
    return value
  }

  package var boolean: Bool? {
    guard case .boolean(let value) = self else { return nil }
    return value
  }

  package var integer: Int? {
    guard case .integer(let value) = self else { return nil }
    return value
  }

  package var isNull: Bool { self == .null }
}

// MARK: - Reading and writing

extension JSONValue: JSONDecodable, JSONEncodable {
  package init(from reader: inout JSONReader) throws(JSONError) {
    switch try reader.nextKind() {
    case .null:
      _ = try reader.readNull()
      self = .null
    case .boolean:
      self = .boolean(try reader.readBoolean())
    case .number:
      switch try reader.readNumber() {
      case .integer(let value): self = .integer(value)
      case .double(let value): self = .number(value)
      }
    case .string:
      self = .string(try reader.readString())
    case .array:
      var elements: [JSONValue] = []
      try reader.beginArray()
      while try reader.nextElement() { elements.append(try JSONValue(from: &reader)) }
      self = .array(elements)
    case .object:
      self = .object(try JSONObject(from: &reader))
    }
  }

  package func encode(to writer: inout JSONWriter) {
    switch self {
    case .null: writer.writeNull()
    case .boolean(let value): writer.write(value)
    case .integer(let value): writer.write(value)
    case .number(let value): writer.write(value)
    case .string(let value): writer.write(value)
    case .array(let elements):
      writer.beginArray()
      for element in elements { element.encode(to: &writer) }
      writer.endArray()
    case .object(let object): object.encode(to: &writer)
    }
  }
}

extension JSONObject: JSONDecodable, JSONEncodable {
  package init(from reader: inout JSONReader) throws(JSONError) {
    var members: [Member] = []
    try reader.beginObject()
    while let key = try reader.nextKey() {
      members.append(Member(name: key.string, value: try JSONValue(from: &reader)))
    }
    self.init(members)
  }

  package func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    for member in members {
      writer.writeKey(text: member.name)
      member.value.encode(to: &writer)
    }
    writer.endObject()
  }
}

// MARK: - Literals

extension JSONValue: ExpressibleByNilLiteral, ExpressibleByBooleanLiteral, ExpressibleByIntegerLiteral,
  ExpressibleByStringLiteral, ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
  package init(nilLiteral: ()) { self = .null }
  package init(booleanLiteral value: Bool) { self = .boolean(value) }
  package init(integerLiteral value: Int) { self = .integer(value) }
  package init(stringLiteral value: String) { self = .string(value) }
  package init(arrayLiteral elements: JSONValue...) { self = .array(elements) }
  package init(dictionaryLiteral elements: (String, JSONValue)...) {
    self = .object(JSONObject(elements.map { JSONObject.Member(name: $0.0, value: $0.1) }))
  }
}
