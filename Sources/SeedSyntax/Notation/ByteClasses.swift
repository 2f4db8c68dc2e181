// The lexer's tables: what each byte can begin or continue, and which words are reserved.

/// What a byte begins; the low four bits of its entry in the table.
enum ByteClass {
  static let unknown: UInt8 = 0
  static let blank: UInt8 = 1
  static let lineFeed: UInt8 = 2
  static let carriageReturn: UInt8 = 3
  static let hash: UInt8 = 4
  static let letter: UInt8 = 5
  static let digit: UInt8 = 6
  static let quote: UInt8 = 7
  static let punctuation: UInt8 = 8
  static let mark: UInt8 = 9
  static let dot: UInt8 = 10
  static let backslash: UInt8 = 11
  static let nonASCII: UInt8 = 12

  static let mask: UInt8 = 0x0F
  /// A byte that continues a word.
  static let wordBit: UInt8 = 0x10
}

/// Tables that are built once and then only read.
enum LexerTables {
  /// 256 entries, indexed by byte.
  // The pointer is written before it is published and never afterwards.
  nonisolated(unsafe) static let classes: UnsafePointer<UInt8> = makeClasses()

  /// 256 entries: the kind of a one-byte token.
  nonisolated(unsafe) static let punctuation: UnsafePointer<TokenKind> = makePunctuation()

  /// Open addressing over the bytes of a word packed into an integer.
  nonisolated(unsafe) static let words: UnsafePointer<Entry> = makeWords()

  struct Entry {
    var packed: UInt64 = 0
    var kind: TokenKind = .name
    var word: ReservedWord = .none
  }

  static let wordSlots = 256

  /// The slot where the search for a packed word begins.
  @inline(__always)
  static func slot(of packed: UInt64) -> Int {
    Int(truncatingIfNeeded: (packed &* 0x9E37_79B9_7F4A_7C15) >> 56)
  }

  private static func makeClasses() -> UnsafePointer<UInt8> {
    let table = UnsafeMutablePointer<UInt8>.allocate(capacity: 256)
    table.initialize(repeating: ByteClass.unknown, count: 256)
    func set(_ bytes: some Sequence<UInt8>, _ value: UInt8) {
      for byte in bytes { table[Int(byte)] = value }
    }
    set(" \t\u{0B}\u{0C}".utf8, ByteClass.blank)
    set("\n".utf8, ByteClass.lineFeed)
    set("\r".utf8, ByteClass.carriageReturn)
    set("#".utf8, ByteClass.hash)
    set(UInt8(ascii: "a")...UInt8(ascii: "z"), ByteClass.letter | ByteClass.wordBit)
    set(UInt8(ascii: "A")...UInt8(ascii: "Z"), ByteClass.letter | ByteClass.wordBit)
    set("_".utf8, ByteClass.letter | ByteClass.wordBit)
    set(UInt8(ascii: "0")...UInt8(ascii: "9"), ByteClass.digit | ByteClass.wordBit)
    set("'\"".utf8, ByteClass.quote)
    set("()[]{},;~".utf8, ByteClass.punctuation)
    set("=:+-*/%@&|^<>!".utf8, ByteClass.mark)
    set(".".utf8, ByteClass.dot)
    set("\\".utf8, ByteClass.backslash)
    set(0x80...0xFF, ByteClass.nonASCII)
    return UnsafePointer(table)
  }

  private static func makePunctuation() -> UnsafePointer<TokenKind> {
    let table = UnsafeMutablePointer<TokenKind>.allocate(capacity: 256)
    table.initialize(repeating: .unknown, count: 256)
    let kinds: [(UInt8, TokenKind)] = [
      (UInt8(ascii: "("), .leftParenthesis), (UInt8(ascii: ")"), .rightParenthesis),
      (UInt8(ascii: "["), .leftBracket), (UInt8(ascii: "]"), .rightBracket),
      (UInt8(ascii: "{"), .leftBrace), (UInt8(ascii: "}"), .rightBrace),
      (UInt8(ascii: ","), .comma), (UInt8(ascii: ";"), .semicolon), (UInt8(ascii: "~"), .prefix),
    ]
    for (byte, kind) in kinds { table[Int(byte)] = kind }
    return UnsafePointer(table)
  }

  private static func makeWords() -> UnsafePointer<Entry> {
    let table = UnsafeMutablePointer<Entry>.allocate(capacity: wordSlots)
    table.initialize(repeating: Entry(), count: wordSlots)
    let groups: [(String, TokenKind, ReservedWord)] = [
      ("import", .statementWord, .import), ("from", .statementWord, .from),
      ("def class", .statementWord, .definition),
      ("while with try elif except finally", .statementWord, .compound),
      ("return pass break continue raise del assert global nonlocal", .statementWord, .simple),
      ("for", .infixWord, .for), ("if", .infixWord, .if), ("else", .infixWord, .compoundOrInfix),
      ("async", .infixWord, .async), ("in", .infixWord, .in),
      ("and or is as", .infixWord, .other),
      ("not", .prefixWord, .not), ("lambda", .prefixWord, .lambda), ("yield", .prefixWord, .yield),
      ("await", .prefixWord, .other),
      ("True False None", .constant, .other),
    ]
    for (words, kind, word) in groups {
      for spelling in words.split(separator: " ") {
        let packed = spelling.utf8.reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        var index = slot(of: packed)
        while table[index].packed != 0 { index = (index + 1) & (wordSlots - 1) }
        table[index] = Entry(packed: packed, kind: kind, word: word)
      }
    }
    return UnsafePointer(table)
  }
}
