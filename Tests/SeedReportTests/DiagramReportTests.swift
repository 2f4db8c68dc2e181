// Diagrams of decisions in each of their languages.

import SeedModel
import SeedReport
import SeedStudy
import SeedTestSupport
import Testing

@Suite struct DiagramReportTests {
  private let study = TestStudy([
    (
      "s_1.md",
      decisionNote(
        1,
        """
        where_decision = CClass(decision, "Where?")
        next_one = CClass(decision, "Next?")
        cache = CClass(pattern, "Cache")
        disk = CClass(practice)
        other = CClass(practice, "Other")
        speed = CClass(force, "Speed")
        add_decision_option_link(where_decision, cache, "Near")
        add_decision_option_link(where_decision, disk)
        add_force_relations({cache: {speed: very_positive}, disk: {speed: very_negative}, other: {speed: neutral}})
        add_links({where_decision: next_one}, role_name="to", stereotype_instances=next_decision)
        add_links({cache: disk}, role_name="to")
        add_links({other: cache}, role_name="to", stereotype_instances=uses)
        """)
    )
  ]).study

  private func text(_ decision: String?, _ format: DiagramReport.Format) throws -> String {
    try diagram(of: decision, in: [study], format)
  }

  private func diagram(of decision: String?, in studies: [Study], _ format: DiagramReport.Format) throws -> String {
    try DiagramReport(of: decision, in: studies.map { CodeReport($0) }).text(in: format)
  }

  @Test func mermaidStandsInMarkdown() throws {
    try expectText(
      text("where_decision", .mermaid),
      """
      ## Where?

      ```mermaid
      flowchart LR
        n0{{"Where?"}}
        n1["Cache"]
        n2["disk"]
        n3{{"Next?"}}
        n4(["Speed"])
        n0 -->|"Near"| n1
        n0 --> n2
        n1 ==> n2
        n0 ==>|"next decision"| n3
        n1 -.->|"#43;#43;"| n4
        n2 -.->|"#45;#45;"| n4
      ```

      """)
  }

  @Test func graphvizHasOneGraph() throws {
    try expectText(
      text("where_decision", .dot),
      """
      digraph decisions {
        rankdir=LR;
        node [fontname="sans-serif"];
        edge [fontname="sans-serif"];
        n0 [label="Where?", shape=hexagon];
        n1 [label="Cache", shape=box];
        n2 [label="disk", shape=box];
        n3 [label="Next?", shape=hexagon];
        n4 [label="Speed", shape=ellipse];
        n0 -> n1 [label="Near"];
        n0 -> n2;
        n1 -> n2 [style=bold];
        n0 -> n3 [label="next decision", style=bold];
        n1 -> n4 [label="++", style=dashed];
        n2 -> n4 [label="--", style=dashed];
      }

      """)
  }

  @Test func plantUMLHasOneDiagram() throws {
    try expectText(
      text("where_decision", .plantuml),
      """
      @startuml
      left to right direction
      rectangle "Where?" as n0 <<decision>>
      rectangle "Cache" as n1
      rectangle "disk" as n2
      rectangle "Next?" as n3 <<decision>>
      usecase "Speed" as n4
      n0 --> n1 : Near
      n0 --> n2
      n1 ==> n2
      n0 ==> n3 : next decision
      n1 ..> n4 : ++
      n2 ..> n4 : <U+002D><U+002D>
      @enduml

      """)
  }

  @Test func allDecisionsHaveADiagramEachInMarkdownAndOneTogetherElsewhere() throws {
    let markdown = try text(nil, .mermaid)
    #expect(markdown.split(separator: "\n").filter { $0.hasPrefix("## ") } == ["## Next?", "## Where?"])
    let dot = try text(nil, .dot)
    #expect(dot.split(separator: "\n").count { $0.hasPrefix("digraph") } == 1)
  }

  @Test func aDecisionOfTwoStudiesIsDrawnForEach() throws {
    let dot = try diagram(of: "next_one", in: [study, Study(), study], .dot)
    #expect(dot.contains("  n1 -> n0 [label=\"next decision\", style=bold];\n"))
    #expect(dot.contains("  n3 -> n2 [label=\"next decision\", style=bold];\n"))
  }

  @Test(arguments: DiagramReport.Format.allCases)
  func noStudiesHaveADiagramAllTheSame(format: DiagramReport.Format) throws {
    #expect(try !diagram(of: nil, in: [], format).isEmpty)
  }

  @Test func whatIsNoDecisionHasNoDiagram() {
    let report = CodeReport(study)
    let known = ["next_one", "where_decision"]
    #expect(throws: UnknownDecision(name: "cache", known: known)) {
      try DiagramReport(of: "cache", in: [report, report])
    }
    #expect(throws: UnknownDecision(name: "x", known: [])) { try DiagramReport(of: "x", in: []) }
    #expect(UnknownDecision(name: "x", known: known).advice == "There are `next_one`, `where_decision`.")
    #expect(UnknownDecision(name: "x", known: []).advice == "The study defines no decision.")
  }

  /// What a language would take for a mark is written so that it shows.
  @Test(
    arguments: [
      ("say \"x\"", "say #34;x#34;", #"say \"x\""#, "say <U+0022>x<U+0022>"),
      ("a[b]{c}|#d;", "a#91;b#93;#123;c#125;#124;#35;d#59;", "a[b]{c}|#d;", nil),
      (#"a\Nb"#, "a#92;Nb", #"a\\Nb"#, "a<U+005C>Nb"),
      ("1. list", "1#46; list", "1. list", "1<U+002E> list"),
      ("- x & <y>", "#45; x #38; #60;y#62;", "- x &amp; <y>", "<U+002D> x <U+0026> <U+003C>y<U+003E>"),
      ("größe 😀", "größe 😀", "größe 😀", "größe 😀"),
      ("", "a", "a", "a"),
      ("  ", "a", "a", "a"),
    ] as [(String, String, String, String?)])
  func textsAreEscaped(text: String, mermaid: String, dot: String, plantUML: String?) throws {
    let note = decisionNote(1, "a = CClass(decision, '\(text)')")
    let study = TestStudy([("s_1.md", note)]).study
    let markdown = try diagram(of: "a", in: [study], .mermaid)
    #expect(markdown.contains("  n0{{\"\(mermaid)\"}}\n"))
    let graph = try diagram(of: "a", in: [study], .dot)
    #expect(graph.contains("  n0 [label=\"\(dot)\", "))
    let diagram = try diagram(of: "a", in: [study], .plantuml)
    if let plantUML { #expect(diagram.contains("rectangle \"\(plantUML)\" as n0 <<decision>>\n")) }
  }
}
