// What stands in a note and doesn't count: comments of Markdown, and the lines by which a merge marks a conflict.

/// A line by which a merge marks the sides of a conflict; it begins at the margin.
public enum ConflictMarker: Sendable, Hashable {
  /// `<<<<<<< HEAD`
  case start
  /// `||||||| 4f2a1c0`: what stood there before, up to the next one.
  case base
  /// `=======`
  case middle
  /// `>>>>>>> branch`
  case end
}

extension UnsafeBufferPointer<UInt8> {
  /// The marker that the line at an offset is.
  ///
  /// - Parameter isInConflict: whether the line stands behind a start and before its end. Elsewhere seven bars or equals signs
  ///   are Markdown, and so are seven `>` before anything but the name of a branch or a commit.
  public func conflictMarker(at start: Int, isInConflict: Bool) -> ConflictMarker? {
    guard start + 7 <= count else { return nil }
    let mark = self[start]
    switch mark {
    case UInt8(ascii: "<"), ASCII.greater: break
    case UInt8(ascii: "="), UInt8(ascii: "|"): guard isInConflict else { return nil }
    default: return nil
    }
    for index in start + 1..<start + 7 where self[index] != mark { return nil }
    let rest = trimmed(ByteRange(start + 7, lineContentEnd(from: start + 7)))
    guard rest.isEmpty || (self[start + 7].isBlank && mark != UInt8(ascii: "=")) else { return nil }
    switch mark {
    case UInt8(ascii: "<"): return .start
    case UInt8(ascii: "|"): return .base
    case UInt8(ascii: "="): return .middle
    default: return isInConflict || isNameOfCommit(rest) ? .end : nil
    }
  }

  /// Calls `body` with the markers of these lines and their ranges, in order.
  ///
  /// - Parameter isInConflict: whether the bytes begin behind the start of a conflict and before its end; then whether they end so.
  public func forEachConflictMarker(isInConflict: inout Bool, _ body: (ConflictMarker, ByteRange) -> Void) {
    var start = 0
    while start < count {
      let contentEnd = lineContentEnd(from: start)
      if let marker = conflictMarker(at: start, isInConflict: isInConflict) {
        body(marker, ByteRange(start, contentEnd))
        if marker == .start { isInConflict = true }
        if marker == .end { isInConflict = false }
      }
      start = lineEnd(afterContentEnd: contentEnd)
    }
  }

  /// Whether a text is what a merge writes behind its markers: one word that ends no sentence, perhaps with the commit's subject
  /// in parentheses.
  private func isNameOfCommit(_ range: ByteRange) -> Bool {
    var end = range.start
    while end < range.end, !self[end].isBlank { end += 1 }
    guard end > range.start, self[end - 1].isIdentifierByte || self[end - 1] == UInt8(ascii: ")") else { return false }
    while end < range.end, self[end].isBlank { end += 1 }
    return end == range.end || self[end] == UInt8(ascii: "(")
  }

  /// Whether something may be hidden in a text: most have neither a comment nor a conflict.
  var mayHide: Bool { hasConflictMarks || offset(of: "<!--") != nil }

  /// Whether four `<` or four `>` stand somewhere in a row, at an offset that four divides: so they do in each seven.
  private var hasConflictMarks: Bool {
    let raw = UnsafeRawBufferPointer(self)
    let starts = SIMD8<UInt32>(repeating: 0x3C3C_3C3C)
    let ends = SIMD8<UInt32>(repeating: 0x3E3E_3E3E)
    var offset = 0
    while offset &+ 32 <= count {
      let words = raw.loadUnaligned(fromByteOffset: offset, as: SIMD8<UInt32>.self)
      if any((words .== starts) .| (words .== ends)) { return true }
      offset &+= 32
    }
    while offset &+ 4 <= count {
      let word = raw.loadUnaligned(fromByteOffset: offset, as: UInt32.self)
      if word == 0x3C3C_3C3C || word == 0x3E3E_3E3E { return true }
      offset &+= 4
    }
    return false
  }
}

/// The rest of a text from a block's start on, in which a scanner makes blank what doesn't count.
///
/// A comment is made blank with its line breaks: the lines that it joins are read as one, and belong to one block.
struct HidingText {
  /// The text as it stands there.
  let original: UnsafeBufferPointer<UInt8>
  /// The same text, as it is read.
  let visible: UnsafeMutableBufferPointer<UInt8>
  /// The offset from which on it is known that no comment ends.
  var endOfComments: Int
  /// Whether the scanner stands between the start and the end of a conflict.
  var isInConflict: Bool
  /// The farthest offset that was looked at to find the end of something; `Int.max` for the end of the text.
  private(set) var farthest = 0
  /// Where the first comment begins that never ends.
  private(set) var unclosedComment: Int?

  init(_ original: UnsafeBufferPointer<UInt8>, _ visible: UnsafeMutableBufferPointer<UInt8>, endOfComments: Int) {
    self.original = original
    self.visible = visible
    self.endOfComments = endOfComments
    isInConflict = false
  }

  private func hide(_ start: Int, _ end: Int) {
    for index in start..<min(end, visible.count) { visible[index] = ASCII.space }
  }

  /// Makes blank what doesn't count in the line that starts at an offset, outside every fence.
  mutating func hide(inLineAt start: Int, isInConflict: Bool) {
    if let marker = original.conflictMarker(at: start, isInConflict: isInConflict) {
      return hide(marker, at: start, end: original.count)
    }
    hideComments(inLineAt: start)
  }

