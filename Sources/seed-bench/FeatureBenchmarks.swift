// What the features take, without the protocol.

import SeedIDE
import SeedModel
import SeedRules
import SeedStudy
import SeedSyntax

/// Times features on the largest note, as part of its study.
func benchmarkFeatures(_ workload: Workload, _ stopwatch: inout Stopwatch) {
  let documents = workload.texts.map { Document($0) }
  var (checked, ids) = Workload.study(documents.map { DocumentSummary($0) })
  _ = checked.refreshFindings()
  let study = checked.study
  let note = workload.typed
  let syntax = documents[note]
  let snapshot = Snapshot(study: study, document: ids[note], syntax: syntax) { id in documents[Int(id.rawValue)] }
  stopwatch.measure("semantic tokens") { snapshot.semanticTokens() }
  stopwatch.measure("outline") { snapshot.outline() }
  stopwatch.measure("foldings") { snapshot.foldingRanges() }
  stopwatch.measure("links") { snapshot.documentLinks() }
  stopwatch.measure("code lenses") { snapshot.codeLenses() }
  stopwatch.measure("inlay hints") { snapshot.inlayHints(in: ByteRange(0, syntax.count)) }
  for query in ["", "d", "qual", "zzz"] {
    stopwatch.measure("symbols matching “\(query)”") { study.symbols(matching: query) }
  }
  guard let name = mostUsedName(study), let place = places(of: name, study, ids[note]).first else { return }
  let offset = syntax.offset(line: Int(place.range.start.line), column: Int(place.range.start.utf8), unit: .utf8)
  stopwatch.measure("hover") { snapshot.hover(at: offset) }
  stopwatch.measure("definition") { snapshot.definition(at: offset) }
  stopwatch.measure("references (\(study.sites(of: name).count))") {
    snapshot.references(at: offset, includingDeclaration: true)
  }
  stopwatch.measure("completion") { snapshot.completion(at: offset + 1) }
  stopwatch.measure("actions") {
    snapshot.actions(in: ByteRange(at: offset), checked) { _ in true }
  }
  stopwatch.measure("selection ranges") { snapshot.selectionRanges(at: offset) }
  stopwatch.measure("rename") { try? snapshot.rename(at: offset, to: "a_name_that_is_new") }
}

/// The code with the most places among those that the study defines.
private func mostUsedName(_ study: Study) -> NameID? {
  study.definedNames.map { (name: $0, count: study.sites(of: $0).count) }
    .max { ($0.count, $1.name) < ($1.count, $0.name) }?.name
}

/// The places of a name in coding blocks, those in a note first.
private func places(of name: NameID, _ study: Study, _ document: DocumentID) -> [Site] {
  study.sites(of: name).filter { $0.document == document && !$0.role.isMention }
}
