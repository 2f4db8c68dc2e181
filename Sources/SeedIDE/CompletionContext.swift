// What can stand at the cursor: the context of a completion, from the block that holds it.

internal import SeedModel
internal import SeedStudy
internal import SeedSyntax

/// What kind of word the place of the cursor wants.
enum Expectation {
  /// A name in a role: a code, or a word of the vocabulary.
  case name(Role)
  /// An item of a list, or the beginning of a statement: a code or a function.
  case statement
  /// What is assigned: a function or a code.
  case assignedValue
  /// The name that a statement defines.
  case definition
  /// What stands after a dot.
  case member
  case source
  /// A field of a source, or what one can hold.
  case text(TextChoices)
}

/// Texts of which one can stand at the cursor.
struct TextChoices {
  let texts: [String]
  let category: CompletionItem.Category
  /// What has to stand before and behind the text.
  var opening = ""
  var closing = ""

  func insertText(of text: String) -> String { opening + text + closing }
}

/// The context of a completion.
struct CompletionContext {
  /// nil where only keywords can stand.
  let expectation: Expectation?
  /// The function whose keywords can stand here as well, and those that its call has already.
  var function: Vocabulary.Function?
  var usedKeywords: [String] = []
  /// Whether a `=` follows the word already.
  var isFollowedByEquals = false
  /// The pieces that can be put here.
  var snippets = SnippetPlace.none
  /// The name that the statement defines, which can't stand in its own definition.
  var definedName: [UInt8] = []
  /// The word as far as it is typed.
  let prefix: [UInt8]
  /// The word up to the cursor, and the whole of it, in the asked note.
  let insertRange: ByteRange
  let replaceRange: ByteRange
}

extension Snapshot {
  /// What can stand at `offset`; nil where nothing is to be completed: in strings, comments, quotations, plain prose.
  func completionContext(at offset: Int, withSnippets: Bool) -> CompletionContext? {
    guard let place = syntax.block(at: offset) else { return nil }
    let cursor = min(max(offset, place.start), place.end) - place.start
    let word = place.block.text.withBytes { Self.word(at: cursor, in: $0) }
    let context = place.block.text.withBytes { bytes -> CompletionContext? in
      // Behind a number there is no name.
      if word.start < cursor, !bytes.byte(at: word.start).isIdentifierStart { return nil }
      switch place.block.content {
      case .fence(let fence):
        guard let tree = fence.tree, cursor >= fence.code.start, cursor <= fence.code.end else { return nil }
        // The start of the closing fence's line is behind the code.
        if let closer = fence.closer, cursor > fence.code.start, cursor == fence.code.end, closer.start >= cursor,
          bytes.byte(at: cursor - 1).isLineBreak
        {
          return nil
        }
        return codeContext(tree, bytes, codeStart: fence.code.start, cursor, word)
      case .unfenced(let tree):
        return codeContext(tree, bytes, codeStart: 0, cursor, word)
      case .field(let field):
        return fieldContext(field, bytes, cursor)
      default:
        return proseContext(place.block, bytes, cursor, word)
          ?? (withSnippets ? Self.snippetContext(place, bytes, cursor, word) : nil)
      }
    }
    return context?.shifted(by: place.start)
  }

  /// The identifier around a cursor; empty at the cursor if there is none.
  private static func word(at cursor: Int, in bytes: UnsafeBufferPointer<UInt8>) -> ByteRange {
    var start = min(cursor, bytes.count)
    while start > 0, bytes[start - 1].isIdentifierByte { start -= 1 }
    var end = min(cursor, bytes.count)
    while end < bytes.count, bytes[end].isIdentifierByte { end += 1 }
    return ByteRange(start, end)
  }

  // MARK: - Code

  private func codeContext(
    _ tree: NotationTree, _ bytes: UnsafeBufferPointer<UInt8>, codeStart: Int, _ cursor: Int, _ word: ByteRange
  ) -> CompletionContext? {
    var start = codeStart
    // A statement's start is as good as the block's; near enough, looking for one isn't worth it.
    if word.start - start > 1 << 15 {
      for index in tree.topLevel {
        let statement = tree.nodes[index].range.start + codeStart
        guard statement < word.start else { break }
        start = statement
      }
    }
    let scanner = CodeScanner(bytes, from: start, to: word.start)
    let names = BracketNames(bytes: bytes, vocabulary: study.vocabulary)
    switch scanner.surroundings {
    case .code: break
    case .comment: return nil
    case .string(let start):
      let content = scanner.content(ofStringAt: start)
      guard content.touches(cursor), let choices = fieldChoices(scanner, tree, codeStart, content, in: names) else {
        return nil
      }
      return CompletionContext(expectation: .text(choices), typed: cursor, in: content, of: bytes)
    }
    let prefix = Array(bytes.clamped(to: ByteRange(word.start, cursor)))
    func context(_ expectation: Expectation?) -> CompletionContext {
      var context = CompletionContext(
        expectation: expectation, prefix: prefix, insertRange: ByteRange(word.start, cursor), replaceRange: word)
      if let target = scanner.target { context.definedName = Array(bytes.clamped(to: target)) }
      let next = scanner.skipBlanks(word.end)
      context.isFollowedByEquals =
        bytes.byte(at: next) == UInt8(ascii: "=")
        && bytes.byte(at: next + 1) != UInt8(ascii: "=")
      return context
    }
    if case .dot(let dot) = scanner.previous, dot + 1 == word.start { return context(.member) }
    guard let innermost = scanner.brackets.last else {
      return statementExpectation(scanner, isDefinition: context(nil).isFollowedByEquals).map { expectation in
        var context = context(expectation)
        if case .statement = expectation, case .nothing = scanner.previous, !scanner.isInList {
          context.snippets = .statement
        }
        return context
      }
    }
    if let choices = fieldChoices(scanner, tree, codeStart, nil, in: names) { return context(.text(choices)) }
    let expectation = names.expectation(in: scanner.brackets)
    guard innermost.kind == .call, innermost.keyword == nil, let function = names.function(of: innermost),
      !names.isRequired(argument: innermost.commaCount, of: function)
    else {
      return expectation.map { context($0) }
    }
    // At the start of an argument a keyword can stand too.
    switch scanner.previous {
    case .opener, .comma: break
    default: return expectation.map { context($0) }
    }
    var argument = context(context(nil).isFollowedByEquals ? nil : expectation)
    argument.function = function
    argument.usedKeywords = innermost.usedKeywords.map { String(decoding: bytes.clamped(to: $0), as: UTF8.self) }
    return argument
  }

