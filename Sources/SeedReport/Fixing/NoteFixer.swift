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

  package init(_ document: Document) {
    self.document = document
    seen = [document.bytes]
  }

  /// Applies the first of the fixes and every later one that doesn't overlap with those before it.
  ///
  /// Overlapping fixes are left for the next call, with fixes that were made for the text as it is then.
  ///
  /// - Returns: false if nothing was applied.
  package mutating func apply(_ fixes: [Fix]) -> Bool {
    var accepted: [Change] = []
    for fix in fixes where !refused.contains(fix) {
      guard let change = Change(fix, document) else { continue }
      if !accepted.contains(where: { $0.touches(change) }) { accepted.append(change) }
    }
    guard !accepted.isEmpty else { return false }
    if accept(accepted) { return true }
    // One of them does what it must not: each by itself, as long as one is found that may be applied.
    for change in accepted {
      if accept([change]) { return true }
      refused.insert(change.fix)
    }
    return false
  }

  private mutating func accept(_ changes: [Change]) -> Bool {
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
    guard !seen.contains(text) else { return false }
    let new = Document(text)
    guard Self.quotationsStay(document, new) else { return false }
    document = new
    seen.insert(text)
    appliedCount += changes.count
    return true
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
  init?(_ fix: Fix, _ document: Document) {
    self.fix = fix
    var replacements: [Replacement] = []
    for edit in fix.edits {
      guard let start = Self.offset(edit.range.start, document), let end = Self.offset(edit.range.end, document) else {
        return nil
      }
      let text = Self.text(edit.newText, at: start, document)
      replacements.append(Replacement(range: ByteRange(start, end), text: text))
    }
    replacements.sort { ($0.range.start, $0.range.end) < ($1.range.start, $1.range.end) }
    for (left, right) in zip(replacements, replacements.dropFirst()) where left.range.end > right.range.start {
      return nil
    }
    guard replacements.contains(where: { document.bytes(in: $0.range) != $0.text }) else { return nil }
    self.replacements = replacements
  }

  /// Whether the two change the same bytes, or bytes beside each other, so that what one does can depend on the other.
  func touches(_ other: Change) -> Bool {
    replacements.contains { mine in
      other.replacements.contains { mine.range.start <= $0.range.end && $0.range.start <= mine.range.end }
    }
  }

  /// The byte at a position; nil if the text has no such position.
  private static func offset(_ position: LinePosition, _ document: Document) -> Int? {
    let offset = document.offset(line: Int(position.line), column: Int(position.utf8), unit: .utf8)
    let found = document.position(of: offset)
    return found.line == position.line && found.utf8 == position.utf8 ? offset : nil
  }

  /// A fix's text with the line breaks of the lines around it; rules write `\n`.
  private static func text(_ text: String, at offset: Int, _ document: Document) -> [UInt8] {
    let bytes = Array(text.utf8)
    guard bytes.contains(ASCII.newline), !bytes.contains(0x0D) else { return bytes }
    let lineBreak = lineBreak(at: offset, document)
    return Array(bytes.split(separator: ASCII.newline, omittingEmptySubsequences: false).joined(separator: lineBreak))
  }

  /// The line break that ends the line of an offset, or the line before it where that one has none.
  private static func lineBreak(at offset: Int, _ document: Document) -> [UInt8] {
    let line = document.line(at: offset)
    let after = document.bytes(in: ByteRange(line.end, line.end + 2))
    if let first = after.first { return first == 0x0D && after.last == ASCII.newline ? after : [first] }
    let before = document.bytes(in: ByteRange(max(line.start - 2, 0), line.start))
    guard let last = before.last else { return [ASCII.newline] }
    return before.first == 0x0D && last == ASCII.newline ? before : [last]
  }
}
