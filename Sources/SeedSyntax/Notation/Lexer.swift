// Cuts the bytes of the notation into tokens, one at a time, without copying any of them.

/// A lexer over bytes that outlive it.
///
/// It never fails: what begins no token is an `.unknown` one. Every token but `.end` has at least one byte, so a parser that
/// advances comes to the end.
struct Lexer {
  let text: UnsafePointer<UInt8>
  let count: Int
  /// Where the next token is looked for.
  var position = 0
  /// Where the line of the latest token begins.
  var lineStart = 0
  /// How many brackets are open; line ends mean nothing inside them.
  var depth = 0
  /// The quote whose threefold form closes the list that is being read; 0 outside lists.
  var listQuote: UInt8 = 0
  /// From here on no closing `'''` or `"""` was found, so that nobody looks for it again.
  var noTripleSingleAfter = Int.max
  var noTripleDoubleAfter = Int.max
  /// Up to here the fields of formatted strings are known to be unbalanced.
  var plainFieldsUntil = 0
  var comments: [ByteRange] = []

  private let classes = LexerTables.classes
  private let punctuation = LexerTables.punctuation
  private let words = LexerTables.words

  init(text: UnsafePointer<UInt8>, count: Int) {
    self.text = text
    self.count = count
    // A byte order mark belongs to the file, not to its first word.
    if count >= 3, text[0] == 0xEF, text[1] == 0xBB, text[2] == 0xBF { position = 3 }
  }

  @inline(__always)
  func classOf(_ offset: Int) -> UInt8 { classes[Int(text[offset])] }

  /// Reads the next token, over what comes before it: blanks, line ends, comments and hidden line ends.
  ///
  /// The first token of the text counts as one that begins a line.
  mutating func next(_ token: inout Token) {
    token = Token()
    token.startsLine = position == 0
    token.followsLineBreak = false
    var offset = position
    scan: while offset < count {
      let byte = text[offset]
      switch classes[Int(byte)] & ByteClass.mask {
      case ByteClass.blank:
        offset = afterIndentation(offset)
        continue scan
      case ByteClass.lineFeed, ByteClass.carriageReturn:
        offset = afterLineBreak(offset)
        lineStart = offset
        token.startsLine = true
        token.followsLineBreak = true
        continue scan
      case ByteClass.hash:
        offset = afterComment(offset)
        continue scan
      case ByteClass.backslash:
        if let lineAfter = lineAfterHiddenBreak(offset) {
          offset = lineAfter
          lineStart = offset
          token.startsLine = true
          continue scan
        }
        readUnknown(&token, at: offset)
      case ByteClass.nonASCII:
        let width = blankWidth(at: offset)
        guard width == 0 else {
          offset += width
          continue scan
        }
        fallthrough
      case ByteClass.letter: word(&token, at: offset)
      case ByteClass.punctuation:
        token.ownKind = punctuation[Int(byte)]
        position = offset &+ 1
      case ByteClass.mark: mark(byte, &token, at: offset)
      case ByteClass.quote: quoted(byte, &token, at: offset)
      case ByteClass.digit: number(&token, at: offset)
      case ByteClass.dot: dot(&token, at: offset)
      default: readUnknown(&token, at: offset)
      }
      token.start = offset
      token.end = position
      token.kind = token.followsLineBreak && depth == 0 && token.ownKind != .listEnd ? .lineEnd : token.ownKind
      return
    }
    // A token that nobody gave a kind is an `.end`.
    position = offset
    token.start = offset
    token.end = offset
  }

  // MARK: - Between tokens

  @inline(__always)
  private func afterIndentation(_ offset: Int) -> Int {
    var offset = offset &+ 1
    // Indentation comes in long runs: eight blanks at a time.
    while offset &+ 8 <= count,
      UnsafeRawPointer(text + offset).loadUnaligned(as: UInt64.self) == 0x2020_2020_2020_2020
    {
      offset &+= 8
    }
    return offset
  }

  private mutating func afterComment(_ start: Int) -> Int {
    let end = lineEnd(from: start)
    comments.append(ByteRange(start, end))
    return end
  }

