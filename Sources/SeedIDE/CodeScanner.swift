// Reads a coding block up to the cursor: which brackets are open there, of which call, and what stands before it.
//
// Completion is asked while a statement is unfinished, where a tree says least. So this looks only at what comes before the
// cursor, and gives up brackets that a broken statement left open as soon as a line plainly begins the next statement.

internal import SeedSyntax

/// A bracket that is open at the cursor.
struct OpenBracket {
  enum Kind {
    /// `callee(`
    case call
    /// `(` for grouping.
    case group
    case dictionary
    case list
    /// `x[`
    case `subscript`
  }

  let kind: Kind
  /// The name of the called function or method.
  var callee = ByteRange.empty
  /// Whether the callee stands after a dot: `x.add_links(`.
  var isMethod = false
  /// Whether the bracket is the value in `name: {…}`.
  var followsColon = false
  /// The number of commas before the cursor.
  var commaCount = 0
  /// The keyword of the current argument, `keyword=`.
  var keyword: ByteRange?
  /// The keywords of all arguments before the cursor.
  var usedKeywords: [ByteRange] = []
  /// Whether the `:` of the current entry stands before the cursor.
  var isAfterColon = false
  /// The strings that are keys of the entries before the cursor, the current one included once its `:` was seen.
  var textKeys: [ByteRange] = []
}

/// The state of a coding block at an offset.
struct CodeScanner {
  enum Surroundings {
    case code
    /// In the string whose opening quote stands at an offset.
    case string(Int)
    case comment
  }

  /// What stands before the cursor in the same statement.
  enum Previous {
    /// Nothing: a statement may begin.
    case nothing
    case identifier(ByteRange)
    case comma
    case equals
    case colon
    case dot(Int)
    case opener
    /// A closing bracket, a string, a number or anything else that ends an expression.
    case other
  }

  let bytes: UnsafeBufferPointer<UInt8>
  private(set) var surroundings = Surroundings.code
  private(set) var brackets: [OpenBracket] = []
  private(set) var previous = Previous.nothing
  /// Whether the cursor is inside a `'''` list.
  private(set) var isInList = false
  /// The name that the statement assigns to.
  private(set) var target: ByteRange?
  /// Where the statement begins in its line, in bytes.
  private var statementColumn = 0
  private var lineStart: Int
  /// Where reading ends: at the cursor's word.
  let end: Int
  private var isContinued = false
  /// The string that was read last.
  private var lastString = ByteRange.empty

  /// Reads from `start`, which must be outside every statement, to `end`, where a word begins.
  init(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int) {
    self.bytes = bytes
    lineStart = start
    self.end = min(end, bytes.count)
    read(from: start)
  }

  private mutating func read(from start: Int) {
    var offset = start
    while offset < end {
      let byte = bytes[offset]
      switch byte {
      case UInt8(ascii: "\n"), UInt8(ascii: "\r"):
        offset = bytes.lineEnd(afterContentEnd: offset)
        endLine(next: offset)
        continue
      case UInt8(ascii: "#"):
        offset = bytes.lineContentEnd(from: offset)
        if offset >= end { surroundings = .comment }
        continue
      case UInt8(ascii: "\""), UInt8(ascii: "'"):
        offset = skipQuotes(at: offset)
        continue
      case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"):
        open(byte, at: offset)
      case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"):
        close(byte)
      case UInt8(ascii: ","):
        separate()
      case UInt8(ascii: "="):
        if bytes.byte(at: offset + 1) == byte {
          offset += 1
          previous = .other
        } else {
          assign()
        }
      case UInt8(ascii: ":"):
        if let last = brackets.indices.last {
          brackets[last].isAfterColon = true
          if case .other = previous, skipBlanks(lastString.end) == offset { brackets[last].textKeys.append(lastString) }
        }
        previous = .colon
      case UInt8(ascii: "."):
        if bytes.byte(at: offset + 1) == byte, bytes.byte(at: offset + 2) == byte {
          offset += 2
          previous = .other
        } else {
          previous = .dot(offset)
        }
      case UInt8(ascii: "\\"):
        isContinued = bytes.byte(at: offset + 1).isLineBreak
      default:
        if byte.isIdentifierByte {
          let wordStart = offset
          while offset < end, bytes[offset].isIdentifierByte { offset += 1 }
          previous = byte.isIdentifierStart ? .identifier(ByteRange(wordStart, offset)) : .other
          continue
        }
        if !byte.isBlank { previous = .other }
      }
      offset += 1
    }
  }

