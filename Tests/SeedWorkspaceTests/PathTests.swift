// Paths as text, and their order.

import SeedStudy
import SeedTestSupport
import SeedWorkspace
import Testing

@Suite struct PathTests {
  @Test(arguments: [
    ("", "."), (".", "."), ("./", "."), ("a", "a"), ("a/", "a"), ("./a//b/.", "a/b"), ("a/../b", "b"), ("a/..", "."),
    ("..", ".."), ("../a/../..", "../.."), ("/", "/"), ("//a", "/a"), ("/..", "/"), ("/../a/./b/../c", "/a/c"),
  ]) func pathsAreNormalised(path: String, expected: String) {
    #expect(Path.normalise(path) == expected)
  }

  @Test func pathsAreJoined() {
    #expect(Path.join("a", "b") == "a/b")
    #expect(Path.join("/", "b") == "/b")
    #expect(Path.join("a", "/b") == "/b")
    #expect(Path.join("", "b") == "b")
    #expect(Path.join("a", "") == "a")
  }

  @Test func pathsAreRelativeToTheFolderThatHoldsThem() {
    #expect(Path.relative("/a/b/c.md", to: "/a") == "b/c.md")
    #expect(Path.relative("/a/b", to: "/a/b") == ".")
    #expect(Path.relative("/ab/c", to: "/a") == nil)
    #expect(Path.relative("/a", to: "/") == "a")
  }

  @Test func aFoldersParentBehindALinkIsTheSystems() throws {
    let folder = try TemporaryFolder()
    try folder.makeFolder("real/inner")
    try folder.link("link", to: "real/inner")
    #expect(Path.absolute("link/../a.md", from: folder.path) == folder.path("real/a.md"))
    #expect(Path.absolute("link/a.md", from: folder.path) == folder.path("link/a.md"))
    #expect(Path.absolute("nope/../a.md", from: folder.path) == folder.path("a.md"))
  }
}

@Suite struct NaturalOrderTests {
  @Test func numbersCountByTheirValue() {
    let ordered = [
      "", "/a", "a/b.md", "a1.md", "A2.md", "a02.md", "a10.md", "b", "s_2.md", "s_10.md",
      "s_99999999999999999999998.md", "s_99999999999999999999999.md", "é.md",
    ]
    for (index, left) in ordered.enumerated() {
      for right in ordered[index...].dropFirst() {
        #expect(NaturalOrder.areInIncreasingOrder(left, right), "\(left) < \(right)")
        #expect(!NaturalOrder.areInIncreasingOrder(right, left), "\(right) > \(left)")
      }
    }
  }

  @Test func manyPathsAreOrderedAsTheyAreOneByOne() {
    let paths = (0..<200).map { "/notes/a folder/\($0 % 3)/s_\($0 * 37 % 190).md" } + ["", "/notes/a folder/1"]
    let ordered = NaturalOrder.order(of: paths).map { paths[$0] }
    #expect(ordered == paths.sorted { NaturalOrder.areInIncreasingOrder($0, $1) })
    #expect(NaturalOrder.order(of: ordered) == Array(ordered.indices))
    #expect(NaturalOrder.order(of: []) == [])
  }

  /// To Swift, strings are equal that show the same letters; to a file system, names are that have the same bytes.
  @Test func pathsAreTheSameByTheirBytes() {
    let composed = "/n/\u{E9}.md"
    let decomposed = "/n/e\u{301}.md"
    #expect(composed == decomposed)
    #expect(!Path.areSame(composed, decomposed))
    #expect(Path.areSame(composed, "/n/é.md"))
    #expect(Path.areSame("", "") && !Path.areSame("", "/"))
    let table = [PathKey(composed): 1, PathKey(decomposed): 2]
    #expect(table[PathKey(composed)] == 1 && table[PathKey(decomposed)] == 2)
    #expect(Path.relative(composed, to: decomposed) == nil)
    // Two marks on one letter, in the other order.
    #expect(!Path.areSame("/e\u{323}\u{302}", "/e\u{302}\u{323}"))
  }

  /// Sorting needs an order in which exactly one of two different names comes first.
  @Test func theOrderIsTotal() {
    var generator = SeededGenerator(seed: 7)
    let names = (0..<60).map { _ in
      let count = Int.random(in: 1...4, using: &generator)
      return String((0..<count).compactMap { _ in "aA01/_".randomElement(using: &generator) })
    }
    for left in names {
      #expect(!NaturalOrder.areInIncreasingOrder(left, left))
      for right in names where left != right {
        let isBefore = NaturalOrder.areInIncreasingOrder(left, right)
        #expect(isBefore != NaturalOrder.areInIncreasingOrder(right, left), "\(left) \(right)")
        for third in names where isBefore && NaturalOrder.areInIncreasingOrder(right, third) {
          #expect(NaturalOrder.areInIncreasingOrder(left, third), "\(left) \(right) \(third)")
        }
      }
    }
  }
}
