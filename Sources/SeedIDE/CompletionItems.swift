// The words of the vocabulary and the ids of sources that a context wants.

internal import SeedModel
internal import SeedStudy
internal import SeedSyntax

/// Collects items that match what is typed.
struct CompletionCollector {
  let prefix: [UInt8]
  var items: [CompletionItem] = []
  var isIncomplete = false

  init(prefix: [UInt8]) {
    self.prefix = prefix.map(\.lowercased)
  }

  /// Whether a name has the typed letters in their order, and whether it begins with them.
  @inline(__always)
  func match(_ name: Span<UInt8>) -> (matches: Bool, begins: Bool) {
    guard !prefix.isEmpty else { return (true, true) }
    guard prefix.count <= name.count else { return (false, false) }
    var typed = 0
    var begins = true
    for index in name.indices {
      guard typed < prefix.count else { break }
      if name[index].lowercased == prefix[typed] { typed += 1 } else { begins = false }
    }
    return (typed == prefix.count, begins)
  }

  /// Adds a word if it matches; `order` sorts it among its group's.
  mutating func add(
    _ label: String, _ category: CompletionItem.Category, _ detail: String?, _ group: CompletionOrder.Group,
    order: Int = 0, insertText: String? = nil
  ) {
    let (matches, begins) = match(label.utf8.span)
    guard matches else { return }
    items.append(
      CompletionItem(
        label: label, category: category, detail: detail, insertText: insertText ?? label,
        order: CompletionOrder(group, order, isDistant: !begins)))
  }
}

extension Snapshot {
  /// Adds what the vocabulary and the list of sources have for a place.
  func addWords(_ expectation: Expectation, _ context: CompletionContext, to collector: inout CompletionCollector) {
    let vocabulary = study.vocabulary
    switch expectation {
    case .name(.metaclass):
      // The kinds that nearly every definition has come first.
      let usual = ["decision", "pattern", "practice", "force", "source"]
      for name in vocabulary.metaclasses.keys {
        let order = usual.firstIndex(of: name) ?? usual.count
        collector.add(name, .metaclass, VocabularyMeanings.metaclasses[name], .words, order: order)
      }
    case .name(.impact):
      for (index, impact) in vocabulary.impacts.enumerated() {
        collector.add(impact.name, .impact, impact.sign, .words, order: index)
      }
    case .name(.stereotype):
      for name in vocabulary.stereotypes {
        collector.add(name, .stereotype, VocabularyMeanings.stereotypes[name], .words)
      }
    case .statement, .assignedValue:
      for function in vocabulary.functions.all { add(function, to: &collector) }
    case .member:
      for function in vocabulary.functions.all where function.isMethod { add(function, to: &collector) }
    case .source:
      addSources(to: &collector)
    case .text(let choices):
      for (index, choice) in choices.texts.enumerated() {
        collector.add(choice, choices.category, nil, .words, order: index, insertText: choices.insertText(of: choice))
      }
    case .name, .definition:
      break
    }
  }

  private func add(_ function: Vocabulary.Function, to collector: inout CompletionCollector) {
    collector.add(function.name, .function, function.signature, .functions)
  }

  /// The ids of all sources, the note's own first.
  private func addSources(to collector: inout CompletionCollector) {
    let own = study[document]?.sourceID
    var ids: [String] = []
    var notes: [String: DocumentID] = [:]
    for id in study.documentIDs {
      guard let source = study[id]?.sourceID else { continue }
      if let known = notes[source] {
        // Which of two was opened first makes no difference.
        if study.isBefore(id, known) { notes[source] = id }
      } else {
        notes[source] = id
        ids.append(source)
      }
    }
    ids.sort(by: NaturalOrder.areInIncreasingOrder)
    for (index, source) in ids.enumerated() {
      let title = notes[source].flatMap { study[$0] }?.headerValue(.title)
      collector.add(source, .source, title, .words, order: source == own ? 0 : index + 1)
    }
  }

  /// Adds the keywords that the call at the cursor doesn't have yet.
  func addKeywords(_ context: CompletionContext, to collector: inout CompletionCollector) {
    guard let function = context.function else { return }
    for (index, parameter) in function.parameters.enumerated() {
      // Arguments that have to be there are written without their names.
      guard !parameter.isRequired, !context.usedKeywords.contains(parameter.name) else { continue }
      collector.add(
        parameter.name, .keyword, parameter.documentation.filter { $0 != "`" }, .keywords, order: index,
        insertText: context.isFollowedByEquals ? parameter.name : parameter.name + "=")
    }
  }
}
