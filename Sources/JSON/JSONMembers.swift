// An object's members, found by their keys in whatever order they are asked for.

/// The members of one object, whose places one walk over it has noted.
///
/// ```swift
/// let members = try JSONMembers(from: &reader)
/// try members.forEachValue(of: "line") { value in line = try value.readInteger() }
/// ```
///
/// The walk costs no more than to skip the object, and keeps nothing on the heap. A value that is read afterwards is looked
/// at twice, so a long text is better read with ``JSONReader/nextKey()``. Like the reader, the members must not outlive the
/// bytes.
package struct JSONMembers {
  /// The offset of the object's `{`, for errors about missing members.
  package let start: Int

  /// A reader inside the object; it stands before a value once its offset is set.
  private let reader: JSONReader

  /// Where the first keys begin, behind their quotes, and where their values do. Few objects of the protocol have more.
  private var keys = SIMD8<Int>()
  private var values = SIMD8<Int>()
  private var count = 0

  /// Whether one of these keys has escapes, so that its bytes aren't its content.
  private var hasEscapes = false

  /// The reader behind the last of these keys and its value, if there are more members.
  private var rest: JSONReader?

  /// Walks over an object and leaves the reader behind it.
  package init(from reader: inout JSONReader) throws(JSONError) {
    start = try reader.beginObject()
    var inside = reader
    while true {
      let behind = reader
      guard let key = try reader.nextKey() else { break }
      if count < keys.scalarCount {
        if count == 0 { inside = reader }
        keys[count] = reader.start(of: key)
        values[count] = reader.offset
        hasEscapes = hasEscapes || key.hasEscapes
        count += 1
      } else if rest == nil {
        rest = behind
      }
      try reader.skipValue()
    }
    self.reader = inside
  }

  /// Has the values of a key read, in the order of the text. There is more than one only if the key stands there twice.
  package func forEachValue(
    of key: StaticString, _ read: (inout JSONReader) throws(JSONError) -> Void
  ) throws(JSONError) {
    for index in 0..<count where reader.hasKey(key, at: keys[index], mayHaveEscapes: hasEscapes) {
      var value = reader
      value.offset = values[index]
      try read(&value)
    }
    guard var rest else { return }
    while let found = try rest.nextKey() {
      if found.equals(key) { try read(&rest) } else { try rest.skipValue() }
    }
  }
}
