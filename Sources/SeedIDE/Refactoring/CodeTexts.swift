// Looks into the trees of a note's coding blocks for what the summary doesn't keep: display names, and names that the parser
// passed over.

internal import SeedSyntax

/// The display names in a note, with their places.
struct DisplayNames {
  private let document: Document

  init(_ document: Document) {
    self.document = document
  }

  /// The text between the quotes of each `code = CClass(kind, "display name")`.
  func ranges(ofCode code: String) -> [ByteRange] {
    var ranges: [ByteRange] = []
    for place in document.blocks {
      guard let (tree, start) = place.block.notation else { continue }
      place.block.text.withBytes { bytes in
        tree.withText(bytes.clamped(to: ByteRange(start, bytes.count))) { text in
          for index in tree.nodes.indices where tree.nodes[index].kind == .assignment {
            guard let range = Self.displayName(ofAssignment: index, to: code, in: text) else { continue }
            ranges.append(range.shifted(by: place.start + start))
          }
        }
      }
    }
    return ranges
  }

  /// Where the display name stands if the assignment defines `code` by a call whose second argument is a string.
  private static func displayName(ofAssignment index: Int, to code: String, in text: NotationText) -> ByteRange? {
    guard let assignment = AssignmentSyntax(text, index), text.bytes(assignment.target).elementsEqual(code.utf8),
      let call = CallSyntax(text, assignment.value), let name = call.arguments.dropFirst().first(where: { _ in true })
    else { return nil }
    guard let keyword = KeywordSyntax(text, name) else { return StringSyntax(text, name)?.content }
    return text.isText(keyword.name, "name") ? StringSyntax(text, keyword.value)?.content : nil
  }
}

/// A place in a coding block where a name stands that the index doesn't know of.
struct UnreadPlace {
  enum Surroundings {
    /// A broken statement of the notation.
    case broken
    /// Python beyond the notation, the fields of formatted strings among it.
    case python
    /// A part of a statement in which Python gives the name a meaning of its own.
    case scope
  }

  let range: ByteRange
  let surroundings: Surroundings
}

/// Names in coding blocks that the index doesn't know of: in broken statements, in Python beyond the notation, and in the
/// scopes of Python.
struct UnreadPlaces {
  private let document: Document

  init(_ document: Document) {
    self.document = document
  }

  /// Where `name` stands as a whole word in text that was passed over, outside strings and comments, and in the fields of
  /// formatted strings, `f"{name}"`.
  func places(of name: String) -> [UnreadPlace] {
    let name = Array(name.utf8)
    guard let first = name.first else { return [] }
    var places: [UnreadPlace] = []
    for place in document.blocks {
      guard let (tree, start) = place.block.notation else { continue }
      place.block.text.withBytes { all in
        let bytes = all.clamped(to: ByteRange(start, all.count))
        let end = place.block.codeEnd - start
        var text: ReadText?
        var offset = 0
        while offset + name.count <= end {
          guard bytes[offset] == first, isWord(name, at: offset, in: bytes) else {
            offset += 1
            continue
          }
          let range = ByteRange(offset, offset + name.count)
          let known = text ?? ReadText(tree, bytes)
          text = known
          let isModel = place.block.kind == .model
          let isPassedOver = known.passesOver(range, isModel: isModel) && !isQuoted(range, in: bytes)
          let isInField = known.isInField(range)
          let isLocal = known.locals.contains(range, in: bytes)
          if isPassedOver || isInField || isLocal && !known.isInText(range) {
            let isPython = isInField || isModel || known.isInPython(range)
            places.append(
              UnreadPlace(
                range: range.shifted(by: place.start + start),
                surroundings: isLocal ? .scope : isPython ? .python : .broken))
          }
          offset = range.end
        }
      }
    }
    return places
  }

  private func isWord(_ name: [UInt8], at offset: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard !bytes.byte(at: offset - 1).isIdentifierByte || offset == 0,
      !bytes.byte(at: offset + name.count).isIdentifierByte
    else { return false }
    return bytes.clamped(to: ByteRange(offset, offset + name.count)).elementsEqual(name)
  }

