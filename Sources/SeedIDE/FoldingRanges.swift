// Folding: the header, the quotations, the traces and the fences of a note, as whole lines.

internal import SeedSyntax

/// Lines that can be hidden below their first.
package struct FoldingRange: Hashable, Sendable {
  package enum Kind: UInt8, Sendable, Hashable, CaseIterable {
    /// From the heading that numbers the source to the source block.
    case header
    /// Neighbouring quotations, with the images and listings between them.
    case quotation
    /// A trace from its heading on.
    case trace
    /// A fence with its backticks.
    case fence
  }

  /// The line that stays, counted from 0.
  package let firstLine: Int
  /// The last line that is hidden; always after ``firstLine``.
  package let lastLine: Int
  package let kind: Kind
}

extension Snapshot {
  /// What can be folded in the asked note, in the order of first lines; blank lines at an end stay visible.
  ///
  /// - Parameter limit: the most ranges to give; what encloses others is given first. nil for all.
  package func foldingRanges(limit: Int? = nil) -> [FoldingRange] {
    let sections = Sections(syntax)
    var ranges: [FoldingRange] = []
    func add(_ blocks: Range<Int>, _ kind: FoldingRange.Kind) {
      guard let first = blocks.first else { return }
      let firstLine = sections.blocks[first].line
      let lastLine = sections.lastLine(of: blocks)
      if lastLine > firstLine { ranges.append(FoldingRange(firstLine: firstLine, lastLine: lastLine, kind: kind)) }
    }
    for section in sections.sections {
      if section.kind == .header { add(section.blocks, .header) }
      for (index, trace) in section.traces.enumerated() {
        let next = index + 1 < section.traces.count ? section.traces[index + 1] : section.blocks.upperBound
        add(trace..<next, .trace)
      }
    }
    addQuotations(sections, add)
    for (index, place) in sections.blocks.enumerated() {
      if case .fence = place.block.content { add(index..<index + 1, .fence) }
    }
    if let limit, ranges.count > limit { ranges.removeSubrange(max(limit, 0)...) }
    return ranges.sorted { ($0.firstLine, $1.lastLine) < ($1.firstLine, $0.lastLine) }
  }

  /// Adds the runs of quoted text: blocks that are quotations, or stand between two.
  private func addQuotations(_ sections: Sections, _ add: (Range<Int>, FoldingRange.Kind) -> Void) {
    var run: Range<Int>?
    for (index, place) in sections.blocks.enumerated() {
      switch place.block.kind {
      case .quotation:
        run = (run?.lowerBound ?? index)..<index + 1
      case .image, .listing:
        break
      default:
        if let run { add(run, .quotation) }
        run = nil
      }
    }
    if let run { add(run, .quotation) }
  }
}
