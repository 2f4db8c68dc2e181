// Code lenses: above each definition of a code, how much the study uses it.

internal import SeedModel
package import SeedStudy
package import SeedSyntax

/// A line of information above a definition.
package struct CodeLens: Hashable, Sendable {
  /// The defined name, on one line of the asked note.
  package let range: ByteRange
  package let usage: CodeUsage

  /// `4 sources · 2 decisions · 9 references`: what is zero is left out, but for the references.
  package var title: String {
    var parts: [String] = []
    func add(_ count: Int, _ one: String, _ many: String) { parts.append("\(count) \(count == 1 ? one : many)") }
    if usage.sourceCount > 0 { add(usage.sourceCount, "source", "sources") }
    if usage.decisionCount > 0 { add(usage.decisionCount, "decision", "decisions") }
    if usage.optionCount > 0 { add(usage.optionCount, "option", "options") }
    add(usage.referenceCount, "reference", "references")
    return parts.joined(separator: " · ")
  }
}

extension Snapshot {
  /// A lens for each code that the asked note defines, in order; links and sources have none.
  package func codeLenses() -> [CodeLens] {
    let codes = definedCodeUsage()
    return codes.map { CodeLens(range: $0.range, usage: $0.usage) }
  }

  /// The codes that the asked note defines, with how much the study uses them.
  func definedCodeUsage() -> [(range: ByteRange, usage: CodeUsage)] {
    var kinds = CodeKindTable(study)
    let pages = study[document]?.summary.pages ?? []
    let names = pages.indices.map { study.nameIDs(ofPage: $0, in: document) }
    var ranges: [ByteRange] = []
    var codes: [NameID] = []
    for place in placedDefinitions() {
      let page = pages[place.page]
      let definition = page.definitions[place.index]
      guard definition.form == .code, kinds.kind(of: definition, on: page) != .source else { continue }
      let name = Int(page.occurrences[definition.occurrence].name)
      guard names[place.page].indices.contains(name) else { continue }
      ranges.append(place.name)
      codes.append(names[place.page][name])
    }
    // A note may define a name twice; each name is counted once.
    var distinct: [NameID] = []
    var indices: [NameID: Int] = [:]
    for code in codes where indices[code] == nil {
      indices[code] = distinct.count
      distinct.append(code)
    }
    let usage = study.usage(of: distinct)
    return zip(ranges, codes).compactMap { range, code in indices[code].map { (range, usage[$0]) } }
  }
}
