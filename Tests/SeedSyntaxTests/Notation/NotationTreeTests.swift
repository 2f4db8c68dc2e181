// Walking the tree, and its dump.

import SeedSyntax
import SeedTestSupport
import Testing

@Suite struct NotationTreeTests {
  @Test func theDumpShowsNodesThenProblems() {
    let source = Array("a,\nx = f({b: c)".utf8)
    expectText(
      parse(source).dump(source: source),
      """
      items
        name ⟨a⟩
      assignment !
        name ⟨x⟩
        call
          name ⟨f⟩
          dictionary !
            entry
              name ⟨b⟩
              name ⟨c⟩
      problem missingCloser } before ) at 14: ⟨)⟩
      """)
  }

  @Test func thePathLeadsToTheInnermostNode() {
    let tree = parse(Array("f(a,b)".utf8))
    #expect(tree.path(to: 2).map { tree.nodes[$0].kind } == [.expressionStatement, .call, .name])
    #expect(tree.path(to: 6).map { tree.nodes[$0].kind } == [.expressionStatement, .call])
    #expect(tree.path(to: 7).isEmpty)
  }

  @Test func childrenOfNoNodeAreNone() {
    let tree = parse(Array("a".utf8))
    #expect(Array(tree.children(of: -1)).isEmpty)
    #expect(Array(tree.children(of: 5)).isEmpty)
    #expect(Array(tree.children(of: 0)) == [1])
  }
}
