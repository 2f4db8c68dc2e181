// A coding block of a note with its tree, in offsets of the note: where actions look for statements and lists.

internal import SeedModel
internal import SeedSyntax

/// A block that holds the notation.
struct CodingBlock {
  let tree: NotationTree
  /// The bytes that the tree was read from, in the note.
  let range: ByteRange
  /// Whether the block ends with a fence: behind it something else can stand.
  let isClosed: Bool

  init?(_ place: PlacedBlock) {
    guard let (tree, start) = place.block.notation else { return nil }
    self.tree = tree
    if case .fence(let fence) = place.block.content {
      range = fence.code.shifted(by: place.start)
      isClosed = fence.closer != nil
    } else {
      range = ByteRange(place.start + start, place.end)
      isClosed = false
    }
  }

  /// Where a node stands in the note.
  func range(ofNode index: Int) -> ByteRange {
    tree.nodes[index].range.shifted(by: range.start)
  }

  /// The outermost statement that holds an offset of the note.
  func statement(at offset: Int) -> Int? {
    tree.topLevel.first { range(ofNode: $0).touches(offset) }
  }

  /// The comments that begin in a range of the note, in offsets of the note.
  func comments(in range: ByteRange) -> [ByteRange] {
    // They stand in order.
    var low = 0
    var high = tree.comments.count
    while low < high {
      let middle = (low + high) / 2
      if tree.comments[middle].start + self.range.start < range.start { low = middle + 1 } else { high = middle }
    }
    return tree.comments[low...].lazy.map { $0.shifted(by: self.range.start) }.prefix { $0.start < range.end }.map {
      $0
    }
  }

  /// The nodes of a kind that a range of the note touches, outermost first.
  func nodes(_ kind: NodeKind, touching range: ByteRange) -> [Int] {
    tree.nodes.indices.filter { index in
      let node = self.range(ofNode: index)
      return tree.nodes[index].kind == kind && node.start <= range.end && range.start <= node.end
    }
  }
}

extension Snapshot {
  /// The coding block that holds an offset.
  func codingBlock(at offset: Int) -> CodingBlock? {
    guard let place = syntax.block(at: offset), let block = CodingBlock(place), block.range.touches(offset) else {
      return nil
    }
    return block
  }
}

extension Document {
  /// The blanks that a line begins with.
  func indentation(ofLineAt offset: Int) -> String {
    String(decoding: bytes(in: line(at: offset)).prefix { $0.isBlank }, as: UTF8.self)
  }
}
