// Patterns for paths, matched in time that grows with the length of the path and of the pattern, whatever they are.

/// A pattern for the paths of files: `notes/**/s_*.md`.
///
/// `*` stands for any characters of a name, `?` for one, `[a-z]` for one of some, `[!a-z]` for one that is none of them,
/// `{a,b}` for either, and `**` as a whole part of the path for any number of folders; `\` takes the next character as it
/// is. A pattern without `/` is for names of files and folders at any depth, one with `/` for paths from the study's root
/// on; `/` at its end makes it one for folders. What lies in a folder that matches matches too.
package struct Glob: Hashable, Sendable {
  /// What is wrong with a pattern, in words.
  package struct Problem: Error, Hashable {
    package let message: String
  }

  /// The most characters of a pattern: more than any path needs.
  static let longestPattern = 1000
  /// How deep `{…}` may nest.
  static let deepestNesting = 8

  package let pattern: String
  private let program: GlobProgram
  private let isForFolders: Bool

  package init(_ pattern: String) throws(Problem) {
    self.pattern = pattern
    var rest = pattern[...]
    while rest.hasPrefix("./") { rest = rest.dropFirst(2) }
    isForFolders = rest.hasSuffix("/")
    while rest.hasSuffix("/") { rest = rest.dropLast() }
    var isAnchored = rest.unicodeScalars.contains("/")
    if rest.hasPrefix("/") {
      isAnchored = true
      rest = rest.drop { $0 == "/" }
    }
    guard !rest.isEmpty, rest != "." else { throw Problem(message: "This pattern is empty.") }
    guard rest.unicodeScalars.count <= Self.longestPattern else {
      throw Problem(message: "This pattern is longer than \(Self.longestPattern) characters.")
    }
    guard !rest.split(separator: "/").contains("..") else {
      throw Problem(message: "A pattern can't lead out of the folder: `..` matches nothing.")
    }
    var parser = GlobParser(Array(rest.unicodeScalars))
    program = try parser.parse(startsAnywhere: !isAnchored)
  }

  /// Whether the pattern matches a file or a folder around it.
  ///
  /// - Parameter path: relative to the folder in which the pattern was written.
  package func matches(_ path: String) -> Bool {
    program.matches(path.unicodeScalars, isForFolders: isForFolders)
  }

  package static func == (left: Glob, right: Glob) -> Bool { left.pattern == right.pattern }

  package func hash(into hasher: inout Hasher) { hasher.combine(pattern) }
}

/// A pattern as a machine that is in several states at once (Thompson 1968): nothing is ever tried again.
struct GlobProgram: Sendable {
  enum State: Sendable {
    /// One character; the next state follows in the list.
    case one(Test)
    /// No character: either of two states.
    case either(Int, Int)
    /// No character: another state.
    case jump(Int)
  }

  enum Test: Sendable {
    case character(Unicode.Scalar)
    case any
    case anyInName
    case range([ClosedRange<Unicode.Scalar>], isNegated: Bool)

    func accepts(_ scalar: Unicode.Scalar) -> Bool {
      switch self {
      case .character(let expected): scalar == expected
      case .any: true
      case .anyInName: scalar != "/"
      case .range(let ranges, let isNegated):
        scalar != "/" && ranges.contains { $0.contains(scalar) } != isNegated
      }
    }
  }

  /// The end of the list is the state in which the pattern has matched.
  var states: [State] = []

  func matches(_ path: some Sequence<Unicode.Scalar>, isForFolders: Bool) -> Bool {
    var current = StateSet(states.count + 1)
    var next = current
    enter(0, &current)
    for scalar in path {
      if scalar == "/", current.contains(states.count) { return true }
      next.removeAll()
      for index in current.members where index < states.count {
        if case .one(let test) = states[index], test.accepts(scalar) { enter(index + 1, &next) }
      }
      guard !next.members.isEmpty else { return false }
      swap(&current, &next)
    }
    return !isForFolders && current.contains(states.count)
  }

  /// Adds a state and those that it leads to without a character.
  private func enter(_ state: Int, _ set: inout StateSet) {
    var pending = [state]
    while let index = pending.popLast() {
      guard set.insert(index), index < states.count else { continue }
      switch states[index] {
      case .one: break
      case .either(let first, let second): pending += [second, first]
      case .jump(let target): pending.append(target)
      }
    }
  }

  private struct StateSet {
    private(set) var members: [Int] = []
    private var isMember: [Bool]

    init(_ count: Int) { isMember = [Bool](repeating: false, count: count) }

    func contains(_ state: Int) -> Bool { isMember[state] }

    mutating func insert(_ state: Int) -> Bool {
      guard !isMember[state] else { return false }
      isMember[state] = true
      members.append(state)
      return true
    }

    mutating func removeAll() {
      for state in members { isMember[state] = false }
      members.removeAll(keepingCapacity: true)
    }
  }
}