  /// Where the next line begins, if the backslash at an offset hides the end of its own.
  private func lineAfterHiddenBreak(_ backslash: Int) -> Int? {
    // Blanks after the backslash are forgiven: nobody sees them.
    let after = afterBlanks(backslash + 1)
    return after < count && isLineBreak(text[after]) ? afterLineBreak(after) : nil
  }

  /// The width of a blank outside ASCII (no-break space, zero-width space, line separator …) at an offset, else 0.
  func blankWidth(at offset: Int) -> Int {
    if text[offset] == 0xC2, offset + 1 < count, text[offset + 1] == 0xA0 { return 2 }
    guard offset + 2 < count else { return 0 }
    switch (text[offset], text[offset + 1], text[offset + 2]) {
    case (0xE2, 0x80, 0x80...0x8D), (0xE2, 0x80, 0xA8...0xA9), (0xE2, 0x80, 0xAF), (0xEF, 0xBB, 0xBF): return 3
    default: return 0
    }
  }

  /// Whether punctuation outside ASCII (quotation marks, dashes, bullets, `…`) stands at an offset; three bytes.
  func isPunctuation(at offset: Int) -> Bool {
    guard offset + 2 < count, text[offset] == 0xE2, text[offset + 1] == 0x80 else { return false }
    return (0x90...0xBF).contains(text[offset + 2])
  }

  // MARK: - Tokens

  private mutating func readUnknown(_ token: inout Token, at offset: Int) {
    token.ownKind = .unknown
    position = offset + 1
  }

  @inline(__always)
  private mutating func word(_ token: inout Token, at start: Int) {
    var end = afterWord(start)
    if end < count, text[end] >= 0x80 { end = afterLettersOutsideASCII(end) }
    guard end > start else { return punctuationOutsideASCII(&token, at: start) }
    position = end
    token.ownKind = .name
    if end &- start <= 8 { shortWord(&token, start, end) }
  }

  /// The rest of a word that goes on with a byte outside ASCII.
  private func afterLettersOutsideASCII(_ start: Int) -> Int {
    var offset = start
    while offset < count, text[offset] >= 0x80, !isPunctuation(at: offset), blankWidth(at: offset) == 0 {
      offset = afterWord(offset + 1)
    }
    return offset
  }

  /// A word that may be reserved, or the prefix of a string.
  private mutating func shortWord(_ token: inout Token, _ start: Int, _ offset: Int) {
    let length = offset - start
    if length <= 2, offset < count, text[offset] == UInt8(ascii: "'") || text[offset] == UInt8(ascii: "\""),
      !closesList(at: offset), isStringPrefix(start, length, &token)
    {
      return quoted(text[offset], &token, at: offset)
    }
    guard length >= 2 else { return }
    let packed = packedWord(start, length)
    var slot = LexerTables.slot(of: packed)
    while true {
      let entry = words[slot]
      if entry.packed == packed {
        token.ownKind = entry.kind
        token.word = entry.word
        return
      }
      if entry.packed == 0 { return }
      slot = (slot &+ 1) & (LexerTables.wordSlots &- 1)
    }
  }

  /// At most eight bytes as one integer.
  @inline(__always)
  private func packedWord(_ start: Int, _ length: Int) -> UInt64 {
    if start &+ 8 <= count {
      let bytes = UInt64(bigEndian: UnsafeRawPointer(text + start).loadUnaligned(as: UInt64.self))
      return bytes &>> UInt64(truncatingIfNeeded: (8 &- length) &* 8)
    }
    var packed: UInt64 = 0
    for offset in start..<start + length { packed = packed &<< 8 | UInt64(text[offset]) }
    return packed
  }

  /// Whether two or three quotes at an offset would close the list that is being read: then `b` in `a, b'''` is a name.
  private func closesList(at offset: Int) -> Bool {
    listQuote == text[offset] && offset + 1 < count && text[offset + 1] == listQuote
  }

