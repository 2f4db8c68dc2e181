// A place in some note of the study, as features answer it; and where names and sources are defined.

package import SeedModel
package import SeedStudy
package import SeedSyntax

/// Where a name stands in a note of the study.
package struct Place: Hashable, Sendable {
  package let document: DocumentID
  /// Lines counted from the start of the note.
  package let range: LineRange
  /// What the name is there for; nil in the heading that numbers the note.
  package let role: Role?

  package init(document: DocumentID, range: LineRange, role: Role?) {
    self.document = document
    self.range = range
    self.role = role
  }

  init(_ site: Site) {
    self.init(document: site.document, range: site.range, role: site.role)
  }
}

extension Study {
  /// Whether a place comes before another one: by note, then by position.
  func isBefore(_ left: Place, _ right: Place) -> Bool {
    left.document == right.document
      ? left.range.start < right.range.start : isBefore(left.document, right.document)
  }

  /// Places by note and position.
  func inOrder(_ places: [Place]) -> [Place] {
    // They are mostly found in order, which is quicker to see than to bring about.
    let isInOrder = zip(places, places.dropFirst()).allSatisfy { !isBefore($1, $0) }
    return isInOrder ? places : places.sorted { isBefore($0, $1) }
  }
}

extension Snapshot {
  /// Where a name is defined; for a source, where the notes that record it begin.
  func definitionPlaces(of name: String) -> [Place] {
    let definitions = study.nameID(name).map { study.definitions(of: $0) } ?? []
    let recording = study.documents(ofSource: name)
    guard !recording.isEmpty else { return definitions.map { Place($0.site) } }
    var places: [Place] = []
    for id in recording {
      if let heading = sourceHeading(of: id) {
        places.append(heading)
      } else {
        places += definitions.filter { $0.site.document == id }.map { Place($0.site) }
      }
    }
    // A note that only its labels number has neither heading nor source block.
    return places.isEmpty ? definitions.map { Place($0.site) } : places
  }

  /// The heading that numbers a note: the number itself.
  func sourceHeading(of id: DocumentID) -> Place? {
    study.sourceHeading(of: id)
  }

  /// The bytes of a range of lines in the asked note.
  package func byteRange(of range: LineRange) -> ByteRange {
    var lines = LineWalker(syntax)
    return lines.bytes(of: range)
  }

  /// The text and syntax of any note of the study.
  func syntax(of id: DocumentID) -> Document? {
    id == document ? syntax : load(id)
  }
}

extension Study {
  /// The heading that numbers a note: the number itself.
  func sourceHeading(of id: DocumentID) -> Place? {
    guard let note = self[id] else { return nil }
    for (index, page) in note.summary.pages.enumerated() {
      for field in page.headerFields where field.isSourceHeading {
        let range = field.value.isEmpty ? field.nameRange : field.valueRange
        return Place(document: id, range: range.movedDown(by: note.startLine(ofPage: index)), role: nil)
      }
    }
    return nil
  }
}

extension StudyDocument {
  /// What the header says in a field, as it is written in the source block: of several lines the first; nil if it says nothing.
  func valueInBlock(of field: SourceFieldName) -> String? {
    let lines = headerValue(field)?.utf8.split(whereSeparator: \.isLineBreak) ?? []
    let text = lines.first.map { String(decoding: $0, as: UTF8.self).trimmingBlanks } ?? ""
    return text.isEmpty ? nil : SourceFieldName.valueInBlock(of: text, isYesOrNo: field.isYesOrNo)
  }

  /// The value of a field of the note's header; nil if it is missing or empty.
  func headerValue(_ name: SourceFieldName) -> String? {
    for page in summary.pages {
      for field in page.headerFields where field.field == name && !field.value.isEmpty { return page.text(field.value) }
    }
    return nil
  }
}
