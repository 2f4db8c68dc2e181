// Turns the text of a pattern into the machine that matches it.

/// Reads a pattern character by character.
struct GlobParser {
  private let pattern: [Unicode.Scalar]
  private var index = 0
  private var program = GlobProgram()

  init(_ pattern: [Unicode.Scalar]) {
    self.pattern = pattern
  }

  /// - Parameter startsAnywhere: whether any number of folders may stand before what the pattern says.
  mutating func parse(startsAnywhere: Bool) throws(Glob.Problem) -> GlobProgram {
    if startsAnywhere { addFolders() }
    try parseSequence(depth: 0)
    return program
  }

  private var next: Unicode.Scalar? { pattern.indices.contains(index) ? pattern[index] : nil }

  /// Reads up to the end, or inside braces up to `,` or `}`, which are left.
  private mutating func parseSequence(depth: Int) throws(Glob.Problem) {
    while let scalar = next {
      switch scalar {
      case ",", "}":
        guard depth == 0 else { return }
        guard scalar == "," else { throw Glob.Problem(message: "This `}` has no `{`.") }
        add(.character(scalar))
      case "{": try parseAlternatives(depth: depth + 1)
      case "[": try parseRange()
      case "*": parseStars()
      case "?": add(.anyInName)
      case "\\":
        index += 1
        guard let escaped = next else { throw Glob.Problem(message: "Behind the last `\\` a character is missing.") }
        add(.character(escaped))
      default: add(.character(scalar))
      }
      index += 1
    }
  }

  private mutating func add(_ test: GlobProgram.Test) {
    program.states.append(.one(test))
  }

  // MARK: - Stars

  /// `*` or several; the last of them is left.
  private mutating func parseStars() {
    let start = index
    while index + 1 < pattern.count, pattern[index + 1] == "*" { index += 1 }
    let startsPart = start == 0 || isBoundary(pattern[start - 1], "{", ",")
    let end = index + 1 < pattern.count ? pattern[index + 1] : nil
    guard index > start, startsPart, end.map({ isBoundary($0, "}", ",") }) != false else {
      addRepeated(.anyInName)
      return
    }
    if end == "/" {
      addFolders()
      index += 1
    } else {
      addRepeated(.any)
    }
  }

  private func isBoundary(_ scalar: Unicode.Scalar, _ others: Unicode.Scalar...) -> Bool {
    scalar == "/" || others.contains(scalar)
  }

  /// Any number of characters.
  private mutating func addRepeated(_ test: GlobProgram.Test) {
    let start = program.states.count
    program.states += [.either(start + 1, start + 3), .one(test), .jump(start)]
  }

  /// Nothing, or any number of folders with the `/` behind them.
  private mutating func addFolders() {
    let start = program.states.count
    program.states += [
      .either(start + 1, start + 5), .either(start + 2, start + 4), .one(.any), .jump(start + 1),
      .one(.character("/")),
    ]
  }

  // MARK: - Choices

  /// `{a,b}`; the closing brace is left.
  private mutating func parseAlternatives(depth: Int) throws(Glob.Problem) {
    guard depth <= Glob.deepestNesting else {
      throw Glob.Problem(message: "Braces nest deeper than \(Glob.deepestNesting) levels.")
    }
    index += 1
    guard next != "}" else { throw Glob.Problem(message: "Between `{` and `}` stands nothing.") }
    var ends: [Int] = []
    while true {
      // Filled in when it is known where the next alternative starts.
      let start = program.states.count
      program.states.append(.jump(start + 1))
      try parseSequence(depth: depth)
      guard let closer = next else { throw Glob.Problem(message: "This `{` has no `}`.") }
      ends.append(program.states.count)
      program.states.append(.jump(0))
      if closer == "}" { break }
      program.states[start] = .either(start + 1, program.states.count)
      index += 1
    }
    for end in ends { program.states[end] = .jump(program.states.count) }
  }

  /// `[a-z]` or `[!a-z]`; the closing bracket is left.
  private mutating func parseRange() throws(Glob.Problem) {
    index += 1
    let isNegated = next == "!" || next == "^"
    if isNegated { index += 1 }
    var ranges: [ClosedRange<Unicode.Scalar>] = []
    while let first = next, first != "]" || ranges.isEmpty {
      guard index + 2 < pattern.count, pattern[index + 1] == "-", pattern[index + 2] != "]" else {
        ranges.append(first...first)
        index += 1
        continue
      }
      let last = pattern[index + 2]
      guard first <= last else {
        throw Glob.Problem(message: "The range `\(first)-\(last)` is the wrong way round.")
      }
      ranges.append(first...last)
      index += 3
    }
    guard next == "]" else { throw Glob.Problem(message: "This `[` has no `]`.") }
    add(.range(ranges, isNegated: isNegated))
  }
}
