// Fields of a source that hold what belongs in another one: found once for the rules that would each tell a part of it.

internal import SeedModel
internal import SeedStudy
internal import SeedSyntax

/// Two fields of a source of which one holds what belongs in the other.
struct MisplacedFields {
  /// Where a note gives its fields.
  enum Place: CaseIterable {
    case header
    case block
  }

  let first: SourceField
  let second: SourceField
  /// Whether each holds what belongs in the other; else both hold what belongs in the second.
  let isSwapped: Bool
  /// Where it is so; not empty.
  let places: [Place]

  func concerns(_ field: SourceField) -> Bool { field.key == first.key || field.key == second.key }
}

extension RuleContext {
  /// Those of the page.
  func makeMisplacedFields() -> [MisplacedFields] {
    guard !fields.isEmpty else { return [] }
    let title = fields.first { $0.builtIn == .title }
    let addresses = title.map { misplacedAddresses($0) } ?? []
    return addresses + swappedTypes()
  }

  // MARK: - Titles and addresses

  private func misplacedAddresses(_ title: SourceField) -> [MisplacedFields] {
    let addresses = fields.filter { $0.builtIn?.isAddress == true }
    let holding = MisplacedFields.Place.allCases.filter { place in
      withText(title, place) { $0.isWholeAddress } == true
    }
    if !holding.isEmpty {
      for address in addresses {
        let swapped = holding.filter { place in withText(address, place) { $0.isWords } == true }
        if !swapped.isEmpty {
          return [MisplacedFields(first: title, second: address, isSwapped: true, places: swapped)]
        }
      }
    }
    guard let header = title.header, withText(header, { $0.isWords }) else { return [] }
    return addresses.compactMap { address in
      let places = MisplacedFields.Place.allCases.filter { place in
        switch place {
        case .header: address.header.map { summary.isSame($0.value, header.value) } == true
        case .block: address.value.map { summary.isSame($0.value.text, header.value) } == true
        }
      }
      return places.isEmpty
        ? nil : MisplacedFields(first: address, second: title, isSwapped: false, places: places)
    }
  }

  // MARK: - Types

  /// The types of the source and of its author, if each stands in the other's place.
  private func swappedTypes() -> [MisplacedFields] {
    guard let author = fields.first(where: { $0.builtIn == .authorType }),
      let source = fields.first(where: { $0.builtIn == .sourceType }),
      let authors = allowedValues(author.name), let sources = allowedValues(source.name)
    else { return [] }
    let places = MisplacedFields.Place.allCases.filter { place in
      withText(author, place) { text in sources.contains { text.span.isSame(as: $0) } } == true
        && withText(source, place) { text in authors.contains { text.span.isSame(as: $0) } } == true
    }
    return places.isEmpty
      ? [] : [MisplacedFields(first: author, second: source, isSwapped: true, places: places)]
  }

  // MARK: - Texts

  private func withText<Result>(
    _ field: SourceField, _ place: MisplacedFields.Place, _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result? {
    switch place {
    case .header: field.header.map { withText($0, body) }
    case .block: field.value.flatMap { $0.kind == .other ? nil : withText($0, body) }
    }
  }

  func text(_ field: SourceField, in place: MisplacedFields.Place) -> String {
    withText(field, place) { String(decoding: $0, as: UTF8.self) } ?? ""
  }

  /// Where the text stands; of several lines in the header the first.
  func range(_ field: SourceField, in place: MisplacedFields.Place) -> LineRange? {
    switch place {
    case .header: field.header.map { firstLine(of: $0) }
    case .block: field.value?.value.range
    }
  }

  /// A fix that lets two fields change places, wherever they stand in each other's.
  func swap(_ fields: MisplacedFields) -> [Fix] {
    var edits: [LineEdit] = []
    for place in fields.places {
      for (field, other) in [(fields.first, fields.second), (fields.second, fields.first)] {
        guard let range = range(field, in: place) else { return [] }
        let text = text(other, in: place)
        switch place {
        case .header:
          guard HeaderText.isReadBack(text) else { return [] }
          edits.append(LineEdit(range, text))
        case .block:
          guard let quote = field.value?.quote else { return [] }
          edits.append(LineEdit(range, text.escaped(for: quote)))
        }
      }
    }
    return [Fix(title: "Swap the two", isSafe: false, edits: edits)]
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Whether the text is an address and nothing else.
  fileprivate var isWholeAddress: Bool {
    guard hasText("http://", at: 0) || hasText("https://", at: 0) || hasText("www.", at: 0) else { return false }
    return !contains { $0.isBlank }
  }

  /// Whether the text is more than a word, and no address.
  fileprivate var isWords: Bool { contains { $0.isBlank } && !hasText("http", at: 0) }
}
