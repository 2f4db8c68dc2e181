// Snippets: where they are offered, and that what they write is sound.

import SeedIDE
import SeedModel
import SeedRules
import SeedSyntax
import SeedTestSupport
import Testing

@Suite struct CompletionSnippetTests {
  private func snippets(_ source: String, withSnippets: Bool = true) throws -> [SeedIDE.CompletionItem] {
    let fixture = Fixture(source)
    let cursor = try #require(fixture.cursor)
    let completion = fixture.snapshot(of: cursor.file).completion(at: cursor.offset, withSnippets: withSnippets)
    return (completion?.items ?? []).filter(\.isSnippet)
  }

  private func words(_ items: [SeedIDE.CompletionItem]) -> [String] {
    items.map { String($0.label.prefix { $0 != ":" }) }
  }

  @Test func aStatementCanBeAnyPieceOfABlock() throws {
    let block = "# s\n4\n\n**AXIAL CODING TRACE:**\n``` python\n$0\n```\n"
    #expect(
      try words(snippets(block)) == ["CClass", "add_decision_option_link", "add_force_relations", "list", "source"])
    #expect(try snippets(block, withSnippets: false).isEmpty)
    #expect(try words(snippets(block.replacing("$0", with: "add_f$0"))) == ["add_force_relations"])
    #expect(try snippets(block.replacing("$0", with: "'''\nlist$0\n'''")).isEmpty)
    #expect(try snippets(block.replacing("$0", with: "x = CC$0")).isEmpty)
    #expect(try snippets(block.replacing("$0", with: "a, li$0")).isEmpty)
  }

  @Test func aLineOfItsOwnCanBeATrace() throws {
    let note = "# s\n4\n\n# coding\n\n> Quoted.\n\n$0\n"
    #expect(try words(snippets(note.replacing("$0", with: "tr$0"))) == ["trace"])
    #expect(try words(snippets(note.replacing("$0", with: "ad$0"))) == ["added", "add codes to s4"])
    #expect(try snippets(note).isEmpty, "an empty line is nothing to complete")
    #expect(try snippets(note.replacing("$0", with: "t$0")).isEmpty, "one letter is too little")
    #expect(try snippets(note.replacing("$0", with: "tc$0")).isEmpty, "in prose a name has to begin with what is typed")
    #expect(try snippets(note.replacing("$0", with: "the tr$0")).isEmpty)
    #expect(try snippets(note.replacing("\n\n$0", with: "\ntr$0")).isEmpty, "the quotation runs on")
    #expect(try snippets(note.replacing("$0", with: "> tr$0")).isEmpty)
  }

  @Test func aSecondSourceBlockIsNotOffered() throws {
    let note = "# s\n4\n\n``` python\ns4 = CClass(source, \"s4\", values={})\n$0\n```\n"
    #expect(try !words(snippets(note)).contains("source"))
  }

  @Test func theSourceBlockHasWhatTheHeaderSays() throws {
    let items = try snippets(
      """
      # s
      4
      ## url
      https://x.org/${a}
      ## title
      “Data” \\ 😀
      ## source code
      no
      ## example

      # coding

      **AXIAL CODING TRACE**: source and references
      ``` python
      sou$0
      ```
      """)
    #expect(
      items.first?.insertText == """
        s4 = CClass(source, "s4", values={
            "title": "“Data” \\\\\\\\ 😀",
            "url": "https://x.org/\\${a\\}",
            "tiny url": "$1",
            "archive url": "$2",
            "author type": "$3",
            "type": "$4",
            "example": ${5|False,True|},
            "source code": False})$0
        """)
  }

  @Test func whatSnippetsWriteIsSound() throws {
    let block = "# s\n4\n\n# coding\n\n**AXIAL CODING TRACE:**\n\nadded:\n``` python\n$0\n```\n"
    let notes = [block, "# s\n4\n\n# coding\n\n> Quoted.\n\ntr$0\n", "# s\n4\n\n# coding\n\n> Quoted.\n\nad$0\n"]
    for note in notes {
      let fixture = Fixture(note)
      let cursor = try #require(fixture.cursor)
      for item in try snippets(note) {
        var text = cursor.file.document.bytes
        let completion = try #require(
          fixture.snapshot(of: cursor.file).completion(at: cursor.offset, withSnippets: true))
        let range = completion.replaceRange
        text.replaceSubrange(range.start..<range.end, with: Array(filledIn(item.insertText).utf8))
        var study = CheckedStudy()
        let id = study.add(name: "s_4.md", DocumentSummary(Document(text)))
        _ = study.refreshFindings()
        let wrong = study.findings(in: id).filter {
          !["undefined-code", "missing-field", "unfilled-template", "unattached-option"].contains($0.rule)
        }
        #expect(wrong.isEmpty, "\(item.label): \(wrong.map(\.message))")
      }
    }
  }

  /// A snippet with its places filled in as they are proposed.
  private func filledIn(_ snippet: String) -> String {
    var text = snippet
    text = text.replacing(/\$\{\d\|([^,|]*)[^|]*\|\}/) { $0.1 }
    text = text.replacing(/\$\{\d:([^}]*)\}/) { $0.1.replacing(" ", with: "_") }
    return text.replacing(/\$\d/, with: "")
  }
}
