// Applies fixes to one note's text, all that can be applied together, and never inside a quotation.

package import SeedRules
internal import SeedStudy
package import SeedSyntax

/// A note on its way to being mended.
package struct NoteFixer: Sendable {
  package private(set) var document: Document
  /// How many fixes were applied.
  package private(set) var appliedCount = 0
  /// Fixes that would change a quotation, and those that brought back a text that the note had before.
  package private(set) var refused: Set<Fix> = []
  /// All that was applied, as edits of the first text.
  private var composition: EditComposition
  /// Every text that the note had.
  private var seen: Set<[UInt8]>
  /// The bytes that the note may come to have: fixes that add the same again and again must come to an end.
  private let largestCount: Int

  package init(_ document: Document) {
    self.document = document
    seen = [document.bytes]
    composition = EditComposition(count: document.count)
    largestCount = 2 * document.count + (4 << 10)
  }

  /// All that was applied, as edits of the note's first text.
  package var edits: [ByteEdit] { composition.edits }

  /// Applies the first of the fixes and every later one that doesn't overlap with those before it.
  ///
  /// Overlapping fixes are left for the next call, with fixes that were made for the text as it is then.
  ///
  /// - Returns: false if nothing was applied.
  package mutating func apply(_ fixes: [Fix]) -> Bool {
    var accepted: [Change] = []
    var occupied = OccupiedRanges()
    var lines = LineWalker(document)
    for fix in fixes where !refused.contains(fix) {
      guard let edits = edits(of: fix, &lines) else { continue }
      if occupied.insert(edits.map(\.range)) { accepted.append((fix, edits)) }
    }
    guard !accepted.isEmpty, text(with: accepted).count <= largestCount else { return false }
    if let new = result(of: accepted) { return take(new, accepted) }
    // One of them does what it must not.
    refused.formUnion(harmful(accepted[...]).map(\.fix))
    let allowed = accepted.filter { !refused.contains($0.fix) }
    if let new = result(of: allowed) { return take(new, allowed) }
    // Or several do it together.
    guard let first = allowed.first, let new = result(of: [first]) else { return false }
    return take(new, [first])
  }

  /// Those changes that do by themselves what no fix may do, found by halves: the note is parsed anew for each look.
  private func harmful(_ changes: ArraySlice<Change>) -> [Change] {
    guard !changes.isEmpty, result(of: Array(changes)) == nil else { return [] }
    guard changes.count > 1 else { return Array(changes) }
    let middle = changes.startIndex + changes.count / 2
    return harmful(changes[..<middle]) + harmful(changes[middle...])
  }

  /// A fix with its edits, by position and without overlaps.
  private typealias Change = (fix: Fix, edits: [ByteEdit])

  /// Nil for a fix that changes nothing, overlaps with itself, or means places that the text doesn't have.
  private func edits(of fix: Fix, _ lines: inout LineWalker) -> [ByteEdit]? {
    var edits: [ByteEdit] = []
    for edit in fix.edits {
      guard let start = lines.offset(of: edit.range.start), let end = lines.offset(of: edit.range.end) else {
        return nil
      }
      edits.append(ByteEdit(ByteRange(start, end), document.withLineBreaks(edit.newText, at: start)))
    }
    edits.sort { ($0.range.start, $0.range.end) < ($1.range.start, $1.range.end) }
    for (left, right) in zip(edits, edits.dropFirst()) where left.range.end > right.range.start { return nil }
    return edits.contains { document.bytes(in: $0.range) != $0.newBytes } ? edits : nil
  }

  private mutating func take(_ new: Document, _ changes: [Change]) -> Bool {
    document = new
    seen.insert(new.bytes)
    appliedCount += changes.count
    composition.append(Self.inOrder(changes))
    return true
  }

  /// The note with some changes; nil for none, and if they do what no fix may do.
  private func result(of changes: [Change]) -> Document? {
    let text = text(with: changes)
    guard !changes.isEmpty, !seen.contains(text) else { return nil }
    let new = Document(text, format: document.format)
    return Self.quotationsStay(document, new) ? new : nil
  }

  private func text(with changes: [Change]) -> [UInt8] {
    ByteEdit.apply(Self.inOrder(changes), to: document.bytes)
  }

  private static func inOrder(_ changes: [Change]) -> [ByteEdit] {
    changes.flatMap(\.edits).sorted { $0.range.start < $1.range.start }
  }

  /// Whether every quotation is still one, with the same bytes. More of them may have come to light.
  private static func quotationsStay(_ old: Document, _ new: Document) -> Bool {
    var found = quotations(new)[...]
    for quotation in quotations(old) {
      guard let index = found.firstIndex(of: quotation) else { return false }
      found = found[(index + 1)...]
    }
    return true
  }

  /// The texts of quotations and listings, without the blank lines around them.
  private static func quotations(_ document: Document) -> [[UInt8]] {
    document.pages.flatMap(\.blocks).filter { $0.kind.isQuoted }.map { block in
      block.text.withBytes { bytes in Array(bytes.clamped(to: bytes.trimmed(ByteRange(0, bytes.count)))) }
    }
  }
}

extension BlockKind {
  /// Whether the block is somebody else's words, which nothing may change.
  fileprivate var isQuoted: Bool { self == .quotation || self == .listing }
}
