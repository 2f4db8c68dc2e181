// What completion has to know of a code's kind, read from the name of its metaclass.

internal import SeedModel
internal import SeedSyntax

/// The kind of a code, as far as it decides where the code can stand.
struct CompletionKind {
  enum Standing {
    case solution, decision, force, source, unknown, neither
    /// A name for something that is no code: a link, a list.
    case notCode
  }

  let category: CompletionItem.Category
  let standing: Standing

  static let unknown = CompletionKind(category: .otherCode, standing: .unknown)
  static let link = CompletionKind(category: .link, standing: .notCode)
  static let other = CompletionKind(category: .otherCode, standing: .notCode)

  init(category: CompletionItem.Category, standing: Standing) {
    self.category = category
    self.standing = standing
  }

  init(_ metaclass: String, _ vocabulary: Vocabulary) {
    if vocabulary.metaclasses[metaclass] == nil {
      self = .unknown
    } else if vocabulary.isKind(metaclass, of: "decision") {
      self.init(category: .decision, standing: .decision)
    } else if vocabulary.isKind(metaclass, of: "force") {
      self.init(category: .force, standing: .force)
    } else if vocabulary.isKind(metaclass, of: "pattern") {
      self.init(category: .pattern, standing: .solution)
    } else if vocabulary.isKind(metaclass, of: "practice") {
      self.init(category: .practice, standing: .solution)
    } else if vocabulary.isKind(metaclass, of: "reference") {
      self.init(category: .source, standing: .source)
    } else {
      let isSolution = vocabulary.isKind(metaclass, of: "design_solution")
      self.init(category: .otherCode, standing: isSolution ? .solution : .neither)
    }
  }

  /// How well the kind fits: 0 is wanted, 1 is possible; nil can't stand there.
  func tier(_ expectation: Expectation) -> UInt8? {
    switch expectation {
    case .decision: standing == .decision ? 0 : standing == .unknown ? 1 : nil
    case .solution: standing == .solution ? 0 : standing == .unknown ? 1 : nil
    case .force: standing == .force ? 0 : standing == .unknown ? 1 : nil
    case .linkEnd: standing == .source || standing == .notCode ? 1 : 0
    case .code, .statement, .assignedValue: standing == .source ? nil : standing == .notCode ? 1 : 0
    case .metaclass, .impact, .stereotype, .definition, .member, .source: nil
    }
  }
}

/// The kinds that the metaclasses seen so far stand for; there are never many.
struct CompletionKindTable {
  private struct Entry {
    let length: Int
    /// The first eight bytes of the name, which tell nearly all names apart.
    let beginning: UInt64
    let kind: CompletionKind
  }

  let vocabulary: Vocabulary
  private var entries: [Entry] = []
  /// The names of the entries.
  private var names: [[UInt8]] = []

  init(_ vocabulary: Vocabulary) {
    self.vocabulary = vocabulary
  }

  mutating func kind(ofMetaclass name: UnsafeBufferPointer<UInt8>) -> CompletionKind {
    var beginning: UInt64 = 0
    for byte in name.prefix(8) { beginning = beginning << 8 | UInt64(byte) }
    for index in entries.indices
    where entries[index].beginning == beginning && entries[index].length == name.count
      && (name.count <= 8 || names[index].elementsEqual(name))
    {
      return entries[index].kind
    }
    let kind = CompletionKind(String(decoding: name, as: UTF8.self), vocabulary)
    // A study of broken notes may have no end of them.
    if entries.count < 32 {
      entries.append(Entry(length: name.count, beginning: beginning, kind: kind))
      names.append(Array(name))
    }
    return kind
  }
}
