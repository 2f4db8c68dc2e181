// Hover: what the name at the cursor means, as a codebook entry.

internal import SeedModel
internal import SeedStudy
package import SeedSyntax

/// What to show about the name at the cursor.
package struct Hover: Hashable, Sendable {
  /// The name in the asked note.
  package let range: ByteRange
  package let content: RichText
}

extension Snapshot {
  /// What the name at the cursor means; nil where there is nothing to say.
  package func hover(at offset: Int) -> Hover? {
    guard let found = name(at: offset) else { return keywordHover(at: offset) }
    guard let content = description(of: found) else { return nil }
    return Hover(range: found.range, content: content)
  }

  /// A codebook entry for a code, a source or a word of the vocabulary; nil if the name is none of these.
  package func description(ofName name: String) -> RichText? {
    if !study.documents(ofSource: name).isEmpty { return sourceDescription(name) }
    if let id = study.nameID(name), study.hasDefinition(id) { return codeDescription(name, id) }
    return vocabularyDescription(name)
  }

  private func description(of found: NameAtCursor) -> RichText? {
    if found.role?.isVocabulary == true, let content = vocabularyDescription(found.name) { return content }
    if let content = description(ofName: found.name) { return content }
    return undefinedDescription(found)
  }

  /// That a name means nothing, and which ones are close to it.
  private func undefinedDescription(_ found: NameAtCursor) -> RichText? {
    let close = study.similarDefinedNames(to: found.name).prefix(3)
    switch found.role {
    case .mention, .listedMention:
      // Prose is full of words that are no codes: only what looks like a slip of the pen is worth a word.
      guard !close.isEmpty else { return nil }
    case .function, .metaclass, .impact, .stereotype:
      return RichText(blocks: [.paragraph([.code(found.name), .text(" is not part of the vocabulary.")])])
    case .label, nil:
      return RichText(blocks: [
        .paragraph([.text("No note of this study records the source "), .code(found.name), .text(".")])
      ])
    default:
      break
    }
    var text = RichText(blocks: [
      .paragraph([.code(found.name), .text(" is not defined in any note of this study.")])
    ])
    if !close.isEmpty {
      text.blocks.append(.paragraph([.text("Did you mean ")] + Self.names(close) + [.text("?")]))
    }
    return text
  }

  /// Names separated by commas.
  static func names(_ names: some Sequence<String>) -> [RichText.Span] {
    var spans: [RichText.Span] = []
    for name in names {
      if !spans.isEmpty { spans.append(.text(", ")) }
      spans.append(.code(name))
    }
    return spans
  }
}
