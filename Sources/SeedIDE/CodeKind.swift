// What kind of code a definition makes: what outlines, searches and colours tell apart.

internal import SeedModel

/// The kind of a code.
package enum CodeKind: UInt8, Sendable, Hashable, CaseIterable {
  case decision
  case pattern
  case practice
  /// A design solution that is neither pattern nor practice.
  case solution
  case force
  /// A source, or another reference.
  case source
  /// A code of another kind or of none that is known, and an alias.
  case other
  /// What linking calls return; no code.
  case link

  init(metaclass: String, _ vocabulary: Vocabulary) {
    let tests: [(ancestor: String, kind: CodeKind)] = [
      ("decision", .decision), ("force", .force), ("pattern", .pattern), ("practice", .practice),
      ("design_solution", .solution), ("reference", .source),
    ]
    self = tests.first { vocabulary.isKind(metaclass, of: $0.ancestor) }?.kind ?? .other
  }
}

/// Tells the kinds of many definitions without a `String` for any of them.
struct CodeKindTable {
  private let metaclasses: [(name: [UInt8], kind: CodeKind)]

  init(_ vocabulary: Vocabulary) {
    metaclasses = vocabulary.metaclasses.keys.map { (Array($0.utf8), CodeKind(metaclass: $0, vocabulary)) }
  }

  func kind(of definition: Definition, on page: PageSummary) -> CodeKind {
    switch definition.form {
    case .link: return .link
    case .alias, .other: return .other
    case .code: break
    }
    guard let metaclass = definition.metaclass, page.occurrences.indices.contains(metaclass) else { return .other }
    return page.names.withName(at: Int(page.occurrences[metaclass].name)) { name in
      metaclasses.first { $0.name.count == name.count && $0.name.elementsEqual(name) }?.kind ?? .other
    }
  }
}
