// The rule `unfilled-template`.

import SeedModel
import SeedRules
import SeedTestSupport
import Testing

@Suite struct UnfilledTemplateTests {
  @Test func theNumberOfALabelIsAdded() {
    expectFix(
      of: "unfilled-template", "//- s_7.md\n# s\n7\n# coding\n\nadd codes to s7:\n\nadd codes to ⟦s⟧: \n",
      "//- s_7.md\n# s\n7\n# coding\n\nadd codes to s7:\n\nadd codes to s7: \n", isSafe: true)
  }

  @Test func labelsThatAllMeanTheirOwnNoteAreLeftAlone() {
    expectFindings(
      of: "unfilled-template", "//- s_7.md\n# s\n7\n# coding\n\nadd codes to s:\n\nadd codes to s: \n")
  }

  @Test func labelsOnOtherPagesCount() {
    let filling = String(repeating: "> Words of an article that fill a page.\n\n", count: 2000)
    let start = "# s\n7\n# coding\n\nadd codes to s:\n\n\(filling)"
    var study = TestStudy([("s_7.md", start + "add codes to s7:\n")])
    #expect(study.findings == ["s_7.md:5:14 unfilled-template: s"])
    _ = study.replaceAndReport("s_7.md", with: Array((start + "add codes to s:\n").utf8))
    #expect(study.findings.isEmpty)
    _ = study.replaceAndReport("s_7.md", with: Array((start + "add codes to s7:\n").utf8))
    #expect(study.findings == ["s_7.md:5:14 unfilled-template: s"])
  }

  @Test(
    arguments: [
      "**OPEN CODING TRACE:**\n⟦- <ins>Option: </ins>\n- <ins>Decision: </ins>⟧\n\nRest.\n",
      "**OPEN CODING TRACE:**\n⟦- <ins>Option: </ins>⟧\n- <ins>Force: </ins>\n  speed\nRest.\n",
      "**AXIAL CODING TRACE:**\n``` python\n⟦#added classes: \n#added links:⟧\n```\n",
      "**AXIAL CODING TRACE:**\n``` python\n'''\ncache\n'''\n⟦# already added:⟧ \n```\n",
      "**AXIAL CODING TRACE:**\n``` python\n    ⟦'''\n    '''⟧\n```\n",
      "**AXIAL CODING TRACE:**\nadded:\n⟦``` python\n\n```⟧\nadd codes to s1:\n``` python\n⟦'''\n'''⟧\n```\n",
      "**AXIAL CODING TRACE:**\n``` python\n# about tea\n```\n",
      "**AXIAL CODING TRACE:**\n``` python\n⟦add_links({s30: [cache]}, role_name=\"contained_code\")⟧\n```\n",
      "**AXIAL CODING TRACE:**\n``` python\n⟦r = CClass(reference, \"\", values={\"title\": \"x\"})⟧\n```\n",
    ])
  func eachPieceIsFound(_ text: String) {
    expectFindings(of: "unfilled-template", "//- s_7.md\n# s\n7\n# coding\n\n" + text)
  }

  @Test(
    arguments: [
      "**OPEN CODING TRACE:**\n- <ins>Option: </ins> cache\n- <ins>Option</ins>\n",
      "**OPEN CODING TRACE:**\n- <ins>Force: </ins>\n   - quick => speed\n\n   - cheap => cost\n",
      "**AXIAL CODING TRACE:**\n``` python\n# added classes: two\n# added\n```\n",
      "**AXIAL CODING TRACE:**\n``` python\n'''cache'''\n```\n",
      "**AXIAL CODING TRACE:**\n``` python\nadd_links({s7: [cache]}, role_name=\"contained_code\")\n```\n",
      "**AXIAL CODING TRACE:**\n``` python\nadd_links({s3: cache}, role_name=\"referenced\")\n```\n",
      "**AXIAL CODING TRACE:**\n``` python\nadd_links({cache: b}, role_name=\"contained_code\")\n```\n",
      "> - <ins>Option: </ins>\n",
    ])
  func whatIsFilledInIsLeftAlone(_ text: String) {
    expectFindings(of: "unfilled-template", "//- s_7.md\n# s\n7\n# coding\n\n" + text)
  }

  private static let template = """
    # s

    ## url

    ## title

    **AXIAL CODING TRACE**: source and references
    ``` python
    s = CClass(source, "s", values={"title": "", "url": ""})
    ```
    # coding

    **OPEN CODING TRACE:**
    - <ins>Option: </ins>

    **AXIAL CODING TRACE:**
    added:
    ``` python
    #added classes:
    ```
    add codes to s:
    ``` python
        '''
        '''
    # already added:
    ```
    ``` python
    add_links({s30: [tea, milk]}, role_name="contained_code")
    ```

    """

  @Test func theTemplateItselfIsLeftAlone() {
    #expect(TestStudy([("s_.md", Self.template)]).findings == [])
  }

  @Test func aNoteThatIsStillTheTemplateIsReportedPieceByPieceOnce() {
    let note = Self.template.replacing("# s\n\n", with: "# s\n7\n", maxReplacements: 1).replacing(
      "s = CClass", with: "s7 = CClass")
    let study = TestStudy([("s_7.md", note)])
    #expect(
      study.findings.filter { $0.contains("unfilled-template") } == [
        "s_7.md:9:1 unfilled-template: s7", "s_7.md:14:1 unfilled-template: - <ins>Option: </ins>",
        "s_7.md:28:1 unfilled-template: add_links({s30: [tea, milk]}, role_name=\"contained_code\")",
      ])
  }
}
