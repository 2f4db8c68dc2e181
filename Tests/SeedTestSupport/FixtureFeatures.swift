// Asks the editor features about a fixture and says what is not as marked; nil when all is.
//
// These functions only describe, so that they can be tested by cases that must fail; the `check…` helpers of the tests record
// what they return.

package import SeedIDE
internal import SeedModel
internal import SeedSyntax

extension Fixture {
  // MARK: - Places

  /// A place of an answer as a range of a file.
  package func range(of place: Place) -> FixtureRange? {
    guard let file = file(place.document) else { return nil }
    return FixtureRange(file: file.name, range: snapshot(of: file).byteRange(of: place.range))
  }

  /// What differs between the marks and some ranges, as marked text.
  package func difference(
    expected: [FixtureRange], found: [FixtureRange], asked: String
  ) -> String? {
    let expected = expected.sorted()
    let found = found.sorted()
    guard expected != found else { return nil }
    return "asked \(asked)\nexpected:\n\(render(expected))\nfound:\n\(render(found))"
  }

  /// Some ranges as marked lines.
  package func render(_ ranges: [FixtureRange]) -> String {
    guard !ranges.isEmpty else { return "  nothing" }
    return files.compactMap { file -> String? in
      let own = ranges.filter { $0.file == file.name }.map(\.range)
      return own.isEmpty ? nil : MarkedText.render(file, own)
    }.joined(separator: "\n")
  }

  private func describe(_ file: File, _ offset: Int) -> String {
    "at " + MarkedText.render(file, [], cursor: offset)
  }

  /// Asks at the start, inside and at the end of every mark, and at the cursor.
  private func forEachQuestion(_ body: (File, Int) -> String?) -> String? {
    var hasAsked = false
    for file in files {
      for mark in file.marks {
        for offset in Set([mark.start, (mark.start + mark.end) / 2, mark.end]).sorted() {
          hasAsked = true
          if let failure = body(file, offset) { return failure }
        }
      }
    }
    if let cursor {
      hasAsked = true
      if let failure = body(cursor.file, cursor.offset) { return failure }
    }
    return hasAsked ? nil : "the fixture has neither a cursor nor marks to ask from"
  }

  // MARK: - Features

  /// Checks that definition leads from the cursor to exactly the marks.
  package func definitionMismatch() -> String? {
    definitionMismatch { $0.definition(at: $1) }
  }

  /// Checks that a feature leads from the cursor to exactly the marks.
  package func definitionMismatch(_ find: (Snapshot, Int) -> DefinitionResult?) -> String? {
    guard let cursor else { return "the fixture has no cursor" }
    let result = find(snapshot(of: cursor.file), cursor.offset)
    if let result, !result.origin.touches(cursor.offset) { return "the origin \(result.origin) is not at the cursor" }
    return difference(
      expected: marks, found: (result?.targets ?? []).compactMap { range(of: $0) },
      asked: describe(cursor.file, cursor.offset))
  }

  /// Checks that references gives exactly the marks, asked from each mark and from the cursor.
  package func referencesMismatch(includingDeclaration: Bool = true) -> String? {
    forEachQuestion { file, offset in
      let found = snapshot(of: file).references(at: offset, includingDeclaration: includingDeclaration)
      return difference(
        expected: marks, found: found.compactMap { range(of: $0.place) }, asked: describe(file, offset))
    }
  }

  /// Checks that highlighting gives exactly the marks of a fixture of one file, asked from each mark and from the cursor.
  ///
  /// - Parameter kinds: what the highlights are, in order; nil if it doesn't matter.
  package func highlightMismatch(_ kinds: [DocumentHighlight.Kind]? = nil) -> String? {
    forEachQuestion { file, offset in
      let found = snapshot(of: file).documentHighlights(at: offset)
      let ranges = found.map { FixtureRange(file: file.name, range: $0.range) }
      if let failure = difference(
        expected: marks.filter { $0.file == file.name }, found: ranges, asked: describe(file, offset))
      {
        return failure
      }
      guard let kinds, found.map(\.kind) != kinds else { return nil }
      return "asked \(describe(file, offset))\nexpected kinds \(kinds)\nfound \(found.map(\.kind))"
    }
  }

  /// Checks what hover shows at the cursor; the mark, if there is one, is its range.
  ///
  /// - Parameter expected: the Markdown; nil if nothing is to be shown.
  package func hoverMismatch(_ expected: String?) -> String? {
    guard let cursor else { return "the fixture has no cursor" }
    let hover = snapshot(of: cursor.file).hover(at: cursor.offset)
    let asked = describe(cursor.file, cursor.offset)
    guard hover?.content.markdown == expected else {
      return """
        asked \(asked)
        expected:
        \(expected ?? "  nothing")
        found:
        \(hover?.content.markdown ?? "  nothing")
        """
    }
    guard let hover, !marks.isEmpty else { return nil }
    return difference(expected: marks, found: [FixtureRange(file: cursor.file.name, range: hover.range)], asked: asked)
  }

  /// What a completion must hold.
  package enum CompletionExpectation: Sendable {
    /// These labels in this order, and no others.
    case exactly([String])
    /// At least these labels, in this order, and none of the others.
    case including([String], without: [String] = [])
    /// No completion.
    case nothing
  }

  /// Checks what completion offers at the cursor; the mark, if there is one, is the range that an item replaces.
  package func completionMismatch(_ expectation: CompletionExpectation) -> String? {
    guard let cursor else { return "the fixture has no cursor" }
    let asked = describe(cursor.file, cursor.offset)
    let completion = snapshot(of: cursor.file).completion(at: cursor.offset)
    let labels = completion?.items.map(\.label) ?? []
    let found = "\nfound \(completion == nil ? "no completion" : labels.joined(separator: ", "))"
    switch expectation {
    case .exactly(let expected):
      if completion == nil || labels != expected {
        return "asked \(asked)\nexpected \(expected.joined(separator: ", "))" + found
      }
    case .including(let wanted, let unwanted):
      if labels.filter({ wanted.contains($0) }) != wanted {
        return "asked \(asked)\nexpected in this order \(wanted.joined(separator: ", "))" + found
      }
      let extra = labels.filter { unwanted.contains($0) }
      if !extra.isEmpty { return "asked \(asked)\nnot expected \(extra.joined(separator: ", "))" + found }
    case .nothing:
      return completion == nil ? nil : "asked \(asked)\nexpected no completion" + found
    }
    guard let completion, !marks.isEmpty else { return nil }
    return difference(
      expected: marks, found: [FixtureRange(file: cursor.file.name, range: completion.replaceRange)], asked: asked)
  }
}
