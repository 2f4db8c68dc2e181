// Applies fixes to one note's text, all that can be applied together, and never inside a quotation.

package import SeedModel
package import SeedSyntax

/// A note on its way to being mended.
package struct NoteFixer: Sendable {
  package private(set) var document: Document
  /// How many fixes were applied.
  package private(set) var appliedCount = 0
  /// Fixes that would change a quotation, and those that brought back a text that the note had before.
  private var refused: Set<Fix> = []
  /// Every text that the note had.
  private var seen: Set<[UInt8]>
  /// The bytes that the note may come to have: fixes that add the same again and again must come to an end.
  private let largestCount: Int

  package init(_ document: Document) {
    self.document = document
    seen = [document.bytes]
    largestCount = 2 * document.count + (4 << 10)
  }

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
      guard let change = Change(fix, document, &lines) else { continue }
      if occupied.insert(change.replacements.map(\.range)) { accepted.append(change) }
    }
    guard !accepted.isEmpty, text(with: accepted).count <= largestCount else { return false }
    if let new = result(of: accepted) { return take(new, accepted.count) }
    // One of them does what it must not.
    refused.formUnion(accepted.filter { result(of: [$0]) == nil }.map(\.fix))
    let allowed = accepted.filter { !refused.contains($0.fix) }
    if let new = result(of: allowed) { return take(new, allowed.count) }
    // Or several do it together.
    guard let first = allowed.first, let new = result(of: [first]) else { return false }
    return take(new, 1)
  }

  private mutating func take(_ new: Document, _ count: Int) -> Bool {
    document = new
    seen.insert(new.bytes)
    appliedCount += count
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
    let replacements = changes.flatMap(\.replacements).sorted { $0.range.start < $1.range.start }
    var text: [UInt8] = []
    let old = document.bytes
    var end = 0
    for replacement in replacements {
      text.append(contentsOf: old[end..<max(replacement.range.start, end)])
      text.append(contentsOf: replacement.text)
      end = max(replacement.range.end, end)
    }
    text.append(contentsOf: old[end...])
    return text
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

/// A fix in the bytes of a text.
private struct Change {
  struct Replacement {
    let range: ByteRange
    let text: [UInt8]
  }

  let fix: Fix
  /// By position, without overlaps.
  let replacements: [Replacement]

  /// Nil for a fix that changes nothing, overlaps with itself, or means places that the text doesn't have.
  init?(_ fix: Fix, _ document: Document, _ lines: inout LineWalker) {
    self.fix = fix
    var replacements: [Replacement] = []
    for edit in fix.edits {
      guard let start = lines.offset(of: edit.range.start), let end = lines.offset(of: edit.range.end) else {
        return nil
      }
      let text = Array(document.withLineBreaks(edit.newText, at: start).utf8)
      replacements.append(Replacement(range: ByteRange(start, end), text: text))
    }
    replacements.sort { ($0.range.start, $0.range.end) < ($1.range.start, $1.range.end) }
    for (left, right) in zip(replacements, replacements.dropFirst()) where left.range.end > right.range.start {
      return nil
    }
    guard replacements.contains(where: { document.bytes(in: $0.range) != $0.text }) else { return nil }
    self.replacements = replacements
  }
}
