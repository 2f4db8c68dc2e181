// What a page says that rules on other pages look at: its definitions, its options, its impacts.

public import SeedModel
internal import SeedSyntax

/// One definition, as other pages see it: without its place.
public struct DefinitionFact: Hashable, Comparable, Sendable {
  public let name: NameID
  /// A hash of all that the definition says.
  public let content: UInt32
  /// Empty for a variable, a function or a class of a model file: in notes, these mean nothing.
  public let kinds: CodeKinds
  let displayName: DisplayNameOutline

  public static func < (left: DefinitionFact, right: DefinitionFact) -> Bool {
    (left.name.rawValue, left.content, left.kinds.rawValue) < (right.name.rawValue, right.content, right.kinds.rawValue)
  }
}

/// A link of two names: a decision's option, or a subject's impact on a force.
public struct PairFact: Hashable, Comparable, Sendable {
  /// The numbers of both names.
  public let key: UInt64
  /// The number of the impact, or 0.
  let impact: UInt32

  public init(_ first: NameID, _ second: NameID, impact: NameID? = nil) {
    key = UInt64(first.rawValue) << 32 | UInt64(second.rawValue)
    self.impact = impact.map { $0.rawValue &+ 1 } ?? 0
  }

  public var first: NameID { NameID(rawValue: UInt32(truncatingIfNeeded: key >> 32)) }
  public var second: NameID { NameID(rawValue: UInt32(truncatingIfNeeded: key)) }

  public static func < (left: PairFact, right: PairFact) -> Bool {
    left.key != right.key ? left.key < right.key : left.impact < right.impact
  }
}

/// What a page says that concerns other pages, each in source order.
public struct PageFacts: Sendable {
  public private(set) var definitions: [DefinitionFact] = []
  public private(set) var options: [PairFact] = []
  public private(set) var impacts: [PairFact] = []
  /// The names that the page uses as codes, each once.
  public private(set) var uses: [NameID] = []
  /// Which fields the page gives in a header, and in a source block.
  private(set) var fields = PageFields()
  /// The indices of the definitions, by their names and then in source order.
  private var definitionOrder: [Int32] = []
  /// Sources with the names of the lists of their codes, in a model file.
  public private(set) var lists: [PairFact] = []
  /// The names of lists, or sources, with the codes that are listed.
  private(set) var listItems: [PairFact] = []

  /// The facts of a page that doesn't count: none.
  init() {}

  /// - Parameter kinds: tells the kinds that a metaclass stands for.
  init(_ summary: PageSummary, _ names: [NameID], isModel: Bool, kinds: (NameID) -> CodeKinds) {
    let occurrences = summary.occurrences
    func name(_ occurrence: Int) -> NameID { names[Int(occurrences[occurrence].name)] }
    definitions.reserveCapacity(summary.definitions.count)
    let listNames = isModel ? Set(summary.codeLists.lazy.compactMap(\.name)) : []
    for definition in summary.definitions {
      let metaclass = definition.metaclass.map { name($0) }
      let kinds: CodeKinds =
        switch definition.form {
        case .code: metaclass.map(kinds) ?? .unknownCode
        case .other where isModel && !listNames.contains(definition.occurrence): []
        case .link, .alias, .other: .noClass
        }
      var content = metaclass.map { $0.rawValue &+ 1 } ?? 0
      content = content &* 31 &+ UInt32(definition.form.rawValue)
      var displayName = DisplayNameOutline()
      if let text = definition.displayName {
        summary.withText(text) { text in
          content ^= NameHash.of(text.span)
          displayName.add(text.span)
        }
      }
      definitions.append(
        DefinitionFact(name: name(definition.occurrence), content: content, kinds: kinds, displayName: displayName))
    }
    fields = PageFields(summary)
    definitionOrder = definitions.indices.map { Int32(truncatingIfNeeded: $0) }
    // New names are numbered as they come.
    if !zip(definitions, definitions.dropFirst()).allSatisfy({ $0.name <= $1.name }) {
      definitionOrder.sort { left, right in
        let (first, second) = (definitions[Int(left)].name, definitions[Int(right)].name)
        return first != second ? first < second : left < right
      }
    }
    options.reserveCapacity(summary.relations.count { $0.kind == .option })
    impacts.reserveCapacity(summary.relations.count { $0.kind == .impact })
    for relation in summary.relations {
      guard let from = relation.from else { continue }
      switch relation.kind {
      case .option: options.append(PairFact(name(from), name(relation.to)))
      case .impact: impacts.append(PairFact(name(from), name(relation.to), impact: relation.meaning.map { name($0) }))
      default: break
      }
    }
    var isUsed = [Bool](filledWith: false, count: names.count)
    var usedCount = 0
    // The lists of a model file only repeat what notes list: they don't make a code a used one.
    for occurrence in occurrences
    where occurrence.role.isReference && !(isModel && occurrence.role == .listItem) && !isUsed[Int(occurrence.name)] {
      isUsed[Int(occurrence.name)] = true
      usedCount += 1
    }
    uses.reserveCapacity(usedCount)
    for index in names.indices where isUsed[index] { uses.append(names[index]) }
  }

