// How much a summary will hold, told before it is made.

internal import SeedSyntax

/// About how many things of the frequent kinds a page has: no more than a hint for how much room to make.
struct SummarySizes {
  var names = 0
  var assignments = 0
  var calls = 0
  var fields = 0
  var textBytes = 0

  mutating func add(_ block: Block) {
    switch block.content {
    case .field(let field):
      fields += 1
      textBytes += field.name.count + field.value.count
    case .prose(let mentions):
      names += mentions.count
    case .fence(let fence):
      if let tree = fence.tree { add(tree.nodes) }
    case .unfenced(let tree):
      add(tree.nodes)
    case .label:
      names += 1
    case .none, .trace:
      break
    }
  }

  private mutating func add(_ nodes: [NotationNode]) {
    for node in nodes {
      switch node.kind {
      case .name: names += 1
      case .assignment: assignments += 1
      case .call: calls += 1
      case .string: textBytes += node.range.count
      default: break
      }
    }
  }
}
