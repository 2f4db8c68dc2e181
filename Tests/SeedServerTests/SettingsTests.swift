// The settings that editors send, in the forms in which they send them.

import JSON
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
      #expect(!settings(value).showsInlayHints)
      #expect(settings(value).showsCodeLenses)
    }
  }

  @Test func settingsMayStandInTheirSectionOrByThemselves() {
    #expect(settings(["inlayHints": ["enable": true]]).showsInlayHints)
    #expect(settings(["seed-lsp": ["inlayHints": ["enable": true]], "other": [:]]).showsInlayHints)
    #expect(settings(["seed-lsp": ["inlayHints.enable": true]]).showsInlayHints)
    #expect(!settings(["codeLens": ["enable": false]]).showsCodeLenses)
  }

  @Test func whatIsNotMentionedStays() {
    let changed = settings(["inlayHints": ["enable": true]], ["seed-lsp": ["codeLens": ["enable": false]]], nil)
    #expect(changed.showsInlayHints)
    #expect(!changed.showsCodeLenses)
  }
}
