// What a rule finds in a fixture and what its fixes do, against what the fixture says.

internal import SeedModel
package import SeedRules
package import SeedStudy
internal import SeedSyntax

/// A study of a few notes whose texts can be mended.
package struct MendableStudy {
  package private(set) var checked = CheckedStudy()
  package private(set) var notes: [(name: String, id: DocumentID, text: [UInt8])] = []

  package init(_ notes: [(name: String, text: [UInt8])]) {
    for (name, text) in notes {
      let id = checked.add(name: name, DocumentSummary(Document(text, format: DocumentFormat(fileName: name))))
      self.notes.append((name, id, text))
    }
    _ = checked.refreshFindings()
  }

  package init(_ fixture: Fixture) {
    self.init(fixture.files.map { ($0.name, $0.document.bytes) })
  }

  /// What is found in all notes, as texts that don't depend on the lines that a fix adds or removes.
  package var findings: [String] {
    notes.flatMap { findings(in: $0.id) }.sorted()
  }

  /// What is found in one note.
  package func findings(in id: DocumentID) -> [String] {
    notes.filter { $0.id == id }.flatMap { note in
      checked.findings(in: id).map { "\(note.name): \($0.rule): \($0.message)" }
    }
  }

  /// Applies a fix to the note that it was found in.
  package mutating func apply(_ fix: Fix, to id: DocumentID) {
    guard let index = notes.firstIndex(where: { $0.id == id }) else { return }
    let document = Document(notes[index].text)
    var text = notes[index].text
    let edits = fix.edits.map { edit in
      (start: offset(edit.range.start, document), end: offset(edit.range.end, document), text: edit.newText)
    }
    for edit in edits.sorted(by: { $0.start > $1.start }) {
      text.replaceSubrange(edit.start..<edit.end, with: Array(edit.text.utf8))
    }
    notes[index].text = text
    checked.update(id, DocumentSummary(Document(text)))
    _ = checked.refreshFindings()
  }

  /// The first finding that has a fix, and whose fix is safe if only such are wanted.
  package func nextFix(of rule: String?, onlySafe: Bool) -> (note: DocumentID, fix: Fix)? {
    for note in notes {
      for finding in checked.findings(in: note.id) where rule == nil || finding.rule == rule {
        if let fix = finding.fixes.first(where: { $0.isSafe || !onlySafe }) { return (note.id, fix) }
      }
    }
    return nil
  }

  private func offset(_ position: LinePosition, _ document: Document) -> Int {
    document.offset(line: Int(position.line), column: Int(position.utf8), unit: .utf8)
  }
}

extension Fixture {
  /// Says how the findings of a rule differ from the marks; nil if they don't.
  package func ruleMismatch(_ rule: String) -> String? {
    let found = files.flatMap { file in
      checked.findings(in: file.id).filter { $0.rule == rule }.map { finding in
        FixtureRange(
          file: file.name,
          range: ByteRange(offset(finding.range.start, file.document), offset(finding.range.end, file.document)))
      }
    }
    return difference(expected: marks, found: found, asked: "for \(rule)")
  }

  /// Applies the first fix of each finding of a rule; says what is wrong with the result, or nil: the texts differ from the
  /// expected ones, something else is found than before, or a second run still has something to do.
  package func fixMismatch(_ rule: String, _ expected: String, isSafe: Bool) -> String? {
    var study = MendableStudy(self)
    var before = study.findings
    for note in study.notes {
      for finding in study.checked.findings(in: note.id)
      where finding.rule == rule && finding.fixes.first?.isSafe != isSafe {
        return "\(finding.rule) has \(finding.fixes.isEmpty ? "no fix" : "a fix that is \(isSafe ? "un" : "")safe")"
      }
    }
    for _ in 0..<20 {
      guard let next = study.nextFix(of: rule, onlySafe: isSafe) else { break }
      study.apply(next.fix, to: next.note)
    }
    if study.nextFix(of: rule, onlySafe: isSafe) != nil { return "the fixes come to no end" }
    for finding in study.findings {
      guard let index = before.firstIndex(of: finding) else { return "the fix causes \(finding)" }
      before.remove(at: index)
    }
    let texts = Fixture(expected).files.map { $0.document.bytes }
    for (note, text) in zip(study.notes, texts) where note.text != text {
      return "after the fix, \(note.name) is\n" + String(decoding: note.text, as: UTF8.self)
    }
    return study.findings.contains { $0.contains(": \(rule): ") } ? "\(rule) is still found" : nil
  }

  private func offset(_ position: LinePosition, _ document: Document) -> Int {
    document.offset(line: Int(position.line), column: Int(position.utf8), unit: .utf8)
  }
}
