// Fixes, definitions, comments that silence, and what is done with lists.

import SeedIDE
import SeedRules
import SeedSyntax
import SeedTestSupport
import Testing

@Suite struct ActionTests {
  private static let misspelt = """
    **AXIAL CODING TRACE:**
    ``` python
    cache_layer = CClass(pattern, "Cache layer")
    '''
        index,
        cache_l$0ayre
    '''
    ```
    """

  // MARK: - Fixes

  @Test func theFixesOfAFindingAreOffered() throws {
    try checkAction(
      Self.misspelt, "Change to `cache_layer`",
      Self.misspelt.replacing("cache_l$0ayre", with: "cache_layer"))
    let (_, actions) = try actions(at: Self.misspelt)
    let fix = try #require(actions.first)
    #expect(fix.kind == .fix)
    #expect(fix.findings.map(\.rule) == ["misspelled-code"])
    #expect(!fix.isPreferred, "a guess is not safe")
  }

  @Test func aSingleSafeFixIsPreferred() throws {
    let source =
      "# s\n4\n## url\nx\n\n**AXIAL CODING TRACE:**\n\nadd codes to s$0:\n``` python\n'''\ncache\n'''\n```\n\nadd codes to s4:\n"
    let (_, actions) = try actions(at: source)
    let preferred = actions.filter(\.isPreferred)
    #expect(preferred.map(\.title) == ["Change to `s4`"])
  }

  @Test func allSafeFixesAreMadeTogether() throws {
    let source = """
      # s
      4
      ## url
      x

      **AXIAL CODING TRACE:**

      add codes to s$0:
      ``` python
      '''
      cache
      '''
      ```

      add codes to s:
      ``` python
      '''
      index
      '''
      ```

      add codes to s4:
      ``` python
      index
      ```
      """
    try checkAction(
      source, "Fix all 2 findings that are safe to fix",
      source.replacing("to s$0:", with: "to s4:").replacing("to s:", with: "to s4:"))
  }

  @Test func fixesThatTouchEachOtherAreAllMade() throws {
    let source = "**AXIAL CODING TRACE:**\n``` python\ncache_layer = CClass(pattern, \"C\")\n'''\ncache$0Layer\n```\n"
    try checkAction(
      source, "Fix all 2 findings that are safe to fix",
      source.replacing("cache$0Layer\n", with: "cache_layer\n'''\n"))
  }

  // MARK: - Definitions

  @Test(arguments: [
    ("add_decision_option_link(store$0, a, \"b\")", "decision", "Store"),
    ("add_decision_option_link(d, near_st$0ore, \"b\")", "practice", "Near store"),
    ("add_force_relations({a: {speed$0: positive}})", "force", "Speed"),
    ("x_decision$0", "decision", "X decision"),
  ])
  func theKindOfADefinitionComesFromTheUse(use: String, kind: String, display: String) throws {
    let name = use.replacing("$0", with: "").split { !"abcdefghijklmnopqrstuvwxyz_".contains($0) }.map(String.init)
    let code = try #require(name.first { $0.lowercased() == display.lowercased().replacing(" ", with: "_") })
    let source = "**AXIAL CODING TRACE:**\r\n``` python\r\n    \(use)\r\n```\r\n"
    try checkAction(
      source, "Define `\(code)` here as a \(kind)",
      source.replacing("    \(use)", with: "    \(code) = CClass(\(kind), \"\(display)\")\r\n    \(use)"))
  }

  @Test(arguments: [
    "add_force_relations({a: {b: ve$0ry_posive}})", "add_links({a: b}, role_name=\"to\", stereotype_instances=us$0e)",
  ])
  func whatIsNoCodeIsNotDefined(use: String) throws {
    try checkNoAction("**AXIAL CODING TRACE:**\n``` python\n\(use)\n```\n", "Define `")
  }

  @Test func aDefinitionGoesBeforeTheListThatUsesIt() throws {
    try checkAction(
      Self.misspelt, "Define `cache_layre` here as a practice",
      Self.misspelt.replacing(
        "'''\n    index", with: "cache_layre = CClass(practice, \"Cache layre\")\n'''\n    index"))
  }

  @Test func aDefinitionGoesBeforeTheLineOfSeveralStatements() throws {
    let source = "``` python\na = CClass(force, \"A\"); near$0\n```"
    try checkAction(
      source, "Define `near` here as a practice",
      "``` python\nnear = CClass(practice, \"Near\")\na = CClass(force, \"A\"); near\n```")
  }

