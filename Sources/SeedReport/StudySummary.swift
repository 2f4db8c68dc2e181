// What a study consists of, in numbers.

internal import SeedModel
package import SeedRules
internal import SeedStudy

/// The numbers of a study.
package struct StudySummary: Hashable, Sendable {
  /// How many codes there are of a kind.
  package struct Kind: Hashable, Sendable {
    /// The metaclass; nil for codes that are defined without one.
    package let metaclass: String?
    package let count: Int
  }

  package private(set) var noteCount = 0
  /// Python files of the model, which are no sources.
  package private(set) var modelCount = 0
  /// Distinct ids of the sources that the notes record.
  package private(set) var sourceCount = 0
  /// Kinds of codes, those that the vocabulary knows in the order of `wellKnownKinds`, then the others by name.
  package private(set) var kinds: [Kind] = []
  /// Links from a decision to an option; a pair that several notes link counts once.
  package private(set) var optionCount = 0
  /// Decisions with at least one option.
  package private(set) var decisionsWithOptions = 0
  /// Impacts of codes on forces; one that several notes state counts once.
  package private(set) var forceRelationCount = 0
  /// Other links between codes, such as `a.add_links(b)`; one that several notes make counts once.
  package private(set) var linkCount = 0
  /// Names in lists of codes.
  package private(set) var listedCodeCount = 0
  /// Places where a code is used: listed, linked, or attached to a force.
  package private(set) var useCount = 0
  /// Codes that only one note defines or uses, whatever model files do.
  package private(set) var codesInOneNote = 0
  /// Findings as of the study's last check.
  package private(set) var findings: [Severity: Int] = [:]
  /// Notes with a finding.
  package private(set) var notesWithFindings = 0

  package var codeCount: Int { kinds.reduce(0) { $0 + $1.count } }

  package var findingCount: Int { findings.values.reduce(0, +) }

  package init(_ checked: CheckedStudy) {
    let study = checked.study
    var sources: Set<String> = []
    var codes: [String: Code] = [:]
    var options: Set<[String]> = []
    var forceRelations: Set<[String]> = []
    var links: Set<[String]> = []
    var decisions: Set<String> = []
    // Of what models and notes define differently, the notes' word counts.
    let documents = study.documentIDs.compactMap { study[$0] }.filter { !$0.isTemplate }
    for document in documents.filter({ !$0.isModel }) + documents.filter(\.isModel) {
      if document.isModel { modelCount += 1 } else { noteCount += 1 }
      if let source = document.sourceID { sources.insert(source) }
      for page in document.summary.pages {
        for relation in page.relations {
          let codes = [relation.from, relation.to].map { study.code(meantBy: page.name(of: $0)) }
          let names = codes + [page.name(of: relation.meaning)]
          switch relation.kind {
          case .impact: forceRelations.insert(names)
          case .link: links.insert(names)
          case .option where relation.from != nil:
            decisions.insert(names[0])
            options.insert(Array(names.prefix(2)))
          default: break
          }
        }
        for definition in page.definitions where definition.form == .code && !page.isSource(definition) {
          let metaclass = definition.metaclass.map { page.name(ofOccurrence: $0) }
          codes[page.name(ofOccurrence: definition.occurrence), default: Code()].define(metaclass)
        }
        if document.isModel { continue }
        for occurrence in page.occurrences where occurrence.role.isDefinition || occurrence.role.isReference {
          if occurrence.role.isReference { useCount += 1 }
          if occurrence.role == .listItem { listedCodeCount += 1 }
          codes[page.names[Int(occurrence.name)], default: Code()].notes.insert(document.id)
        }
      }
      count(checked.findings(in: document.id))
    }
    sourceCount = sources.count
    optionCount = options.count
    forceRelationCount = forceRelations.count
    linkCount = links.count
    decisionsWithOptions = decisions.count
    let defined = codes.values.filter(\.isDefined)
    codesInOneNote = defined.count { $0.notes.count == 1 }
    kinds = Dictionary(grouping: defined, by: \.metaclass)
      .map { Kind(metaclass: $0.key, count: $0.value.count) }
      .sorted { Self.order($0.metaclass) < Self.order($1.metaclass) }
  }

  private mutating func count(_ findings: [Finding]) {
    if !findings.isEmpty { notesWithFindings += 1 }
    for finding in findings { self.findings[finding.severity, default: 0] += 1 }
  }

  /// What is gathered about a name.
  private struct Code {
    var isDefined = false
    var metaclass: String?
    var notes: Set<DocumentID> = []

    /// The first definition that gives a kind decides.
    mutating func define(_ metaclass: String?) {
      isDefined = true
      if self.metaclass == nil { self.metaclass = metaclass }
    }
  }

  /// The kinds that every study has, in the order in which researchers speak of them.
  static let wellKnownKinds = ["decision", "pattern", "practice", "design_solution", "force"]

  /// Where a kind stands among others.
  static func order(_ metaclass: String?) -> (Int, String) {
    guard let metaclass else { return (wellKnownKinds.count + 1, "") }
    return (wellKnownKinds.firstIndex(of: metaclass) ?? wellKnownKinds.count, metaclass)
  }
}

extension PageSummary {
  /// The name of an occurrence; empty for none.
  fileprivate func name(of occurrence: Int?) -> String {
    occurrence.map { name(ofOccurrence: $0) } ?? ""
  }
}
