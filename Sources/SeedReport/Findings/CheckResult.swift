// What a check found, as every format gets it.

package import SeedRules
package import SeedStudy
internal import SeedSyntax

/// The findings of a check, note by note, and what is needed to tell of them.
package struct CheckResult: Sendable {
  /// A note with its findings, or a configuration file with what is wrong in it.
  package struct Note: Sendable {
    /// The number by which related places name the note. It is the report's own: studies number their notes alike.
    package let document: DocumentID
    /// What to call the note: its path with `/` between the parts, relative where it was given so.
    package let path: String
    /// In order of their places.
    package let findings: [Finding]
    /// Whether it is the configuration file of a study, and no note.
    package let isConfiguration: Bool

    package init(document: DocumentID, path: String, findings: [Finding], isConfiguration: Bool = false) {
      self.document = document
      self.path = path
      self.findings = findings
      self.isConfiguration = isConfiguration
    }
  }

  /// Every note that was checked, those without findings too, and configuration files with findings; in natural order of
  /// their paths if there are several studies.
  package let notes: [Note]
  /// The rules that were asked for, in the order in which they are documented.
  package let rules: [RuleDescription]
  /// The least severity that makes the check fail.
  package let errorOn: Severity
  /// Whether everything that was to be checked could be read.
  package let isComplete: Bool
  /// How many of the notes are model files.
  let modelCount: Int
  private let paths: [DocumentID: String]

  /// Takes the findings of the studies' last checks.
  ///
  /// - Parameters:
  ///   - studies: each with the notes to tell of, in their order.
  ///   - configurations: the studies' configuration files with what is wrong in them.
  ///   - selection: the rules to tell of.
  package init(
    _ studies: [(study: CheckedStudy, documents: [DocumentID])],
    configurations: [(path: String, findings: [Finding])] = [], selection: RuleSelection = RuleSelection(),
    errorOn: Severity = .warning, isComplete: Bool = true
  ) {
    var paths: [DocumentID: String] = [:]
    var notes: [Note] = []
    var modelCount = 0
    var count: UInt32 = 0
    func nextNumber() -> DocumentID {
      defer { count += 1 }
      return DocumentID(rawValue: count)
    }
    for (checked, documents) in studies {
      let study = checked.study
      var numbers: [DocumentID: DocumentID] = [:]
      for id in study.documentIDs {
        let number = nextNumber()
        numbers[id] = number
        paths[number] = study[id]?.name
      }
      modelCount += documents.count { study[$0]?.isModel == true }
      for id in documents {
        guard let number = numbers[id] else { continue }
        let findings = checked.findings(in: id).filter { selection.contains($0.rule) }
        notes.append(
          Note(
            document: number, path: paths[number] ?? Self.unknownPath,
            findings: findings.map { $0.renumbered(numbers) }))
      }
    }
    for (path, findings) in configurations {
      let told = findings.filter { selection.contains($0.rule) }
      guard !told.isEmpty else { continue }
      let number = nextNumber()
      paths[number] = path
      notes.append(Note(document: number, path: path, findings: told, isConfiguration: true))
    }
    if studies.count > 1 || notes.contains(where: \.isConfiguration) {
      notes.sort { NaturalOrder.areInIncreasingOrder($0.path, $1.path) }
    }
    self.paths = paths
    self.notes = notes
    self.modelCount = modelCount
    rules = RuleDescription.all.filter { rule in
      selection.contains(rule.name) && studies.contains { $0.study.settings.severity(of: rule.name) != nil }
    }
    self.errorOn = errorOn
    self.isComplete = isComplete
  }

  /// Takes findings as they are given; related places lie in the notes.
  package init(
    notes: [Note], rules: [RuleDescription] = RuleDescription.all, errorOn: Severity = .warning, isComplete: Bool = true
  ) {
    self.notes = notes
    self.rules = rules
    self.errorOn = errorOn
    self.isComplete = isComplete
    modelCount = 0
    paths = Dictionary(notes.map { ($0.document, $0.path) }) { first, _ in first }
  }

  /// A note's path; what a related place names may be another note than those that are told of.
  package func path(of document: DocumentID) -> String {
    paths[document] ?? Self.unknownPath
  }

  private static let unknownPath = "?"

  /// Calls `body` with every finding and its note, in order.
  func forEachFinding(_ body: (Finding, Note) -> Void) {
    for note in notes {
      for finding in note.findings { body(finding, note) }
    }
  }

  /// How many findings there are of each severity.
  package var counts: [Severity: Int] {
    var counts: [Severity: Int] = [:]
    forEachFinding { finding, _ in counts[finding.severity, default: 0] += 1 }
    return counts
  }

  package var noteCount: Int { notes.count { !$0.isConfiguration } }

  package var notesWithFindings: Int { notes.count { !$0.isConfiguration && !$0.findings.isEmpty } }

  /// Whether something was found that is as severe as `errorOn`.
  package var hasFailed: Bool { counts.contains { $0.key >= errorOn } }
}

/// Which rules to report.
package struct RuleSelection: Hashable, Sendable {
  /// The only rules to report; nil for all.
  package var selected: Set<String>?
  /// Rules not to report, even if they are selected.
  package var ignored: Set<String> = []

  package init(selected: Set<String>? = nil, ignored: Set<String> = []) {
    self.selected = selected
    self.ignored = ignored
  }

  package func contains(_ rule: String) -> Bool {
    !ignored.contains(rule) && selected?.contains(rule) != false
  }

  /// Settings with which the selected rules are checked, even those that are off. The others are checked as configured: what
  /// silences their findings is in use, whether or not they are told.
  ///
  /// - Parameter levels: what is configured, by the names of rules.
  package func settings(_ levels: [String: RuleSettings.Level] = [:]) -> RuleSettings {
    var levels = levels
    for rule in Rules.all where selected?.contains(rule.name) == true {
      if levels[rule.name] ?? (rule.isOnByDefault ? .on(rule.severity) : .off) == .off {
        levels[rule.name] = .on(rule.severity)
      }
    }
    return RuleSettings(levels)
  }
}

extension Finding {
  /// The finding with other numbers for the notes of its related places.
  fileprivate func renumbered(_ numbers: [DocumentID: DocumentID]) -> Finding {
    guard !related.isEmpty else { return self }
    var finding = self
    finding.related = related.map { place in
      RelatedPlace(
        document: numbers[place.document] ?? place.document, range: place.range, message: place.message)
    }
    return finding
  }

  /// The fix to propose where only one can be: a safe one if there is one, else the first.
  package var preferredFix: Fix? { safeFix ?? fixes.first }
}

/// A place as reports give it.
struct ReportPosition {
  /// Counted from 1.
  let line: Int
  /// Counted from 1, in UTF-16 units.
  let column: Int

  init(_ position: LinePosition) {
    line = Int(position.line) + 1
    column = Int(position.utf16) + 1
  }
}