  /// What can stand outside all brackets. A list holds codes alone.
  private func statementExpectation(_ scanner: CodeScanner, isDefinition: Bool) -> Expectation? {
    switch scanner.previous {
    case .nothing, .comma: isDefinition ? .definition : scanner.isInList ? .name(.listItem) : .statement
    case .identifier: isDefinition ? nil : .name(.value)
    case .equals: .assignedValue
    case .dot, .colon, .opener, .other: nil
    }
  }

  // MARK: - Prose

  private func proseContext(
    _ block: Block, _ bytes: UnsafeBufferPointer<UInt8>, _ cursor: Int, _ word: ByteRange
  ) -> CompletionContext? {
    let line = Self.line(at: word.start, in: bytes)
    let before = ByteRange(line.start, word.start)
    let isExpected: Expectation
    if Self.endsInLabel(before, bytes) {
      isExpected = .source
    } else if block.kind == .openCoding || block.kind == .prose, Self.canHoldCode(before, word, bytes) {
      isExpected = .name(.mention)
    } else {
      return nil
    }
    return CompletionContext(expectation: isExpected, typed: cursor, in: word, of: bytes)
  }

  /// Whether a word after `before` may be meant as a code: in a list after a lead, in snake case, or under a line of one.
  private static func canHoldCode(
    _ before: ByteRange, _ word: ByteRange, _ bytes: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    if bytes.clamped(to: word).contains(ASCII.underscore) { return true }
    var offset = before.start
    while offset < before.end {
      let next = bytes.byte(at: offset + 1)
      let isLead =
        bytes[offset] == ASCII.colon || (bytes[offset] == ASCII.greater && bytes.byte(at: offset - 1) == ASCII.dash)
      if isLead, offset + 1 >= before.end || next.isBlank { return true }
      offset += 1
    }
    // One name on each line, or a list that runs over from the line before.
    guard bytes.trimmed(before).isEmpty, before.start > 0 else { return false }
    let contentEnd =
      before.start - (before.start >= 2 && bytes[before.start - 1] == 0x0A && bytes[before.start - 2] == 0x0D ? 2 : 1)
    let previous = bytes.trimmed(line(at: contentEnd, in: bytes))
    guard !previous.isEmpty else { return false }
    if bytes[previous.end - 1] == ASCII.comma || bytes[previous.end - 1] == ASCII.colon { return true }
    return bytes.clamped(to: previous).allSatisfy { $0.isIdentifierByte }
      && bytes.clamped(to: previous).contains(ASCII.underscore)
  }

  /// Whether text ends in `add codes to `, in any case and with one code or many.
  private static func endsInLabel(_ text: ByteRange, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard text.count >= 12, bytes[text.end - 1].isBlank else { return false }
    let words = bytes.clamped(to: bytes.trimmed(text)).map(\.lowercased)
    return ["add codes to", "add code to"].contains { label in
      words.count >= label.utf8.count && words.suffix(label.utf8.count).elementsEqual(label.utf8)
        && words.dropLast(label.utf8.count).allSatisfy { $0 == ASCII.dash || $0.isBlank }
    }
  }

  private static func line(at offset: Int, in bytes: UnsafeBufferPointer<UInt8>) -> ByteRange {
    var start = min(max(offset, 0), bytes.count)
    while start > 0, !bytes[start - 1].isLineBreak { start -= 1 }
    return ByteRange(start, bytes.lineContentEnd(from: start))
  }
}

extension CompletionContext {
  /// A word, or a text, that is typed as far as the cursor.
  init(
    expectation: Expectation?, typed cursor: Int, in word: ByteRange, of bytes: UnsafeBufferPointer<UInt8>
  ) {
    let insertRange = ByteRange(word.start, cursor)
    self.init(
      expectation: expectation, prefix: Array(bytes.clamped(to: insertRange)), insertRange: insertRange,
      replaceRange: word)
  }

  fileprivate func shifted(by distance: Int) -> CompletionContext {
    CompletionContext(
      expectation: expectation, function: function, usedKeywords: usedKeywords, isFollowedByEquals: isFollowedByEquals,
      snippets: snippets, definedName: definedName, prefix: prefix, insertRange: insertRange.shifted(by: distance),
      replaceRange: replaceRange.shifted(by: distance))
  }
}
