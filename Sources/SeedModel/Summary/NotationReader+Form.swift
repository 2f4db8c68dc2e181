// Notes what the rules about the form of calls and dictionaries look at.

internal import SeedSyntax

extension NotationReader {
  mutating func noteKeyword(_ argument: Int, _ reader: inout SummaryReader) {
    guard let call, let keyword = tree.firstChild(of: argument) else { return }
    let name = reader.addText(tree.bytes(keyword))
    let range = lines.range(nodes[keyword].range.shifted(by: start))
    reader.summary.keywordArguments.append(KeywordArgument(call: call, name: name, range: range))
  }

  /// Finds keys that stand twice in one dictionary of a statement.
  mutating func findDuplicateKeys(in statement: Int, _ reader: inout SummaryReader) {
    let end = min(Int(nodes[statement].subtreeEnd), nodes.count)
    var index = statement + 1
    while index < end {
      if nodes[index].kind == .dictionary, mayRepeatKeys(index) { findDuplicateKeys(inDictionary: index, &reader) }
      index += 1
    }
  }

  /// Whether two keys of a dictionary may be the same, told by nine bits of each: mostly none are, and no table is needed.
  private func mayRepeatKeys(_ dictionary: Int) -> Bool {
    var seen = SIMD8<UInt64>()
    for entry in tree.children(of: dictionary) where nodes[entry].kind == .entry {
      guard let key = tree.firstChild(of: entry), let bytes = keyBytes(key) else { continue }
      let hash = NameTable.hash(bytes)
      let word = Int(hash >> 29)
      let bit: UInt64 = 1 &<< UInt64(hash)
      guard seen[word] & bit == 0 else { return true }
      seen[word] |= bit
    }
    return false
  }

  private mutating func findDuplicateKeys(inDictionary dictionary: Int, _ reader: inout SummaryReader) {
    // With its place, so that the cursor doesn't go back to it for each repetition.
    var seen: [UInt32: (key: Int, range: LineRange)] = [:]
    for entry in tree.children(of: dictionary) where nodes[entry].kind == .entry {
      var parts = tree.children(of: entry)
      guard let key = parts.next(), parts.next() != nil, let bytes = keyBytes(key) else { continue }
      let hash = NameTable.hash(bytes)
      let range = lines.range(nodes[key].range.shifted(by: start))
      guard let first = seen[hash] else {
        seen[hash] = (key, range)
        continue
      }
      guard nodes[first.key].kind == nodes[key].kind, let others = keyBytes(first.key), others.isSame(as: bytes) else {
        continue
      }
      reader.summary.duplicateKeys.append(
        RepeatedKey(key: reader.addText(bytes), first: first.range, second: range))
    }
  }

  /// The lines of a statement if they hold nothing else.
  func wholeLines(of statement: Int) -> ByteRange? {
    let range = nodes[statement].range.shifted(by: start)
    let bytes = lines.bytes
    var first = range.start
    while bytes.byte(at: first - 1).isBlank { first -= 1 }
    var end = range.end
    while bytes.byte(at: end).isBlank { end += 1 }
    let isAlone = bytes.byte(at: first - 1).isLineBreak && bytes.byte(at: end).isLineBreak
    return isAlone ? ByteRange(first, bytes.lineEnd(afterContentEnd: end)) : nil
  }

  /// What makes a key the same as another: a name, or a text without its quotes.
  private func keyBytes(_ key: Int) -> UnsafeBufferPointer<UInt8>? {
    switch nodes[key].kind {
    case .name: tree.bytes(key)
    case .string: tree.content(key)
    default: nil
    }
  }
}
