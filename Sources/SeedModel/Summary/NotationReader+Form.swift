// Notes what the rules about the form of calls and dictionaries look at.

internal import SeedSyntax

extension NotationReader {
  /// Counts a call's arguments; returns the call's index.
  mutating func begin(_ node: Int, _ function: Int, _ reader: inout SummaryReader) -> Int {
    var arguments = tree.children(of: node)
    let isMethod = arguments.next().map { nodes[$0].kind == .attribute } ?? false
    var positionalCount = 0
    var isCountable = !isStatementDamaged
    for argument in arguments {
      switch nodes[argument].kind {
      case .keywordArgument: break
      case .star, .missing: isCountable = false
      default: positionalCount += 1
      }
    }
    reader.summary.calls.append(
      CallSummary(
        function: function, isMethod: isMethod, positionalCount: positionalCount, isCountable: isCountable))
    return reader.summary.calls.count - 1
  }

  mutating func noteKeyword(_ argument: Int, _ reader: inout SummaryReader) {
    guard let call, let keyword = tree.children(of: argument).first(where: { _ in true }) else { return }
    let name = reader.addText(bytes(keyword))
    let range = lines.range(nodes[keyword].range.shifted(by: start))
    reader.summary.keywordArguments.append(KeywordArgument(call: call, name: name, range: range))
  }

  /// Finds keys that stand twice in one dictionary of a statement.
  mutating func findDuplicateKeys(in statement: Int, _ reader: inout SummaryReader) {
    let end = min(Int(nodes[statement].subtreeEnd), nodes.count)
    guard statement + 1 < end else { return }
    var seen: [UInt32: Int] = [:]
    for index in statement + 1..<end where nodes[index].kind == .dictionary {
      seen.removeAll(keepingCapacity: true)
      for entry in tree.children(of: index) where nodes[entry].kind == .entry {
        var parts = tree.children(of: entry)
        guard let key = parts.next(), parts.next() != nil, let bytes = keyBytes(key) else { continue }
        let hash = NameTable.hash(bytes)
        guard let first = seen[hash] else {
          seen[hash] = key
          continue
        }
        guard nodes[first].kind == nodes[key].kind, let others = keyBytes(first), others.elementsEqual(bytes) else {
          continue
        }
        reader.summary.duplicateKeys.append(
          RepeatedKey(
            key: reader.addText(bytes), first: lines.range(nodes[first].range.shifted(by: start)),
            second: lines.range(nodes[key].range.shifted(by: start))))
      }
    }
  }

  /// The lines of a statement if they hold nothing else.
  mutating func wholeLines(of statement: Int) -> LineRange? {
    let range = nodes[statement].range.shifted(by: start)
    let bytes = lines.bytes
    var first = range.start
    while bytes.byte(at: first - 1).isBlank { first -= 1 }
    let end = bytes.lineContentEnd(from: range.end)
    let isAlone =
      first > 0 && bytes.byte(at: first - 1).isLineBreak && end < bytes.count
      && bytes.clamped(to: ByteRange(range.end, end)).allSatisfy { $0.isBlank }
    return isAlone ? lines.range(ByteRange(first, bytes.lineEnd(afterContentEnd: end))) : nil
  }

  /// What makes a key the same as another: a name, or a text without its quotes.
  private func keyBytes(_ key: Int) -> UnsafeBufferPointer<UInt8>? {
    switch nodes[key].kind {
    case .name: bytes(key)
    case .string: bytes(key).clamped(to: StringLiteral.content(of: bytes(key)))
    default: nil
    }
  }
}