  private func isStringPrefix(_ start: Int, _ length: Int, _ token: inout Token) -> Bool {
    let first = text[start] | 0x20
    if length == 1 {
      token.isFormatted = first == UInt8(ascii: "f")
      return token.isFormatted || first == UInt8(ascii: "r") || first == UInt8(ascii: "b") || first == UInt8(ascii: "u")
    }
    let second = text[start + 1] | 0x20
    guard first == UInt8(ascii: "r") || second == UInt8(ascii: "r"), first != second else { return false }
    let other = first == UInt8(ascii: "r") ? second : first
    token.isFormatted = other == UInt8(ascii: "f")
    return token.isFormatted || other == UInt8(ascii: "b")
  }

  private mutating func number(_ token: inout Token, at start: Int) {
    token.ownKind = .number
    var offset = start
    let isPrefixed = offset + 1 < count && text[offset] == UInt8(ascii: "0") && isRadix(text[offset + 1])
    while offset < count {
      let byte = text[offset]
      if classes[Int(byte)] & ByteClass.wordBit != 0 {
        offset += 1
      } else if byte == UInt8(ascii: "."), !isPrefixed, !(offset + 1 < count && text[offset + 1] == byte) {
        offset += 1
      } else if byte == UInt8(ascii: "-") || byte == UInt8(ascii: "+"), !isPrefixed, offset > start,
        text[offset - 1] | 0x20 == UInt8(ascii: "e"), offset + 1 < count,
        classes[Int(text[offset + 1])] & ByteClass.mask == ByteClass.digit
      {
        offset += 1
      } else {
        break
      }
    }
    position = offset
    guard !isPrefixed else { return }
    for index in start..<offset {
      let byte = text[index] | 0x20
      guard classes[Int(text[index])] & ByteClass.mask == ByteClass.letter, text[index] != UInt8(ascii: "_") else {
        continue
      }
      let isExponent = byte == UInt8(ascii: "e") && index + 1 < offset
      let isImaginary = byte == UInt8(ascii: "j") && index + 1 == offset
      if !isExponent && !isImaginary { token.isMalformed = true }
    }
  }

  private func isRadix(_ byte: UInt8) -> Bool {
    byte | 0x20 == UInt8(ascii: "x") || byte | 0x20 == UInt8(ascii: "b") || byte | 0x20 == UInt8(ascii: "o")
  }

  private mutating func dot(_ token: inout Token, at offset: Int) {
    if offset + 1 < count, classOf(offset + 1) & ByteClass.mask == ByteClass.digit { return number(&token, at: offset) }
    if offset + 2 < count, text[offset + 1] == UInt8(ascii: "."), text[offset + 2] == UInt8(ascii: ".") {
      token.ownKind = .ellipsis
      position = offset + 3
      return
    }
    token.ownKind = .dot
    position = offset + 1
  }

  /// Operators, `=` and `:`.
  @inline(__always)
  private mutating func mark(_ byte: UInt8, _ token: inout Token, at offset: Int) {
    let next = offset + 1 < count ? text[offset + 1] : 0
    let isFollowedByEquals = next == UInt8(ascii: "=")
    position = offset + (isFollowedByEquals ? 2 : 1)
    switch byte {
    case UInt8(ascii: ":"):
      token.ownKind = isFollowedByEquals ? .infix : .colon
    case UInt8(ascii: "="):
      token.ownKind = isFollowedByEquals ? .infix : .equals
    case UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "*"), UInt8(ascii: "/"):
      let isDoubled = next == byte
      position = offset + (isDoubled ? 2 : 1)
      let hasEquals = position < count && text[position] == UInt8(ascii: "=")
      if hasEquals { position += 1 }
      let isComparison = !isDoubled && (byte == UInt8(ascii: "<") || byte == UInt8(ascii: ">"))
      token.ownKind =
        hasEquals && !isComparison ? .augmentedAssignment : byte == UInt8(ascii: "*") && !hasEquals ? .star : .infix
    case UInt8(ascii: "!"):
      token.ownKind = isFollowedByEquals ? .infix : .unknown
    case UInt8(ascii: "+"), UInt8(ascii: "-"):
      token.ownKind = isFollowedByEquals ? .augmentedAssignment : .sign
    default:
      token.ownKind = isFollowedByEquals ? .augmentedAssignment : .infix
    }
  }
}
