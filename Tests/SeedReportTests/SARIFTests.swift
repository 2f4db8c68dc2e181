// SARIF against what the schema of version 2.1.0 requires and allows, checked by hand.

import Foundation
import SeedReport
import Testing

@Suite struct SARIFTests {
  private func log(_ result: CheckResult) throws -> [String: Any] {
    let parsed = try JSONSerialization.jsonObject(with: Data(result.bytes(in: .sarif)))
    return try #require(parsed as? [String: Any])
  }

  private func run(_ result: CheckResult) throws -> [String: Any] {
    try #require((try log(result)["runs"] as? [[String: Any]])?.first)
  }

  @Test func theLogHasTheSchemasShape() throws {
    for result in [SampleFindings.result(), SampleFindings.result(isComplete: false), SampleFindings.empty] {
      #expect(SARIFShape.violations(of: try log(result)) == [])
    }
  }

  @Test func theCheckOfTheShapeFindsViolations() throws {
    var log = try log(SampleFindings.result())
    log["version"] = "2.0.0"
    log["extra"] = 1
    log["runs"] = [["results": [["level": "hint", "message": [:]]]]]
    #expect(
      Set(SARIFShape.violations(of: log)) == [
        "log.version: not 2.1.0", "log: unknown member extra", "log.runs[0]: no member tool",
        "log.runs[0].results[0].level: hint is not allowed", "log.runs[0].results[0].message: no member text",
      ])
  }

  @Test func rulesAreDescribed() throws {
    let tool = try #require(try run(SampleFindings.result())["tool"] as? [String: Any])
    let driver = try #require(tool["driver"] as? [String: Any])
    let rules = try #require(driver["rules"] as? [[String: Any]])
    #expect(rules.map { $0["id"] as? String } == ["some-rule", "other-rule"])
    let help = try #require(rules.first?["help"] as? [String: String])
    #expect(help["text"] == "It finds things. Often.\n\nMore *text*.")
    #expect((rules.first?["shortDescription"] as? [String: String]) == ["text": "It finds things."])
    #expect((rules.last?["defaultConfiguration"] as? [String: String]) == ["level": "note"])
  }

  @Test func aResultHasPlaceRelatedPlacesAndFixes() throws {
    let results = try #require(try run(SampleFindings.result())["results"] as? [[String: Any]])
    #expect(results.map { $0["level"] as? String } == ["error", "warning", "note", "note", "warning"])
    #expect(results.map { $0["ruleIndex"] as? Int } == [1, 1, 1, 1, 0])
    let expected = """
      {"ruleId": "some-rule", "ruleIndex": 0, "level": "warning",
       "locations": [{"physicalLocation": {
         "artifactLocation": {"uri": "field%20notes/a%2Cb%3Ac%25d%20%22%C3%A9%22.md"},
         "region": {"startLine": 3, "startColumn": 4, "endLine": 3, "endColumn": 8}}}],
       "relatedLocations": [{"id": 1, "message": {"text": "First <here>, 50%."}, "physicalLocation": {
         "artifactLocation": {"uri": "s_1.md"},
         "region": {"startLine": 1, "startColumn": 1, "endLine": 1, "endColumn": 2}}}],
       "fixes": [
         {"description": {"text": "Guess"}, "properties": {"safe": false}, "artifactChanges": [{
           "artifactLocation": {"uri": "field%20notes/a%2Cb%3Ac%25d%20%22%C3%A9%22.md"},
           "replacements": [{
             "deletedRegion": {"startLine": 3, "startColumn": 4, "endLine": 3, "endColumn": 8},
             "insertedContent": {"text": "guess"}}]}]},
         {"description": {"text": "Mend \\"it\\""}, "properties": {"safe": true}, "artifactChanges": [{
           "artifactLocation": {"uri": "field%20notes/a%2Cb%3Ac%25d%20%22%C3%A9%22.md"},
           "replacements": [
             {"deletedRegion": {"startLine": 3, "startColumn": 4, "endLine": 3, "endColumn": 5},
              "insertedContent": {"text": "a\\n\\"b\\""}},
             {"deletedRegion": {"startLine": 4, "startColumn": 1, "endLine": 4, "endColumn": 1},
              "insertedContent": {"text": ""}}]}]}]}
      """
    var result = try #require(results.last)
    #expect((result.removeValue(forKey: "message") as? [String: String])?["text"] == SampleFindings.awkwardMessage)
    #expect(result as NSObject == (try JSONSerialization.jsonObject(with: Data(expected.utf8)) as? NSObject))
  }

  @Test func anIncompleteCheckIsNoSuccess() throws {
    for isComplete in [true, false] {
      let run = try run(SampleFindings.result(isComplete: isComplete))
      #expect((run["invocations"] as? [[String: Bool]]) == [["executionSuccessful": isComplete]])
    }
  }
}

