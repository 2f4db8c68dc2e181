// What kind of code a definition makes: what outlines, searches and colours tell apart.

internal import SeedModel
internal import SeedStudy
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

  /// What a metaclass makes of the names that it defines. What descends from several ancestors is of the first one's kind.
  init(_ ancestry: Ancestry) {
    let kinds: [(ancestor: Ancestry, kind: CodeKind)] = [
      (.decision, .decision), (.force, .force), (.pattern, .pattern), (.practice, .practice),
      (.designSolution, .solution), (.reference, .source),
    ]
    self = kinds.first { ancestry.contains($0.ancestor) }?.kind ?? .other
  }
}

/// Tells the kinds of many definitions; what a metaclass makes of them is looked up once.
struct CodeKindTable {
  private let ancestries: [String: Ancestry]
  private var known: [(metaclass: [UInt8], kind: CodeKind)] = []

  init(_ study: Study) {
    ancestries = study.ancestries
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
      guard let ancestry = ancestries[metaclass] else { return .other }
      let kind = CodeKind(ancestry)
      known.append((Array(metaclass.utf8), kind))
      return kind
    }
  }
}
