// An occurrence: one place where a name stands in a note, and what it is there for.

public import SeedSyntax

/// What a name is for at one of its places.
public enum Role: UInt8, Sendable, Hashable, CaseIterable {
  // MARK: Definitions

  /// `name` in `name = CClass(kind, "…")`.
  case definition
  /// `name` in `name = a.add_links(…)[0]` and other assignments that make no code.
  case linkDefinition

  // MARK: Uses that bind

  /// First argument of `add_decision_option_link`.
  case decision
  /// Second argument of `add_decision_option_link`.
  case option
  /// What forces are attached to: a key of the dictionary of `add_force_relations`, or the target of a bare `name: {…}`.
  case subject
  /// A key of an inner dictionary of `add_force_relations`.
  case force
  /// What a link leads from: a key of `add_links({…})`, or `x` in `x.add_links(…)`.
  case linkFrom
  /// What a link leads to.
  case linkTo
  /// An item of a list of codes, in `'''` or bare.
  case listItem
  /// The value of an alias, `x = y`, or of an argument whose meaning the notation doesn't fix.
  case value
  /// The superclass of a definition.
  case superclass
  /// The id in `add codes to s4:`.
  case label
  /// A name that a model file imports from another file; by itself it uses nothing.
  case importedName

  // MARK: Vocabulary

  /// The metaclass in `CClass(metaclass, …)`.
  case metaclass
  /// The impact in `{force: impact}`.
  case impact
  /// A value of `stereotype_instances=`.
  case stereotype
  /// The function of a call.
  case function
  /// The association that links instantiate, which the study's own metamodel binds.
  case association

  // MARK: Prose

  /// A whole item of a list that open coding prose introduces.
  case listedMention
  /// A name somewhere in prose.
  case mention

  /// Whether the place makes the name known.
  public var isDefinition: Bool { self == .definition || self == .linkDefinition }

  /// Whether the place is a word of the vocabulary rather than a code.
  public var isVocabulary: Bool {
    switch self {
    case .metaclass, .impact, .stereotype, .function, .association: true
    default: false
    }
  }

  public var isMention: Bool { self == .mention || self == .listedMention }

  /// Whether the place refers to a code or a source that has to be defined somewhere.
  @inlinable public var isReference: Bool {
    switch self {
    case .decision, .option, .subject, .force, .linkFrom, .linkTo, .listItem, .value, .superclass: true
    case .definition, .linkDefinition, .label, .importedName, .metaclass, .impact, .stereotype, .function, .association,
      .listedMention, .mention:
      false
    }
  }
}

/// One place where a name stands.
public struct Occurrence: Hashable, Sendable {
  /// The name's index in its page's `NameList`.
  public let name: Int32
  public let role: Role
  /// Where the name starts; the line is relative to the page's first line.
  public let start: LinePosition

  public init(name: Int, role: Role, start: LinePosition) {
    self.name = Int32(clamping: name)
    self.role = role
    self.start = start
  }

  /// Where the name stands.
  ///
  /// - Parameter width: where the name would end if it began a line.
  public func range(width: LinePosition) -> LineRange {
    let end = LinePosition(
      line: Int(start.line), utf8: Int(start.utf8) + Int(width.utf8), utf16: Int(start.utf16) + Int(width.utf16),
      utf32: Int(start.utf32) + Int(width.utf32))
    return LineRange(start, end)
  }
}
