// How much codes are used: what lenses, hints and reports count.

internal import SeedModel

/// How much a study uses a code.
public struct CodeUsage: Hashable, Sendable {
  /// The notes that define, list or link the code.
  public internal(set) var sourceCount = 0
  /// The decisions that have the code as an option.
  public internal(set) var decisionCount = 0
  /// The options of the code, if it is a decision.
  public internal(set) var optionCount = 0
  /// The places in coding blocks that use the code.
  public internal(set) var referenceCount = 0
}

extension Study {
  /// How much each of `codes` is used, in their order. No code may be given twice.
  ///
  /// Every page on which one of them occurs is gone through once.
  public func usage(of codes: [NameID]) -> [CodeUsage] {
    var counter = UsageCounter(codes)
    var wanted: Set<PageID> = []
    for code in codes where postings.indices.contains(code.index) { wanted.formUnion(postings[code.index].pages) }
    // Note by note, so that each counts once.
    let records = wanted.compactMap { pages[$0.index] }.sorted { $0.document < $1.document }
    for record in records where !record.isTemplate { counter.count(record) }
    return counter.usage
  }
}

/// Counts the uses of some names page by page.
private struct UsageCounter {
  private(set) var usage: [CodeUsage]
  private var indices: [NameID: Int] = [:]
  /// The note in which each code was counted last.
  private var lastDocuments: [DocumentID?]
  private var decisions: Set<Pair> = []
  private var options: Set<Pair> = []

  /// A code, by its index, with a name that belongs to it.
  private struct Pair: Hashable {
    let code: Int
    let name: NameID
  }

  init(_ codes: [NameID]) {
    usage = Array(repeating: CodeUsage(), count: codes.count)
    lastDocuments = Array(repeating: nil, count: codes.count)
    for (index, code) in codes.enumerated() { indices[code] = index }
  }

  mutating func count(_ record: PageRecord) {
    let codes = record.names.map { indices[$0] }
    for occurrence in record.summary.occurrences {
      guard let code = codes[Int(occurrence.name)] else { continue }
      let role = occurrence.role
      guard role.isDefinition || role.isReference else { continue }
      if role.isReference { usage[code].referenceCount += 1 }
      if !record.isModel, lastDocuments[code] != record.document {
        lastDocuments[code] = record.document
        usage[code].sourceCount += 1
      }
    }
    for link in record.summary.relations where link.kind == .option {
      guard let decision = name(link.from, record), let option = name(link.to, record) else { continue }
      if let code = indices[option], decisions.insert(Pair(code: code, name: decision)).inserted {
        usage[code].decisionCount += 1
      }
      if let code = indices[decision], options.insert(Pair(code: code, name: option)).inserted {
        usage[code].optionCount += 1
      }
    }
  }

  private func name(_ occurrence: Int?, _ record: PageRecord) -> NameID? {
    guard let occurrence, record.summary.occurrences.indices.contains(occurrence) else { return nil }
    return record.names[Int(record.summary.occurrences[occurrence].name)]
  }
}
