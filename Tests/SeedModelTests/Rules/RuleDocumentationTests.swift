// The pages that `seed-lsp explain` prints are the doc comments of the rules.

import Foundation
import SeedModel
import SeedTestSupport
import Testing

@Suite struct RuleDocumentationTests {
  private let folder = repositoryFolder.appendingPathComponent("Sources/SeedModel/Rules")

  /// `SEED_UPDATE=1 swift test --filter RuleDocumentation` writes the pages anew.
  @Test func thePagesAreTheDocComments() throws {
    let comments = try docComments()
    for (file, isWanted) in Self.files {
      let pages = Rules.all.map { $0.name }.filter(isWanted).sorted()
      let expected = source(file, pages.compactMap { name in comments[name].map { (name, $0) } })
      let url = folder.appendingPathComponent("Documentation/\(file).swift")
      if ProcessInfo.processInfo.environment["SEED_UPDATE"] != nil {
        try expected.write(to: url, atomically: true, encoding: .utf8)
      }
      #expect(try String(contentsOf: url, encoding: .utf8) == expected, "\(file).swift is not up to date")
    }
  }

  @Test func everyRuleHasAPageWithAnExample() throws {
    let comments = try docComments()
    for rule in Rules.all {
      let page = try #require(comments[rule.name], "\(rule.name) has no doc comment")
      #expect(page.contains("Before") && page.contains("After"), "\(rule.name) has no example")
      #expect(rule.name.allSatisfy { $0.isLowercase || $0 == "-" }, "\(rule.name) is not in kebab case")
    }
    #expect(Set(Rules.all.map { $0.name }).count == Rules.all.count)
  }

  /// Two files, so that neither gets long.
  private static let files: [(String, @Sendable (String) -> Bool)] = [
    ("RulePages+AToM", { $0 < "n" }), ("RulePages+NToZ", { $0 >= "n" }),
  ]

  private func source(_ file: String, _ pages: [(name: String, text: String)]) -> String {
    let variable = file.hasSuffix("AToM") ? "aToM" : "nToZ"
    var source = """
      // What `seed-lsp explain` prints: the doc comments of the rules, copied here by RuleDocumentationTests.

      extension RulePages {
        static let \(variable): [String: String] = [

      """
    for page in pages {
      source += "    \"\(page.name)\": #\"\"\"\n"
      for line in page.text.split(separator: "\n", omittingEmptySubsequences: false) {
        source += line.isEmpty ? "\n" : "    \(line)\n"
      }
      source += "    \"\"\"#,\n"
    }
    return source + "  ]\n}\n"
  }

  /// The doc comment before `enum …: Rule` in each file, by the rule's name.
  private func docComments() throws -> [String: String] {
    var comments: [String: String] = [:]
    for file in try FileManager.default.contentsOfDirectory(atPath: folder.path) where file.hasSuffix(".swift") {
      let lines = try String(contentsOf: folder.appendingPathComponent(file), encoding: .utf8)
        .split(separator: "\n", omittingEmptySubsequences: false)
      guard let declaration = lines.firstIndex(where: { $0.hasPrefix("enum ") && $0.hasSuffix(": Rule {") }),
        let name = lines[declaration...].first(where: { $0.contains("static let name = \"") })?.split(separator: "\"")
      else { continue }
      let comment = lines[..<declaration].reversed().prefix { $0.hasPrefix("///") }.reversed()
      comments[String(name[1])] = comment.map { $0.dropFirst($0.hasPrefix("/// ") ? 4 : 3) }.joined(separator: "\n")
    }
    return comments
  }
}
