// The name of a document, as the client writes it and as it is compared (LSP 3.18, URI).

package import JSON

/// The name of a document or folder.
///
/// Editors write the same file differently: `file:///c%3A/a%20b.md`, `file:///C:/a b.md`, `file://localhost/…`. Such names
/// are equal and have the same hash. What the client sent is kept in ``string``, and answers use it.
///
/// Any text is accepted. One without the scheme `file` is equal only to itself, and has no path.
package struct DocumentURI: Sendable {
  /// As the client wrote it.
  package let string: String

  /// The file's path, with `/` between its parts, or nil for a document that is no file.
  ///
  /// A name on another machine starts with `//machine`. Nil, too, if the path is not UTF-8 or holds a zero byte, which no
  /// system call could take.
  package let path: String?

  /// The form in which names are compared: for a file, that of ``init(filePath:)``.
  private let canonical: String

  package init(_ string: String) {
    self.string = string
    if let plain = Self.plainPath(of: string) {
      path = plain
      canonical = string
      return
    }
    guard let file = FileLocation(uri: string) else {
      path = nil
      canonical = string
      return
    }
    path = file.pathString
    canonical = file.uri
  }

  /// The name of a file.
  ///
  /// - Parameter filePath: an absolute path. Everything that could be mistaken in a URI is percent-encoded as VS Code does
  ///   it: blanks, `#`, `%`, parentheses, and what is not ASCII as its UTF-8 bytes.
  package init(filePath: String) {
    let file = FileLocation(path: Array(filePath.utf8))
    string = file.uri
    canonical = file.uri
    path = file.pathString
  }

  /// The path of a file's name that is written as ``init(filePath:)`` does it and has nothing to decode, as most are.
  private static func plainPath(of string: String) -> String? {
    let start = "file:///"
    guard string.hasPrefix(start), string.utf8.last != UInt8(ascii: "/") else { return nil }
    let path = string.utf8.dropFirst(start.utf8.count - 1)
    return path.allSatisfy { PercentEncoding.isLiteral($0) } ? String(Substring(path)) : nil
  }

  /// The path that a percent-encoded text stands for.
  package static func percentDecoded(_ text: some Collection<UInt8>) -> String {
    String(decoding: PercentEncoding.decode(text, keepsZero: true), as: UTF8.self)
  }

  /// The part before the colon in lower case, such as `file` or `untitled`; nil if there is none.
  package var scheme: String? {
    guard let colon = string.firstIndex(of: ":"), colon > string.startIndex else { return nil }
    return string[..<colon].lowercased()
  }
}

extension DocumentURI: Hashable {
  package static func == (left: DocumentURI, right: DocumentURI) -> Bool { left.canonical == right.canonical }

  package func hash(into hasher: inout Hasher) { hasher.combine(canonical) }
}

extension DocumentURI: CustomStringConvertible {
  package var description: String { string }
}

extension DocumentURI: JSONDecodable, JSONEncodable {
  package init(from reader: inout JSONReader) throws(JSONError) { self.init(try reader.readString()) }

  package func encode(to writer: inout JSONWriter) { writer.write(string) }
}

/// A machine and a path on it (RFC 8089).
private struct FileLocation {
  /// In lower case; empty for this machine.
  var machine: [UInt8]

  /// Percent-decoded. The letter of a drive is in lower case, and there is no slash at the end but in the root.
  var path: [UInt8]

  init(path: [UInt8]) {
    machine = []
    self.path = Self.normalized(path)
  }

  init?(uri: String) {
    let text = Array(uri.utf8)
    guard text.count >= 6, Self.lowercased(text[..<5]).elementsEqual("file:".utf8) else { return nil }
    var rest = text[5...]
    machine = []
    if rest.starts(with: "//".utf8) {
      let name = rest.dropFirst(2).prefix { $0 != UInt8(ascii: "/") }
      rest = rest[name.endIndex...]
      machine = Self.lowercased(PercentEncoding.decode(name)[...])
      if machine.elementsEqual("localhost".utf8) { machine = [] }
    }
    // No client means a query or a fragment by `?` or `#` here; some just do not encode them.
    guard rest.first == UInt8(ascii: "/") else { return nil }
    path = Self.normalized(PercentEncoding.decode(rest))
  }

  var uri: String { "file://" + PercentEncoding.encode(machine) + PercentEncoding.encode(path) }

  var pathString: String? {
    guard !path.contains(0) else { return nil }
    let prefix: [UInt8] = machine.isEmpty ? [] : Array("//".utf8) + machine
    return String(validating: prefix + path, as: UTF8.self)
  }

  private static func normalized(_ path: [UInt8]) -> [UInt8] {
    var path = path
    while path.count > 1, path.last == UInt8(ascii: "/") { path.removeLast() }
    if path.count >= 3, path[0] == UInt8(ascii: "/"), path[2] == UInt8(ascii: ":") {
      path[1] = lowercased(path[1...1]).first ?? path[1]
    }
    return path
  }

  private static func lowercased(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    bytes.map { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) ? $0 | 0x20 : $0 }
  }
}
