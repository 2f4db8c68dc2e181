// Finds out how a broken statement can be mended, and proves it: the mended text is parsed again and has to be sound.

internal import SeedSyntax

/// An edit that mends a broken form. It is safe if no other edit mends it: then the author can't have meant another one.
typealias Mend = (edit: ByteEdit, isSafe: Bool)

/// Looks for mends of the problems of one coding block.
struct FormMender {
  /// The text that was parsed.
  let text: UnsafeBufferPointer<UInt8>
  let tree: NotationTree

  /// Longer statements are not mended.
  private static let longestStatement = 1 << 14
  /// How often a statement is parsed again before giving up.
  private static let attempts = 12

  func mend(_ problem: SyntaxProblem) -> Mend? {
    switch problem.kind {
    case .unclosedList:
      return closeList(problem)
    case .listClosedByTwoQuotes:
      return verified(ByteEdit(ByteRange(at: problem.range.end), [text.byte(at: problem.range.start)]))
    case .nestingTooDeep:
      return nil
    default:
      return mendStatement(problem)
    }
  }

  // MARK: - Lists

  /// Inserts the closing quotes: behind the last name that stands in the list before any statement.
  private func closeList(_ problem: SyntaxProblem) -> Mend? {
    let list = tree.topLevel.last {
      tree.nodes[$0].kind == .codeList && tree.nodes[$0].range.start == problem.range.start
    }
    guard let list, problem.range.count == 3 else { return nil }
    var end = problem.range.end
    var hasStatements = false
    for child in tree.children(of: list) {
      guard tree.nodes[child].kind == .items else {
        hasStatements = true
        break
      }
      end = tree.nodes[child].range.end
    }
    // A comma behind the last name belongs to it.
    let next = text.firstNonBlank(from: end)
    if text.byte(at: next) == ASCII.comma { end = next + 1 }
    let quotes = Array(text.clamped(to: problem.range))
    let opening = lineStart(problem.range.start)
    let isOneLine = !text.clamped(to: ByteRange(problem.range.start, end)).contains { $0.isLineBreak }
    if isOneLine { return (ByteEdit(ByteRange(at: end), quotes), !hasStatements) }
    let indentation = text.clamped(to: ByteRange(opening, problem.range.start)).prefix { $0.isBlank }
    return (ByteEdit(ByteRange(at: end), lineBreak + Array(indentation) + quotes), !hasStatements)
  }

  /// The edit, which is safe if it leaves the whole text with fewer problems.
  private func verified(_ edit: ByteEdit) -> Mend? {
    guard text.count <= Self.longestStatement else { return nil }
    let mended = ByteEdit.apply([edit], to: Array(text))
    let problems = parsed(mended).problems
    return (edit, problems.count < tree.problems.count)
  }

  private func parsed(_ text: [UInt8]) -> NotationTree { text.withUnsafeBufferPointer { NotationTree.parse($0) } }

  /// The text's own line break.
  private var lineBreak: [UInt8] {
    let end = text.lineContentEnd(from: 0)
    let found = text.clamped(to: ByteRange(end, text.lineEnd(afterContentEnd: end)))
    return found.isEmpty ? [ASCII.newline] : Array(found)
  }

  private func lineStart(_ offset: Int) -> Int {
    var start = offset
    while start > 0, !text.byte(at: start - 1).isLineBreak { start -= 1 }
    return start
  }

  // MARK: - Statements

  private func mendStatement(_ problem: SyntaxProblem) -> Mend? {
    guard problem.statement.count <= Self.longestStatement, problem.statement.end <= text.count else { return nil }
    // The indentation belongs to the statement: where brackets are broken, it tells where the statement ends.
    var start = problem.statement.start
    while start > 0, text.byte(at: start - 1).isBlank { start -= 1 }
    let statement = Array(text.clamped(to: ByteRange(start, problem.statement.end)))
    var mends: [[UInt8]] = []
    let candidates = StatementMend.candidates(for: problem.kind, problem.range.shifted(by: -start), in: statement)
    for candidate in candidates {
      var budget = Self.attempts
      if let mended = finish(ByteEdit.apply([candidate.edit], to: statement), &budget), !mends.contains(mended) {
        mends.append(mended)
      }
    }
    guard let mended = mends.first.map({ withoutNewBlankLines($0, from: statement) }) else { return nil }
    let edit = difference(statement, mended)
    return (
      ByteEdit(edit.range.shifted(by: start), edit.newBytes),
      mends.count == 1 && candidates.allSatisfy(\.keepsEverything)
    )
  }

