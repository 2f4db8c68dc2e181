// What hover says about a source: its title, its address, its types and how much was coded from it.

internal import SeedModel
internal import SeedStudy
internal import SeedSyntax

extension Snapshot {
  /// The record of a source, from the headers of the notes that record it.
  func sourceDescription(_ source: String) -> RichText {
    var text = RichText()
    for id in study.documents(ofSource: source) {
      guard let note = study[id] else { continue }
      let title = note.headerValue(.title)
      var headline: [RichText.Span] = title.map { [.strong($0), .text(" · ")] } ?? []
      headline += [.code(source), .text(" · source")]
      text.blocks.append(.paragraph(headline))
      if let url = note.headerValue(.url) { text.blocks.append(.paragraph([.text(url)])) }
      let types = [SourceFieldName.sourceType, .authorType].compactMap { note.headerValue($0) }
      if !types.isEmpty { text.blocks.append(.paragraph([.text(types.joined(separator: ", "))])) }
      let count = codeCount(of: note)
      text.blocks.append(.paragraph([.text("\(count) \(count == 1 ? "code" : "codes") · \(note.name)")]))
    }
    return text
  }

  /// How many codes a note defines, lists or links.
  private func codeCount(of note: StudyDocument) -> Int {
    var names: Set<String> = []
    for page in note.summary.pages {
      var isCounted = Array(repeating: false, count: page.names.count)
      for occurrence in page.occurrences where occurrence.role == .definition || occurrence.role.isReference {
        guard isCounted.indices.contains(Int(occurrence.name)), !isCounted[Int(occurrence.name)] else { continue }
        isCounted[Int(occurrence.name)] = true
        names.insert(page.names[Int(occurrence.name)])
      }
    }
    return names.count { study.documents(ofSource: $0).isEmpty }
  }
}
