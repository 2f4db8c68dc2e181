// Which codes a picture of decisions shows, and what connects them.

package import SeedModel

/// Decisions with their options, the forces on which these act, and the links between them.
package struct DecisionDiagram: Sendable {
  /// A language in which diagrams are written.
  package enum Format: String, CaseIterable, Sendable {
    /// Mermaid in Markdown, a diagram for each decision, as previews of Markdown and code hosts show it.
    case mermaid
    /// The language of Graphviz.
    case dot
    case plantuml
  }

  enum Shape: Sendable {
    case decision, solution, force
  }

  struct Node: Sendable {
    let name: String
    /// What people read: the display name, else the code.
    let label: String
    fileprivate(set) var shape: Shape
  }

  struct Edge: Hashable, Sendable {
    enum Kind: Sendable {
      case option, force, link
    }

    /// Indices of nodes.
    let from: Int
    let to: Int
    let kind: Kind
    /// Empty for none.
    let label: String
  }

  /// What the diagram is about.
  let title: String
  private(set) var nodes: [Node] = []
  private(set) var edges: [Edge] = []

  /// One decision, in each study that defines it.
  ///
  /// - Parameter decision: nil for all decisions.
  init(of decision: String?, in reports: [CodeReport]) {
    title = decision ?? "Decisions"
    for report in reports {
      var builder = Builder(report)
      builder.add(report.codes.filter { $0.isDecision && (decision == nil || $0.name == decision) })
      let offset = nodes.count
      nodes += builder.nodes
      edges += builder.edges.map { Edge(from: $0.from + offset, to: $0.to + offset, kind: $0.kind, label: $0.label) }
    }
  }

  /// The decisions that studies define, by name.
  package static func decisions(in studies: [Study]) -> [String] {
    decisions(in: studies.map { CodeReport($0) })
  }

  /// Says that a decision is not there.
  package static func noDecision(_ name: String) -> String {
    "no decision `\(name)` is defined"
  }

  /// Says which decisions there are; of many, the first.
  package static func sentence(listing decisions: [String]) -> String {
    guard !decisions.isEmpty else { return "The study defines no decision." }
    let listed = decisions.prefix(12).map { "`\($0)`" }.joined(separator: ", ")
    return "There are \(listed)\(decisions.count > 12 ? " and \(decisions.count - 12) more" : "")."
  }

  private static func decisions(in reports: [CodeReport]) -> [String] {
    let names = Set(reports.flatMap(\.codes).filter(\.isDecision).map(\.name))
    return names.sorted { NaturalOrder.areInIncreasingOrder($0, $1) }
  }

  /// A decision, or all, in one of the languages.
  ///
  /// - Parameter decision: nil for all decisions.
  /// - Returns: nil if no study defines the decision.
  package static func text(of decision: String?, in studies: [Study], format: Format) -> String? {
    let reports = studies.map { CodeReport($0) }
    let known = decisions(in: reports)
    if let decision, !known.contains(decision) { return nil }
    switch format {
    case .mermaid:
      // Those who show it refuse more than 500 edges or 50,000 characters in one diagram.
      let shown = decision.map { [$0] } ?? known
      return shown.isEmpty
        ? "No decisions.\n" : shown.map { DecisionDiagram(of: $0, in: reports).markdown }.joined(separator: "\n")
    case .dot: return DecisionDiagram(of: decision, in: reports).dot
    case .plantuml: return DecisionDiagram(of: decision, in: reports).plantUML
    }
  }
}

/// Collects what belongs to some decisions of one study.
private struct Builder {
  private let codes: [String: CodeReport.Code]
  private let report: CodeReport
  private var indices: [String: Int] = [:]
  private(set) var nodes: [DecisionDiagram.Node] = []
  private(set) var edges: [DecisionDiagram.Edge] = []

  init(_ report: CodeReport) {
    self.report = report
    codes = Dictionary(report.codes.map { ($0.name, $0) }) { first, _ in first }
  }

  mutating func add(_ decisions: [CodeReport.Code]) {
    for decision in decisions { _ = node(decision.name, .decision) }
    for decision in decisions {
      let from = node(decision.name, .decision)
      for option in decision.options {
        connect(from, node(option.name, .solution), .option, option.texts.joined(separator: "; "))
      }
    }
    // Nodes grow while links and forces are added: those of the added ones belong to another diagram.
    let shown = nodes.compactMap { codes[$0.name] }
    let names = Set(nodes.map(\.name))
    let asked = Set(decisions.map(\.name))
    for code in report.codes {
      for link in code.links where code.name != link.name {
        let isInside = names.contains(code.name) && names.contains(link.name)
        // What a decision leads to, or what leads to it, is shown though it is no option; a source that lists it is not.
        let isAtDecision =
          (asked.contains(code.name) && codes[link.name] != nil) || asked.contains(link.name)
        guard isInside || isAtDecision else { continue }
        connect(node(code.name, .solution), node(link.name, .solution), .link, words(link.stereotype ?? ""))
      }
    }
    for code in shown {
      for force in code.forces {
        let from = node(code.name, .solution)
        connect(from, node(force.name, .force), .force, force.sign ?? words(force.impact ?? ""))
      }
    }
  }

  /// The node of a code, made if there is none.
  private mutating func node(_ name: String, _ shape: DecisionDiagram.Shape) -> Int {
    if let index = indices[name] { return index }
    let code = codes[name]
    let label = (code?.displayName ?? "").oneLine
    indices[name] = nodes.count
    nodes.append(
      DecisionDiagram.Node(
        name: name, label: label.isEmpty ? name.oneLine : label, shape: code?.isDecision == true ? .decision : shape))
    return nodes.count - 1
  }

  private mutating func connect(_ from: Int, _ to: Int, _ kind: DecisionDiagram.Edge.Kind, _ label: String) {
    edges.append(DecisionDiagram.Edge(from: from, to: to, kind: kind, label: label.oneLine))
  }

  private func words(_ name: String) -> String {
    name.split(separator: "_").joined(separator: " ")
  }
}
