// Semantic tokens: what each name of a note means, so that an editor can colour names by it.

internal import SeedModel
internal import SeedStudy
package import SeedSyntax

/// A name with its meaning. It lies on one line.
package struct SemanticToken: Hashable, Sendable {
  package enum Meaning: Hashable, Sendable {
    /// A code or source that some note defines.
    case code(CodeKind)
    /// A name used as a code that nothing defines.
    case undefined
    case metaclass
    case impact
    case stereotype
    case function
  }

  /// Where the name stands, on a line counted from the start of the note.
  package let range: LineRange
  package let meaning: Meaning
  /// Whether the place defines the name.
  package let isDefinition: Bool
  /// Whether the name only stands in prose.
  package let isMention: Bool
}

extension Snapshot {
  /// The names of the asked note in order, none over another.
  ///
  /// In prose only names that some note defines count: the rest is plain English. Strings and comments are left to the
  /// editor's grammar.
  ///
  /// - Parameter lines: the lines to give tokens for, counted from 0; nil for all.
  package func semanticTokens(onLines lines: ClosedRange<Int>? = nil) -> [SemanticToken] {
    guard let summary = study[document]?.summary else { return [] }
    var meanings = NameMeanings(study)
    var tokens: [SemanticToken] = []
    var startLine = 0
    for (index, page) in summary.pages.enumerated() {
      let nextPage = startLine + page.lineBreakCount
      if lines.map({ $0.overlaps(startLine...nextPage) }) ?? true {
        meanings.startPage(page, study.nameIDs(ofPage: index, in: document))
        for occurrence in page.occurrences {
          let line = Int(occurrence.start.line) + startLine
          if let lines, !lines.contains(line) { continue }
          guard let meaning = meanings.meaning(of: occurrence) else { continue }
          let range = page.range(of: occurrence).movedDown(by: startLine)
          guard tokens.last.map({ $0.range.end <= range.start }) ?? true, range.start < range.end else { continue }
          tokens.append(
            SemanticToken(
              range: range, meaning: meaning, isDefinition: occurrence.role.isDefinition,
              isMention: occurrence.role.isMention))
        }
      }
      startLine = nextPage
    }
    return tokens
  }
}

/// Tells what the names of a note mean; each name of a page is looked up once.
private struct NameMeanings {
  /// What is known of a name.
  private enum Known {
    case code(CodeKind)
    /// A word of the vocabulary where a code could stand.
    case word
    case undefined
  }

  private let study: Study
  private var kinds: CodeKindTable
  private var page: PageSummary?
  private var names: [NameID] = []
  /// For each name of the page; nil while nobody asked.
  private var known: [Known?] = []

  init(_ study: Study) {
    self.study = study
    kinds = CodeKindTable(study)
  }

  mutating func startPage(_ page: PageSummary, _ names: [NameID]) {
    self.page = page
    self.names = names
    known = Array(repeating: nil, count: names.count)
  }

  /// What a name means at one of its places on the page; nil if it has no colour there.
  mutating func meaning(of occurrence: Occurrence) -> SemanticToken.Meaning? {
    switch occurrence.role {
    case .metaclass: return .metaclass
    case .impact: return .impact
    case .stereotype: return .stereotype
    case .function: return .function
    case .label: return .code(.source)
    default: break
    }
    switch lookUp(Int(occurrence.name)) {
    case .code(let kind): return .code(kind)
    case .undefined where occurrence.role.isReference: return .undefined
    case .undefined, .word, nil: return nil
    }
  }

  private mutating func lookUp(_ index: Int) -> Known? {
    guard let page, known.indices.contains(index) else { return nil }
    if let answer = known[index] { return answer }
    let answer = find(names[index]) ?? findWord(page.names[index])
    known[index] = answer
    return answer
  }

  private mutating func find(_ name: NameID) -> Known? {
    guard let found = study.definition(of: name), let page = study[found.document]?.summary.pages[found.page] else {
      return nil
    }
    return .code(kinds.kind(of: page.definitions[found.index], on: page))
  }

  private func findWord(_ name: String) -> Known {
    if !study.documents(ofSource: name).isEmpty { return .code(.source) }
    return study.vocabulary.contains(name) ? .word : .undefined
  }
}
