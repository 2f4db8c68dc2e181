// The fields of a source and what they can hold: in the header, and in the `values=` of the source block.

internal import SeedModel
internal import SeedStudy
internal import SeedSyntax

extension Snapshot {
  /// The values that a field of the header can have; nil where any text can stand, and behind the first line of a value.
  func fieldContext(
    _ field: HeaderField, _ bytes: UnsafeBufferPointer<UInt8>, _ cursor: Int
  ) -> CompletionContext? {
    let headingEnd = bytes.lineContentEnd(from: field.name.start)
    var lineStart = min(cursor, bytes.count)
    while lineStart > 0, !bytes[lineStart - 1].isLineBreak { lineStart -= 1 }
    guard !field.isSourceHeading, lineStart > headingEnd,
      bytes.clamped(to: ByteRange(headingEnd, lineStart)).allSatisfy(\.isBlankOrLineBreak)
    else { return nil }
    let heading = bytes.clamped(to: field.name)
    // A field that the study adds is called the same at both places.
    let key =
      SourceFieldName(heading: heading)?.key
      ?? study.vocabulary.attribute(heading: String(decoding: heading, as: UTF8.self).lowercased())
    guard let known = study.vocabulary.values(ofSourceAttribute: key) else { return nil }
    let values = known == ["True", "False"] ? ["yes", "no"] : known
    let line = bytes.trimmed(ByteRange(lineStart, bytes.lineContentEnd(from: lineStart)))
    let text = line.touches(cursor) ? line : ByteRange(at: cursor)
    return CompletionContext(
      expectation: .text(TextChoices(texts: values, category: .fieldValue)), typed: cursor, in: text, of: bytes)
  }

  /// What can stand in the dictionary `values=` of a source: the names of fields that it doesn't have yet, or the values
  /// that the field at the cursor can have; nil elsewhere.
  ///
  /// - Parameter string: what stands between the quotes around the cursor; nil outside of strings.
  func fieldChoices(
    _ scanner: CodeScanner, _ tree: NotationTree, _ codeStart: Int, _ string: ByteRange?, in names: BracketNames
  ) -> TextChoices? {
    let brackets = scanner.brackets
    guard brackets.count >= 2, let dictionary = brackets.last, dictionary.kind == .dictionary,
      brackets[brackets.count - 2].kind == .call, let keyword = brackets[brackets.count - 2].keyword,
      names.bytes.clamped(to: keyword).elementsEqual("values".utf8)
    else { return nil }
    func text(_ literal: ByteRange) -> String {
      let literal = names.bytes.clamped(to: literal)
      return String(decoding: literal.clamped(to: StringLiteral.content(of: literal)), as: UTF8.self).lowercased()
    }
    guard dictionary.isAfterColon else {
      let used = (dictionary.textKeys + keys(behind: scanner, tree, codeStart, string)).map(text)
      let vocabulary = study.vocabulary
      let free = vocabulary.sourceAttributes.map { vocabulary.fieldForms[$0.name]?.key ?? $0.name }
        .filter { !used.contains($0) }
      guard string == nil else { return TextChoices(texts: free, category: .fieldName) }
      let next = names.bytes.byte(at: scanner.skipBlanks(scanner.skipWord(scanner.end)))
      return TextChoices(
        texts: free, category: .fieldName, opening: "\"", closing: next == UInt8(ascii: ":") ? "\"" : "\": ")
    }
    guard let key = dictionary.textKeys.last,
      let values = study.vocabulary.values(ofSourceAttribute: study.vocabulary.attribute(key: text(key)))
    else { return nil }
    // `True` and `False` are no texts.
    let isTruth = values.contains("True")
    if string != nil { return isTruth ? nil : TextChoices(texts: values, category: .fieldValue) }
    let quote = isTruth ? "" : "\""
    return TextChoices(texts: values, category: .fieldValue, opening: quote, closing: quote)
  }

  /// The keys of the dictionary around the cursor that stand behind it.
  private func keys(
    behind scanner: CodeScanner, _ tree: NotationTree, _ codeStart: Int, _ string: ByteRange?
  ) -> [ByteRange] {
    let cursor = scanner.end - codeStart
    guard let dictionary = tree.path(to: cursor).last(where: { tree.nodes[$0].kind == .dictionary }) else { return [] }
    return tree.children(of: dictionary).compactMap { entry in
      guard let key = tree.children(of: entry).first(where: { _ in true }),
        tree.nodes[key].kind == .string, tree.nodes[key].range.start >= cursor
      else { return nil }
      return tree.nodes[key].range.shifted(by: codeStart)
    }
  }
}

extension Vocabulary {
  /// The values that an attribute of a source can have; nil if it can have any.
  fileprivate func values(ofSourceAttribute name: String) -> [String]? {
    sourceAttributes.first { $0.name == name }?.values
  }
}