  /// Mends what else is wrong with a statement; nil if that can't be done.
  private func finish(_ statement: [UInt8], _ budget: inout Int) -> [UInt8]? {
    guard budget > 0, statement.count <= 2 * Self.longestStatement else { return nil }
    budget -= 1
    let tree = parsed(statement)
    guard let problem = tree.problems.first else { return isSound(tree) ? statement : nil }
    for candidate in StatementMend.candidates(for: problem.kind, problem.range, in: statement) where !candidate.isEmpty
    {
      if let mended = finish(ByteEdit.apply([candidate.edit], to: statement), &budget) { return mended }
    }
    return nil
  }

  /// Whether a text is one statement, and no dictionary in it mixes `force: impact` with `subject: {…}`. A bracket in the wrong
  /// place makes such a mixture.
  private func isSound(_ tree: NotationTree) -> Bool {
    guard tree.topLevel.reduce(0, { count, _ in count + 1 }) == 1 else { return false }
    for index in tree.nodes.indices where tree.nodes[index].kind == .dictionary {
      var hasDictionaries = false
      var hasNames = false
      for entry in tree.children(of: index) where tree.nodes[entry].kind == .entry {
        var parts = tree.children(of: entry)
        _ = parts.next()
        guard let value = parts.next() else { return false }
        if tree.nodes[value].kind == .dictionary { hasDictionaries = true }
        if tree.nodes[value].kind == .name { hasNames = true }
      }
      if hasDictionaries && hasNames { return false }
    }
    return true
  }

  /// The mended statement without the lines of which the mend left nothing but blanks.
  private func withoutNewBlankLines(_ mended: [UInt8], from statement: [UInt8]) -> [UInt8] {
    let (old, new) = (lines(of: statement), lines(of: mended))
    guard old.count == new.count else { return mended }
    var kept: [UInt8] = []
    for (old, new) in zip(old, new) {
      guard new.allSatisfy(\.isBlankOrLineBreak), !old.allSatisfy(\.isBlankOrLineBreak) else {
        kept += new
        continue
      }
      // The last line has no break of its own.
      if new.last?.isLineBreak != true { while kept.last?.isLineBreak == true { kept.removeLast() } }
    }
    return kept
  }

  /// A text's lines with their breaks.
  private func lines(of text: [UInt8]) -> [ArraySlice<UInt8>] {
    var lines: [ArraySlice<UInt8>] = []
    var start = 0
    text.withUnsafeBufferPointer { bytes in
      while start < bytes.count {
        let end = bytes.lineEnd(afterContentEnd: bytes.lineContentEnd(from: start))
        lines.append(text[start..<end])
        start = end
      }
    }
    return lines
  }

  /// The smallest edit that makes `new` of `old`, not inside a character.
  private func difference(_ old: [UInt8], _ new: [UInt8]) -> ByteEdit {
    var prefix = zip(old, new).prefix { $0 == $1 }.count
    while prefix > 0, prefix < old.count, old[prefix] & 0xC0 == 0x80 { prefix -= 1 }
    let limit = min(old.count, new.count) - prefix
    var suffix = zip(old.reversed(), new.reversed()).prefix(limit).prefix { $0 == $1 }.count
    while suffix > 0, old[old.count - suffix] & 0xC0 == 0x80 { suffix -= 1 }
    return ByteEdit(ByteRange(prefix, old.count - suffix), Array(new[prefix..<new.count - suffix]))
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// The first offset from `start` on at which no blank stands.
  fileprivate func firstNonBlank(from start: Int) -> Int {
    var offset = start
    while byte(at: offset).isBlank { offset += 1 }
    return offset
  }
}