  /// The definitions of a name by their indices, in source order.
  public func definitions(of name: NameID) -> some Sequence<Int> {
    definitionOrder[firstDefinition(of: name)...].lazy.map { Int($0) }.prefix { definitions[$0].name == name }
  }

  /// Calls `body` with the index of each definition of a name, in source order.
  ///
  /// In line, so that whoever asks many pages copies nothing of any.
  @inline(__always)
  func forEachDefinition(of name: NameID, _ body: (Int) -> Void) {
    var position = firstDefinition(of: name)
    while position < definitionOrder.count {
      let index = Int(definitionOrder[position])
      guard definitions[index].name == name else { return }
      body(index)
      position += 1
    }
  }

  /// The first definition of a name whose kinds are wanted, by its index.
  ///
  /// In line, so that whoever asks many pages copies nothing of any.
  @inline(__always)
  public func firstDefinition(of name: NameID, where isWanted: (CodeKinds) -> Bool) -> Int? {
    for index in definitionOrder[firstDefinition(of: name)...] {
      let definition = definitions[Int(index)]
      guard definition.name == name else { break }
      if isWanted(definition.kinds) { return Int(index) }
    }
    return nil
  }

  /// What the definitions of a name make of it together.
  func kinds(of name: NameID) -> CodeKinds {
    var kinds: CodeKinds = []
    for index in definitionOrder[firstDefinition(of: name)...] {
      guard definitions[Int(index)].name == name else { break }
      kinds.formUnion(definitions[Int(index)].kinds)
    }
    return kinds
  }

  /// The position where a name's definitions begin, or would. Written out, because generic code of another module is not
  /// specialised: when a study has been read, every name is looked for.
  private func firstDefinition(of name: NameID) -> Int {
    var first = 0
    var end = definitionOrder.count
    while first < end {
      let middle = (first + end) / 2
      if definitions[Int(definitionOrder[middle])].name < name { first = middle + 1 } else { end = middle }
    }
    return first
  }

  mutating func readLists(_ summary: PageSummary, _ names: [NameID]) {
    func name(_ occurrence: Int) -> NameID { names[Int(summary.occurrences[occurrence].name)] }
    for list in summary.codeLists {
      if let source = list.source, let listName = list.name { lists.append(PairFact(name(source), name(listName))) }
      guard let container = list.name ?? list.source else { continue }
      for item in list.items where summary.occurrences[item].role == .listItem {
        listItems.append(PairFact(name(container), name(item)))
      }
    }
  }

  /// Whether the page uses a name as a code.
  public func uses(_ name: NameID) -> Bool { uses.contains(name) }
}

extension Array where Element: Comparable {
  /// The elements in order, each once.
  var distinct: [Element] {
    guard count > 1 else { return self }
    var distinct: [Element] = []
    for element in sorted() where element != distinct.last { distinct.append(element) }
    return distinct
  }
}

/// Calls `body` with what is in only one of two lists, and whether that is the new one.
func forEachDifference<Fact: Comparable>(_ old: [Fact], _ new: [Fact], _ body: (Fact, Bool) -> Void) {
  // Most edits leave a list as it is.
  guard old != new else { return }
  if old.isEmpty { return new.forEach { body($0, true) } }
  if new.isEmpty { return old.forEach { body($0, false) } }
  // What both begin and end with need not be sorted: most other edits change one element.
  var start = 0
  while start < min(old.count, new.count), old[start] == new[start] { start += 1 }
  var (oldEnd, newEnd) = (old.count, new.count)
  while oldEnd > start, newEnd > start, old[oldEnd - 1] == new[newEnd - 1] {
    (oldEnd, newEnd) = (oldEnd - 1, newEnd - 1)
  }
  let old = old[start..<oldEnd].sorted()
  let new = new[start..<newEnd].sorted()
  var oldIndex = 0
  var newIndex = 0
  while oldIndex < old.count || newIndex < new.count {
    if newIndex == new.count || (oldIndex < old.count && old[oldIndex] < new[newIndex]) {
      body(old[oldIndex], false)
      oldIndex += 1
    } else if oldIndex == old.count || new[newIndex] < old[oldIndex] {
      body(new[newIndex], true)
      newIndex += 1
    } else {
      oldIndex += 1
      newIndex += 1
    }
  }
}
