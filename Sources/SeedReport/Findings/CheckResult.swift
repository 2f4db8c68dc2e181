// What a check found, as every format gets it.

package import SeedModel
internal import SeedSyntax

/// The findings of a check, note by note, and what is needed to tell of them.
package struct CheckResult: Sendable {
  /// A note with its findings.
  package struct Note: Sendable {
    package let document: DocumentID
    /// What to call the note: its path with `/` between the parts, relative where it was given so.
    package let path: String
    /// In order of their places.
    package let findings: [Finding]

    package init(document: DocumentID, path: String, findings: [Finding]) {
      self.document = document
      self.path = path
      self.findings = findings
    }
  }

  /// Every note that was checked, those without findings too.
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

  /// Takes the findings of the study's last check.
  ///
  /// - Parameters:
  ///   - documents: the notes to tell of, in this order.
  ///   - selection: the rules to tell of.
  package init(
    _ study: Study, documents: [DocumentID], selection: RuleSelection = RuleSelection(), errorOn: Severity = .warning,
    isComplete: Bool = true
  ) {
    var paths: [DocumentID: String] = [:]
    for id in study.documentIDs { paths[id] = study[id]?.name }
    self.paths = paths
    modelCount = documents.count { study[$0]?.isModel == true }
    notes = documents.map { id in
      Note(
        document: id, path: paths[id] ?? Self.unknownPath,
        findings: study.findings(in: id).filter { selection.contains($0.rule) })
    }
    rules = RuleDescription.all.filter { rule in
      selection.contains(rule.name) && (rule.isOnByDefault || selection.selected != nil)
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
  func path(of document: DocumentID) -> String {
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

  package var notesWithFindings: Int { notes.count { !$0.findings.isEmpty } }

  /// Whether something was found that is as severe as `errorOn`.
  package var hasFailed: Bool { counts.contains { $0.key >= errorOn } }
}

/// Which rules to tell of.
package struct RuleSelection: Hashable, Sendable {
  /// The only rules to tell of; nil for all.
  package var selected: Set<String>?
  /// Rules not to tell of, even if they are selected.
  package var ignored: Set<String> = []

  package init(selected: Set<String>? = nil, ignored: Set<String> = []) {
    self.selected = selected
    self.ignored = ignored
  }

  package func contains(_ rule: String) -> Bool {
    !ignored.contains(rule) && selected?.contains(rule) != false
  }

  /// Settings with which the selected rules are checked, even those that are off by default. The others are checked as usual:
  /// what silences their findings is in use, whether or not they are told.
  package var settings: RuleSettings {
    var levels: [String: RuleSettings.Level] = [:]
    for rule in Rules.all where !rule.isOnByDefault && selected?.contains(rule.name) == true {
      levels[rule.name] = .on(rule.severity)
    }
    return RuleSettings(levels)
  }
}

extension Finding {
  /// The fix to propose where only one can be: a safe one if there is one, else the first.
  package var preferredFix: Fix? {
    fixes.first { $0.isSafe } ?? fixes.first
  }
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
