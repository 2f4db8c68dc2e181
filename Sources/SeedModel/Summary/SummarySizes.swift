// How much a summary will hold, guessed before it is made.

internal import SeedSyntax

/// About how much a page has of what is frequent: a hint for how much room to make.
struct SummarySizes {
  /// Occurrences of names.
  private(set) var names = 0
  private(set) var fields = 0
  private var textsOfFields = 0
  private var nodes = 0

  // To count nodes by kind would take longer than what is saved. Notes differ little in what their nodes are: in a thousand of
  // them, 41 to 45 of 100 nodes were names, 4 to 6 assignments, and 10 to 13 calls, with 410 to 690 bytes of strings.
  var assignments: Int { nodes / 17 }
  var calls: Int { nodes / 8 }
  var textBytes: Int { textsOfFields + nodes * 6 }

  /// Adds what a block has. As part of the loop over blocks, it copies none of them.
  @inline(__always)
  mutating func add(_ block: Block) {
    switch block.content {
    case .field(let field):
      fields += 1
      textsOfFields += field.name.count + field.value.count
    case .prose(let mentions):
      names += mentions.count
    case .fence(let fence):
      if let tree = fence.tree { add(nodes: tree.nodes.count) }
    case .unfenced(let tree):
      add(nodes: tree.nodes.count)
    case .label:
      names += 1
    case .none, .trace, .misspeltCoding:
      break
    }
  }

  private mutating func add(nodes count: Int) {
    nodes += count
    names += count * 9 / 20
  }
}
