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
}