/// The part of the SARIF 2.1.0 schema that concerns what we write: which members an object must and may have.
private enum SARIFShape {
  private indirect enum Shape: Sendable {
    case object(required: [String: Shape], optional: [String: Shape])
    /// An array with at least so many items.
    case array(Shape, minimum: Int)
    case text
    case oneOf([String])
    case whole(minimum: Int)
    case truth
    /// A property bag: anything goes.
    case bag
  }

  private static let message = Shape.object(required: ["text": .text], optional: ["markdown": .text])
  private static let artifactLocation = Shape.object(
    required: [:], optional: ["uri": .text, "uriBaseId": .text, "index": .whole(minimum: -1)])
  private static let region = Shape.object(
    required: ["startLine": .whole(minimum: 1)],
    optional: [
      "startColumn": .whole(minimum: 1), "endLine": .whole(minimum: 1), "endColumn": .whole(minimum: 1),
    ])
  private static let location = Shape.object(
    required: [:],
    optional: [
      "id": .whole(minimum: -1), "message": message,
      "physicalLocation": .object(required: ["artifactLocation": artifactLocation], optional: ["region": region]),
    ])
  private static let replacement = Shape.object(
    required: ["deletedRegion": region], optional: ["insertedContent": message])
  private static let change = Shape.object(
    required: ["artifactLocation": artifactLocation, "replacements": .array(replacement, minimum: 1)], optional: [:])
  private static let fix = Shape.object(
    required: ["artifactChanges": .array(change, minimum: 1)],
    optional: ["description": message, "properties": .bag])
  private static let level = Shape.oneOf(["none", "note", "warning", "error"])
  private static let result = Shape.object(
    required: ["message": message],
    optional: [
      "ruleId": .text, "ruleIndex": .whole(minimum: -1), "level": level, "locations": .array(location, minimum: 0),
      "relatedLocations": .array(location, minimum: 0), "fixes": .array(fix, minimum: 0),
    ])
  private static let rule = Shape.object(
    required: ["id": .text],
    optional: [
      "name": .text, "shortDescription": message, "fullDescription": message, "help": message,
      "defaultConfiguration": .object(required: [:], optional: ["enabled": .truth, "level": level]),
    ])
  private static let driver = Shape.object(
    required: ["name": .text],
    optional: ["version": .text, "semanticVersion": .text, "rules": .array(rule, minimum: 0)])
  private static let invocation = Shape.object(required: ["executionSuccessful": .truth], optional: [:])
  private static let run = Shape.object(
    required: ["tool": .object(required: ["driver": driver], optional: [:])],
    optional: [
      "results": .array(result, minimum: 0), "invocations": .array(invocation, minimum: 0),
      "columnKind": .oneOf(["utf16CodeUnits", "unicodeCodePoints"]), "newlineSequences": .array(.text, minimum: 1),
    ])
  private static let log = Shape.object(
    required: ["version": .oneOf(["2.1.0"]), "runs": .array(run, minimum: 0)], optional: ["$schema": .text])

  static func violations(of value: [String: Any]) -> [String] {
    var violations = violations(of: value, log, "log")
    if value["version"] as? String != "2.1.0" {
      violations = violations.filter { !$0.hasPrefix("log.version") } + ["log.version: not 2.1.0"]
    }
    return violations
  }

  private static func violations(of value: Any, _ shape: Shape, _ place: String) -> [String] {
    switch shape {
    case .object(let required, let optional):
      guard let object = value as? [String: Any] else { return ["\(place): no object"] }
      let missing = required.keys.filter { object[$0] == nil }.sorted().map { "\(place): no member \($0)" }
      return missing
        + object.sorted { $0.key < $1.key }.flatMap { name, member in
          guard let shape = required[name] ?? optional[name] else { return ["\(place): unknown member \(name)"] }
          return violations(of: member, shape, "\(place).\(name)")
        }
    case .array(let item, let minimum):
      guard let array = value as? [Any] else { return ["\(place): no array"] }
      return (array.count < minimum ? ["\(place): fewer than \(minimum) items"] : [])
        + array.enumerated().flatMap { violations(of: $1, item, "\(place)[\($0)]") }
    case .text:
      return value is String ? [] : ["\(place): no string"]
    case .oneOf(let allowed):
      guard let text = value as? String else { return ["\(place): no string"] }
      return allowed.contains(text) ? [] : ["\(place): \(text) is not allowed"]
    case .whole(let minimum):
      guard let number = value as? Int else { return ["\(place): no integer"] }
      return number >= minimum ? [] : ["\(place): below \(minimum)"]
    case .truth:
      return value is Bool ? [] : ["\(place): no boolean"]
    case .bag:
      return value is [String: Any] ? [] : ["\(place): no object"]
    }
  }
}
