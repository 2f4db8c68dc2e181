// Small studies as text, with marks: `//- s4.md` starts a file, `$0` is the cursor, `⟦…⟧` are expected places.

package import SeedIDE
internal import SeedModel
package import SeedRules
package import SeedStudy
package import SeedSyntax

/// A study read from marked text.
package struct Fixture: Sendable {
  package struct File: Sendable {
    package let name: String
    package let id: DocumentID
    package let document: Document
    /// What stands between `⟦` and `⟧`, without the marks, in order of their starts.
    package let marks: [ByteRange]
  }

  package let files: [File]
  package let checked: CheckedStudy
  /// The file that `$0` stands in, and where; nil without `$0`.
  package let cursor: (file: File, offset: Int)?

  package var study: Study { checked.study }

  /// Reads marked text. Text before the first `//-` line is the file `s1.md`.
  package init(_ source: String, settings: RuleSettings = .standard) {
    var checked = CheckedStudy(settings: settings)
    var files: [File] = []
    var cursor: (file: Int, offset: Int)?
    for (name, text) in Self.divide(source) {
      let plain = MarkedText(text)
      let document = Document(plain.bytes, format: DocumentFormat(fileName: name))
      let id = checked.add(name: name, DocumentSummary(document))
      if let offset = plain.cursor { cursor = (files.count, offset) }
      files.append(File(name: name, id: id, document: document, marks: plain.marks))
    }
    _ = checked.refreshFindings()
    self.checked = checked
    self.files = files
    self.cursor = cursor.map { (files[$0.file], $0.offset) }
  }

  /// The fixture as seen from one of its files.
  package func snapshot(of file: File) -> Snapshot {
    let documents = Dictionary(uniqueKeysWithValues: files.map { ($0.id, $0.document) })
    return Snapshot(study: study, document: file.id, syntax: file.document) { documents[$0] }
  }

  /// Every mark with its file.
  package var marks: [FixtureRange] {
    files.flatMap { file in file.marks.map { FixtureRange(file: file.name, range: $0) } }
  }

  package func file(_ id: DocumentID) -> File? {
    files.first { $0.id == id }
  }

  private static func divide(_ source: String) -> [(name: String, text: String)] {
    var files: [(name: String, text: String)] = []
    // By bytes: `\r\n` is one character, and would hide its line break.
    for line in source.utf8.split(separator: 0x0A, omittingEmptySubsequences: false) {
      let text = String(decoding: line, as: UTF8.self)
      if text.hasPrefix("//- ") {
        files.append((String(text.dropFirst(4)), ""))
      } else {
        if files.isEmpty { files.append(("s1.md", "")) }
        files[files.count - 1].text += text + "\n"
      }
    }
    // The last line of the source has no line break of its own.
    if !files.isEmpty, files[files.count - 1].text.utf8.last == 0x0A {
      files[files.count - 1].text = String(decoding: files[files.count - 1].text.utf8.dropLast(), as: UTF8.self)
    }
    return files
  }
}

/// A range of a file of a fixture.
package struct FixtureRange: Hashable, Sendable, Comparable {
  package let file: String
  package let range: ByteRange

  package init(file: String, range: ByteRange) {
    self.file = file
    self.range = range
  }

  package static func < (left: FixtureRange, right: FixtureRange) -> Bool {
    (left.file, left.range.start, left.range.end) < (right.file, right.range.start, right.range.end)
  }
}

/// Text with its marks taken out.
package struct MarkedText {
  package private(set) var bytes: [UInt8] = []
  package private(set) var cursor: Int?
  package private(set) var marks: [ByteRange] = []

  package init(_ text: String) {
    let source = Array(text.utf8)
    let open = Array("⟦".utf8)
    let close = Array("⟧".utf8)
    var starts: [Int] = []
    var offset = 0
    while offset < source.count {
      let rest = source[offset...]
      if rest.starts(with: open) {
        starts.append(bytes.count)
        offset += open.count
      } else if rest.starts(with: close) {
        if let start = starts.popLast() { marks.append(ByteRange(start, bytes.count)) }
        offset += close.count
      } else if rest.starts(with: Array("$0".utf8)) {
        cursor = bytes.count
        offset += 2
      } else {
        bytes.append(source[offset])
        offset += 1
      }
    }
    marks.sort { ($0.start, $0.end) < ($1.start, $1.end) }
  }

  /// The lines of a text that hold marks, with the marks and the cursor put in, as `name:line: text`.
  package static func render(_ file: Fixture.File, _ ranges: [ByteRange], cursor: Int? = nil) -> String {
    var insertions: [(offset: Int, order: Int, text: String)] = []
    for range in ranges {
      insertions.append((range.start, 2, "⟦"))
      insertions.append((range.end, 0, "⟧"))
    }
    if let cursor { insertions.append((cursor, 1, "$0")) }
    insertions.sort { ($0.offset, $0.order) < ($1.offset, $1.order) }
    var lines: [Int: String] = [:]
    for line in Set(insertions.map { Int(file.document.position(of: $0.offset).line) }) {
      let start = file.document.offset(ofLine: line)
      let content = file.document.line(at: start)
      var text = ""
      var offset = start
      for insertion in insertions where insertion.offset >= start && insertion.offset <= content.end {
        text += file.document.string(in: ByteRange(offset, insertion.offset)) + insertion.text
        offset = insertion.offset
      }
      lines[line] = text + file.document.string(in: ByteRange(offset, content.end))
    }
    return lines.sorted { $0.key < $1.key }.map { "\(file.name):\($0.key + 1): \($0.value)" }.joined(separator: "\n")
  }
}
