// The codes of the study that a context wants, the best of perhaps 100 000.

internal import SeedModel
internal import SeedSyntax

extension Snapshot {
  /// Adds the codes that fit a place, the best ones if there are many.
  func addCodes(_ expectation: Expectation, _ context: CompletionContext, to collector: inout CompletionCollector) {
    switch expectation {
    case .metaclass, .impact, .stereotype, .member, .source: return
    case .definition: return addUndefinedCodes(to: &collector)
    case .decision, .solution, .force, .linkEnd, .code, .statement, .assignedValue: break
    }
    var search = CodeSearch(
      expectation: expectation, collector: collector, excluded: context.definedName, ownNames: namesOfNote(),
      kinds: CompletionKindTable(study.vocabulary), best: BestCandidates(limit: Self.completionLimit))
    for id in study.documentIDs {
      study[id]?.summary.pages.forEachPage { index, page in
        guard !page.definitions.isEmpty else { return }
        search.look(at: page.definitions, page.occurrences, page.names, document: id, page: index)
      }
    }
    collector.isIncomplete = search.best.isTruncated
    var seen: Set<[UInt8]> = []
    for candidate in search.best.candidates where seen.insert(candidate.name).inserted {
      collector.items.append(item(for: candidate))
    }
  }

  private func item(for candidate: Candidate) -> CompletionItem {
    let label = String(decoding: candidate.name, as: UTF8.self)
    var detail: String?
    if let pages = study[candidate.document]?.summary.pages {
      detail = pages[candidate.page].definitions[candidate.definition].displayName.map {
        pages[candidate.page].text($0)
      }
    }
    return CompletionItem(
      label: label, category: candidate.category, detail: detail, insertText: label,
      sortKey: CompletionCollector.Group.codes.rawValue + String(candidate.rank, radix: 36) + label)
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

/// Looks at the definitions of all notes, page by page, for those that fit best.
private struct CodeSearch {
  let expectation: Expectation
  let collector: CompletionCollector
  /// The name that can't be offered, because it is being defined.
  let excluded: [UInt8]
  let ownNames: NameFilter
  var kinds: CompletionKindTable
  var best: BestCandidates

  /// Looks at one page. Its parts are handed over one by one: copying the whole summary costs more than looking at it.
  mutating func look(
    at definitions: [Definition], _ occurrences: [Occurrence], _ names: NameList, document: DocumentID, page: Int
  ) {
    // Most definitions of a page are of few kinds: the last metaclass is worth remembering.
    var lastMetaclass: Int32 = -1
    var lastKind = CompletionKind.unknown
    for index in definitions.indices {
      let definition = definitions[index]
      guard occurrences.indices.contains(definition.occurrence) else { continue }
      let kind: CompletionKind
      switch definition.form {
      case .link: kind = .link
      case .other: kind = .other
      case .alias: kind = .unknown
      case .code:
        if let metaclass = definition.metaclass, occurrences.indices.contains(metaclass) {
          let name = occurrences[metaclass].name
          if name != lastMetaclass {
            lastMetaclass = name
            lastKind = names.withName(at: Int(name)) { kinds.kind(ofMetaclass: $0) }
          }
          kind = lastKind
        } else {
          kind = .unknown
        }
      }
      guard let tier = kind.tier(expectation) else { continue }
      names.withName(at: Int(occurrences[definition.occurrence].name)) { name in
        guard let key = key(of: name, tier) else { return }
        best.insert(
          Candidate(
            key: key, name: Array(name), category: kind.category, document: document, page: page, definition: index))
      }
    }
  }

  /// The key of a code that matches what is typed and may be among the best.
  private mutating func key(of name: UnsafeBufferPointer<UInt8>, _ tier: UInt8) -> UInt64? {
    let (matches, begins) = collector.match(name)
    guard matches else { return nil }
    // The rank if the note has the name; it can only get worse.
    let rank = tier << 2 | (begins ? 0 : 2)
    let key = Candidate.key(rank, name)
    guard !best.excludes(key), name.count != excluded.count || !name.elementsEqual(excluded) else { return nil }
    if ownNames.mayContain(name) { return key }
    let strangerKey = Candidate.key(rank | 1, name)
    return best.excludes(strangerKey) ? nil : strangerKey
  }
}
