// Diagrams in PlantUML (plantuml.com/deployment-diagram).

extension DecisionDiagram {
  var plantUML: String {
    var lines = ["@startuml", "left to right direction"]
    for (index, node) in nodes.enumerated() {
      let label = "\"\(Self.plantUMLText(node.label))\" as n\(index)"
      switch node.shape {
      case .decision: lines.append("rectangle \(label) <<decision>>")
      case .solution: lines.append("rectangle \(label)")
      case .force: lines.append("usecase \(label)")
      }
    }
    for edge in edges {
      let arrow = edge.kind == .option ? "-->" : edge.kind == .force ? "..>" : "==>"
      let label = edge.label.isEmpty ? "" : " : \(Self.plantUMLText(edge.label))"
      lines.append("n\(edge.from) \(arrow) n\(edge.to)\(label)")
    }
    lines.append("@enduml")
    return lines.map { $0 + "\n" }.joined()
  }

  /// A text in which all that PlantUML's preprocessor or its Creole would take for a mark is written `<U+0022>`.
  private static func plantUMLText(_ text: String) -> String {
    text.unicodeScalars.map { scalar in
      guard plantUMLMarks.contains(scalar) else { return String(scalar) }
      let digits = String(scalar.value, radix: 16, uppercase: true)
      return "<U+" + String(repeating: "0", count: 4 - digits.count) + digits + ">"
    }.joined()
  }

  /// All of them ASCII.
  private static let plantUMLMarks: Set<Unicode.Scalar> = [
    "\"", "\\", "~", "*", "_", "/", "-", "<", ">", "#", "[", "]", "{", "}", "$", "%", "!", "|", "=", "&", "^", ".", "@",
    "'", "`",
  ]
}
