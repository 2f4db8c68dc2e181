// The codes of the study that a context wants: the best of perhaps 100 000, without a String for any of the others.

internal import SeedModel
internal import SeedSyntax

/// What is known of a code's kind, read from the name of its metaclass.
private struct Kind {
  enum Standing {
    case solution, decision, force, source, unknown, neither
    /// A name for something that is no code: a link, a list.
    case notCode
  }

  let name: [UInt8]
  let category: CompletionItem.Category
  let standing: Standing

  init(_ metaclass: String, _ vocabulary: Vocabulary) {
    name = Array(metaclass.utf8)
    if vocabulary.isKind(metaclass, of: "decision") {
      (category, standing) = (.decision, .decision)
    } else if vocabulary.isKind(metaclass, of: "force") {
      (category, standing) = (.force, .force)
    } else if vocabulary.isKind(metaclass, of: "pattern") {
      (category, standing) = (.pattern, .solution)
    } else if vocabulary.isKind(metaclass, of: "practice") {
      (category, standing) = (.practice, .solution)
    } else if vocabulary.isKind(metaclass, of: "reference") {
      (category, standing) = (.source, .source)
    } else {
      (category, standing) = (.otherCode, vocabulary.isKind(metaclass, of: "design_solution") ? .solution : .neither)
    }
  }

  private init(category: CompletionItem.Category, standing: Standing) {
    (name, self.category, self.standing) = ([], category, standing)
  }

  static let unknown = Kind(category: .otherCode, standing: .unknown)
  static let link = Kind(category: .link, standing: .notCode)
  static let other = Kind(category: .otherCode, standing: .notCode)

  /// How well the kind fits: 0 is wanted, 1 is possible; nil can't stand there.
  func tier(_ expectation: Expectation) -> UInt8? {
    switch expectation {
    case .decision: standing == .decision ? 0 : standing == .unknown ? 1 : nil
    case .solution: standing == .solution ? 0 : standing == .unknown ? 1 : nil
    case .force: standing == .force ? 0 : standing == .unknown ? 1 : nil
    case .linkEnd: standing == .source || standing == .notCode ? 1 : 0
    case .code, .statement, .assignedValue: standing == .source ? nil : standing == .notCode ? 1 : 0
    case .metaclass, .impact, .stereotype, .definition, .member, .source: nil
    }
  }
}

/// A code that may be among the best.
private struct Candidate {
  /// The rank and the first letters of the name: what decides most comparisons.
  let key: UInt64
  let name: [UInt8]
  let category: CompletionItem.Category
  let document: DocumentID
  let page: Int32
  let definition: Int32

  static func key(_ rank: UInt8, _ name: UnsafeBufferPointer<UInt8>) -> UInt64 {
    var key = UInt64(rank)
    for index in 0..<7 { key = key << 8 | UInt64(name.byte(at: index)) }
    return key
  }
}

/// The best candidates in order, no more than a limit.
private struct BestCandidates {
  private(set) var candidates: [Candidate] = []
  private(set) var isTruncated = false
  let limit: Int

  init(limit: Int) {
    self.limit = limit
    candidates.reserveCapacity(limit + 1)
  }

  /// Whether a candidate of this key is no better than the worst of the best.
  @inline(__always)
  mutating func excludes(_ key: UInt64) -> Bool {
    guard candidates.count == limit, let worst = candidates.last, key > worst.key else { return false }
    isTruncated = true
    return true
  }

  mutating func insert(_ candidate: Candidate) {
    var low = 0
    var high = candidates.count
    while low < high {
      let middle = (low + high) / 2
      if Self.precedes(candidates[middle], candidate) { low = middle + 1 } else { high = middle }
    }
    // The same name is often defined in several notes.
    if low < candidates.count, candidates[low].key == candidate.key, candidates[low].name == candidate.name { return }
    candidates.insert(candidate, at: low)
    if candidates.count > limit {
      candidates.removeLast()
      isTruncated = true
    }
  }

  private static func precedes(_ left: Candidate, _ right: Candidate) -> Bool {
    left.key != right.key ? left.key < right.key : left.name.lexicographicallyPrecedes(right.name)
  }
}

/// A set of names that may call a name its own that isn't, but seldom; quick to ask.
private struct NameFilter {
  private var bits: [UInt64] = Array(repeating: 0, count: 256)

  @inline(__always)
  private static func bit(_ name: UnsafeBufferPointer<UInt8>) -> Int {
    var hash: UInt32 = 0x811C_9DC5
    for byte in name { hash = (hash ^ UInt32(byte)) &* 0x0100_0193 }
    return Int((hash ^ hash >> 15) & 16383)
  }

