// The rule `merge-conflict`.

import SeedModel
import SeedRules
import SeedSyntax
import SeedTestSupport
import Testing

@Suite struct MergeConflictTests {
  private let codes =
    "⟦<<<<<<< HEAD⟧\ntea = CClass(pattern, \"Tea\")\n=======\ntea = CClass(practice, \"Tea leaves\")\n>>>>>>> other"

  /// The rules that find something in a study.
  private func rules(_ source: String) -> [String] {
    let fixture = Fixture(source)
    return fixture.files.flatMap { fixture.checked.findings(in: $0.id).map(\.rule) }.sorted()
  }

  private func unmarked(_ text: String) -> String { text.filter { $0 != "⟦" && $0 != "⟧" } }

  @Test func theFirstSideIsOfferedOrBothOrTheSecond() throws {
    let fixture = Fixture(note("s1.md", codes))
    let finding = try #require(fixture.checked.findings(in: fixture.files[0].id).first)
    #expect(finding.fixes.map(\.title) == ["Keep both sides", "Keep the first side", "Keep the second side"])
    #expect(finding.fixes.allSatisfy { !$0.isSafe })
    #expect(finding.related.count == 2)
    let texts = finding.fixes.map { fix in
      var study = MendableStudy(fixture)
      study.apply(fix, to: fixture.files[0].id)
      return String(decoding: study.notes[0].text, as: UTF8.self)
    }
    let (first, second) = ("tea = CClass(pattern, \"Tea\")", "tea = CClass(practice, \"Tea leaves\")")
    #expect(texts == ["\(first)\n\(second)", first, second].map { block($0) })
  }

  @Test func whatStoodThereBeforeGoesWithEverySide() throws {
    let fixture = Fixture(note("s1.md", "<<<<<<< a\ntea\n||||||| b\nmug\n\ncup\n=======\npot\n>>>>>>> c"))
    let finding = try #require(fixture.checked.findings(in: fixture.files[0].id).first { $0.rule == "merge-conflict" })
    let texts = finding.fixes.map { fix in
      var study = MendableStudy(fixture)
      study.apply(fix, to: fixture.files[0].id)
      return String(decoding: study.notes[0].text, as: UTF8.self)
    }
    #expect(texts == ["tea\npot", "tea", "pot"].map { block($0) })
  }

  @Test func theConflictIsAllThatIsFound() {
    expectFindings(of: "merge-conflict", note("s1.md", codes))
    #expect(rules(note("s1.md", unmarked(codes))) == ["merge-conflict"])
    #expect(rules(note("s1.md", unmarked(codes)).replacing("\n", with: "\r\n")) == ["merge-conflict"])
    let torn =
      "tea = CClass(pattern,\n<<<<<<< HEAD\n\"Tea\")\n=======\n\"Teas\")\n>>>>>>> other\nmug = CClass(pattern, \"Mug\")"
    #expect(rules(note("s1.md", torn)) == ["merge-conflict"])
    let relations =
      "add_force_relations({lake: {\n<<<<<<< HEAD\nspeed: positive,\n=======\nspeed: negative,\n>>>>>>> other\n}})"
    #expect(rules(definedCodes + note("s1.md", relations)) == ["merge-conflict"])
  }

  @Test func wholeBlocksMayBeInConflict() {
    let sides = ["Tea", "Tea leaves"].map { "added:\n``` python\ntea = CClass(pattern, \"\($0)\")\n```\n" }
    let source = "//- s1.md\n**AXIAL CODING TRACE:**\n<<<<<<< HEAD\n\(sides[0])=======\n\(sides[1])>>>>>>> other\n"
    #expect(rules(source) == ["merge-conflict"])
  }

  @Test func fieldsOfTheHeaderMayBeInConflict() {
    let source = """
      //- s1.md
      # s
      1
      ## title
      <<<<<<< HEAD
      Tea
      =======
      Teas
      >>>>>>> other
      **AXIAL CODING TRACE**: source and references
      ``` python
      s1 = CClass(source, "s1", values={"title": "Teas"})
      ```
      """
    #expect(rules(source) == ["merge-conflict"])
  }

  @Test func severalConflictsAreSeveralFindings() {
    let conflict = "⟦<<<<<<< HEAD⟧\nlake\n=======\nmart\n>>>>>>> other\n"
    expectFindings(of: "merge-conflict", definedCodes + note("s1.md", "\(conflict)speed\n\(conflict)"))
    expectFindings(of: "merge-conflict", "**OPEN CODING TRACE:**\n\(conflict)\nText.\n")
  }

  @Test func aLineThatIsLeftOverIsFound() {
    expectFix(
      of: "merge-conflict", definedCodes + note("s1.md", "lake\n⟦>>>>>>> other⟧\nmart"),
      definedCodes + note("s1.md", "lake\nmart"), isSafe: false)
  }

  @Test func codesThatNothingDefinesAreFoundOnBothSides() {
    #expect(
      rules(note("s1.md", "<<<<<<< a\ntea\n=======\nmug\n>>>>>>> b")) == [
        "merge-conflict", "undefined-code", "undefined-code",
      ])
  }

  @Test func listingsOfAnArticleMayShowConflicts() {
    #expect(rules("//- s1.md\n# s\n1\n# coding\n> text\n```\n<<<<<<< a\nx\n=======\ny\n>>>>>>> b\n```\n") == [])
  }

  @Test func modelFilesAreLookedAtToo() {
    let model =
      "from codeable_models import CClass\n⟦<<<<<<< a⟧\nx = CClass(pattern, \"X\")\n=======\nx = CClass(pattern, \"Y\")\n>>>>>>> b\n"
    expectFindings(of: "merge-conflict", "//- model.py\n\(model)")
  }

  @Test func aConflictIsOneHoweverTheNoteWasTyped() throws {
    let quotations = String(repeating: "> quoted\n\ntext\n\n", count: 30)
    let text = "**OPEN CODING TRACE:**\n\n<<<<<<< HEAD\n\(quotations)=======\n\(quotations)>>>>>>> other\n"
    var document = Document(text)
    document.replace(ByteRange(at: text.utf8.count / 3), with: Array("x".utf8))
    var checked = CheckedStudy()
    let id = checked.add(name: "s_1.md", DocumentSummary(document))
    _ = checked.refreshFindings()
    let finding = try #require(checked.findings(in: id).first { $0.rule == "merge-conflict" })
    #expect(checked.findings(in: id).count { $0.rule == "merge-conflict" } == 1)
    #expect(finding.fixes.count == 3)
  }

  @Test func aConflictOverHundredsOfBlocksLeavesNothingOver() {
    let quotations = String(repeating: "> quoted\n\ntext\n\n", count: 700)
    let source = "**OPEN CODING TRACE:**\n\n⟦<<<<<<< HEAD⟧\n\(quotations)=======\n\(quotations)>>>>>>> other\n"
    expectFindings(of: "merge-conflict", source)
  }

  @Test func linesOfMailAreNoConflict() {
    let mail = "**OPEN CODING TRACE:**\n\n>>>>>>> Yes.\n\ntext\n\n>>>>>>>\n"
    expectFindings(of: "merge-conflict", mail)
  }

  @Test func aListingThatShowsAConflictEndsIt() {
    let code = "tea = CClass(pattern, \"Tea\")\ntea = CClass(practice, \"Teas\")"
    let listing = "# s\n1\n# coding\n> text\n```\n<<<<<<< HEAD\n```\n\nTitle\n=======\n\n"
    #expect(rules("//- s_1.md\n\(listing)\(block(code))").contains("conflicting-definition"))
  }
}
