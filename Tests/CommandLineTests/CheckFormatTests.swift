// `check` in its formats, with a selection of rules and with other places to write to, run as the built binary.

import Foundation
import SeedTestSupport
import Testing

@Suite struct CheckFormatTests {
  private static let faulty = ["notes/s_1.md": Notes.first, "notes/s_2.md": Notes.second(listing: "cache", "nowhere")]
  private static let clean = ["s_1.md": Notes.first, "s_2.md": Notes.second(listing: "cache", "speed")]
  private static let message = "The code `nowhere` is not defined in any note of this study."

  private func parse(_ text: String) throws -> NSObject {
    try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? NSObject)
  }

  @Test func jsonIsAnArrayOfFindings() throws {
    let study = try TemporaryStudy(Self.faulty)
    let run = try Binary.run(["check", "--format", "json"], in: study.path)
    let expected = """
      [{"rule": "undefined-code", "severity": "warning", "path": "notes/s_2.md",
        "range": {"start": {"line": 12, "column": 2}, "end": {"line": 12, "column": 9}},
        "message": "\(Self.message)", "related": [], "fix": null}]
      """
    #expect(try parse(run.output) == parse(expected))
    #expect(run.error.isEmpty)
    #expect(run.code == 1)
  }

  @Test func formatsForProgramsHaveStandardOutputForThemselves() throws {
    let study = try TemporaryStudy(Self.clean.merging(["s_3.md": "no note"]) { first, _ in first })
    for (format, output) in [("json", "[]\n"), ("json-lines", ""), ("github", "")] {
      let run = try Binary.run(["check", ".", "s_3.md", "--format", format, "--statistics"], in: study.path)
      #expect(run.output == output)
      #expect(run.error == "seed-lsp: not a seed file: s_3.md, skipped\n")
      #expect(run.code == 0)
    }
  }

  @Test func everyFormatIsWritten() throws {
    let study = try TemporaryStudy(Self.faulty)
    func output(_ format: String) throws -> String {
      let run = try Binary.run(["check", "--format", format], in: study.path)
      #expect(run.error.isEmpty)
      #expect(run.code == 1)
      return run.output
    }
    #expect(
      try output("json-lines").hasPrefix(#"{"rule":"undefined-code","severity":"warning","path":"notes/s_2.md","#))
    #expect(try output("sarif").contains(#""version":"2.1.0""#))
    #expect(try output("junit").contains("<failure type=\"warning\" message=\"\(Self.message)\">"))
    try expectText(
      output("github"),
      """
      ::warning file=notes/s_2.md,line=12,endLine=12,col=2,endColumn=9,title=seed-lsp%3A undefined-code::\
      notes/s_2.md:12:2: \(Self.message) [undefined-code]

      """)
  }

  @Test func statisticsAreCountedByRule() throws {
    let study = try TemporaryStudy(Self.faulty)
    let human = try Binary.run(["check", "--statistics", "--format", "concise"], in: study.path)
    expectText(
      human.output,
      """
      notes/s_2.md:12:2: warning: \(Self.message) [undefined-code]
      1  undefined-code
      1 finding in 1 of 2 notes: 1 warning.

      """)
    let machine = try Binary.run(["check", "--statistics", "--format", "json"], in: study.path)
    #expect(machine.error == "1  undefined-code\n")
  }

  @Test(arguments: [
    (["--select", "undefined-code"], 1), (["--select", "syntax-error,undefined-code"], 1),
    (["--select", "syntax-error", "--select=undefined-code"], 1), (["--select=syntax-error"], 0),
    (["--ignore", "undefined-code"], 0), (["--ignore", "syntax-error, unclosed-fence"], 1),
    (["--select", "undefined-code", "--ignore", "undefined-code"], 0),
  ]) func rulesAreSelectedAndIgnored(arguments: [String], count: Int) throws {
    let study = try TemporaryStudy(Self.faulty)
    let run = try Binary.run(["check", "--format", "concise", "-q"] + arguments, in: study.path)
    #expect(run.outputLines.count == count)
    #expect(run.code == Int32(count))
  }

  @Test func aRuleThatIsOffByDefaultCanBeSelected() throws {
    let alone = "**AXIAL CODING TRACE:**\n``` python\nalone = CClass(pattern, \"Offered by nobody\")\n```\n"
    let study = try TemporaryStudy(["s_1.md": Notes.first, "s_2.md": alone])
    func rules(_ arguments: String...) throws -> [String] {
      let run = try Binary.run(["check", "--format", "concise", "-q"] + arguments, in: study.path)
      return run.output.matches(of: /\[([a-z-]+)\]\n/).map { String($0.1) }
    }
    #expect(try !rules().contains("unattached-option"))
    #expect(try rules("--select", "unattached-option") == ["unattached-option"])
  }

  @Test func outputGoesToAFile() throws {
    let study = try TemporaryStudy(Self.faulty)
    let plain = try Binary.run(["check"], in: study.path)
    let run = try Binary.run(["check", "--output-file", "report.txt"], in: study.path)
    #expect(run.output.isEmpty)
    #expect(run.error.isEmpty)
    #expect(run.code == 1)
    #expect(try study.read("report.txt") == plain.output)
    let failed = try Binary.run(["check", "--output-file", "no/folder/report.txt"], in: study.path)
    #expect(failed.error == "seed-lsp: error: no/folder/report.txt: no such file or folder\n")
    #expect(failed.code == 2)
  }

  /// What a problem matcher of GitHub reads: the regular expression, and the group of each part.
  private struct Matcher: Decodable {
    struct Problem: Decodable {
      struct Pattern: Decodable {
        let regexp: String
        let file: Int
        let line: Int
        let column: Int
        let severity: Int?
        let message: Int
        let code: Int
      }

      let owner: String
      let severity: String?
      let pattern: [Pattern]
    }

    let problemMatcher: [Problem]
  }

  @Test func theProblemMatcherReadsConciseOutput() throws {
    let file = repositoryFolder.appendingPathComponent("editors/github/problem-matcher.json")
    let matchers = try JSONDecoder().decode(Matcher.self, from: Data(contentsOf: file)).problemMatcher
    #expect(matchers.map(\.owner) == ["seed-lsp", "seed-lsp-notice"])
    let study = try TemporaryStudy([
      "a b/s_1.md": Notes.first, "a b/s_2.md": Notes.second(listing: "nowhere", "'x", "cahce = CClass(pattern, \"C\")"),
    ])
    let run = try Binary.run(["check", "--format", "concise"], in: study.path)
    let findings = run.outputLines.dropLast()
    #expect(findings.count > 1)
    for line in findings {
      let matching = matchers.compactMap { matcher -> [String]? in
        guard let pattern = matcher.pattern.first, let groups = groups(of: pattern.regexp, in: String(line)) else {
          return nil
        }
        let severity = matcher.severity ?? pattern.severity.map { groups[$0] } ?? ""
        return [groups[pattern.file], groups[pattern.line], groups[pattern.column], severity]
          + [groups[pattern.message], groups[pattern.code]]
      }
      let parts = try #require(matching.first, "\(line)")
      #expect(matching.count == 1)
      #expect(parts[0] == "a b/s_2.md")
      #expect(["error", "warning", "notice"].contains(parts[3]))
      #expect(line.hasPrefix("\(parts[0]):\(parts[1]):\(parts[2]): "))
      #expect(line.hasSuffix(": \(parts[4]) [\(parts[5])]"))
    }
    for line in run.outputLines.suffix(1) {
      #expect(matchers.allSatisfy { groups(of: $0.pattern[0].regexp, in: String(line)) == nil }, "\(line)")
    }
  }

  /// The groups of a match, the whole of it first; nil if there is none.
  private func groups(of pattern: String, in line: String) -> [String]? {
    guard let expression = try? NSRegularExpression(pattern: pattern),
      let match = expression.firstMatch(in: line, range: NSRange(line.startIndex..., in: line))
    else { return nil }
    return (0..<match.numberOfRanges).map { index in
      Range(match.range(at: index), in: line).map { String(line[$0]) } ?? ""
    }
  }

  @Test func theHooksRunCommandsThatExist() throws {
    let file = repositoryFolder.appendingPathComponent(".pre-commit-hooks.yaml")
    let entries = try String(contentsOf: file, encoding: .utf8).matches(of: /\n {2}entry: seed-lsp (.+)/)
    #expect(entries.count == 2)
    let study = try TemporaryStudy(Self.clean)
    for entry in entries {
      let run = try Binary.run(entry.1.split(separator: " ").map { String($0) }, in: study.path)
      #expect(run.code == 0, "\(entry.1)")
      #expect(run.error.isEmpty)
    }
  }
}
