// Finds the scopes of Python in one statement, from its tokens: the tree leaves out what the notation has no use for.

/// Reads the tokens of a statement in one go, with the scopes that are open around each on a stack.
struct LocalNameReader {
  private var lexer: Lexer
  private let end: Int
  private var previous = Token()
  private var token = Token()
  private var next = Token()
  private var frames: [LocalFrame]
  private var line = LogicalLine()
  private var found: [LocalScope] = []
  /// How many brackets, functions and the like are open that ``frames`` doesn't hold.
  private var ignored = 0

  /// What is nested deeper binds no names, so that looking through the stack takes bounded time.
  private static let mostFrames = 200

  /// - Parameters:
  ///   - text: lives longer than the reader.
  ///   - range: where the statement stands in it.
  ///   - lineStart: where its line starts.
  init(_ text: UnsafePointer<UInt8>, _ range: ByteRange, lineStart: Int) {
    lexer = Lexer(text: text, count: range.end)
    lexer.position = range.start
    lexer.lineStart = lineStart
    end = range.end
    frames = [LocalFrame(.statement, start: range.start)]
  }

  /// Every scope of the statement.
  mutating func scopes() -> [LocalScope] {
    var nextColumn = shift()
    var isFirst = true
    while next.ownKind != .end {
      let column = nextColumn
      nextColumn = shift()
      if isFirst || token.followsLineBreak && !isInBrackets { beginLine(column) }
      isFirst = false
      read()
    }
    while !frames.isEmpty { closeFrame(at: end) }
    return found
  }

  /// Moves on by one token; returns the column of the next one, in bytes.
  private mutating func shift() -> Int {
    previous = token
    token = next
    lexer.next(&next)
    let column = next.start - lexer.lineStart
    if next.ownKind == .tripleQuote { _ = lexer.completeTriple(&next) }
    return column
  }

  // MARK: - Frames

  private var isInBrackets: Bool {
    switch frames.last?.kind {
    case .statement, .block, .function, nil: false
    case .lambda, .lambdaParameters:
      frames.last { $0.kind != .lambda && $0.kind != .lambdaParameters }?.isBracket == true
    default: true
    }
  }

  private mutating func beginLine(_ column: Int) {
    closeLambdas(andParameters: true)
    while let last = frames.last, last.kind == .block || last.kind == .function, last.column >= column {
      closeFrame(at: token.start)
    }
    line = LogicalLine(start: token.start, column: column)
  }

  private mutating func closeLambdas(andParameters: Bool = false) {
    while let last = frames.last, last.kind == .lambda || andParameters && last.kind == .lambdaParameters {
      closeFrame(at: token.start)
    }
  }

  private mutating func open(_ kind: LocalFrame.Kind, start: Int, column: Int = 0) {
    if frames.count < Self.mostFrames {
      frames.append(LocalFrame(kind, start: start, column: column))
    } else if kind != .lambdaParameters {
      ignored += 1
    }
  }

  private mutating func closeFrame(at end: Int) {
    guard let frame = frames.popLast() else { return }
    found += frame.scopes(endingAt: end, in: lexer.text)
  }

  /// Gives the token a meaning of its own in the innermost function or class around it, else in the innermost block, else in
  /// the whole statement.
  ///
  /// - Parameter count: how many of the frames are looked at.
  private mutating func bind(_ name: ByteRange, below count: Int = .max) {
    let frames = frames.indices.prefix(count)
    let frame =
      frames.last { self.frames[$0].kind == .function } ?? frames.last { self.frames[$0].kind == .block }
      ?? frames.first
    if let frame { self.frames[frame].names.append(name) }
  }

  private var isInFunction: Bool { frames.contains { $0.kind == .function } }

  // MARK: - Tokens

