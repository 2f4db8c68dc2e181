// From which metaclasses others descend, worked out for all of them at once.

/// The ancestors of a metaclass, of those that rules, reports and editors tell apart; a metaclass counts as its own.
public struct Ancestry: OptionSet, Sendable, Hashable {
  public let rawValue: UInt8

  public init(rawValue: UInt8) {
    self.rawValue = rawValue
  }

  public static let decision = Ancestry(rawValue: 1)
  public static let designSolution = Ancestry(rawValue: 2)
  public static let pattern = Ancestry(rawValue: 4)
  public static let practice = Ancestry(rawValue: 8)
  public static let force = Ancestry(rawValue: 16)
  public static let reference = Ancestry(rawValue: 32)

  fileprivate static let roots: [(metaclass: String, ancestry: Ancestry)] = [
    ("decision", .decision), ("design_solution", .designSolution), ("pattern", .pattern), ("practice", .practice),
    ("force", .force), ("reference", .reference),
  ]
}

extension Vocabulary {
  /// The ancestry of each metaclass.
  ///
  /// A walk down from each ancestor, since a walk up from each metaclass would go along a long chain as often as it has links.
  public var ancestries: [String: Ancestry] {
    var children: [String: [String]] = [:]
    for (child, parents) in metaclasses {
      for parent in parents { children[parent, default: []].append(child) }
    }
    var ancestries = metaclasses.mapValues { _ in Ancestry() }
    for (root, ancestry) in Ancestry.roots {
      var pending = [root]
      while let next = pending.popLast() {
        guard ancestries[next, default: []].insert(ancestry).inserted else { continue }
        pending.append(contentsOf: children[next] ?? [])
      }
    }
    return ancestries
  }
}
