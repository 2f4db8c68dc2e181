// What kind of code a definition makes: what outlines, searches and colours tell apart.

internal import SeedModel
internal import SeedSyntax

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

/// Tells the kinds of many definitions; what a metaclass makes of them is looked up once.
struct CodeKindTable {
  private let vocabulary: Vocabulary
  private var known: [(metaclass: [UInt8], kind: CodeKind)] = []

  init(_ vocabulary: Vocabulary) {
    self.vocabulary = vocabulary
  }

  mutating func kind(of definition: Definition, on page: PageSummary) -> CodeKind {
    switch definition.form {
    case .link: return .link
    case .alias, .other: return .other
    case .code: break
    }
    guard let metaclass = definition.metaclass, page.occurrences.indices.contains(metaclass) else { return .other }
    return page.names.withName(at: Int(page.occurrences[metaclass].name)) { name in
      if let found = known.first(where: { name.isSame(as: $0.metaclass.span) }) {
        return found.kind
      }
      // What the vocabulary doesn't know is not kept: a note may have any number of such words.
      let metaclass = name.text
      guard vocabulary.metaclasses[metaclass] != nil else { return .other }
      let kind = CodeKind(metaclass: metaclass, vocabulary)
      known.append((Array(metaclass.utf8), kind))
      return kind
    }
  }
}
