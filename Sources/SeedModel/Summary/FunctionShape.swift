// What a call means, by the name of its function; a slip of the pen in the name doesn't hide the arguments' meaning.

internal import SeedSyntax

/// How the arguments of a function are to be read.
enum FunctionShape: Sendable {
  /// `CClass(metaclass, "display name", …)`
  case classDefinition
  /// `add_decision_option_link(decision, option, "text")`
  case optionLink
  /// `add_force_relations({subject: {force: impact}})`
  case forceRelations
  /// `add_links({from: to})` or `from.add_links(to)`
  case links
  /// `add_stereotyped_…(from, to, stereotype, …)`
  case stereotypedLink
  case unknown

  init(_ name: UnsafeBufferPointer<UInt8>) {
    self = FunctionShape(builtIn: name) ?? FunctionShape(guessedFrom: name)
  }

  /// The shape that is fixed by the name itself; a study can't give such a name another one.
  init?(builtIn name: UnsafeBufferPointer<UInt8>) {
    if name.equals("CClass") {
      self = .classDefinition
    } else if name.equals("add_force_relations") {
      self = .forceRelations
    } else if name.equals("add_decision_option_link") {
      self = .optionLink
    } else if name.equals("add_links") {
      self = .links
    } else {
      return nil
    }
  }

  init(guessedFrom name: UnsafeBufferPointer<UInt8>) {
    switch name.first {
    case UInt8(ascii: "C"), UInt8(ascii: "c"): self = Self.isClose(name, "CClass") ? .classDefinition : .unknown
    case UInt8(ascii: "a"), UInt8(ascii: "A"): self = Self.guess(name)
    default: self = .unknown
    }
  }

  /// The function that is probably meant by a name that isn't known, as far as its words tell.
  static func guess(_ name: String) -> String? {
    var name = name
    switch name.withUTF8({ FunctionShape($0) }) {
    case .classDefinition: return "CClass"
    case .optionLink: return "add_decision_option_link"
    case .forceRelations: return "add_force_relations"
    case .links: return "add_links"
    case .stereotypedLink: return "add_stereotyped_design_solution_link"
    case .unknown: return nil
    }
  }

  /// What a function is probably meant to be whose name isn't known.
  private static func guess(_ name: UnsafeBufferPointer<UInt8>) -> FunctionShape {
    guard name.count > 4, name[3] == ASCII.underscore else { return .unknown }
    func hasPart(_ part: StaticString) -> Bool { name.offset(of: part) != nil }
    if hasPart("stereotyped") { return .stereotypedLink }
    if hasPart("option") || hasPart("decision") { return .optionLink }
    if hasPart("force") { return .forceRelations }
    return hasPart("link") ? .links : .unknown
  }

  private static func isClose(_ name: UnsafeBufferPointer<UInt8>, _ other: StaticString) -> Bool {
    let other = UnsafeBufferPointer(start: other.utf8Start, count: other.utf8CodeUnitCount)
    return editDistance(name, other, limit: 2) != nil
  }
}
