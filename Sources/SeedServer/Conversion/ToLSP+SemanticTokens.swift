// From our tokens to the protocol's numbers, and what the numbers mean.
//
// The types are standard ones, because only these have colours in the themes that editors come with. They were chosen so that
// the roles which stand side by side differ in most of them (read: VS Code's Dark+ and Light+, Neovim's default): decisions
// look like functions, design solutions like types, forces like properties, impacts like constants, metaclasses like
// keywords, and what nobody defines like a plain variable. Each role is a modifier as well, so that whoever wants other
// colours can write a rule for `*.force` without asking which type we took.

internal import LanguageServerProtocol
internal import SeedIDE
internal import SeedSyntax

extension ToLSP {
  /// The standard types that we use, by their numbers in the tokens.
  private enum TokenType: Int, CaseIterable {
    case function, `class`, `struct`, interface, property, namespace, variable, keyword, enumMember, macro

    // Spelled out, here and below: to ask a case for its name is reflection, which was half of the work before `initialize`
    // is answered.
    var name: String {
      switch self {
      case .function: "function"
      case .class: "class"
      case .struct: "struct"
      case .interface: "interface"
      case .property: "property"
      case .namespace: "namespace"
      case .variable: "variable"
      case .keyword: "keyword"
      case .enumMember: "enumMember"
      case .macro: "macro"
      }
    }
  }

  /// The modifiers, by their bits in the tokens: first the standard ones.
  private enum TokenModifier: Int, CaseIterable {
    /// The place defines the name.
    case definition
    /// The name stands in prose.
    case documentation
    /// The name is a word of the vocabulary.
    case defaultLibrary
    // Our own: the roles.
    case decision, pattern, practice, solution, force, source, code, link, undefined, metaclass, impact, stereotype

    var bit: UInt32 { 1 << UInt32(rawValue) }

    var name: String {
      switch self {
      case .definition: "definition"
      case .documentation: "documentation"
      case .defaultLibrary: "defaultLibrary"
      case .decision: "decision"
      case .pattern: "pattern"
      case .practice: "practice"
      case .solution: "solution"
      case .force: "force"
      case .source: "source"
      case .code: "code"
      case .link: "link"
      case .undefined: "undefined"
      case .metaclass: "metaclass"
      case .impact: "impact"
      case .stereotype: "stereotype"
      }
    }
  }

  static let semanticTokensLegend = SemanticTokensLegend(
    tokenTypes: TokenType.allCases.map(\.name), tokenModifiers: TokenModifier.allCases.map(\.name))

  private static func style(_ meaning: SemanticToken.Meaning) -> (type: TokenType, modifiers: UInt32) {
    switch meaning {
    case .code(let kind): style(kind)
    case .undefined: (.variable, TokenModifier.undefined.bit)
    case .metaclass: (.keyword, TokenModifier.metaclass.bit | TokenModifier.defaultLibrary.bit)
    case .impact: (.enumMember, TokenModifier.impact.bit | TokenModifier.defaultLibrary.bit)
    case .stereotype: (.enumMember, TokenModifier.stereotype.bit | TokenModifier.defaultLibrary.bit)
    case .function: (.macro, TokenModifier.defaultLibrary.bit)
    }
  }

  private static func style(_ kind: CodeKind) -> (type: TokenType, modifiers: UInt32) {
    switch kind {
    case .decision: (.function, TokenModifier.decision.bit)
    case .pattern: (.class, TokenModifier.pattern.bit)
    case .practice: (.struct, TokenModifier.practice.bit)
    case .solution: (.interface, TokenModifier.solution.bit)
    case .force: (.property, TokenModifier.force.bit)
    case .source: (.namespace, TokenModifier.source.bit)
    case .other: (.variable, TokenModifier.code.bit)
    case .link: (.variable, TokenModifier.link.bit)
    }
  }

  /// The tokens as the protocol counts them: each line from the one before, each column from the token before on its line.
  static func data(_ tokens: [SemanticToken], _ unit: ColumnUnit) -> [UInt32] {
    var data: [UInt32] = []
    data.reserveCapacity(tokens.count * 5)
    var line: UInt32 = 0
    var column = 0
    for token in tokens {
      let start = token.range.start
      let startColumn = start.column(in: unit)
      var (type, modifiers) = style(token.meaning)
      if token.isDefinition { modifiers |= TokenModifier.definition.bit }
      if token.isMention { modifiers |= TokenModifier.documentation.bit }
      if start.line != line { column = 0 }
      data.append(start.line &- line)
      data.append(UInt32(clamping: startColumn - column))
      data.append(UInt32(clamping: token.range.end.column(in: unit) - startColumn))
      data.append(UInt32(clamping: type.rawValue))
      data.append(modifiers)
      line = start.line
      column = startColumn
    }
    return data
  }

  /// What turns one list of tokens into another: nothing, or one run of whole tokens.
  static func edits(from old: [UInt32], to new: [UInt32]) -> [SemanticTokensEdit] {
    let size = 5
    let shared = min(old.count, new.count)
    var prefix = 0
    while prefix < shared, old[prefix] == new[prefix] { prefix += 1 }
    prefix -= prefix % size
    var suffix = 0
    while suffix < shared - prefix, old[old.count - 1 - suffix] == new[new.count - 1 - suffix] { suffix += 1 }
    suffix -= suffix % size
    guard prefix + suffix < old.count || prefix + suffix < new.count else { return [] }
    return [
      SemanticTokensEdit(
        start: prefix, deleteCount: old.count - prefix - suffix, data: Array(new[prefix..<new.count - suffix]))
    ]
  }
}
