// A study's numbers in a few lines of prose.

internal import SeedModel

extension StudySummary {
  /// Three to five lines, each ended by a line break: what was read, what it is coded with, what the codes say.
  package var text: String {
    var lines = [sources, codes, decisions]
    if linkCount > 0 { lines.append("\(Plural.count(linkCount, "other link")) between codes") }
    lines.append(uses)
    return lines.compactMap { $0 }.map { $0 + "\n" }.joined()
  }

  /// "14 findings in 2 of 2 notes: 1 error, 13 warnings" or "No findings."
  package var findingsText: String {
    Self.findingsText(findings, notesWithFindings: notesWithFindings, noteCount: noteCount)
  }

  /// Findings by severity in a sentence.
  ///
  /// - Parameter configurationCount: how many configuration files have some of the findings.
  static func findingsText(
    _ findings: [Severity: Int], notesWithFindings: Int, noteCount: Int, configurationCount: Int = 0
  ) -> String {
    let findingCount = findings.values.reduce(0, +)
    guard findingCount > 0 else { return "No findings." }
    let bySeverity = Severity.allCases.compactMap { severity in
      findings[severity].map { count($0, severity) }
    }
    let files = configurationCount > 0 ? " and \(Plural.count(configurationCount, "configuration file"))" : ""
    return "\(Plural.count(findingCount, "finding")) in \(notesWithFindings) of \(Plural.count(noteCount, "note"))"
      + files + ": " + bySeverity.joined(separator: ", ") + "."
  }

  private static func count(_ number: Int, _ severity: Severity) -> String {
    // "2 informations" is no English.
    severity == .information ? "\(number) for information" : Plural.count(number, severity.name)
  }

  private var sources: String {
    let sources = Plural.count(sourceCount, "source")
    return sourceCount == noteCount ? sources : "\(sources) in \(Plural.count(noteCount, "note"))"
  }

  private var codes: String {
    guard codeCount > 0 else { return "no codes yet" }
    let byKind = kinds.map { kind in
      guard let metaclass = kind.metaclass else { return "\(kind.count) of no kind" }
      return Plural.count(kind.count, metaclass.split(separator: "_").joined(separator: " "))
    }
    return "\(Plural.count(codeCount, "code")): \(byKind.joined(separator: ", "))"
  }

  private var decisions: String? {
    var parts: [String] = []
    if optionCount > 0 {
      parts.append("\(Plural.count(optionCount, "option")) of \(Plural.count(decisionsWithOptions, "decision"))")
    }
    if forceRelationCount > 0 { parts.append(Plural.count(forceRelationCount, "force relation")) }
    return parts.isEmpty ? nil : parts.joined(separator: ", ")
  }

  private var uses: String? {
    guard useCount > 0, codeCount > 0 else { return nil }
    let uses = "\(Plural.count(useCount, "use")) of codes, \(listedCodeCount) of them in lists"
    guard codesInOneNote > 0, noteCount > 1 else { return uses }
    let verb = codesInOneNote == 1 ? "occurs" : "occur"
    return "\(uses); \(Plural.count(codesInOneNote, "code")) \(verb) in one note only"
  }
}