  // MARK: - Statements

  private mutating func beginStatement() {
    brackets.removeAll(keepingCapacity: true)
    target = nil
    previous = .nothing
    isContinued = false
  }

  /// A line ended, and the next one starts at `next`.
  private mutating func endLine(next: Int) {
    lineStart = next
    let first = skipBlanks(next)
    // The line of the cursor is not blank: something is about to be written there.
    let isBlankLine = first < end && bytes[first].isLineBreak
    if brackets.isEmpty {
      if isContinued, !isBlankLine {
        isContinued = false
        return
      }
      beginStatement()
      statementColumn = first - next
    } else if isBlankLine || beginsStatement(at: first) {
      beginStatement()
      statementColumn = first - next
    } else if case .dot = previous {
      // `f(a, b.` with a dot for a comma.
      separate()
    }
  }

  /// Whether a line inside brackets plainly begins the next statement: the one before is broken.
  private func beginsStatement(at first: Int) -> Bool {
    let end = skipWord(first)
    guard end > first, bytes[first].isIdentifierStart else { return false }
    let next = skipBlanks(end)
    switch bytes.byte(at: next) {
    case UInt8(ascii: "("):
      if isFunction(ByteRange(first, end)) { return true }
    case UInt8(ascii: "."):
      if bytes.hasText("add_", at: next + 1) { return true }
    case UInt8(ascii: "="):
      if bytes.byte(at: next + 1) != UInt8(ascii: "="), isAssignedValue(at: next + 1) { return true }
    case UInt8(ascii: ":"):
      return false
    default:
      break
    }
    switch previous {
    case .identifier, .other: return first - lineStart <= statementColumn
    default: return false
    }
  }

  /// Whether what follows a `=` is what statements assign: a call of a function or method, or a continued line.
  private func isAssignedValue(at offset: Int) -> Bool {
    let start = skipBlanks(offset)
    if bytes.byte(at: start) == UInt8(ascii: "\\") { return true }
    let end = skipWord(start)
    guard end > start else { return false }
    let next = bytes.byte(at: end)
    return next == UInt8(ascii: "(") || next == UInt8(ascii: ".")
  }

  /// Whether a word is a function of the notation: `CClass`, `CBundle`, `add_…`.
  private func isFunction(_ word: ByteRange) -> Bool {
    if word.count >= 4, bytes.hasText("add_", at: word.start) { return true }
    let second = bytes.byte(at: word.start + 1)
    return bytes[word.start] == UInt8(ascii: "C") && second >= 0x41 && second <= 0x5A
  }

  // MARK: - Punctuation

  private mutating func open(_ byte: UInt8, at offset: Int) {
    defer { previous = .opener }
    var callee: ByteRange?
    if case .identifier(let word) = previous, byte == UInt8(ascii: "(") || word.end == offset { callee = word }
    let followsColon = if case .colon = previous { true } else { false }
    switch byte {
    case UInt8(ascii: "["):
      let isSubscript = if case .other = previous { true } else { callee != nil }
      brackets.append(OpenBracket(kind: isSubscript ? .subscript : .list))
    case UInt8(ascii: "("):
      if let callee {
        brackets.append(call(callee))
      } else if let last = brackets.last, last.kind == .call, bytes.byte(at: last.callee.end) == UInt8(ascii: "{") {
        // `f{(a: …` for `f({a: …`.
        brackets.append(OpenBracket(kind: .dictionary))
      } else {
        brackets.append(OpenBracket(kind: .group))
      }
    default:
      if let callee, isFunction(callee) {
        brackets.append(call(callee))
      } else {
        brackets.append(OpenBracket(kind: .dictionary, followsColon: followsColon))
      }
    }
  }

