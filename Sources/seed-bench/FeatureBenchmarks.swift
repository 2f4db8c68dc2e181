// What the features take that look at a whole note or at a whole study.

import Foundation
import SeedIDE
import SeedModel
import SeedSyntax

/// Times features on the largest of some notes, as part of their study, and on a study of ten thousand codes.
func benchmarkFeatures(_ notes: Notes, _ stopwatch: inout Stopwatch) {
  var study = Study()
  var largest: (id: DocumentID, document: Document)?
  for (index, text) in notes.texts.enumerated() {
    let document = Document(text)
    let id = study.add(name: "note \(index)", DocumentSummary(document))
    if document.count > largest?.document.count ?? 0 { largest = (id, document) }
  }
  if let largest {
    let snapshot = Snapshot(study: study, document: largest.id, syntax: largest.document) { _ in nil }
    let size = "(\(largest.document.count) bytes)"
    stopwatch.measure("semantic tokens \(size)") { snapshot.semanticTokens() }
    stopwatch.measure("outline \(size)") { snapshot.outline() }
    stopwatch.measure("foldings \(size)") { snapshot.foldingRanges() }
    stopwatch.measure("links \(size)") { snapshot.documentLinks() }
    stopwatch.measure("code lenses \(size)") { snapshot.codeLenses() }
  }
  benchmarkSymbols(&stopwatch)
}

/// Looks for symbols among ten thousand codes in a hundred notes.
private func benchmarkSymbols(_ stopwatch: inout Stopwatch) {
  let words = ["data", "product", "team", "event", "stream", "mesh", "quality", "access", "policy", "owner", "domain"]
  var study = Study()
  for note in 0..<100 {
    var text = "added:\n``` python\n"
    for index in 0..<100 {
      let number = note * 100 + index
      let parts = [words[number % 11], words[number / 11 % 11], words[number / 121 % 11]]
      let name = parts.joined(separator: "_") + "_\(number)"
      text += "\(name) = CClass(pattern, \"The \(parts.joined(separator: " ")) case\")\n"
    }
    _ = study.add(name: "s_\(note).md", DocumentSummary(Document(text + "```\n")))
  }
  for query in ["", "d", "qual", "dpt", "domain_team_9", "zzz"] {
    stopwatch.measure("symbols of 10 000 codes for “\(query)”") { study.symbols(matching: query) }
  }
}
