// Formatting: the spacing of lists, dictionaries and calls in coding blocks. Quotations, prose and comments are not touched,
// nor is a statement that is broken.

internal import SeedModel
package import SeedSyntax

extension Snapshot {
  /// What makes the coding blocks of the note tidy: blanks that are missing, too many or at a line's end, and items of a list
  /// that stand further in or out than the first one. Only blanks change; lines stay lines.
  ///
  /// - Parameter range: where to format; changes on lines that it doesn't touch are left out. nil for the whole note.
  package func formatting(in range: ByteRange? = nil) -> NoteEdit {
    var edits: [ByteEdit] = []
    var place = syntax.block(at: range?.start ?? 0)
    while let current = place, current.start <= range?.end ?? .max {
      if case .fence(let fence) = current.block.content, let tree = fence.tree {
        let code = current.block.text.withBytes { bytes in
          var formatter = NotationFormatter(tree, bytes.clamped(to: fence.code))
          return formatter.formatted()
        }
        edits += code.map {
          ByteEdit($0.range.shifted(by: current.start + fence.code.start), $0.newText)
        }
      }
      place = syntax.block(after: current)
    }
    if let range {
      let lines = ByteRange(syntax.line(at: range.start).start, syntax.line(at: range.end).end)
      edits.removeAll { !lines.contains($0.range) }
    }
    return NoteEdit(document: document, original: syntax, edits: edits)
  }
}

/// Finds what is untidy in the code of one block.
///
/// Goes through each sound statement from mark to mark (a mark is any byte that is neither blank nor part of a string) and
/// compares the gap before each with what it should be.
private struct NotationFormatter {
  private let tree: NotationTree
  private let bytes: UnsafeBufferPointer<UInt8>
  private var edits: [ByteEdit] = []
  /// Where strings, and the brackets of dictionaries over several lines, begin and end; where callees end.
  private var stringEnds: [Int: Int] = [:]
  private var tallDictionaries: Set<Int> = []
  private var calleeEnds: Set<Int> = []
  private var comments: [Int: Int] = [:]

  init(_ tree: NotationTree, _ bytes: UnsafeBufferPointer<UInt8>) {
    self.tree = tree
    self.bytes = bytes
  }

  /// The edits, with ranges relative to the code's start.
  mutating func formatted() -> [ByteEdit] {
    for comment in tree.comments { comments[comment.start] = comment.end }
    for (index, node) in tree.nodes.enumerated() {
      switch node.kind {
      case .string: stringEnds[node.range.start] = node.range.end
      case .dictionary where bytes.clamped(to: node.range).contains(where: \.isLineBreak):
        tallDictionaries.insert(node.range.start)
      case .call: if index + 1 < tree.nodes.count { calleeEnds.insert(tree.nodes[index + 1].range.end) }
      default: break
      }
    }
    for statement in tree.topLevel { format(statement, isInList: false) }
    return edits
  }

  private mutating func format(_ statement: Int, isInList: Bool) {
    let node = tree.nodes[statement]
    switch node.kind {
    case .codeList:
      for child in tree.children(of: statement) { format(child, isInList: true) }
    case .items where !node.isDamaged:
      format(node.range, isList: true)
      if isInList { align(statement) }
    case .assignment, .annotation, .expressionStatement:
      guard !node.isDamaged else { return }
      format(node.range, isList: false)
    default: break
    }
  }

  // MARK: - Gaps

  /// The mark that a gap stands behind, with what is around it.
  private struct Mark {
    var byte: UInt8 = 0
    var end = 0
    /// What the byte means beside itself: whether it is part of an operator such as `==`.
    var isOperator = false
  }

