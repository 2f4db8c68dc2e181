// The definitions of a note with their statements: what outline, code lens and hints hang on to.

internal import SeedModel
internal import SeedStudy
internal import SeedSyntax

/// A definition with the place where it stands in the asked note.
struct PlacedDefinition {
  /// Which page of the note's summary, and which of its definitions.
  let page: Int
  let index: Int
  let name: ByteRange
  /// The statement that makes the definition; the name alone where the text has changed since it was summarised.
  let statement: ByteRange
}

extension Snapshot {
  /// The definitions of the asked note, in order.
  func placedDefinitions() -> [PlacedDefinition] {
    let names = definedNames()
    guard !names.isEmpty else { return [] }
    var definitions: [PlacedDefinition] = []
    definitions.reserveCapacity(names.count)
    var next = 0
    for place in syntax.blocks {
      guard next < names.count else { break }
      guard names[next].range.start < place.end, let (tree, start) = place.block.notation else { continue }
      var statements = StatementCursor(tree: tree, start: place.start + start)
      while next < names.count, names[next].range.start < place.end {
        let name = names[next]
        let statement = statements.statement(around: name.range) ?? name.range
        definitions.append(
          PlacedDefinition(page: name.page, index: name.index, name: name.range, statement: statement))
        next += 1
      }
    }
    return definitions
  }

  /// The names that the asked note defines, in order.
  private func definedNames() -> [(page: Int, index: Int, range: ByteRange)] {
    var names: [(page: Int, index: Int, range: ByteRange)] = []
    var lines = LineWalker(syntax)
    var startLine = 0
    for (pageIndex, page) in (study[document]?.summary.pages ?? []).enumerated() {
      for (index, definition) in page.definitions.enumerated() {
        let range = page.range(ofOccurrence: definition.occurrence).movedDown(by: startLine)
        names.append((pageIndex, index, lines.bytes(of: range)))
      }
      startLine += page.lineBreakCount
    }
    // `a = b = CClass(…)` defines its second name first.
    names.sort { $0.range.start < $1.range.start }
    return names
  }
}

/// Goes through the statements of a coding block, and of the lists in it.
private struct StatementCursor {
  private let tree: NotationTree
  /// Where the tree's text starts in the note.
  private let start: Int
  private let statements: [Int]
  private var position = 0

  init(tree: NotationTree, start: Int) {
    self.tree = tree
    self.start = start
    var statements: [Int] = []
    for index in tree.topLevel {
      if tree.nodes[index].kind == .codeList {
        statements.append(contentsOf: tree.children(of: index))
      } else {
        statements.append(index)
      }
    }
    self.statements = statements
  }

  /// The statement that holds a range; ranges must be asked for in ascending order.
  mutating func statement(around range: ByteRange) -> ByteRange? {
    while position < statements.count {
      let statement = tree.nodes[statements[position]].range.shifted(by: start)
      if statement.contains(range) { return statement }
      guard statement.end <= range.start else { return nil }
      position += 1
    }
    return nil
  }
}