  /// Makes blank what doesn't count between two offsets, the lines of a fence: there are no comments in it.
  mutating func hideConflicts(_ start: Int, _ end: Int) {
    var offset = start
    while offset < end {
      if let marker = original.conflictMarker(at: offset, isInConflict: isInConflict) {
        hide(marker, at: offset, end: end)
        pass(marker)
      }
      offset = original.lineEnd(afterContentEnd: UnsafeBufferPointer(visible).lineContentEnd(from: offset))
    }
  }

  /// Notes that the line at an offset, outside every fence, was taken into the block.
  mutating func passLine(at start: Int) {
    if let marker = original.conflictMarker(at: start, isInConflict: isInConflict) { pass(marker) }
  }

  /// Notes that the text was looked at up to an offset.
  mutating func look(to offset: Int) {
    farthest = max(farthest, offset)
  }

  private mutating func pass(_ marker: ConflictMarker) {
    if marker == .start { isInConflict = true }
    if marker == .end { isInConflict = false }
  }

  // MARK: - Conflicts

  /// Hides a marker; behind one of the base, also what stood there before, if the marker in the middle follows.
  private mutating func hide(_ marker: ConflictMarker, at start: Int, end: Int) {
    let contentEnd = original.lineContentEnd(from: start)
    hide(start, contentEnd)
    guard marker == .base else { return }
    var lastEnd = contentEnd
    while true {
      let next = original.lineEnd(afterContentEnd: lastEnd)
      guard next < end else { break }
      let nextEnd = original.lineContentEnd(from: next)
      if let marker = original.conflictMarker(at: next, isInConflict: true) {
        look(to: nextEnd)
        if marker == .middle { hide(contentEnd, lastEnd) }
        return
      }
      lastEnd = nextEnd
    }
    look(to: end == original.count ? Int.max : end)
  }

  // MARK: - Comments

  private mutating func hideComments(inLineAt start: Int) {
    var contentEnd = original.lineContentEnd(from: start)
    var offset = start
    while let open = firstComment(offset, contentEnd) {
      // In source text only a whole comment is one: an article may show the beginning of another's.
      let isInQuotation = original.byte(at: firstNonBlank(start)) == ASCII.greater
      let close = original.clamped(to: ByteRange(0, isInQuotation ? contentEnd : original.count))
      guard open + 4 < endOfComments, let end = close.offset(of: "-->", from: open + 4) else {
        if !isInQuotation {
          unclosedComment = min(unclosedComment ?? open, open)
          endOfComments = min(endOfComments, open + 4)
          look(to: Int.max)
        }
        return
      }
      hide(open, end + 3)
      offset = end + 3
      if offset > contentEnd { contentEnd = original.lineContentEnd(from: offset) }
      look(to: contentEnd)
    }
  }

  private func firstNonBlank(_ start: Int) -> Int {
    var offset = start
    while visible.indices.contains(offset), visible[offset].isBlank { offset += 1 }
    return offset
  }

  /// Where the first `<!--` between two offsets stands, but for those in inline code or behind a backslash.
  private func firstComment(_ start: Int, _ end: Int) -> Int? {
    let line = original.clamped(to: ByteRange(0, end))
    guard var next = line.offset(of: "<!--", from: start) else { return nil }
    var offset = start
    while offset < end {
      if offset == next {
        if original.byte(at: next - 1) != UInt8(ascii: "\\") { return next }
        guard let following = line.offset(of: "<!--", from: next + 1) else { return nil }
        next = following
      }
      guard original[offset] == ASCII.backtick else {
        offset += 1
        continue
      }
      let codeStart = endOfBackticks(offset, end)
      offset = endOfCode(codeStart, codeStart - offset, end) ?? codeStart
      guard offset > next else { continue }
      guard let following = line.offset(of: "<!--", from: offset) else { return nil }
      next = following
    }
    return nil
  }

  /// The offset behind the inline code that begins at an offset and ends with as many backticks as it began with.
  private func endOfCode(_ start: Int, _ count: Int, _ end: Int) -> Int? {
    var offset = original.firstOffset(of: ASCII.backtick, start, end)
    while offset < end {
      let ticksEnd = endOfBackticks(offset, end)
      if ticksEnd - offset == count { return ticksEnd }
      offset = original.firstOffset(of: ASCII.backtick, ticksEnd, end)
    }
    return nil
  }

  private func endOfBackticks(_ start: Int, _ end: Int) -> Int {
    var offset = start
    while offset < end, original[offset] == ASCII.backtick { offset += 1 }
    return offset
  }
}

extension Block {
  /// Where the comment begins that never ends; nil if the block has none.
  public var startOfUnclosedComment: Int? {
    guard hasUnclosedComment else { return nil }
    var visible = text.bytes
    return text.withBytes { original in
      visible.withUnsafeMutableBufferPointer { visible in
        var hiding = HidingText(original, visible, endOfComments: .max)
        hiding.isInConflict = contextBefore.isInConflict
        var start = 0
        while start < original.count, hiding.unclosedComment == nil {
          hiding.hide(inLineAt: start, isInConflict: hiding.isInConflict)
          hiding.passLine(at: start)
          start = original.lineEnd(afterContentEnd: UnsafeBufferPointer(visible).lineContentEnd(from: start))
        }
        return hiding.unclosedComment
      }
    }
  }
}