  @Test func whatOpenCodingListsIsDefinedInTheBlockBelow() throws {
    let source = """
      # s
      4

      > “Quoted” 😀

      **OPEN CODING TRACE:**

      New forces: near_speed, spe$0ed_limit
      New options: near_store, index and plain words

      **AXIAL CODING TRACE:**

      added:
      ``` python
          index = CClass(practice, "Index")
      ```
      """
    try checkAction(
      source, "Define the 3 codes that are listed here",
      source.replacing(
        "    index =",
        with: """
              near_speed = CClass(force, "Near speed")
              speed_limit = CClass(force, "Speed limit")
              near_store = CClass(practice, "Near store")
              index =
          """))
    try checkNoAction(
      source.replacing("near_speed, spe$0ed_limit", with: "in$0dex").replacing("near_store, ", with: ""), "Define")
  }

  @Test func allUndefinedCodesOfAListOrATraceAreDefinedTogether() throws {
    let source = """
      **AXIAL CODING TRACE:**
      ``` python
      add_decision_option_link(where_to_brew, near_kettle, "Close")
      add_force_relations({near_kettle: {short_ways: positive}})
      ```
      already added:
      ``` python
          '''
          lid_$0store,
          near_kettle,
          spout_guard
          '''
      ```

      **OPEN CODING TRACE:**

      Text.

      **AXIAL CODING TRACE:**
      ``` python
      unrelated_thing
      ```
      """
    try checkAction(
      source, "Define the 3 undefined codes of this list",
      source.replacing(
        "    '''\n    lid",
        with: """
              lid_store = CClass(practice, "Lid store")
              near_kettle = CClass(practice, "Near kettle")
              spout_guard = CClass(practice, "Spout guard")
              '''
              lid
          """))
    try checkAction(
      source, "Define the 5 undefined codes of this trace",
      source.replacing(
        "add_decision",
        with: """
          where_to_brew = CClass(decision, "Where to brew")
          near_kettle = CClass(practice, "Near kettle")
          short_ways = CClass(force, "Short ways")
          lid_store = CClass(practice, "Lid store")
          spout_guard = CClass(practice, "Spout guard")
          add_decision
          """))
    try checkNoAction(source.replacing("$0", with: "").replacing("unrelated", with: "unrel$0ated"), "Define the")
  }

