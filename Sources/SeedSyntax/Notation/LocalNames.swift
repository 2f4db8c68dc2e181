// The names that Python binds for a part of a text alone: parameters, and the variables of comprehensions and loops.

/// Which names in a tree's text are no names of the study, because Python gives them a meaning of their own where they stand.
///
/// Follows section 4.2 of the Python Language Reference, "Naming and binding", as far as text that may be damaged lets it: the
/// names of a function or a class are known in all of its lines, those of a loop at the top level in that loop alone.
public struct LocalNames: Sendable {
  /// Where each name has a meaning of its own: in order and without overlap.
  private var scopes: [[UInt8]: [ByteRange]] = [:]

  /// - Parameters:
  ///   - tree: what was read from `bytes`.
  public init(of tree: NotationTree, in bytes: UnsafeBufferPointer<UInt8>) {
    guard tree.bindsLocalNames, let text = bytes.baseAddress else { return }
    // The start of the line of the latest statement, which is looked for between that and the one before it.
    var (lineStart, previous) = (0, 0)
    for index in tree.topLevel {
      let node = tree.nodes[index]
      lineStart = bytes.lineStart(before: min(node.range.start, bytes.count), notBefore: previous) ?? lineStart
      previous = node.range.start
      switch node.kind {
      case .items, .codeList, .importStatement: continue
      default: break
      }
      var reader = LocalNameReader(
        text, ByteRange(node.range.start, min(node.range.end, bytes.count)), lineStart: lineStart)
      for scope in reader.scopes() where !scope.range.isEmpty {
        scopes[Array(bytes.clamped(to: scope.name)), default: []].append(scope.range)
      }
    }
    for name in Array(scopes.keys) { scopes[name] = scopes[name].map(Self.merged) }
  }

  public var isEmpty: Bool { scopes.isEmpty }

  /// Whether the name at a range of the tree's bytes is a local one there.
  public func contains(_ range: ByteRange, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let ranges = scopes[Array(bytes.clamped(to: range))] else { return false }
    let index = ranges.firstIndexInOrder { $0.end >= range.end }
    return index < ranges.count && ranges[index].contains(range)
  }

  private static func merged(_ ranges: [ByteRange]) -> [ByteRange] {
    var merged: [ByteRange] = []
    for range in ranges.sorted(by: { ($0.start, $0.end) < ($1.start, $1.end) }) {
      if let last = merged.last, range.start <= last.end {
        merged[merged.count - 1] = ByteRange(last.start, max(last.end, range.end))
      } else {
        merged.append(range)
      }
    }
    return merged
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// The offset behind the last line break before an offset; nil if there is none behind another one.
  fileprivate func lineStart(before end: Int, notBefore start: Int) -> Int? {
    var offset = end
    while offset > start {
      if self[offset - 1].isLineBreak { return offset }
      offset -= 1
    }
    return nil
  }
}

/// A name, and a range in which it has a meaning of its own.
struct LocalScope {
  let name: ByteRange
  let range: ByteRange
}