  private mutating func read() {
    switch token.ownKind {
    case .leftParenthesis, .leftBracket, .leftBrace: openBracket()
    case .rightParenthesis, .rightBracket, .rightBrace: closeBracket()
    case .comma: closeLambdas()
    case .star: break
    case .colon: colon()
    case .equals, .augmentedAssignment:
      guard !isInBrackets else { return }
      if isInFunction { for target in line.targets { bind(target) } }
      line.targets = []
    case .name: name()
    case .statementWord, .infixWord, .prefixWord: word()
    default: line.isTarget = false
    }
  }

  private mutating func openBracket() {
    let kind: LocalFrame.Kind
    if line.isHeader, line.isFunction, frames.last?.kind == .function {
      kind = .parameters
    } else if frames.last?.isTarget == true, token.ownKind != .leftBrace {
      kind = .target
    } else {
      kind = .bracket
    }
    open(kind, start: token.end)
  }

  private mutating func closeBracket() {
    guard ignored == 0 else {
      ignored -= 1
      return
    }
    closeLambdas(andParameters: true)
    if frames.last?.isBracket == true { closeFrame(at: token.start) }
  }

  private mutating func colon() {
    switch frames.last?.kind {
    case .lambdaParameters:
      frames[frames.count - 1].kind = .lambda
      frames[frames.count - 1].start = token.end
    case .block, .function:
      // What stands on the line of `def` and `for` is outside, but for the names that they bind.
      if line.isHeader { frames[frames.count - 1].start = token.end }
      line.isHeader = false
    default: break
    }
    line.isTarget = false
  }

  private mutating func word() {
    let isFirst = token.start == line.start
    line.isTarget = false
    switch token.word {
    case .lambda:
      open(.lambdaParameters, start: token.end)
    case .definition:
      open(.function, start: end, column: line.column)
      line.isHeader = true
      line.isFunction = isText("def")
    case .async where isFirst: break
    case .compound, .compoundOrInfix, .for, .if:
      if isFirst || token.word == .for && previous.word == .async && previous.start == line.start {
        open(.block, start: end, column: line.column)
        line.isHeader = true
        if token.word == .for { frames[frames.count - 1].phase = .targets }
      } else {
        comprehensionWord()
      }
    case .async: comprehensionWord()
    case .in where frames.last?.phase == .targets:
      frames[frames.count - 1].beginIterable(at: token.end)
    case .import: line.isImport = true
    case .simple where isFirst: line.isGlobal = isText("global") || isText("nonlocal")
    default: break
    }
  }

  /// `for`, `if` or `async` behind the start of a line.
  private mutating func comprehensionWord() {
    if token.word == .for { closeLambdas() }
    guard frames.last?.kind == .bracket, token.word == .for || frames.last?.phase == .iterable else { return }
    frames[frames.count - 1].endIterable(at: token.start, next: token.word == .for ? .targets : .none)
  }

  private mutating func name() {
    guard previous.ownKind != .dot || token.start == line.start else {
      line.isTarget = false
      return
    }
    let beginsElement = previous.ownKind.isOpener || previous.ownKind == .comma || previous.ownKind == .star
    let isWhole = next.ownKind != .dot && !next.ownKind.isOpener
    let isInTargets = frames.last?.isTarget == true
    if line.isTarget, isWhole, !isInTargets { line.targets.append(token.range) }
    line.isTarget = line.isTarget && isWhole
    switch frames.last?.kind {
    case .lambdaParameters:
      if beginsElement || previous.word == .lambda { frames[frames.count - 1].names.append(token.range) }
    case .parameters:
      if beginsElement { bind(token.range) }
    default:
      if isInTargets {
        if isWhole { bindTarget() }
      } else if previous.word == .definition {
        if isInFunctionAround { bind(token.range, below: frames.count - 1) }
      } else if isAs(previous) || isWalrus(next) || isImported(beginsElement) {
        bind(token.range)
      } else if line.isGlobal, let function = frames.lastIndex(where: { $0.kind == .function }) {
        frames[function].globals.append(token.range)
      }
    }
  }

