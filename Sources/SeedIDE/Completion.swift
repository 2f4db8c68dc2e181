// Completion: the names and texts that can stand at the cursor.

package import SeedSyntax

/// One name or text to offer.
package struct CompletionItem: Hashable, Sendable {
  package enum Category: UInt8, Sendable, Hashable, CaseIterable {
    case decision, pattern, practice, force, source, metaclass, impact, stereotype, function, keyword, link
    /// A code of any other kind, or an alias.
    case otherCode
    /// A name that the note uses as a code and nobody defines yet: offered where a definition is written.
    case undefinedCode
    /// A value that a field of a source can have, or the name of such a field.
    case fieldValue, fieldName
    /// A piece of a note to be filled in.
    case snippet
  }

  /// The name.
  package let label: String
  package let category: Category
  /// The display name of a code, the sign of an impact, the signature of a function, what a word means.
  package let detail: String?
  /// What to write in place of the word at the cursor. In a snippet `$1`, `${2:text}` and `$0` are places to fill in.
  package let insertText: String
  /// Where the item stands among the others.
  let order: CompletionOrder
  /// What a client should match with what is typed.
  package var filterText: String { label }
  package var isSnippet: Bool { category == .snippet }
  /// Whether the label is a name, which the codebook may say more about.
  package var isName: Bool { ![.snippet, .fieldName, .fieldValue, .keyword].contains(category) }
}

/// What items are sorted by: lists begin with what fits best.
struct CompletionOrder: Hashable, Sendable {
  /// Groups of items by their place in the list; a group's items are sorted by what follows.
  enum Group: UInt8 {
    case words, codes, functions, keywords, undefinedCodes, snippets
  }

  private let key: UInt64

  /// - Parameter isDistant: whether the item does not begin with what is typed.
  init(_ group: Group, _ order: Int, isDistant: Bool = false) {
    key = UInt64(group.rawValue) << 40 | (isDistant ? 1 << 36 : 0) | UInt64(UInt32(clamping: order))
  }

  static func areInIncreasingOrder(_ left: CompletionItem, _ right: CompletionItem) -> Bool {
    left.order.key != right.order.key ? left.order.key < right.order.key : left.label < right.label
  }
}

/// The names and texts that can stand at the cursor.
package struct Completion: Hashable, Sendable {
  /// The best first: at most as many codes as ``Snapshot/completionLimit``, and the words of the vocabulary that fit.
  package let items: [CompletionItem]
  /// Whether there are more, so that the client has to ask again when more is typed.
  package let isIncomplete: Bool
  /// The word up to the cursor, in the asked note: what an item is inserted for.
  package let insertRange: ByteRange
  /// The whole word around the cursor: what an item replaces.
  package let replaceRange: ByteRange
}

extension Snapshot {
  /// The most codes that one answer holds: more than anyone reads, and few enough to be sent at every keystroke.
  package static let completionLimit = 100

  /// The names that can stand at the cursor and match the word typed so far; nil where no name can stand.
  ///
  /// A name matches if it has the typed letters in their order, in any case.
  ///
  /// - Parameter withSnippets: whether pieces to be filled in are offered, too.
  package func completion(at offset: Int, withSnippets: Bool = false) -> Completion? {
    guard let context = completionContext(at: offset, withSnippets: withSnippets) else { return nil }
    var collector = CompletionCollector(prefix: context.prefix)
    if let expectation = context.expectation {
      addWords(expectation, context, to: &collector)
      addCodes(expectation, context, to: &collector)
    }
    addKeywords(context, to: &collector)
    if withSnippets { addSnippets(context, to: &collector) }
    return Completion(
      items: collector.items.sorted(by: CompletionOrder.areInIncreasingOrder), isIncomplete: collector.isIncomplete,
      insertRange: context.insertRange, replaceRange: context.replaceRange)
  }
}
