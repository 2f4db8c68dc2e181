// The codes of the study that a context wants, the best of perhaps 100 000.

internal import SeedModel
internal import SeedRules
internal import SeedStudy
internal import SeedSyntax

extension Snapshot {
  /// Adds the codes that fit a place, the best ones if there are many.
  func addCodes(_ expectation: Expectation, _ context: CompletionContext, to collector: inout CompletionCollector) {
    if case .definition = expectation { return addUndefinedCodes(to: &collector) }
    guard let wanted = WantedCodes(expectation) else { return }
    let found = study.codes(
      CodeSearch(
        typed: context.prefix, wanted: wanted.first, possible: wanted.next, remote: wanted.last,
        excluded: context.definedName, document: document, limit: Self.completionLimit))
    collector.isIncomplete = found.isTruncated
    var kinds = CodeKindTable(study)
    for (index, name) in found.names.enumerated() {
      guard let place = study.definition(of: name), let page = study[place.document]?.summary.pages[place.page] else {
        continue
      }
      let definition = page.definitions[place.index]
      let label = study.string(name)
      collector.items.append(
        CompletionItem(
          label: label, category: kinds.kind(of: definition, on: page).category,
          detail: definition.displayName.map { page.text($0) }, insertText: label,
          order: CompletionOrder(.codes, index)))
    }
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

/// The kinds of code that fit a place.
private struct WantedCodes {
  let first: CodeKinds
  let next: CodeKinds
  /// Kinds that don't belong at the place. Someone who types the name of such a code still means it: its kind may be wrong.
  let last: CodeKinds

  /// nil where no code can stand.
  init?(_ expectation: Expectation) {
    switch expectation {
    case .name(let role):
      guard !role.isVocabulary else { return nil }
      if let demand = role.demand {
        (first, next, last) = (demand.usual, .unknownCode, [.codes, .noClass])
      } else if role == .linkFrom || role == .linkTo {
        // A source is linked as well.
        (first, next, last) = (.codes, [.reference, .noClass], [])
      } else {
        (first, next, last) = (.codes, .noClass, [])
      }
    case .statement, .assignedValue: (first, next, last) = (.codes, .noClass, [])
    case .definition, .member, .source, .text: return nil
    }
  }
}

extension CodeKind {
  /// What codes of the kind are shown as.
  fileprivate var category: CompletionItem.Category {
    switch self {
    case .decision: .decision
    case .pattern: .pattern
    case .practice: .practice
    case .force: .force
    case .source: .source
    case .link: .link
    case .solution, .other: .otherCode
    }
  }
}
