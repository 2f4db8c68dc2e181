// How the parser understood a text, written out in the notation itself: what the tests of the notation compare.

import SeedSyntax
import Testing

/// Parses `source` and compares the reading, one line for each statement and problem, with what is expected.
func checkReading(
  _ source: String, dialect: NotationDialect = .codingBlock, _ expected: String,
  sourceLocation: SourceLocation = #_sourceLocation
) {
  let bytes = Array(source.utf8)
  let tree = parse(bytes, dialect)
  let reading = NotationReading(tree: tree, source: bytes).lines.joined(separator: "\n")
  #expect(reading == expected, sourceLocation: sourceLocation)
  if let violation = violation(of: tree, byteCount: bytes.count) {
    Issue.record("\(violation)", sourceLocation: sourceLocation)
  }
}

/// Checks that nothing is wrong with `source`.
func checkSound(
  _ source: String, dialect: NotationDialect = .codingBlock, sourceLocation: SourceLocation = #_sourceLocation
) {
  let bytes = Array(source.utf8)
  let tree = parse(bytes, dialect)
  #expect(tree.problems.isEmpty, "\(tree.dump(source: bytes))", sourceLocation: sourceLocation)
}

func parse(_ bytes: [UInt8], _ dialect: NotationDialect = .codingBlock) -> NotationTree {
  bytes.withUnsafeBufferPointer { NotationTree.parse($0, dialect: dialect) }
}

/// A tree in a normal form of the notation: `items a, b`, `«two words»`, `∅` for what is missing, and
/// `! problem line:column ⟨text⟩` with one-based lines and byte columns.
struct NotationReading {
  let tree: NotationTree
  let source: [UInt8]

  var lines: [String] { tree.topLevel.map(text) + tree.problems.map(text) }

  private func text(of range: ByteRange) -> String {
    String(decoding: source[range.start..<range.end], as: UTF8.self)
  }

  private func parts(_ index: Int) -> [String] { tree.children(of: index).map(text) }

  private func text(_ index: Int) -> String {
    let node = tree.nodes[index]
    let parts = parts(index)
    switch node.kind {
    case .assignment: return parts.joined(separator: " = ")
    case .annotation: return parts.prefix(2).joined(separator: ": ") + parts.dropFirst(2).map { " = " + $0 }.joined()
    case .expressionStatement: return parts.joined(separator: " ")
    case .items: return "items " + parts.joined(separator: ", ")
    case .codeList: return "list [" + parts.joined(separator: "; ") + "]"
    case .importStatement: return "import " + parts.joined(separator: ", ")
    case .opaqueStatement: return "opaque ⟨" + text(of: node.range) + "⟩"
    case .unexpected: return "unexpected ⟨" + text(of: node.range) + "⟩"
    case .name, .string, .number, .constant, .ellipsis: return text(of: node.range)
    case .words: return "«" + text(of: node.range) + "»"
    case .call: return (parts.first ?? "") + "(" + parts.dropFirst().joined(separator: ", ") + ")"
    case .keywordArgument: return parts.joined(separator: "=")
    case .attribute: return parts.joined(separator: ".")
    case .subscript: return (parts.first ?? "") + "[" + parts.dropFirst().joined(separator: ", ") + "]"
    case .dictionary: return "{" + parts.joined(separator: ", ") + "}"
    case .entry: return parts.joined(separator: ": ")
    case .list: return "[" + parts.joined(separator: ", ") + "]"
    case .tuple: return "(" + parts.joined(separator: ", ") + ")"
    case .binary: return "<" + parts.joined(separator: " ") + ">"
    case .star: return "*" + parts.joined()
    case .missing: return "∅"
    }
  }

  private func text(_ problem: SyntaxProblem) -> String {
    let before = source[..<problem.range.start]
    let line = before.count { $0 == UInt8(ascii: "\n") } + 1
    let column = before.reversed().prefix { $0 != UInt8(ascii: "\n") }.count + 1
    return "! \(problem.kind.label) \(line):\(column) ⟨\(text(of: problem.range))⟩"
  }
}

/// What is wrong with the shape of a tree, or nil.
///
/// Every subtree ends inside its parent's, every child stands inside its parent's range, siblings are in order and apart,
/// and problems and comments stand in order inside the text.
func violation(of tree: NotationTree, byteCount: Int) -> String? {
  var open: [(end: Int, range: ByteRange, reached: Int)] = [(tree.nodes.count, ByteRange(0, byteCount), 0)]
  for (index, node) in tree.nodes.enumerated() {
    while open.count > 1, open[open.count - 1].end <= index { open.removeLast() }
    let parent = open[open.count - 1]
    if Int(node.subtreeEnd) <= index || Int(node.subtreeEnd) > parent.end { return "subtree of node \(index): \(node)" }
    if !parent.range.contains(node.range) { return "node \(index) outside its parent: \(node)" }
    if node.range.start < parent.reached { return "node \(index) overlaps its sibling: \(node)" }
    open[open.count - 1].reached = node.range.end
    open.append((Int(node.subtreeEnd), node.range, node.range.start))
    if open.count > 300 { return "node \(index) is too deep" }
  }
  var reached = 0
  for problem in tree.problems {
    if problem.range.start < reached { return "problem out of order: \(problem)" }
    if !problem.statement.contains(problem.range) { return "problem outside its statement: \(problem)" }
    if problem.statement.end > byteCount { return "problem outside the text: \(problem)" }
    reached = problem.range.start
  }
  reached = 0
  for comment in tree.comments {
    if comment.start < reached || comment.end > byteCount { return "comment out of order: \(comment)" }
    reached = comment.end
  }
  return nil
}
