// How a statement relates two names.

public import SeedSyntax

/// What a call, or a dictionary of forces, says of two names.
public struct Relation: Hashable, Sendable {
  public enum Kind: UInt8, Hashable, Sendable, CaseIterable {
    /// A decision has an option: `add_decision_option_link(decision, option, "text")`.
    case option
    /// A subject acts on a force: `{subject: {force: impact}}`.
    case impact
    /// Two codes are linked: `add_links` and its relatives.
    case link
  }

  public let kind: Kind
  private let fromIndex: Int32
  private let toIndex: Int32
  private var meaningIndex: Int32
  /// What the statement says about the relation in words, in the page's `texts`.
  public private(set) var text: ByteRange?

  /// - Parameters:
  ///   - from: the occurrence of the decision, of the subject, or of what a link leads from.
  ///   - to: that of the option, of the force, or of what a link leads to.
  ///   - meaning: that of the impact or of the stereotype.
  init(_ kind: Kind, from: Int?, to: Int, meaning: Int? = nil, text: ByteRange? = nil) {
    self.kind = kind
    fromIndex = from.map { Int32(clamping: $0) } ?? -1
    toIndex = Int32(clamping: to)
    meaningIndex = meaning.map { Int32(clamping: $0) } ?? -1
    self.text = text
  }

  /// The occurrence of the decision, of the subject, or of what a link leads from; nil where no name stands there.
  public var from: Int? { fromIndex < 0 ? nil : Int(fromIndex) }

  /// The occurrence of the option, of the force, or of what a link leads to.
  public var to: Int { Int(toIndex) }

  /// The occurrence of the impact or of the stereotype; nil where none is given.
  public var meaning: Int? { meaningIndex < 0 ? nil : Int(meaningIndex) }

  /// Adds what is said about several relations at once.
  mutating func add(meaning: Int?, text: ByteRange?) {
    if let meaning { meaningIndex = Int32(clamping: meaning) }
    if let text { self.text = text }
  }
}

/// The parts of a relation that names can be.
enum RelationPart {
  case from, to, meaning
}

extension Role {
  /// Which part of a relation a name in the role is; nil if it is none.
  var part: RelationPart? {
    switch self {
    case .decision, .subject, .linkFrom: .from
    case .option, .force, .linkTo: .to
    case .impact, .stereotype: .meaning
    default: nil
    }
  }
}
