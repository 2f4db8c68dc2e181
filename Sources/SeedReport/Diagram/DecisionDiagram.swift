// Which codes a picture of decisions shows, and what connects them.

/// Decisions with their options, the forces on which these act, and the links between them.
struct DecisionDiagram: Sendable {
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
        let label = [link.stereotype.map { words($0) }, link.text].compactMap { $0 }.joined(separator: ": ")
        connect(node(code.name, .solution), node(link.name, .solution), .link, label)
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
