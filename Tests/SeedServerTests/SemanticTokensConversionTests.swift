// Semantic tokens as numbers, and the changes between two lists of them.

import LanguageServerProtocol
import SeedIDE
import SeedSyntax
import SeedTestSupport
import Testing

@testable import SeedServer

@Suite struct SemanticTokensConversionTests {
  private static let note = """
    ``` python
    "“é” 😀"; cache = CClass(pattern, "x")
    cache
    ```
    """

  private func data(_ source: String, _ unit: ColumnUnit) -> [[UInt32]] {
    let fixture = Fixture(source)
    let data = ToLSP.data(fixture.snapshot(of: fixture.files[0]).semanticTokens(), unit)
    return stride(from: 0, to: data.count, by: 5).map { Array(data[$0..<$0 + 5]) }
  }

  /// A token as `line column length type modifiers`.
  private func describe(_ token: [UInt32]) -> String {
    let legend = ToLSP.semanticTokensLegend
    let modifiers = legend.tokenModifiers.enumerated().filter { token[4] & 1 << UInt32($0.offset) != 0 }.map(\.element)
    return ([token[0], token[1], token[2]].map(String.init) + [legend.tokenTypes[Int(token[3])]] + modifiers)
      .joined(separator: " ")
  }

  @Test(arguments: ColumnUnit.allCases)
  func numbersAreRelativeInEveryUnit(_ unit: ColumnUnit) throws {
    let column = try #require([ColumnUnit.utf8: 17, .utf16: 10, .utf32: 9][unit])
    #expect(
      data(Self.note, unit).map { describe($0) } == [
        "1 \(column) 5 class definition pattern", "0 8 6 macro defaultLibrary",
        "0 7 7 keyword defaultLibrary metaclass", "1 0 5 class pattern",
      ])
  }

  @Test func everyNameOfTheLegendIsUsedOnce() {
    let legend = ToLSP.semanticTokensLegend
    #expect(Set(legend.tokenTypes).count == legend.tokenTypes.count)
    #expect(Set(legend.tokenModifiers).count == legend.tokenModifiers.count)
    // Modifiers are bits of 32.
    #expect(legend.tokenModifiers.count <= 31)
  }

  @Test func editsTurnTheOldNumbersIntoTheNew() {
    var generator = SeededGenerator(seed: 11)
    for _ in 0..<500 {
      let old = (0..<Int.random(in: 0...6, using: &generator)).flatMap { _ in
        (0..<5).map { _ in UInt32.random(in: 0...1, using: &generator) }
      }
      let new = (0..<Int.random(in: 0...6, using: &generator)).flatMap { _ in
        (0..<5).map { _ in UInt32.random(in: 0...1, using: &generator) }
      }
      var result = old
      let edits = ToLSP.edits(from: old, to: new)
      #expect(edits.count <= 1)
      #expect(edits.isEmpty == (old == new))
      for edit in edits {
        #expect(edit.start % 5 == 0 && edit.deleteCount % 5 == 0 && edit.data.count % 5 == 0)
        result.replaceSubrange(edit.start..<edit.start + edit.deleteCount, with: edit.data)
      }
      #expect(result == new)
    }
  }

  @Test func whatWasSentIsKnownUntilSomethingElseIsSent() {
    var sent = SentTokens()
    let (one, two) = (DocumentURI("file:///one.md"), DocumentURI("file:///two.md"))
    let first = sent.keep([1], of: one) { _ in true }
    let second = sent.keep([2], of: two) { _ in true }
    #expect(sent.data(of: one, id: first) == [1])
    #expect(sent.data(of: two, id: second) == [2])
    #expect(sent.data(of: two, id: first) == nil)
    let third = sent.keep([3], of: one) { _ in true }
    #expect(sent.data(of: one, id: first) == nil)
    #expect(sent.data(of: one, id: third) == [3])
    // The documents that were closed are forgotten when another one is opened.
    let new = DocumentURI("file:///new.md")
    _ = sent.keep([4], of: new) { $0 == new }
    #expect(sent.data(of: one, id: third) == nil)
  }
}