  @Test(arguments: [
    ("Brown Sugar", "White Sugar"), ("Brown sugar", "White sugar"), ("brown-sugar", "white sugar"), ("Sweetener", nil),
  ])
  func theDisplayNameFollowsARename(_ old: String, _ new: String?) throws {
    let fixture = Fixture(
      """
      //- s_1.md
      ``` python
      white_sugar = CClass(practice, "\(old)")
      ```
      //- s_2.md
      **AXIAL CODING TRACE:**
      ``` python
      white_su$0gar
      ```
      """)
    let cursor = try #require(fixture.cursor)
    let snapshot = fixture.snapshot(of: cursor.file)
    func offered(_ oldNames: [String: String]) -> [NoteAction] {
      snapshot.actions(in: ByteRange(at: cursor.offset), fixture.checked, oldNames: oldNames) { $0 == .rewrite }
        .filter { $0.title.contains("display name") }
    }
    #expect(offered([:]).isEmpty)
    let actions = offered(["white_sugar": "brown_sugar"])
    #expect(actions.map(\.title) == new.map { ["Change the display name to “\($0)”, too"] } ?? [])
    if case .edit(let edit)? = actions.first?.outcome, let new {
      #expect(
        edit.notes.map { String(decoding: $0.result, as: UTF8.self) } == [
          "``` python\nwhite_sugar = CClass(practice, \"\(new)\")\n```\n"
        ])
    }
  }

  // MARK: - Comments that silence

  @Test func aFindingInCodeIsSilencedOnItsLine() throws {
    try checkAction(
      Self.misspelt, "Ignore `misspelled-code` on this line",
      Self.misspelt.replacing("cache_l$0ayre", with: "cache_layre  # seed-lsp: ignore[misspelled-code]"))
  }

  @Test func aSecondRuleJoinsTheFirst() throws {
    let source = Self.misspelt.replacing("cache_l$0ayre", with: "cache_l$0ayre  # seed-lsp: ignore[syntax-error] so")
    try checkAction(
      source, "Ignore `misspelled-code` on this line",
      source.replacing("[syntax-error]", with: "[syntax-error, misspelled-code]"))
  }

  @Test func aFindingInALabelIsSilencedAbove() throws {
    let source =
      "# s\n4\n## url\nx\n\n**AXIAL CODING TRACE:**\n\nadd codes to s1$05:\n``` python\n'''\ncache\n'''\n```\n"
    let (fixture, actions) = try actions(at: source)
    let action = try #require(actions.first { $0.title.hasPrefix("Ignore") })
    let rule = try #require(action.findings.first?.rule)
    guard case .edit(let edit) = action.outcome else {
      Issue.record("no edit: \(action.outcome)")
      return
    }
    expectTexts(
      of: fixture, after: edit, source.replacing("add codes", with: "<!-- seed-lsp: ignore[\(rule)] -->\nadd codes"))
  }

  @Test func nothingIsSilencedInsideAString() throws {
    try checkNoAction("``` python\nx = CClass(force, cach$0e, \"a\nb\")\n```", "Ignore")
  }

  // MARK: - Lists

  @Test func missingCommasAreAdded() throws {
    try checkAction(
      "**AXIAL CODING TRACE:**\n``` python\n'''\n  cache,\n  ind$0ex # a, b\n  speed\n'''\n```",
      "Add the missing comma",
      "**AXIAL CODING TRACE:**\n``` python\n'''\n  cache,\n  index, # a, b\n  speed\n'''\n```")
    try checkAction(
      "**AXIAL CODING TRACE:**\n``` python\n'''\n  ca$0che\n  index\n  speed\n'''\n```", "Add 2 missing commas",
      "**AXIAL CODING TRACE:**\n``` python\n'''\n  cache,\n  index,\n  speed\n'''\n```")
  }

  @Test func bareNamesOnLinesNeedNoCommas() throws {
    try checkNoAction("**AXIAL CODING TRACE:**\n``` python\nca$0che\nindex\n```", "Add")
  }

  @Test func aListIsSortedWhereItStands() throws {
    try checkAction(
      "**AXIAL CODING TRACE:**\n``` python\n'''\n  speed,\n    Cache$0 , index\n\n  a10,\n  a9,\n'''\n```",
      "Sort and de-duplicate this list",
      "**AXIAL CODING TRACE:**\n``` python\n'''\n  a9,\n    a10 , Cache\n\n  index,\n  speed,\n'''\n```")
  }

  @Test func whatIsTwiceInAListGoes() throws {
    try checkAction(
      "**AXIAL CODING TRACE:**\n``` python\n'''\n  b,\n  a$0,\n  b,\n  a,\n'''\n```", "Sort and de-duplicate this list",
      "**AXIAL CODING TRACE:**\n``` python\n'''\n  a,\n  b,\n'''\n```")
  }

  @Test func aSortedListIsLeftAlone() throws {
    try checkNoAction("**AXIAL CODING TRACE:**\n``` python\n'''\n  a,\n  b$0\n'''\n```", "Sort")
  }

  @Test func aListWithWhatIsNoNameIsNotSorted() throws {
    let (_, actions) = try actions(at: "**AXIAL CODING TRACE:**\n``` python\n'''\n  speed,\n  input$0 ports\n'''\n```")
    let sort = try #require(actions.first { $0.title.hasPrefix("Sort") })
    guard case .unavailable(let reason) = sort.outcome else {
      Issue.record("it is available")
      return
    }
    #expect(reason == "Not every item of the list is a name; mend them first.")
  }

  @Test func whatATraceDefinesJoinsItsList() throws {
    let source = """
      # s
      4

      **AXIAL CODING TRACE:**

      added:
      ``` python
          cac$0he = CClass(pattern, "Cache")
          speed = CClass(force, "Speed")
      ```
      add codes to s4:
      ``` python
      '''
          index,
          speed
      '''
      ```

      > A quotation.

      **AXIAL CODING TRACE:**
      ``` python
      other = CClass(pattern, "Other")
      ```
      """
    try checkAction(
      source, "List `cache`, which this trace defines",
      source.replacing("    speed\n'''", with: "    speed,\n    cache\n'''"))
  }

  @Test func aTraceWithoutListGetsOne() throws {
    let source =
      "# s\n4\n\n**AXIAL CODING TRACE:**\n``` python\na$0 = CClass(pattern, \"A\")\nb = CClass(force, \"B\")\n```\n\n> x\n"
    try checkAction(
      source, "List the codes that this trace defines",
      source.replacing(
        "```\n\n>",
        with: "```\n\nadd codes to s4:\n``` python\n    '''\n        a,\n        b\n    '''\n```\n\n>"))
  }
}
