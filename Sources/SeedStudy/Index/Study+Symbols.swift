// Looks for definitions and sources by the letters of their names, without a look at most of them.

internal import SeedModel
internal import SeedSyntax

/// What several display names have in common. It tells at a glance that none of them can match.
public struct DisplayNameOutline: Hashable, Sendable {
  private var letters = LetterSet([])
  /// The length of the shortest, in bytes, as far as it can be said.
  private var shortest = UInt8.max

  init() {}

  mutating func add(_ text: Span<UInt8>) {
    letters.formUnion(LetterSet(text))
    shortest = min(shortest, UInt8(clamping: text.count))
  }

  mutating func formUnion(_ other: DisplayNameOutline) {
    letters.formUnion(other.letters)
    shortest = min(shortest, other.shortest)
  }

  /// Whether one of the names may have all of some letters.
  @inline(__always)
  public func mayHave(_ needed: LetterSet) -> Bool { letters.isSuperset(of: needed) }

  /// Whether one of the names may be as short as a length, in bytes.
  public func mayBe(atMost length: Int) -> Bool { Int(shortest) <= length || shortest == .max }
}

extension Study {
  /// Calls `body` with each defined name that has some letters itself, or may have them in a display name.
  @inline(__always)
  public func forEachDefinedName(
    with needed: LetterSet, _ body: (NameID, _ name: Span<UInt8>, DisplayNameOutline) -> Void
  ) {
    let (postings, displayNames) = (postings, displayNames)
    names.forEachName(where: { $1.isSuperset(of: needed) || displayNames[$0].mayHave(needed) }) { index, name in
      guard !postings[index].definingPages.isEmpty else { return }
      body(NameID(rawValue: UInt32(truncatingIfNeeded: index)), name, displayNames[index])
    }
  }

  /// Calls `body` with each definition that makes a name a code, or an alias of one, and with its display name.
  ///
  /// The definition of the source whose number heads the note is none.
  public func forEachCodeDefinition(
    of name: NameID, _ body: (DefinitionPlace, _ displayName: Span<UInt8>?) -> Void
  ) {
    guard postings.indices.contains(name.index) else { return }
    let mayBeSource = names.withName(name) { SourceID($0) } != nil
    let definingPages = postings[name.index].definingPages
    // A page is on the list once for each of its definitions.
    for page in definingPages.count > 1 ? Array(Set(definingPages)) : Array(definingPages) {
      guard let record = pages[page.index], !mayBeSource || !isSource(name, recordedBy: record.document) else {
        continue
      }
      record.facts.forEachDefinition(of: name) { index in
        guard record.summary.definitions.indices.contains(index) else { return }
        let definition = record.summary.definitions[index]
        guard definition.form == .code || definition.form == .alias else { return }
        let place = DefinitionPlace(document: record.document, page: pagePositions[page.index], index: index)
        if let displayName = definition.displayName {
          let texts = record.summary.texts
          body(place, texts.span.extracting(displayName.clamped(to: texts.count)))
        } else {
          body(place, nil)
        }
      }
    }
  }

  /// Calls `body` with each note whose heading says which source it records, with the source's id and its title, if these may
  /// have some letters. The title of a note without one is empty.
  public func forEachSource(
    with needed: LetterSet, _ body: (DocumentID, _ id: String, _ title: Span<UInt8>) -> Void
  ) {
    for index in documents.indices {
      guard documents[index]?.sourceLetters.isSuperset(of: needed) == true, let id = documents[index]?.sourceID else {
        continue
      }
      let document = DocumentID(rawValue: UInt32(truncatingIfNeeded: index))
      let headers = (documents[index]?.pages ?? []).lazy.compactMap { pages[$0.index] }
        .filter { !$0.summary.headerFields.isEmpty }
      guard headers.contains(where: { $0.summary.headerFields.contains(where: \.isSourceHeading) }) else { continue }
      let titled = headers.first { $0.summary.title != nil }
      if let titled, let title = titled.summary.title {
        titled.summary.withText(title) { body(document, id, $0.span) }
      } else {
        body(document, id, Span())
      }
    }
  }

  private func isSource(_ name: NameID, recordedBy document: DocumentID) -> Bool {
    guard let source = self[document]?.sourceID, names.withName(name, { $0.isSame(as: source) }) else {
      return false
    }
    return self[document]?.pages.contains { page in
      pages[page.index]?.summary.headerFields.contains(where: \.isSourceHeading) == true
    } == true
  }
}

extension PageSummary {
  /// Where the header's title is in the page's texts; nil if it says none.
  fileprivate var title: ByteRange? {
    headerFields.first { $0.field == .title && !$0.value.isEmpty }?.value
  }
}

extension PageRecord {
  /// Adds the letters of the titles on the page.
  func addSourceLetters(to letters: inout LetterSet) {
    for field in summary.headerFields where field.field == .title {
      letters.formUnion(summary.withText(field.value) { LetterSet($0) })
    }
  }
}