  private mutating func format(_ range: ByteRange, isList: Bool) {
    var brackets: [(byte: UInt8, start: Int)] = []
    var last = Mark(byte: 0, end: range.start)
    var offset = range.start
    var isAtLineStart = true
    let count = edits.count
    while offset < bytes.count {
      let byte = bytes[offset]
      if byte.isBlank {
        offset += 1
        continue
      }
      if byte.isLineBreak {
        if !isAtLineStart { replace(ByteRange(last.end, offset), "") }
        guard offset < range.end else { return }
        isAtLineStart = true
        offset += 1
        continue
      }
      // Behind the last item of a list a comma may stand, which is no part of it.
      if offset >= range.end, !(isList && byte == ASCII.comma && last.byte != ASCII.comma) { return }
      if let end = comments[offset] {
        offset = max(end, offset + 1)
        last = Mark(byte: byte, end: offset)
        // What a comment ends with is its own.
        isAtLineStart = true
        continue
      }
      // A string that the tree knows nothing of: what is in it can't be told from what is not.
      if stringEnds[offset] == nil, byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        edits.removeSubrange(count...)
        return
      }
      let end = max(stringEnds[offset] ?? offset + 1, offset + 1)
      let isOperator = isPartOfOperator(offset)
      if !isAtLineStart, let blanks = gap(after: last, before: offset, isOperator, brackets) {
        replace(ByteRange(last.end, offset), blanks)
      }
      switch byte {
      case _ where end > offset + 1: break
      case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"): brackets.append((byte, offset))
      case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"): _ = brackets.popLast()
      default: break
      }
      last = Mark(byte: end > offset + 1 ? 0 : byte, end: end, isOperator: isOperator)
      isAtLineStart = false
      offset = end
    }
    if !isAtLineStart { replace(ByteRange(last.end, bytes.count), "") }
  }

  /// What should stand between two marks of a line; nil for what stands there.
  private func gap(
    after last: Mark, before offset: Int, _ isOperator: Bool, _ brackets: [(byte: UInt8, start: Int)]
  ) -> String? {
    let next = stringEnds[offset] == nil ? bytes[offset] : 0
    if next == ASCII.comma { return "" }
    if Self.isOpener(last.byte) || Self.isCloser(next) { return "" }
    if last.byte == ASCII.comma { return " " }
    if next == UInt8(ascii: "("), calleeEnds.contains(last.end) { return "" }
    let innermost = brackets.last
    if last.byte == UInt8(ascii: "="), !last.isOperator { return innermost == nil ? " " : "" }
    if next == UInt8(ascii: "="), !isOperator {
      // Several blanks before the sign of an assignment may align it with its neighbours.
      if innermost == nil { return offset == last.end ? " " : nil }
      return ""
    }
    guard let innermost, innermost.byte == UInt8(ascii: "{") else { return nil }
    // In a dictionary over several lines, blanks align its values.
    let isTall = tallDictionaries.contains(innermost.start)
    if next == UInt8(ascii: ":") { return isTall ? nil : "" }
    if last.byte == UInt8(ascii: ":") { return isTall && offset > last.end ? nil : " " }
    return nil
  }

  private static func isOpener(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "(") || byte == UInt8(ascii: "[") || byte == UInt8(ascii: "{")
  }

  private static func isCloser(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ")") || byte == UInt8(ascii: "]") || byte == UInt8(ascii: "}")
  }

  /// Whether a `=` or `:` is a part of `==`, `:=`, `+=` and the like.
  private func isPartOfOperator(_ offset: Int) -> Bool {
    let neighbours = [bytes.byte(at: offset - 1), bytes.byte(at: offset + 1)]
    return neighbours.contains { "=<>!+-*/%&|^:~@".utf8.contains($0) && $0 != 0 }
      && "=:".utf8.contains(bytes[offset])
  }

  // MARK: - Items

  /// Puts the items that begin lines below the first one, if that begins its line.
  private mutating func align(_ items: Int) {
    var indentation: ByteRange?
    for item in tree.children(of: items) {
      let start = tree.nodes[item].range.start
      var lineStart = start
      while lineStart > 0, bytes[lineStart - 1].isBlank { lineStart -= 1 }
      guard lineStart == 0 || bytes[lineStart - 1].isLineBreak else {
        if indentation == nil { return }
        continue
      }
      let own = ByteRange(lineStart, start)
      if let indentation {
        replace(own, String(decoding: bytes.clamped(to: indentation), as: UTF8.self))
      } else {
        indentation = own
      }
    }
  }

  private mutating func replace(_ range: ByteRange, _ blanks: String) {
    guard !bytes.clamped(to: range).elementsEqual(blanks.utf8) else { return }
    edits.append(ByteEdit(range, blanks))
  }
}
