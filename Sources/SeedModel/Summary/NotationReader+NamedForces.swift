// Force relations that are given a name first: `relations = {a: {f: positive}}`, then `add_force_relations(relations)`.

internal import SeedSyntax

extension NotationReader {
  /// Whether an expression is a dictionary as `add_force_relations` takes it: each key's value is a dictionary again.
  func isForces(_ index: Int) -> Bool {
    guard tree.kind(index) == .dictionary else { return false }
    var hasForces = false
    for child in tree.children(of: index) where tree.kind(child) == .entry {
      guard let value = EntrySyntax(tree, child)?.value, tree.kind(value) == .dictionary else { return false }
      hasForces = true
    }
    return hasForces
  }
}
