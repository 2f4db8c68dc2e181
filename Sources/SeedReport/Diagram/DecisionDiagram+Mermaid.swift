// Diagrams in Mermaid, in Markdown (mermaid.js.org/syntax/flowchart).

extension DecisionDiagram {
  /// A heading with the decision's display name, and a fence with the diagram.
  var markdown: String {
    let heading = nodes.first { $0.name == title }?.label ?? title
    return "## \(heading.markdownText)\n\n```mermaid\n\(mermaid)```\n"
  }

  private var mermaid: String {
    var lines = ["flowchart LR"]
    for (index, node) in nodes.enumerated() {
      let label = Self.mermaidText(node.label)
      switch node.shape {
      case .decision: lines.append("  n\(index){{\(label)}}")
      case .solution: lines.append("  n\(index)[\(label)]")
      case .force: lines.append("  n\(index)([\(label)])")
      }
    }
    for edge in edges {
      let arrow = edge.kind == .option ? "-->" : edge.kind == .force ? "-.->" : "==>"
      let label = edge.label.isEmpty ? "" : "|\(Self.mermaidText(edge.label))|"
      lines.append("  n\(edge.from) \(arrow)\(label) n\(edge.to)")
    }
    return lines.map { $0 + "\n" }.joined()
  }

  /// A text in quotation marks, in which all that Mermaid or the Markdown and HTML inside of its labels would take for a mark
  /// is an entity: `#34;`.
  private static func mermaidText(_ text: String) -> String {
    var shown = ""
    // "1. Cache" and "- cost" would be lists, which labels can't hold.
    var isAtStart = true
    for scalar in text.unicodeScalars {
      let isListMark = isAtStart && ["+", "-", ".", ")"].contains(scalar)
      if isListMark || mermaidMarks.contains(scalar) {
        shown += "#\(scalar.value);"
      } else {
        shown.unicodeScalars.append(scalar)
      }
      isAtStart = isAtStart && (isListMark || scalar.properties.numericType == .decimal)
    }
    return "\"\(shown)\""
  }

  private static let mermaidMarks: Set<Unicode.Scalar> = [
    "\"", "#", ";", "&", "<", ">", "`", "*", "_", "~", "\\", "%", "$", "{", "}", "[", "]", "|", "=",
  ]
}
