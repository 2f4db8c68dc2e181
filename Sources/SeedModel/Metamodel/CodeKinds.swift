// The kinds of codes, as far as the rules and completion tell them apart, and which of them each role is for.

/// The kinds that a name's definitions give it, as far as the rules tell them apart.
public struct CodeKinds: OptionSet, Sendable, Hashable {
  public let rawValue: UInt8

  public init(rawValue: UInt8) {
    self.rawValue = rawValue
  }

  public static let decision = CodeKinds(rawValue: 1)
  /// A pattern, a practice or another design solution that is no decision.
  public static let solution = CodeKinds(rawValue: 2)
  public static let force = CodeKinds(rawValue: 4)
  /// A source or a reference: no code.
  public static let reference = CodeKinds(rawValue: 8)
  /// A code of a kind that the vocabulary knows and none of the above.
  public static let otherCode = CodeKinds(rawValue: 16)
  /// A code without a kind, or of one that the vocabulary doesn't know.
  public static let unknownCode = CodeKinds(rawValue: 32)
  /// A link, an alias or any other value.
  public static let noClass = CodeKinds(rawValue: 64)

  /// Everything that `CClass` defines apart from sources and references.
  public static let codes: CodeKinds = [.decision, .solution, .force, .otherCode, .unknownCode]

  /// What a metaclass makes of the names that it defines. What descends from several ancestors is of the first one's kind.
  public init(_ ancestry: Ancestry) {
    if ancestry.contains(.decision) {
      self = .decision
    } else if ancestry.contains(.designSolution) {
      self = .solution
    } else if ancestry.contains(.force) {
      self = .force
    } else {
      self = ancestry.contains(.reference) ? .reference : .otherCode
    }
  }
}

/// What kind of code belongs where.
public struct RoleDemand: Sendable {
  /// The kinds that are usually meant.
  public let usual: CodeKinds
  /// The kinds that are right.
  public let right: CodeKinds
  /// Why no other kind is right, in words.
  public let reason: String
}

extension Role {
  /// The kind of code that belongs in the role; nil if any does, or none.
  public var demand: RoleDemand? {
    switch self {
    case .decision: RoleDemand(usual: .decision, right: .decision, reason: "what has options is a decision")
    case .option:
      RoleDemand(
        usual: .solution, right: .solution,
        reason: "an option of a decision is a pattern, a practice or another solution")
    case .subject:
      RoleDemand(
        usual: .solution, right: [.solution, .decision],
        reason: "what acts on forces is a pattern, a practice or another solution")
    case .force: RoleDemand(usual: .force, right: .force, reason: "what is acted on here has to be a force")
    case .impact: RoleDemand(usual: [], right: [], reason: "an impact such as `positive` belongs here")
    default: nil
    }
  }
}
