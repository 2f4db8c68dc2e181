// Document symbols: the outline of a note, its source first, then each coding with the codes that it defines.

internal import SeedModel
internal import SeedStudy
package import SeedSyntax

/// An entry of a note's outline.
package struct OutlineItem: Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    /// The header with the source block.
    case source
    /// What was coded at one place: an open coding trace, the axial one after it, or both.
    case coding
    case code(CodeKind)
  }

  /// Never empty.
  package let name: String
  /// The title of a source, the display name of a code.
  package let detail: String?
  package let kind: Kind
  /// All of it, in bytes of the asked note: the header, the traces, the statement.
  package let range: ByteRange
  /// What names it; always inside ``range``.
  package let selectionRange: ByteRange
  package let children: [OutlineItem]
}

extension Snapshot {
  /// How many characters of an open coding trace stand for it in the outline.
  private static let titleLimit = 60

  /// The outline of the asked note, in the order of its text; empty for a note without header and codes.
  ///
  /// Links and force relations are none of its entries: they would hide the codes. Headings and Python's comments are none
  /// either.
  package func outline() -> [OutlineItem] {
    let sections = Sections(syntax)
    let codes = definedCodes()
    var next = codes.startIndex
    var items: [OutlineItem] = []
    for section in sections.sections {
      let range = sections.range(of: section.blocks)
      // Summaries and text may differ for a moment; what lies between sections then is shown by itself.
      while next < codes.endIndex, codes[next].range.start < range.start {
        items.append(codes[next])
        next += 1
      }
      let first = next
      while next < codes.endIndex, codes[next].range.start < range.end { next += 1 }
      let children = Array(codes[first..<next])
      switch section.kind {
      case .header: items.append(header(section, range, children, sections))
      case .coding: items.append(coding(section, range, children, sections))
      }
    }
    return items + codes[next...]
  }

  private func header(
    _ section: Section, _ range: ByteRange, _ children: [OutlineItem], _ sections: Sections
  ) -> OutlineItem {
    let source = study[document]?.sourceID
    let title = study[document]?.headerValue(.title)
    let first = sections.blocks[section.blocks.lowerBound]
    let name = source ?? title ?? "Source"
    return OutlineItem(
      name: name, detail: source == nil ? nil : title, kind: .source, range: range,
      selectionRange: syntax.line(at: first.start).clamped(to: range),
      // The source block defines the source itself, which the header stands for already.
      children: children.filter { $0.name != source })
  }

  private func coding(
    _ section: Section, _ range: ByteRange, _ children: [OutlineItem], _ sections: Sections
  ) -> OutlineItem {
    let prose = section.blocks.lazy.map { sections.blocks[$0].block }.first { $0.kind == .openCoding }
    let title = prose.flatMap { beginning(of: $0, limit: Self.titleLimit) }
    let first = sections.blocks[section.blocks.lowerBound]
    let isOpen = if case .trace(let heading) = first.block.content { heading.kind == .open } else { false }
    return OutlineItem(
      name: title ?? (isOpen ? "Open coding" : "Axial coding"), detail: nil, kind: .coding, range: range,
      selectionRange: syntax.line(at: first.start).clamped(to: range), children: children)
  }

  /// The codes that the asked note defines.
  private func definedCodes() -> [OutlineItem] {
    var kinds = CodeKindTable(study)
    let pages = study[document]?.summary.pages ?? []
    var items: [OutlineItem] = []
    for place in placedDefinitions() {
      let page = pages[place.page]
      let definition = page.definitions[place.index]
      let kind = kinds.kind(of: definition, on: page)
      let name = page.name(ofOccurrence: definition.occurrence)
      guard definition.form == .code || definition.form == .alias, !name.isEmpty else { continue }
      items.append(
        OutlineItem(
          name: name, detail: definition.displayName.map { page.text($0) }, kind: .code(kind), range: place.statement,
          selectionRange: place.name, children: []))
    }
    return items
  }
}

extension ByteRange {
  /// What lies inside another range; empty at one of its ends if nothing does.
  func clamped(to other: ByteRange) -> ByteRange {
    let lower = Swift.min(Swift.max(start, other.start), other.end)
    return ByteRange(lower, Swift.min(Swift.max(end, lower), other.end))
  }
}