  /// Whether the number of quotes before a word on its line says that the word is in a string.
  private func isQuoted(_ range: ByteRange, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var open: UInt8?
    var start = range.start
    while start > 0, !bytes[start - 1].isLineBreak { start -= 1 }
    while start < range.start {
      let byte = bytes[start]
      if byte == UInt8(ascii: "#"), open == nil { return true }
      guard byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") else {
        start += 1
        continue
      }
      // Three quotes begin or end a list, and what is in a list is no text.
      let isTriple = bytes.byte(at: start + 1) == byte && bytes.byte(at: start + 2) == byte
      start += isTriple ? 3 : 1
      if isTriple { continue }
      if open == nil { open = byte } else if open == byte { open = nil }
    }
    return open != nil
  }
}

/// What the parser read of a block's words, each in order.
private struct ReadText {
  private let names: [ByteRange]
  /// Strings, and words where a text should stand.
  private let texts: [ByteRange]
  private let imports: [ByteRange]
  /// Statements of Python that the notation has no use for.
  private let python: [ByteRange]
  private let comments: [ByteRange]
  /// What stands in the braces of formatted strings.
  private let fields: [ByteRange]
  let locals: LocalNames

  init(_ tree: NotationTree, _ bytes: UnsafeBufferPointer<UInt8>) {
    names = tree.nodes.filter { $0.kind == .name }.map(\.range)
    var items = 0..<0
    texts = tree.nodes.indices.compactMap { index in
      let node = tree.nodes[index]
      switch node.kind {
      case .items: items = index..<Int(node.subtreeEnd)
      case .string: return node.range
      // In a list, words are names without a comma between them.
      case .words where !items.contains(index): return node.range
      default: break
      }
      return nil
    }
    imports = tree.nodes.filter { $0.kind == .importStatement }.map(\.range)
    python = tree.nodes.filter { $0.kind == .opaqueStatement }.map(\.range)
    comments = tree.comments
    locals = LocalNames(of: tree, in: bytes)
    fields = tree.nodes.filter { $0.kind == .string }.flatMap { Self.fields(of: $0.range, in: bytes) }
  }

  func isInPython(_ range: ByteRange) -> Bool { Self.isInside(python, range) || Self.isInside(imports, range) }

  func isInField(_ range: ByteRange) -> Bool { Self.isInside(fields, range) }

  func isInText(_ range: ByteRange) -> Bool { Self.isInside(comments, range) || Self.isInside(texts, range) }

  /// The fields of a string whose prefix says that it has such. Braces that are doubled stand for themselves.
  private static func fields(of string: ByteRange, in bytes: UnsafeBufferPointer<UInt8>) -> [ByteRange] {
    let literal = bytes.clamped(to: string)
    guard literal.prefix(while: { $0.isLetter }).contains(where: { $0.lowercased == UInt8(ascii: "f") }) else {
      return []
    }
    var fields: [ByteRange] = []
    var starts: [Int] = []
    var offset = 0
    while offset < literal.count {
      let byte = literal[offset]
      if starts.isEmpty, byte == UInt8(ascii: "{"), literal.byte(at: offset + 1) == byte {
        offset += 1
      } else if byte == UInt8(ascii: "{") {
        starts.append(offset)
      } else if byte == UInt8(ascii: "}"), let start = starts.popLast(), starts.isEmpty {
        fields.append(ByteRange(start, offset).shifted(by: string.start))
      }
      offset += 1
    }
    return fields
  }

  /// Whether a word was read neither as a name nor as part of a text or a comment. What is imported is no code's name.
  ///
  /// - Parameter isModel: whether the text is a model file's: what that imports is read, and its modules have names of their
  ///   own.
  func passesOver(_ range: ByteRange, isModel: Bool) -> Bool {
    if isInText(range) { return false }
    return !Self.isInside(names, range) || (!isModel && Self.isInside(imports, range))
  }

  private static func isInside(_ ranges: [ByteRange], _ range: ByteRange) -> Bool {
    let index = ranges.firstIndexInOrder { $0.end >= range.end }
    return index < ranges.count && ranges[index].contains(range)
  }
}

extension Block {
  /// Where the notation in the block ends, relative to the block's start.
  fileprivate var codeEnd: Int {
    if case .fence(let fence) = content { return fence.code.end }
    return count
  }
}
