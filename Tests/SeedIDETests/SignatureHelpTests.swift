// The parameters of the call at the cursor, finished or not.

import SeedIDE
import SeedModel
import SeedSyntax
import SeedTestSupport
import Testing

@Suite struct SignatureHelpTests {
  /// Checks which parameter is active at `$0`, as `function: parameter`; `-` where none is, nil where there is no call.
  private func check(_ code: String, _ expected: String?, _ location: SourceLocation = #_sourceLocation) throws {
    let fixture = Fixture("**AXIAL CODING TRACE:**\n``` python\n\(code)")
    let cursor = try #require(fixture.cursor, sourceLocation: location)
    let help = fixture.snapshot(of: cursor.file).signatureHelp(at: cursor.offset)
    let found = help.map { help in
      "\(help.function.name): " + (help.activeParameter.map { help.function.parameters[$0].name } ?? "-")
    }
    #expect(found == expected, sourceLocation: location)
  }

  @Test func argumentsAreCounted() throws {
    try check("x = CClass($0)\n```", "CClass: metaclass")
    try check("x = CClass(pattern, $0)\n```", "CClass: name")
    try check("add_decision_option_link(a, b$0, \"c\")\n```", "add_decision_option_link: design_solution")
  }

  @Test func unfinishedCallsCount() throws {
    try check("add_decision_option_link($0", "add_decision_option_link: decision")
    try check("add_decision_option_link(store_decision, $0\n\n```", "add_decision_option_link: design_solution")
    try check("add_decision_option_link(a, b, \"Keep “it” 😀 $0", "add_decision_option_link: option_name")
    try check(
      "add_decision_option_link(a,\n$0\nx = CClass(pattern, \"X\")\n```", "add_decision_option_link: design_solution")
  }

  @Test func commasInStringsAndBracketsDoNotCount() throws {
    try check("x = CClass(pattern, \"a, b, é, 😀$0\")\n```", "CClass: name")
    try check("add_force_relations({a: {b: positive, c: $0}})\n```", "add_force_relations: force_relations")
    try check("add_stereotyped_design_solution_link([a, b, c], $0)\n```", "add_stereotyped_design_solution_link: to")
  }

  @Test func keywordsAreFoundByName() throws {
    try check("x.add_links(y, role_name=$0)\n```", "add_links: role_name")
    try check("x.add_links(y, role_name=\"to\", stereotype_instances=us$0es)\n```", "add_links: stereotype_instances")
    try check("x.add_links(y, nonsense=$0)\n```", "add_links: -")
  }

  @Test func whereNoParameterIsNoneIsActive() throws {
    try check("x.add_links(y, $0)\n```", "add_links: -")
    try check("add_force_relations({}, 1, 2, $0)\n```", "add_force_relations: -")
  }

  @Test func aNameThatIsAlmostRightIsTakenForTheFunction() throws {
    try check("add_decision_option(a, $0)\n```", "add_decision_option_link: design_solution")
  }

  @Test func thereIsNoneOutsideOfCalls() throws {
    try check("x = CClass(pattern, \"X\")$0\n```", nil)
    try check("$0x = CClass(pattern, \"X\")\n```", nil)
    try check("unknown($0)\n```", nil)
    try check("# CClass($0\n```", nil)
    try check("```\n\n> CClass($0)", nil)
    #expect(Fixture("").snapshot(of: Fixture("").files[0]).signatureHelp(at: 0).map(\.label) == nil)
  }

  @Test func parametersAreMarkedInTheLabel() throws {
    let fixture = Fixture("``` python\nx = CClass(\n```")
    let help = try #require(fixture.snapshot(of: fixture.files[0]).signatureHelp(at: 22))
    let label = Array(help.label.utf16)
    let texts = help.parameterRanges.map { String(decoding: label[$0], as: UTF16.self) }
    #expect(texts == help.function.parameters.map { $0.isRequired ? $0.name : $0.name + "=None" })
  }
}