  /// A variable of a loop or a comprehension, in the brackets that may stand around several.
  private mutating func bindTarget() {
    guard let owner = frames.lastIndex(where: { $0.kind != .target }) else { return }
    if frames[owner].kind == .block { bind(token.range) } else { frames[owner].names.append(token.range) }
  }

  private var isInFunctionAround: Bool { frames.dropLast().contains { $0.kind == .function } }

  private func isImported(_ beginsElement: Bool) -> Bool {
    line.isImport && isInFunction && !isAs(next) && (beginsElement || previous.word == .import)
  }

  private func isText(_ text: StaticString) -> Bool {
    lexer.hasText(text, at: token.start) && token.end - token.start == text.utf8CodeUnitCount
  }

  private func isAs(_ token: Token) -> Bool {
    token.ownKind == .infixWord && token.end - token.start == 2 && lexer.hasText("as", at: token.start)
  }

  private func isWalrus(_ token: Token) -> Bool {
    token.ownKind == .infix && lexer.hasText(":=", at: token.start)
  }
}

/// What has been read of a line of Python, with those that brackets and backslashes join to it.
private struct LogicalLine {
  var start = 0
  /// Where it starts, in bytes from the start of its first line.
  var column = 0
  /// Whether it is a `def`, a `for` and the like whose colon hasn't come yet.
  var isHeader = false
  var isFunction = false
  var isImport = false
  var isGlobal = false
  /// Whether nothing but names, commas and brackets came yet, as before the `=` of an assignment.
  var isTarget = true
  var targets: [ByteRange] = []
}

/// A bracket, a function, a block or a lambda, while it is read.
private struct LocalFrame {
  enum Kind {
    case statement
    case block
    case function
    case bracket
    case parameters
    /// Brackets around the variables of a loop.
    case target
    case lambdaParameters
    case lambda
  }

  /// Where a comprehension, or the first line of a loop, is.
  enum Phase {
    case none
    case targets
    case iterable
  }

  var kind: Kind
  /// Where the names begin to be known.
  var start: Int
  /// Where the line starts that the frame begins, in bytes.
  let column: Int
  var phase = Phase.none
  /// The names that are bound in it, where they stand.
  var names: [ByteRange] = []
  /// The names of a function that mean what they mean outside.
  var globals: [ByteRange] = []
  /// Where what the first `for` of a comprehension goes through begins and ends: its variables aren't known there.
  private var iterableStart: Int?
  private var iterableEnd: Int?

  init(_ kind: Kind, start: Int, column: Int = 0) {
    self.kind = kind
    self.start = start
    self.column = column
  }

  var isBracket: Bool { kind == .bracket || kind == .parameters || kind == .target }

  /// Whether names that stand here are the variables of a loop.
  var isTarget: Bool { kind == .target || phase == .targets }

  mutating func beginIterable(at offset: Int) {
    phase = .iterable
    if iterableStart == nil { iterableStart = offset }
  }

  mutating func endIterable(at offset: Int, next: Phase) {
    if iterableStart != nil, iterableEnd == nil { iterableEnd = offset }
    phase = next
  }

  func scopes(endingAt end: Int, in text: UnsafePointer<UInt8>) -> [LocalScope] {
    guard !names.isEmpty else { return [] }
    let globals = Set(globals.map { bytes(of: $0, in: text) })
    var scopes: [LocalScope] = []
    for name in names where !globals.contains(bytes(of: name, in: text)) {
      scopes.append(LocalScope(name: name, range: name))
      guard let iterableStart, kind == .bracket else {
        scopes.append(LocalScope(name: name, range: ByteRange(start, end)))
        continue
      }
      scopes.append(LocalScope(name: name, range: ByteRange(start, iterableStart)))
      if let iterableEnd { scopes.append(LocalScope(name: name, range: ByteRange(iterableEnd, end))) }
    }
    return scopes
  }

  private func bytes(of name: ByteRange, in text: UnsafePointer<UInt8>) -> [UInt8] {
    globals.isEmpty ? [] : (name.start..<name.end).map { text[$0] }
  }
}