  private func call(_ callee: ByteRange) -> OpenBracket {
    var before = callee.start - 1
    while before >= 0, bytes[before].isBlank { before -= 1 }
    return OpenBracket(kind: .call, callee: callee, isMethod: bytes.byte(at: before) == UInt8(ascii: "."))
  }

  private mutating func close(_ byte: UInt8) {
    previous = .other
    let matching = brackets.lastIndex { bracket in
      switch bracket.kind {
      case .call, .group: byte == UInt8(ascii: ")")
      case .dictionary: byte == UInt8(ascii: "}")
      case .list, .subscript: byte == UInt8(ascii: "]")
      }
    }
    // A closer that matches nothing stands for the right one.
    if let matching { brackets.removeSubrange(matching...) } else { _ = brackets.popLast() }
  }

  private mutating func separate() {
    previous = .comma
    guard let last = brackets.indices.last else {
      target = nil
      return
    }
    brackets[last].commaCount += 1
    brackets[last].keyword = nil
    brackets[last].isAfterColon = false
  }

  private mutating func assign() {
    if case .identifier(let word) = previous {
      if let last = brackets.indices.last {
        if brackets[last].kind == .call {
          brackets[last].keyword = word
          brackets[last].usedKeywords.append(word)
        }
      } else {
        target = word
      }
    }
    previous = .equals
  }

  // MARK: - Strings and lists

  /// Skips a string, or opens or closes a list; returns the offset behind it.
  private mutating func skipQuotes(at start: Int) -> Int {
    let quote = bytes[start]
    let isTriple = bytes.byte(at: start + 1) == quote && bytes.byte(at: start + 2) == quote
    if isTriple, start + 3 > end {
      surroundings = .string(start)
      return end
    }
    if isTriple, quote == UInt8(ascii: "'"), isInList || opensList(at: start) {
      isInList.toggle()
      beginStatement()
      statementColumn = 0
      return start + 3
    }
    if isTriple { return skipTripleString(at: start, quote) }
    if isInList, brackets.isEmpty, quote == UInt8(ascii: "'"), bytes.byte(at: start + 1) == quote {
      // A list closed by two quotes.
      isInList = false
      beginStatement()
      return start + 2
    }
    previous = .other
    var offset = start + 1
    while offset < end, !bytes[offset].isLineBreak {
      if bytes[offset] == quote {
        lastString = ByteRange(start, offset + 1)
        return offset + 1
      }
      offset += bytes[offset] == UInt8(ascii: "\\") && !bytes.byte(at: offset + 1).isLineBreak ? 2 : 1
    }
    // At the end of the line an unclosed string is over.
    if offset >= end { surroundings = .string(start) }
    return min(offset, end)
  }

  /// Whether three quotes begin a list of codes: outside expressions, or on a line of their own after a broken statement.
  private func opensList(at offset: Int) -> Bool {
    switch previous {
    case .equals: return false
    default: break
    }
    return brackets.isEmpty || skipBlanks(lineStart) == offset
  }

  private mutating func skipTripleString(at start: Int, _ quote: UInt8) -> Int {
    previous = .other
    var offset = start + 3
    while offset < end {
      if bytes[offset] == quote, bytes.byte(at: offset + 1) == quote, bytes.byte(at: offset + 2) == quote {
        return offset + 3
      }
      offset += 1
    }
    surroundings = .string(start)
    return end
  }

  /// What stands between the quotes of the string around the cursor. One that isn't closed before punctuation ends with the
  /// cursor's word.
  func content(ofStringAt start: Int) -> ByteRange {
    let word = skipWord(end)
    var offset = word
    while bytes.byte(at: offset) == ASCII.space || bytes.byte(at: offset).isIdentifierByte { offset += 1 }
    return ByteRange(start + 1, bytes.byte(at: offset) == bytes.byte(at: start) ? offset : word)
  }

  // MARK: - Looking ahead

  func skipBlanks(_ offset: Int) -> Int {
    var offset = offset
    while offset < bytes.count, bytes[offset].isBlank { offset += 1 }
    return offset
  }

  func skipWord(_ offset: Int) -> Int {
    var offset = offset
    while offset < bytes.count, bytes[offset].isIdentifierByte { offset += 1 }
    return offset
  }
}
