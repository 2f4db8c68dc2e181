// Notes what the rules about the form of calls and dictionaries look at.

internal import SeedSyntax

extension NotationReader {
  mutating func noteKeyword(_ argument: Int, _ reader: inout SummaryReader) {
    guard let call, let keyword = tree.firstChild(of: argument) else { return }
    let name = reader.addText(tree.bytes(keyword))
    let range = lines.range(tree.range(keyword).shifted(by: start))
    reader.summary.keywordArguments.append(KeywordArgument(call: call, name: name, range: range))
  }

  /// Finds keys that stand twice in one dictionary of a statement.
  mutating func findDuplicateKeys(in statement: Int, _ reader: inout SummaryReader) {
    let end = min(Int(tree.nodes[statement].subtreeEnd), tree.nodes.count)
    var index = statement + 1
    while index < end {
      if tree.kind(index) == .dictionary, mayRepeatKeys(index) { findDuplicateKeys(inDictionary: index, &reader) }
      index += 1
    }
  }

  /// Whether two keys of a dictionary may be the same, told by nine bits of each: mostly none are, and no table is needed.
  private func mayRepeatKeys(_ dictionary: Int) -> Bool {
    var seen = SIMD8<UInt64>()
    for child in tree.children(of: dictionary) {
      guard let entry = EntrySyntax(tree, child), let hash = withKey(entry.key, { NameHash.of($0.span) }) else {
        continue
      }
      let word = Int(hash >> 29)
      let bit: UInt64 = 1 &<< UInt64(hash)
      guard seen[word] & bit == 0 else { return true }
      seen[word] |= bit
    }
    return false
  }

  private mutating func findDuplicateKeys(inDictionary dictionary: Int, _ reader: inout SummaryReader) {
    // The place is kept too, so that the cursor doesn't go back to it for each repetition.
    var seen: [UInt32: (key: Int, range: LineRange)] = [:]
    for child in tree.children(of: dictionary) {
      guard let entry = EntrySyntax(tree, child), entry.value != nil,
        let hash = withKey(entry.key, { NameHash.of($0.span) })
      else { continue }
      let key = entry.key
      let range = lines.range(tree.range(key).shifted(by: start))
      guard let first = seen[hash] else {
        seen[hash] = (key, range)
        continue
      }
      guard (tree.kind(first.key) == .name) == (tree.kind(key) == .name) else { continue }
      let isSame = withKey(key) { bytes in withKey(first.key) { $0.span.isSame(as: bytes.span) } }
      guard isSame == true, let text = withKey(key, { reader.addText($0) }) else { continue }
      reader.summary.duplicateKeys.append(RepeatedKey(key: text, first: first.range, second: range))
    }
  }

  /// The lines of a statement if they hold nothing else.
  func wholeLines(of statement: Int) -> ByteRange? {
    let range = tree.range(statement).shifted(by: start)
    let bytes = lines.bytes
    var first = range.start
    while bytes.byte(at: first - 1).isBlank { first -= 1 }
    var end = range.end
    while bytes.byte(at: end).isBlank { end += 1 }
    let isAlone = bytes.byte(at: first - 1).isLineBreak && bytes.byte(at: end).isLineBreak
    return isAlone ? ByteRange(first, bytes.lineEnd(afterContentEnd: end)) : nil
  }

  /// Calls `body` with what makes a key the same as another: a name, or what a text says.
  private func withKey<Result>(_ key: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result? {
    tree.kind(key) == .name ? body(tree.bytes(key)) : StringSyntax(tree, key)?.withValue(body)
  }
}
