// The codes of the study that a context wants, the best of perhaps 100 000.

internal import SeedModel
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
    var categories = CategoryTable(study)
    for (index, name) in found.names.enumerated() {
      guard let outline = study.outline(of: name) else { continue }
      let label = study.string(name)
      collector.items.append(
        CompletionItem(
          label: label, category: categories.category(of: outline), detail: outline.displayName, insertText: label,
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
  /// Kinds that don't belong at the place. Who types the name of such a code means it all the same: its kind may be wrong.
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

/// What the kinds of code are shown as, worked out once for each metaclass.
private struct CategoryTable {
  private let study: Study
  private var categories: [NameID: CompletionItem.Category] = [:]

  init(_ study: Study) {
    self.study = study
  }

  mutating func category(of outline: CodeOutline) -> CompletionItem.Category {
    switch outline.form {
    case .link: return .link
    case .alias, .other: return .otherCode
    case .code: break
    }
    guard let metaclass = outline.metaclass else { return .otherCode }
    if let known = categories[metaclass] { return known }
    let category: CompletionItem.Category =
      switch CodeKind(metaclass: study.string(metaclass), study.vocabulary) {
      case .decision: .decision
      case .pattern: .pattern
      case .practice: .practice
      case .force: .force
      case .source: .source
      case .solution, .other, .link: .otherCode
      }
    categories[metaclass] = category
    return category
  }
}
