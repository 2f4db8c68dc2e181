// Diagrams in DOT, the language of Graphviz (graphviz.org/doc/info/lang.html).

extension DecisionDiagram {
  var dot: String {
    var lines = ["digraph decisions {", "  rankdir=LR;", "  node [fontname=\"sans-serif\"];"]
    lines.append("  edge [fontname=\"sans-serif\"];")
    for (index, node) in nodes.enumerated() {
      let shape =
        switch node.shape {
        case .decision: "hexagon"
        case .solution: "box"
        case .force: "ellipse"
        }
      lines.append("  n\(index) [label=\(Self.dotText(node.label)), shape=\(shape)];")
    }
    for edge in edges {
      var attributes = edge.label.isEmpty ? [] : ["label=\(Self.dotText(edge.label))"]
      switch edge.kind {
      case .option: break
      case .force: attributes.append("style=dashed")
      case .link: attributes.append("style=bold")
      }
      let list = attributes.isEmpty ? "" : " [\(attributes.joined(separator: ", "))]"
      lines.append("  n\(edge.from) -> n\(edge.to)\(list);")
    }
    lines.append("}")
    return lines.map { $0 + "\n" }.joined()
  }

  /// A text in quotation marks. Labels may hold escapes such as `\N` and HTML's entities, which texts of notes don't mean.
  private static func dotText(_ text: String) -> String {
    let escaped = text.unicodeScalars.map { scalar in
      switch scalar {
      case "\"", "\\": "\\" + String(scalar)
      case "&": "&amp;"
      default: String(scalar)
      }
    }
    return "\"\(escaped.joined())\""
  }
}
