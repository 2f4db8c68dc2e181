// Patterns for paths.

import SeedWorkspace
import Testing

@Suite struct GlobTests {
  @Test(arguments: [
    ("s_1.md", ["s_1.md", "a/s_1.md", "a/b/s_1.md"], ["s_2.md", "xs_1.md", "s_1.md.txt"]),
    ("old", ["old", "old/s_1.md", "a/old/b/s_1.md"], ["older/s_1.md", "a/bold"]),
    ("old/", ["old/s_1.md", "a/old/s_1.md"], ["old", "a/old"]),
    ("/old", ["old", "old/s_1.md"], ["a/old"]), ("./a/b", ["a/b", "a/b/c"], ["b", "x/a/b"]),
    ("a/*.md", ["a/s.md", "a/.md"], ["a/b/s.md", "s.md", "b/a/s.md"]), ("*", ["a", "a/b", "é😀"], []),
    ("**/*.md", ["s.md", "a/b/s.md"], ["s.txt"]), ("a/**/s.md", ["a/s.md", "a/b/c/s.md"], ["s.md", "ab/s.md"]),
    ("a/**", ["a/s.md", "a/b/c"], ["a", "b/a/s.md"]), ("**", ["a", "a/b"], []),
    ("a**b/c", ["ab/c", "axxb/c"], ["a/b/c"]), ("s_?.md", ["s_1.md", "s_é.md", "s_😀.md"], ["s_.md", "s_12.md"]),
    ("s_[0-9].md", ["s_0.md", "s_9.md"], ["s_a.md"]), ("s_[!0-9].md", ["s_a.md"], ["s_1.md"]),
    ("[]a].md", ["].md", "a.md"], ["b.md"]), ("[a-].md", ["a.md", "-.md"], ["b.md"]),
    ("{a,b/c}/*.md", ["a/s.md", "b/c/s.md"], ["b/s.md", "c/s.md"]), ("x{,y}", ["x", "xy"], ["xz"]),
    ("{s_{1,2},p_3}.md", ["s_1.md", "s_2.md", "p_3.md"], ["s_3.md"]), ("{**/,}a/b", ["a/b", "x/y/a/b"], ["b"]),
    (#"\*.md"#, ["*.md"], ["a.md"]), (#"a\{b"#, ["a{b"], ["ab"]), ("a,b", ["a,b"], ["a", "b"]), ("é*", ["éa"], ["e"]),
  ])
  func matchesWhatItSays(pattern: String, matching: [String], others: [String]) throws {
    let glob = try Glob(pattern)
    for path in matching { #expect(glob.matches(path), "\(pattern) should match \(path)") }
    for path in others { #expect(!glob.matches(path), "\(pattern) should not match \(path)") }
  }

  @Test(arguments: [
    "", "/", ".", "./", "a{b", "a}b", "{}", "[ab", "[]", "[!", "[z-a]", #"a\"#, "../a", "a/../b",
    String(repeating: "{", count: 9) + "a" + String(repeating: "}", count: 9), String(repeating: "a", count: 1001),
  ])
  func whatCannotBeMeantIsRefused(pattern: String) {
    #expect(throws: Glob.Problem.self) { try Glob(pattern) }
  }

  /// With a matcher that tries again, each of these takes longer than the universe has lasted.
  @Test(arguments: [
    String(repeating: "*a", count: 30) + "b", String(repeating: "{a,aa}", count: 30) + "b",
    String(repeating: "**/", count: 60) + "b",
    String(repeating: "{*,**,?}", count: 20) + "b",
  ])
  func noPatternTakesLong(pattern: String) throws {
    let glob = try Glob(pattern)
    #expect(!glob.matches(String(repeating: "a", count: 3000)))
    #expect(!glob.matches(String(repeating: "a/", count: 1500) + "c"))
  }
}
