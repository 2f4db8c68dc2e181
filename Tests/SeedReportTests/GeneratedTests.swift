// What `.ci/generate` writes is up to date, and rules say of themselves what their sources show.

import Foundation
import SeedModel
import SeedReport
import SeedRules
import SeedStudy
import SeedTestSupport
import Testing

@Suite struct GeneratedTests {
  private static let isStale: Comment = "run .ci/generate"

  /// A file of a rule.
  private struct RuleFile {
    /// The name of its type.
    let type: String
    let name: String
    let docComment: String
    let text: String
  }

  private func ruleFiles() throws -> [RuleFile] {
    let folder = repositoryFolder.appendingPathComponent("Sources/SeedRules/Rules")
    return try FileManager.default.contentsOfDirectory(atPath: folder.path).compactMap { file in
      guard file.hasSuffix(".swift") else { return nil }
      let text = try String(contentsOf: folder.appendingPathComponent(file), encoding: .utf8)
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
      guard let declaration = lines.firstIndex(where: { $0.hasPrefix("enum ") && $0.hasSuffix(": Rule {") }),
        let name = text.firstMatch(of: /static let name = "([a-z-]+)"/)
      else { return nil }
      let comment = lines[..<declaration].reversed().prefix { $0.hasPrefix("///") }.reversed()
      return RuleFile(
        type: String(lines[declaration].dropFirst(5).dropLast(8)), name: String(name.1),
        docComment: comment.map { $0.dropFirst($0.hasPrefix("/// ") ? 4 : 3) }.joined(separator: "\n"), text: text)
    }
  }

  @Test func theTableHoldsEveryRule() throws {
    #expect(try Set(ruleFiles().map(\.type)) == Set(Rules.all.map { String(describing: $0) }), Self.isStale)
    #expect(Set(Rules.all.map { $0.name }).count == Rules.all.count)
  }

  @Test func thePagesAreTheDocComments() throws {
    for rule in try ruleFiles() { #expect(RulePages[rule.name] == rule.docComment, Self.isStale) }
  }

  @Test(arguments: [
    ("editors/schema/seed-lsp.schema.json", ["properties", "rules", "properties"]),
    (
      "editors/vscode/package.json",
      ["contributes", "configuration", "properties", "seed-lsp.rules", "properties"]
    ),
  ])
  func editorsKnowTheRules(file: String, path: [String]) throws {
    let data = try Data(contentsOf: repositoryFolder.appendingPathComponent(file))
    let root = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    let listed = try path.reduce(root) { try #require($0[$1] as? [String: Any]) }
    let summaries = listed.mapValues { ($0 as? [String: Any])?["description"] as? String }
    let expected = RuleDescription.all.map { ($0.name, $0.summary as String?) }
    #expect(summaries == Dictionary(uniqueKeysWithValues: expected), Self.isStale)
  }

  @Test(arguments: [
    ("editors/vscode/syntaxes/seed.tmLanguage.json", #"(\(\?:|\|)%(\||\))"#),
    ("editors/emacs/seed-lsp.el", #"Functions, written by .ci/generate[^)]*"%""#),
  ])
  func grammarsKnowTheFunctions(file: String, form: String) throws {
    let grammar = try String(contentsOf: repositoryFolder.appendingPathComponent(file), encoding: .utf8)
    for function in Vocabulary.standard.functions.all {
      let pattern = form.replacingOccurrences(of: "%", with: function.name)
      #expect(grammar.range(of: pattern, options: .regularExpression) != nil, "\(function.name): \(Self.isStale)")
    }
  }

  // MARK: - What rules say of themselves

  @Test func everyRuleHasAPageWithAnExample() throws {
    for rule in try ruleFiles() {
      #expect(rule.docComment.contains("Before") && rule.docComment.contains("After"), "\(rule.name) has no example")
    }
  }

  /// A rule with fixes speaks of `fixes`, and no other does.
  @Test func aRuleSaysWhetherItHasFixes() throws {
    let hasFix = Dictionary(uniqueKeysWithValues: Rules.all.map { ($0.name, $0.hasFix) })
    for rule in try ruleFiles() {
      #expect(hasFix[rule.name] == rule.text.contains(/fixes:|\.fixes\(/), "`hasFix` of \(rule.name)")
    }
  }

  /// One file for each rule, and one for its tests.
  @Test func everyRuleHasATestFile() throws {
    let folder = repositoryFolder.appendingPathComponent("Tests/SeedRulesTests/Rules")
    let files = Set(try FileManager.default.contentsOfDirectory(atPath: folder.path))
    for rule in try ruleFiles() { #expect(files.contains("\(rule.type)Tests.swift"), "\(rule.name)") }
  }
}
