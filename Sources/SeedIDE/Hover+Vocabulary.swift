// What hover says about the words of the vocabulary: metaclasses, impacts, stereotypes, functions and their parameters.

internal import SeedModel
internal import SeedStudy
internal import SeedSyntax

extension Snapshot {
  /// What a word of the vocabulary means; nil if it is none.
  func vocabularyDescription(_ name: String) -> RichText? {
    let vocabulary = study.vocabulary
    if let function = vocabulary.functions[name] { return functionDescription(function) }
    if let parents = vocabulary.metaclasses[name] {
      var text = entry(name, "metaclass", VocabularyMeanings.metaclasses[name])
      if !parents.isEmpty { text.blocks.append(.paragraph([.text("A kind of ")] + Self.names(parents))) }
      return text
    }
    if let sign = vocabulary.sign(ofImpact: name) {
      return entry(name, "impact \(sign)", VocabularyMeanings.impacts[name])
    }
    if vocabulary.stereotypes.contains(name) { return entry(name, "stereotype", VocabularyMeanings.stereotypes[name]) }
    return nil
  }

  /// What the keyword at the cursor is for: `role_name` in `add_links(…, role_name="to")`.
  func keywordHover(at offset: Int) -> Hover? {
    guard let place = syntax.block(at: offset), let (tree, start) = place.block.notation else { return nil }
    let path = tree.path(to: offset - place.start - start)
    guard let name = path.last, path.count >= 3, tree.nodes[name].kind == .name else { return nil }
    let callee = place.block.text.withBytes { bytes in
      tree.withText(bytes.clamped(to: ByteRange(start, bytes.count))) { text -> String? in
        guard KeywordSyntax(text, path[path.count - 2])?.name == name else { return nil }
        return CallSyntax(text, path[path.count - 3])?.name.map { String(decoding: text.bytes($0), as: UTF8.self) }
      }
    }
    guard let callee, let function = study.vocabulary.functions[callee] else { return nil }
    let range = tree.nodes[name].range.shifted(by: start)
    let index = place.block.text.withBytes { function.parameter(named: $0.clamped(to: range).span) }
    guard let parameter = index.map({ function.parameters[$0] }) else { return nil }
    let text = RichText(blocks: [
      .paragraph([.code(parameter.name), .text(" · parameter of "), .code(callee)]),
      .paragraph(RichText.spans(parameter.documentation)),
    ])
    return Hover(range: range.shifted(by: place.start), content: text)
  }

  private func entry(_ name: String, _ kind: String, _ meaning: String?) -> RichText {
    var text = RichText(blocks: [.paragraph([.code(name), .text(" · " + kind)])])
    if let meaning { text.blocks.append(.paragraph([.text(meaning)])) }
    return text
  }

  private func functionDescription(_ function: Vocabulary.Function) -> RichText {
    RichText(blocks: [
      .code(function.signature), .paragraph([.text(function.documentation)]),
      .list(
        title: nil,
        items: function.parameters.map { [.code($0.name), .text(": ")] + RichText.spans($0.documentation) }),
    ])
  }
}

extension Vocabulary.Function {
  /// The function with its parameters: `add_links(links, *, role_name=None)`.
  package var signature: String {
    var parts: [String] = []
    var isKeywordOnly = false
    for parameter in parameters {
      if parameter.isKeywordOnly, !isKeywordOnly {
        parts.append("*")
        isKeywordOnly = true
      }
      parts.append(parameter.isRequired ? parameter.name : parameter.name + "=None")
    }
    return name + "(" + parts.joined(separator: ", ") + ")"
  }
}

extension RichText {
  /// A documentation of the vocabulary as one paragraph.
  package static func documentation(_ text: String) -> RichText {
    RichText(blocks: [.paragraph(spans(text))])
  }

  /// Documentation with the names that the vocabulary writes in backticks.
  static func spans(_ documentation: String) -> [Span] {
    documentation.split(separator: "`", omittingEmptySubsequences: false).enumerated().compactMap { index, part in
      part.isEmpty ? nil : index % 2 == 1 ? .code(String(part)) : .text(String(part))
    }
  }
}
