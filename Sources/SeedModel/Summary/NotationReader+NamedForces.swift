// Force relations that are given a name first: `relations = {a: {f: positive}}`, then `add_force_relations(relations)`.

internal import SeedSyntax

extension NotationReader {
  /// Whether an expression is a dictionary as `add_force_relations` takes it: each key's value is a dictionary again.
  func isForces(_ index: Int) -> Bool {
    guard tree.nodes[index].kind == .dictionary else { return false }
    var hasForces = false
    for entry in tree.children(of: index) where tree.nodes[entry].kind == .entry {
      var parts = tree.children(of: entry)
      guard parts.next() != nil, let value = parts.next(), tree.nodes[value].kind == .dictionary else { return false }
      hasForces = true
    }
    return hasForces
  }
}
