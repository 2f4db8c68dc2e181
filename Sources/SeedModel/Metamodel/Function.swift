// A function of the notation: what a call of it says, and what each of its arguments is for.

internal import SeedSyntax

/// What an argument of a call is for.
public enum ArgumentRole: Hashable, Sendable {
  /// A name, or several in a list, that play a role.
  case name(Role)
  /// `{subject: {force: impact}}`
  case forces
  /// `{from: to}` or `{from: [to, …]}`; of a method, what the object is linked to.
  case links
  /// What people read in place of a code's name.
  case displayName
  /// What a relation says in words.
  case text
  /// Anything else. Names in it are used as codes.
  case value
}

extension Vocabulary {
  /// A function of the notation.
  public struct Function: Sendable {
    /// What a call of a function says.
    public enum Meaning: Hashable, Sendable {
      /// Nothing that the notation fixes.
      case nothing
      /// That there is a code or a source.
      case code
      case metaclass
      case stereotype
      /// That codes are related.
      case relation(Relation.Kind)
    }

    public struct Parameter: Sendable {
      public let name: String
      public let role: ArgumentRole
      public let isRequired: Bool
      /// Whether the argument may only be given by its keyword.
      public let isKeywordOnly: Bool
      public let documentation: String
      /// The hash of the name.
      fileprivate let hash: UInt32

      init(_ name: String, _ role: ArgumentRole, isRequired: Bool, isKeywordOnly: Bool, _ documentation: String) {
        self.name = name
        self.role = role
        self.isRequired = isRequired
        self.isKeywordOnly = isKeywordOnly
        self.documentation = documentation
        hash = NameHash.of(name)
      }
    }

    public let name: String
    public let meaning: Meaning
    /// In order; those that may be given without a keyword come first.
    public let parameters: [Parameter]
    public let documentation: String
    /// Parts of a name that tell that this function is meant, if there is none of that name: `add_decision_link`.
    var hints: [StaticString] = []
    /// Whether the function takes any arguments.
    public var takesAnything = false

    /// The index of the parameter that an argument without a keyword is for; nil if the function takes fewer.
    public func parameter(at position: Int) -> Int? {
      parameters.indices.contains(position) && !parameters[position].isKeywordOnly ? position : nil
    }

    /// The index of the parameter that a keyword names.
    public func parameter(named keyword: Span<UInt8>) -> Int? {
      let hash = NameHash.of(keyword)
      return parameters.firstIndex { $0.hash == hash && keyword.isSame(as: $0.name) }
    }

    /// Whether the function is called on a code as well: `x.add_links(…)`.
    public var isMethod: Bool { parameters.first?.role == .links }

    /// The length of the longest hint that a name contains.
    func longestHint(in name: Span<UInt8>) -> Int? {
      hints.filter { name.contains($0) }.map(\.utf8CodeUnitCount).max()
    }

    /// A function of another name that is called in the same way.
    func renamed(_ name: String) -> Function {
      Function(
        name: name, meaning: meaning, parameters: parameters, documentation: documentation,
        takesAnything: takesAnything)
    }
  }
}

/// How many arguments a function takes.
public struct FunctionSignature: Sendable {
  /// How many are required. They come before the optional ones.
  public let required: Int
  /// How many may be given without a keyword.
  public let positional: Int

  public init(_ function: Vocabulary.Function) {
    required = function.parameters.count { $0.isRequired }
    positional = function.takesAnything ? .max : function.parameters.count { !$0.isKeywordOnly }
  }
}

/// What has to be known of a function to read its calls. A small value, since there are many calls.
struct CallForm: Sendable {
  let meaning: Vocabulary.Function.Meaning
  /// The function's index in its table; nil for one that isn't known.
  let function: Int?
  /// What the arguments without a keyword are for, in order. No function takes more of them.
  private let roles: InlineArray<6, ArgumentRole>
  /// What a surplus argument is for.
  private let surplus: ArgumentRole
  /// What an argument with an unknown keyword is for.
  let unknownKeyword: ArgumentRole

  /// The form of an unknown function, whose arguments may be anything.
  static let unknown = CallForm(nil, .nothing, [])

  init(_ function: Vocabulary.Function, at index: Int) {
    self.init(index, function.meaning, function.parameters)
  }

  private init(
    _ function: Int?, _ meaning: Vocabulary.Function.Meaning, _ parameters: [Vocabulary.Function.Parameter]
  ) {
    self.function = function
    self.meaning = meaning
    let positional = parameters.prefix { !$0.isKeywordOnly }.map(\.role)
    unknownKeyword = parameters.contains { $0.role == .text } ? .text : .value
    // A surplus dictionary is read like the one before it.
    let surplus = positional.last.flatMap { [.links, .forces].contains($0) ? $0 : nil } ?? unknownKeyword
    self.surplus = surplus
    roles = InlineArray { $0 < positional.count ? positional[$0] : surplus }
  }

  /// What an argument without a keyword is for.
  func role(ofPosition position: Int) -> ArgumentRole {
    position < roles.count ? roles[position] : surplus
  }
}
