// Recognises labels, the lines before coding blocks: `add codes to s4:`, `added:`, `already added:` and their variants.

extension LineClassifier {
  /// The label that the line from `start` to `contentEnd` is; nil if it is none.
  ///
  /// `add codes to …` is a label wherever it stands. The others are ordinary words, and labels only where the caller knows
  /// that a coding block may follow.
  @inline(__always)
  func label(_ start: Int, _ contentEnd: Int) -> Label? {
    // Nearly always the first letter tells.
    var offset = start
    while offset < contentEnd, bytes[offset].isBlank { offset += 1 }
    if offset < contentEnd, bytes[offset] == ASCII.dash { offset += 1 }
    while offset < contentEnd, bytes[offset].isBlank { offset += 1 }
    guard offset < contentEnd else { return nil }
    switch bytes[offset].lowercased {
    case UInt8(ascii: "a"), UInt8(ascii: "s"), UInt8(ascii: "c"): return label(start, contentEnd, wordsFrom: offset)
    default: return nil
    }
  }

  private func label(_ start: Int, _ contentEnd: Int, wordsFrom firstWord: Int) -> Label? {
    let line = bytes.trimmed(ByteRange(start, contentEnd))
    // Nothing that is longer than the longest label in use can be one.
    guard line.count <= 64 else { return nil }
    var offset = firstWord
    let end = line.end
    if skipWord("setting", &offset, end) {
      return skipWord("forces", &offset, end) && isColonAndEnd(offset, end) ? added(line) : nil
    }
    if skipWord("changed", &offset, end) {
      guard skipWord("wording", &offset, end), skipWord("of", &offset, end) else { return nil }
      return isColonAndEnd(offset, end) ? added(line) : nil
    }
    if skipWord("already", &offset, end) {
      return skipWord("added", &offset, end) && isColonAndEnd(offset, end) ? added(line) : nil
    }
    let isAdd = skipWord("add", &offset, end)
    guard isAdd || skipWord("added", &offset, end) else { return nil }
    if isColonOrNothing(offset, end) { return added(line) }
    let isNew = skipWord("new", &offset, end)
    if isNew, skipWord("force", &offset, end) {
      return skipWord("relations", &offset, end) && isColonAndEnd(offset, end) ? added(line) : nil
    }
    guard skipWord("codes", &offset, end) || skipWord("code", &offset, end) else { return nil }
    if skipWord("to", &offset, end) {
      guard let source = sourceID(&offset, end), isColonOrNothing(offset, end) else { return nil }
      return Label(kind: .addCodes, range: line, source: source)
    }
    return isColonAndEnd(offset, end) ? added(line) : nil
  }

  /// Where the label ends behind which a line has names, all of them codes: `already added: cache, data_mart`.
  func endOfLabelBeforeList(_ start: Int, _ contentEnd: Int) -> Int? {
    let colon = bytes.firstOffset(of: ASCII.colon, start, Swift.min(contentEnd, start + 64))
    guard colon + 1 < contentEnd, bytes[colon] == ASCII.colon, label(start, colon + 1) != nil else { return nil }
    return isListOfCodes(ByteRange(colon + 1, contentEnd)) ? colon + 1 : nil
  }

  private func added(_ line: ByteRange) -> Label {
    Label(kind: .added, range: line, source: nil)
  }

  /// A source id: letters, then perhaps digits (`s4`, `p12`, or the `s` of a template that was never filled in).
  private func sourceID(_ offset: inout Int, _ end: Int) -> ByteRange? {
    var start = offset
    while start < end, bytes[start].isBlank { start += 1 }
    var position = start
    while position < end, bytes[position].isIdentifierByte { position += 1 }
    let id = ByteRange(start, position)
    guard Self.isSourceID(bytes.clamped(to: id)) else { return nil }
    offset = position
    return id
  }

  /// Whether a word has the form of a source id: a letter (or `s_`, as in file names), then at most six digits.
  static func isSourceID(_ word: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let first = word.first, first.isLetter, word.count <= 8 else { return false }
    let digits = word.dropFirst(word.byte(at: 1) == ASCII.underscore ? 2 : 1)
    return digits.allSatisfy { $0.isDigit }
  }

  private func isColonAndEnd(_ offset: Int, _ end: Int) -> Bool {
    offset < end && isColonOrNothing(offset, end)
  }

  private func isColonOrNothing(_ offset: Int, _ end: Int) -> Bool {
    let rest = bytes.trimmed(ByteRange(offset, end))
    return rest.isEmpty || (rest.count == 1 && bytes[rest.start] == ASCII.colon)
  }
}
