// Completion: the names that can stand at the cursor.

package import SeedSyntax

/// One name to offer.
package struct CompletionItem: Hashable, Sendable {
  package enum Category: UInt8, Sendable, Hashable, CaseIterable {
    case decision, pattern, practice, force, source, metaclass, impact, stereotype, function, keyword, link
    /// A code of any other kind, or an alias.
    case otherCode
    /// A name that the note uses as a code and nobody defines yet: offered where a definition is written.
    case undefinedCode
  }

  /// The name.
  package let label: String
  package let category: Category
  /// The display name of a code, the sign of an impact, the signature of a function, what a word means.
  package let detail: String?
  /// What to write in place of the word at the cursor.
  package let insertText: String
  /// Texts that sort the items as they should be shown: wanted kinds first, then names of this note, then by name.
  package let sortKey: String
  /// What a client should match with what is typed.
  package var filterText: String { label }
}

/// The names that can stand at the cursor.
package struct Completion: Hashable, Sendable {
  /// At most 200 codes, and the words of the vocabulary that fit; sorted by their sort keys.
  package let items: [CompletionItem]
  /// Whether there are more, so that the client has to ask again when more is typed.
  package let isIncomplete: Bool
  /// The word up to the cursor, in the asked note: what an item is inserted for.
  package let insertRange: ByteRange
  /// The whole word around the cursor: what an item replaces.
  package let replaceRange: ByteRange
}

extension Snapshot {
  /// The most codes that one answer holds.
  package static let completionLimit = 200

  /// The names that can stand at the cursor and match the word typed so far; nil where no name can stand.
  ///
  /// A name matches if it has the typed letters in their order, in any case.
  package func completion(at offset: Int) -> Completion? {
    guard let context = completionContext(at: offset) else { return nil }
    var collector = CompletionCollector(prefix: context.prefix)
    if let expectation = context.expectation {
      addWords(expectation, context, to: &collector)
      addCodes(expectation, context, to: &collector)
    }
    addKeywords(context, to: &collector)
    return Completion(
      items: collector.items.sorted { $0.sortKey < $1.sortKey }, isIncomplete: collector.isIncomplete,
      insertRange: context.insertRange, replaceRange: context.replaceRange)
  }
}
