// Addresses of files: their paths, and two spellings of one.

import JSON
import LanguageServerProtocol
import SeedTestSupport
import Testing

@Suite struct DocumentURITests {
  @Test(arguments: [
    ("file:///c%3A/a/b.md", "file:///C:/a/b.md"),
    ("file:///c%3a/a", "file:///c:/a"),
    ("file:///a%20b.md", "file:///a b.md"),
    ("file:///a%28b%29.md", "file:///a(b).md"),
    ("file:///%61%2Dz.md", "file:///a-z.md"),
    ("file:///Z%C3%BCrich.md", "file:///Zürich.md"),
    ("file:///z%c3%bc.md", "file:///z%C3%BC.md"),
    ("file://localhost/a.md", "file:///a.md"),
    ("file:/a.md", "file:///a.md"),
    ("FILE:///a.md", "file:///a.md"),
    ("file:///folder/", "file:///folder"),
    ("file://Server/share/a.md", "file://server/share/a.md"),
    ("file:///a#b.md", "file:///a%23b.md"),
    ("file:///100%.md", "file:///100%25.md"),
  ])
  func namesOfTheSameFileAreEqual(first: String, second: String) {
    #expect(DocumentURI(first) == DocumentURI(second))
    #expect(DocumentURI(first).hashValue == DocumentURI(second).hashValue)
    #expect(DocumentURI(first).string == first)
    #expect(DocumentURI(first).path == DocumentURI(second).path)
    #expect(DocumentURI(first).path != nil)
  }

  @Test(arguments: [
    ("file:///a.md", "file:///A.md"), ("file:///a%2520b", "file:///a%20b"), ("file:///a", "file://b/a"),
    ("untitled:a", "untitled:A"), ("git:/a%20b", "git:/a b"), ("file:///a", "git:///a"),
    ("file:///a%FF", "file:///a%FE"),
    ("", "file:///"),
  ])
  func otherNamesDiffer(first: String, second: String) {
    #expect(DocumentURI(first) != DocumentURI(second))
  }

  @Test(arguments: [
    ("file:///home/me/s%23%201.md", "/home/me/s# 1.md"), ("file:///", "/"), ("file:///notes/", "/notes"),
    ("file:///C%3A/notes", "/c:/notes"), ("file://server/share/a", "//server/share/a"), ("file:///%F0%9F%98%80", "/😀"),
    ("file:///a%2Fb", "/a/b"), ("file:///50%25", "/50%"), ("file:///%zz%4", "/%zz%4"),
  ])
  func filesHaveAPath(uri: String, path: String) {
    #expect(DocumentURI(uri).path == path)
  }

  @Test(arguments: [
    "untitled:Untitled-1", "git:/a.md?x", "buffer://1", "", "file", "file:", "file:a.md", "file://", "file://server",
    ":",
    "/home/me/a.md", "file:///a%00b", "file:///a%FFb", "https://example.org/a",
  ])
  func otherDocumentsHaveNoPath(uri: String) {
    #expect(DocumentURI(uri).path == nil)
    #expect(DocumentURI(uri).string == uri)
    #expect(DocumentURI(uri) == DocumentURI(uri))
  }

  @Test(arguments: [
    ("/home/me/s4.md", "file:///home/me/s4.md"), ("/a b#c%d?e.md", "file:///a%20b%23c%25d%3Fe.md"),
    ("/notes (old)/é.md", "file:///notes%20%28old%29/%C3%A9.md"), ("/C:/notes", "file:///c%3A/notes"),
    ("/", "file:///"),
  ])
  func pathsAreEncodedAsVSCodeDoes(path: String, uri: String) {
    #expect(DocumentURI(filePath: path).string == uri)
    #expect(DocumentURI(filePath: path) == DocumentURI(uri))
  }

  @Test func aPathSurvivesARoundTrip() {
    var generator = SeededGenerator(seed: 6)
    let characters = Array("aZ09-._~ /#?%()[]&=+,;:@!$'*\"<>\\^`{|}é😀").filter { $0 != "/" }
    for _ in 0..<2000 {
      let name = String((0..<10).compactMap { _ in characters.randomElement(using: &generator) })
      let path = "/folder/" + name
      #expect(DocumentURI(DocumentURI(filePath: path).string).path == path)
    }
  }

  @Test func randomTextNeverTraps() {
    var generator = SeededGenerator(seed: 7)
    let characters = Array("file:/%0cC\u{0}é#")
    for _ in 0..<5000 {
      let text = String((0..<12).compactMap { _ in characters.randomElement(using: &generator) })
      for uri in [DocumentURI(text), DocumentURI("file://" + text)] where uri.path == nil { #expect(uri == uri) }
    }
  }

  @Test func schemesAreInLowerCase() {
    #expect(DocumentURI("Untitled:a").scheme == "untitled")
    #expect(DocumentURI("nothing").scheme == nil)
    #expect(DocumentURI(":a").scheme == nil)
  }
}