  mutating func insert(_ name: UnsafeBufferPointer<UInt8>) {
    let bit = Self.bit(name)
    bits[bit >> 6] |= 1 << UInt64(bit & 63)
  }

  @inline(__always)
  func mayContain(_ name: UnsafeBufferPointer<UInt8>) -> Bool {
    let bit = Self.bit(name)
    return bits[bit >> 6] & 1 << UInt64(bit & 63) != 0
  }
}

extension Snapshot {
  /// Adds the codes that fit a place, the best ones if there are many.
  func addCodes(_ expectation: Expectation, _ context: CompletionContext, to collector: inout CompletionCollector) {
    switch expectation {
    case .metaclass, .impact, .stereotype, .member, .source: return
    case .definition: return addUndefinedCodes(to: &collector)
    case .decision, .solution, .force, .linkEnd, .code, .statement, .assignedValue: break
    }
    let kinds = study.vocabulary.metaclasses.keys.map { Kind($0, study.vocabulary) }
    let ownNames = namesOfNote()
    var best = BestCandidates(limit: Self.completionLimit)
    for id in study.documentIDs {
      guard let summary = study[id]?.summary else { continue }
      for page in summary.pages.indices {
        for definition in summary.pages[page].definitions.indices {
          let kind = summary.pages[page].kind(ofDefinition: definition, kinds)
          guard let tier = kind.tier(expectation) else { continue }
          summary.pages[page].withName(ofDefinition: definition) { name in
            let (matches, begins) = collector.match(name)
            guard matches else { return }
            // The rank if the note has the name; it can only get worse.
            var rank = tier << 2 | (begins ? 0 : 2)
            var key = Candidate.key(rank, name)
            guard !best.excludes(key) else { return }
            if !ownNames.mayContain(name) {
              rank |= 1
              key = Candidate.key(rank, name)
              guard !best.excludes(key) else { return }
            }
            guard !name.elementsEqual(context.definedName) else { return }
            best.insert(
              Candidate(
                key: key, name: Array(name), category: kind.category, document: id, page: Int32(clamping: page),
                definition: Int32(clamping: definition)))
          }
        }
      }
    }
    collector.isIncomplete = best.isTruncated
    var seen: Set<[UInt8]> = []
    for candidate in best.candidates where seen.insert(candidate.name).inserted {
      collector.items.append(item(for: candidate))
    }
  }

  private func item(for candidate: Candidate) -> CompletionItem {
    let label = String(decoding: candidate.name, as: UTF8.self)
    var detail: String?
    if let page = study[candidate.document]?.summary.pages[Int(candidate.page)] {
      detail = page.definitions[Int(candidate.definition)].displayName.map { page.text($0) }
    }
    return CompletionItem(
      label: label, category: candidate.category, detail: detail, insertText: label,
      sortKey: CompletionCollector.Group.codes.rawValue + String(candidate.key >> 56, radix: 36) + label)
  }

  /// The names that stand anywhere in the asked note.
  private func namesOfNote() -> NameFilter {
    var filter = NameFilter()
    for page in study[document]?.summary.pages ?? [] {
      for name in page.names.indices { page.names.withName(at: name) { filter.insert($0) } }
    }
    return filter
  }

  /// Adds the names that the note uses as codes and that nothing defines.
  private func addUndefinedCodes(to collector: inout CompletionCollector) {
    var seen: Set<String> = []
    for page in study[document]?.summary.pages ?? [] {
      for occurrence in page.occurrences where occurrence.role.isReference {
        let name = page.names[Int(occurrence.name)]
        guard seen.insert(name).inserted, !study.isDefined(name), study.documents(ofSource: name).isEmpty,
          !study.vocabulary.contains(name)
        else { continue }
        collector.add(name, .undefinedCode, "Not defined yet", .codes)
      }
    }
  }
}

extension PageSummary {
  fileprivate func withName(ofDefinition index: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Void) {
    let occurrence = definitions[index].occurrence
    guard occurrences.indices.contains(occurrence) else { return }
    names.withName(at: Int(occurrences[occurrence].name), body)
  }

  fileprivate func kind(ofDefinition index: Int, _ kinds: [Kind]) -> Kind {
    switch definitions[index].form {
    case .link: return .link
    case .other: return .other
    case .alias: return .unknown
    case .code: break
    }
    guard let metaclass = definitions[index].metaclass, occurrences.indices.contains(metaclass) else { return .unknown }
    return names.withName(at: Int(occurrences[metaclass].name)) { name in
      kinds.first { $0.name.count == name.count && $0.name.elementsEqual(name) } ?? .unknown
    }
  }
}
