// What the links of a note lead to.

import LanguageServerProtocol
import SeedIDE
import Testing

@testable import SeedServer

@Suite struct LinkConversionTests {
  private func target(_ path: String, from document: String = "file:///work/My%20notes/s_4.md") -> String? {
    ToLSP.target(.file(path), from: DocumentURI(document))?.string
  }

  @Test func filesAreRelativeToTheNote() {
    #expect(target("a.png") == "file:///work/My%20notes/a.png")
    #expect(target("./images/a%20b.png") == "file:///work/My%20notes/images/a%20b.png")
    #expect(target("../é.png?raw=true#x") == "file:///work/%C3%A9.png")
  }

  @Test func whatIsOutsideIsNoFile() {
    #expect(target("/site/a.png") == nil)
    #expect(target("../../../a.png") == nil)
    #expect(target("a.png", from: "untitled:Untitled-1") == nil)
  }

  @Test func strangeEscapesStayAsTheyAre() {
    #expect(target("100%") == "file:///work/My%20notes/100%25")
    #expect(target("a%00b%zz") == "file:///work/My%20notes/a%2500b%25zz")
  }

  @Test func addressesAreKept() {
    #expect(
      ToLSP.target(.address("https://example.org/a?b#c"), from: DocumentURI("untitled:x"))?.string
        == "https://example.org/a?b#c")
  }
}
