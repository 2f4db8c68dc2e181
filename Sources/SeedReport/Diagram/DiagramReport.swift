// Pictures of the decisions of some studies, in the languages of programs that draw.

internal import SeedModel
internal import SeedStudy

/// One decision, or all that the studies define.
package struct DiagramReport: FormattedReport, Sendable {
  /// A language in which diagrams are written.
  package enum Format: String, ReportFormat {
    /// Mermaid in Markdown, a diagram for each decision, as previews of Markdown and code hosts show it.
    case mermaid
    /// The language of Graphviz.
    case dot
    case plantuml
  }

  private let reports: [CodeReport]
  /// The decision to draw; nil for all.
  private let decision: String?
  /// The names of all decisions, in natural order.
  private let decisions: [String]

  /// - Parameters:
  ///   - decision: nil for all decisions.
  ///   - reports: one for each study.
  package init(of decision: String?, in reports: [CodeReport]) throws(UnknownDecision) {
    let names = Set(reports.flatMap(\.codes).filter(\.isDecision).map(\.name))
    decisions = names.sorted { NaturalOrder.areInIncreasingOrder($0, $1) }
    if let decision, !names.contains(decision) { throw UnknownDecision(name: decision, known: decisions) }
    self.decision = decision
    self.reports = reports
  }

  package func bytes(in format: Format) -> [UInt8] {
    switch format {
    case .mermaid: Array(markdown.utf8)
    case .dot: Array(DecisionDiagram(of: decision, in: reports).dot.utf8)
    case .plantuml: Array(DecisionDiagram(of: decision, in: reports).plantUML.utf8)
    }
  }

  /// A diagram for each decision: those who show Mermaid refuse more than 500 edges or 50,000 characters in one.
  private var markdown: String {
    let shown = decision.map { [$0] } ?? decisions
    return shown.isEmpty
      ? "No decisions.\n" : shown.map { DecisionDiagram(of: $0, in: reports).markdown }.joined(separator: "\n")
  }
}

/// A diagram was asked for of a decision that no study defines.
package struct UnknownDecision: Error, Hashable {
  package let name: String
  /// The decisions that there are, in natural order.
  package let known: [String]

  package init(name: String, known: [String]) {
    self.name = name
    self.known = known
  }

  /// What is wrong.
  package var message: String { "no decision `\(name)` is defined" }

  /// Which decisions there are; of many, the first.
  package var advice: String {
    guard !known.isEmpty else { return "The study defines no decision." }
    let listed = known.prefix(12).map { "`\($0)`" }.joined(separator: ", ")
    return "There are \(listed)\(known.count > 12 ? " and \(known.count - 12) more" : "")."
  }
}
