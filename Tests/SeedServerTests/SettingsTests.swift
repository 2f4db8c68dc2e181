// The settings that editors send, in the forms in which they send them.

import Foundation
import JSON
import SeedTestSupport
import Testing

@testable import SeedServer

@Suite struct SettingsTests {
  private func settings(_ values: JSONValue?...) -> Settings {
    var settings = Settings()
    for value in values { settings.update(from: value) }
    return settings
  }

  @Test func hintsAreOffAndLensesOnUnlessChosenOtherwise() {
    for value: JSONValue? in [
      nil, nil as JSONValue, [:], [1], "x", ["inlayHints": true], ["inlayHints": ["enable": "yes"]],
    ] {
      #expect(!settings(value).isEnabled(.inlayHints))
      #expect(settings(value).isEnabled(.codeLens))
    }
  }

  @Test func settingsMayStandInTheirSectionOrByThemselves() {
    #expect(settings(["inlayHints": ["enable": true]]).isEnabled(.inlayHints))
    #expect(settings(["seed-lsp": ["inlayHints": ["enable": true]], "other": [:]]).isEnabled(.inlayHints))
    #expect(settings(["seed-lsp": ["inlayHints.enable": true]]).isEnabled(.inlayHints))
    #expect(!settings(["codeLens": ["enable": false]]).isEnabled(.codeLens))
  }

  @Test func whatIsNotMentionedStays() {
    let changed = settings(["inlayHints": ["enable": true]], ["seed-lsp": ["codeLens": ["enable": false]]], nil)
    #expect(changed.isEnabled(.inlayHints))
    #expect(!changed.isEnabled(.codeLens))
  }

  @Test func aRowTellsItsDefaultAndWhatItCanBe() throws {
    for row in Settings.rows {
      let schema = try JSONValue(json: Array(row.schema.utf8))
      #expect(settings([.init(name: row.name, value: schema["default"] ?? .null)]) == Settings(), "\(row.name)")
      for value in schema["enum"]?.array ?? [] {
        #expect(
          settings([.init(name: row.name, value: value)]) == settings(Self.nested(row.name, value)), "\(row.name)")
      }
      #expect(row.description.hasSuffix("."))
    }
  }

  @Test func theExtensionHasEverySetting() throws {
    let file = repositoryFolder.appendingPathComponent("editors/vscode/src/server-settings.js")
    let text = try String(contentsOf: file, encoding: .utf8)
    let rows = Settings.rows.map { (name: $0.name, schema: $0.schema, description: $0.description) }
    let features = Feature.all.map { feature in
      (
        name: "\(feature.name).enable", schema: #"{"type":"boolean","default":\#(feature.isOnByDefault)}"#,
        description: "Offer \(feature.offer)."
      )
    }
    let lines = (rows + features).map { row in
      let description = String(decoding: JSONValue.string(row.description).json(), as: UTF8.self)
      return #"  {"name":"\#(row.name)","schema":\#(row.schema),"description":\#(description)},"#
    }
    #expect(text.split(separator: "\n").filter { $0.hasPrefix("  {") }.map(String.init) == lines, "run .ci/generate")
  }

  private static func nested(_ name: String, _ value: JSONValue) -> JSONValue {
    let parts = name.split(separator: ".").map(String.init)
    var inner = JSONObject()
    inner[parts.last ?? ""] = value
    guard parts.count == 2 else { return .object(inner) }
    var outer = JSONObject()
    outer[parts[0]] = .object(inner)
    return .object(outer)
  }

  private func settings(_ members: [JSONObject.Member]) -> Settings { settings(.object(JSONObject(members))) }
}
