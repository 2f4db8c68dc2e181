// Studies made from texts, for tests of the model.

internal import SeedModel
package import SeedRules
package import SeedStudy
package import SeedSyntax

/// A study with its notes at hand.
package struct TestStudy {
  package var checked: CheckedStudy
  package var notes: [(name: String, id: DocumentID, document: Document)] = []

  package var study: Study { checked.study }

  package init(settings: RuleSettings = .standard, _ files: [(name: String, text: [UInt8])]) {
    checked = CheckedStudy(settings: settings)
    for (name, text) in files {
      let document = Document(text, format: DocumentFormat(fileName: name))
      let id = checked.add(name: name, DocumentSummary(document))
      notes.append((name, id, document))
    }
    _ = checked.refreshFindings()
  }

  package init(_ files: [(String, String)]) {
    self.init(files.map { (name: $0.0, text: Array($0.1.utf8)) })
  }

  /// The findings of every note as `name:line:column rule: text at the range`, lines and UTF-16 columns one-based.
  package var findings: [String] {
    notes.flatMap { note in
      checked.findings(in: note.id).map { finding in
        let start = finding.range.start
        let text = note.document.string(
          in: ByteRange(offset(start, note.document), offset(finding.range.end, note.document)))
        return "\(note.name):\(start.line + 1):\(start.utf16 + 1) \(finding.rule): \(text)"
      }
    }
  }

  private func offset(_ position: LinePosition, _ document: Document) -> Int {
    document.offset(line: Int(position.line), column: Int(position.utf8), unit: .utf8)
  }

  /// Adds a note.
  package mutating func add(_ name: String, _ text: String) {
    let document = Document(text, format: DocumentFormat(fileName: name))
    notes.append((name, checked.add(name: name, DocumentSummary(document)), document))
    _ = checked.refreshFindings()
  }

  /// Replaces the text of a note, as an editor does that sends the whole text.
  package mutating func replace(_ name: String, with text: String) {
    replace(name, with: Array(text.utf8))
  }

  package mutating func replace(_ name: String, with text: [UInt8]) {
    _ = replaceAndReport(name, with: text)
  }

  /// Replaces the text of a note; returns the notes whose findings have to be reported again.
  package mutating func replaceAndReport(_ name: String, with text: [UInt8]) -> [DocumentID] {
    guard let index = notes.firstIndex(where: { $0.name == name }) else { return [] }
    notes[index].document = Document(text, format: DocumentFormat(fileName: name))
    checked.update(notes[index].id, DocumentSummary(notes[index].document))
    return checked.refreshFindings()
  }
}
