// A tree as text, for tests and for those who look into the parser.

extension NotationTree {
  /// One line for each node, indented by its depth: its kind, `!` if it is damaged, and its text if it has no children;
  /// then one line for each problem.
  ///
  /// - Parameter source: the bytes that were parsed.
  public func dump(source: [UInt8]) -> String {
    var lines: [String] = []
    /// Where the open nodes' subtrees end.
    var ends: [Int] = []
    for (index, node) in nodes.enumerated() {
      while let end = ends.last, end <= index { ends.removeLast() }
      var line = String(repeating: "  ", count: ends.count) + "\(node.kind)"
      if node.isDamaged { line += " !" }
      if Int(node.subtreeEnd) == index + 1 { line += " " + Self.quoted(node.range, in: source) }
      lines.append(line)
      ends.append(Int(node.subtreeEnd))
    }
    for problem in problems {
      lines.append("problem \(problem.kind.label) at \(problem.range.start): " + Self.quoted(problem.range, in: source))
    }
    return lines.joined(separator: "\n")
  }

  private static func quoted(_ range: ByteRange, in source: [UInt8]) -> String {
    guard range.end <= source.count else { return "outside the source" }
    let text = String(decoding: source[range.start..<range.end], as: UTF8.self)
    var line = "⟨"
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\n": line += "⏎"
      case "\r": line += "␍"
      default: line.unicodeScalars.append(scalar)
      }
    }
    return line + "⟩"
  }
}

extension SyntaxProblemKind {
  /// The problem's name with its characters, as dumps show it.
  public var label: String {
    func character(_ byte: UInt8) -> String { String(UnicodeScalar(byte)) }
    return switch self {
    case .unclosedBracket(let bracket): "unclosedBracket \(character(bracket))"
    case .missingCloser(let expected, let before): "missingCloser \(character(expected)) before \(character(before))"
    case .wrongBracket(let expected, let found): "wrongBracket \(character(found)) for \(character(expected))"
    case .unexpectedOpener(let opener): "unexpectedOpener \(character(opener))"
    case .signsForName: "signsForName"
    case .typographicQuote: "typographicQuote"
    case .unexpectedCloser(let closer): "unexpectedCloser \(character(closer))"
    case .swappedBrackets(let first, let second): "swappedBrackets \(character(first))\(character(second))"
    case .missingComma: "missingComma"
    case .wrongSeparator(let separator): "wrongSeparator \(character(separator))"
    case .missingColon: "missingColon"
    case .missingExpression: "missingExpression"
    case .unclosedString(let quote): "unclosedString \(character(quote))"
    case .lineBreakInString(let quote): "lineBreakInString \(character(quote))"
    case .unclosedList: "unclosedList"
    case .listClosedByTwoQuotes: "listClosedByTwoQuotes"
    case .unexpectedText: "unexpectedText"
    case .nestingTooDeep: "nestingTooDeep"
    }
  }
}
