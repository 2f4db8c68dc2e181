// A study's numbers in a few lines of prose.

internal import SeedModel
internal import SeedRules

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
    Self.findingsText(
      findings, filesWithFindings: notesWithFindings,
      files: Self.filesText(noteCount: noteCount, modelCount: modelCount))
  }

  /// Findings by severity in a sentence.
  static func findingsText(_ findings: [Severity: Int], filesWithFindings: Int, files: String) -> String {
    let findingCount = findings.values.reduce(0, +)
    guard findingCount > 0 else { return "No findings." }
    let bySeverity = Severity.allCases.compactMap { severity in
      findings[severity].map { count($0, severity) }
    }
    return "\(Plural.count(findingCount, "finding")) in \(filesWithFindings) of \(files): "
      + bySeverity.joined(separator: ", ") + "."
  }

  /// "12 notes", or "13 files" where models are among them.
  static func filesText(noteCount: Int, modelCount: Int) -> String {
    modelCount == 0 ? Plural.count(noteCount, "note") : Plural.count(noteCount + modelCount, "file")
  }

  private static func count(_ number: Int, _ severity: Severity) -> String {
    // "2 informations" is no English.
    severity == .information ? "\(number) for information" : Plural.count(number, severity.name)
  }

  private var sources: String {
    let sources = Plural.count(sourceCount, "source")
    let notes = sourceCount == noteCount ? sources : "\(sources) in \(Plural.count(noteCount, "note"))"
    return modelCount == 0 ? notes : "\(notes), \(Plural.count(modelCount, "model file"))"
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
