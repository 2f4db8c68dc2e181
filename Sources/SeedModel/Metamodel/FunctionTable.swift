// The functions of a vocabulary by their names, right or not quite right.

internal import SeedSyntax

/// The functions that notes can call.
public final class FunctionTable: Sendable {
  public let all: [Vocabulary.Function]
  private let forms: [CallForm]
  private let hashes: [UInt32]
  private let letters: [LetterParity]
  /// The index of the function whose hash leads to the slot; -1 in an empty slot. The count is a power of two.
  private let slots: [Int32]

  /// - Parameter functions: each name once.
  init(_ functions: [Vocabulary.Function]) {
    all = functions
    forms = functions.enumerated().map { CallForm($1, at: $0) }
    hashes = functions.map { NameHash.of($0.name) }
    letters = functions.map { LetterParity($0.name) }
    var count = 16
    while count < functions.count * 4 { count *= 2 }
    var slots = Array(repeating: Int32(-1), count: count)
    for (index, hash) in hashes.enumerated() {
      var slot = Int(hash) & (count - 1)
      while slots[slot] >= 0 { slot = (slot + 1) & (count - 1) }
      slots[slot] = Int32(clamping: index)
    }
    self.slots = slots
  }

  /// The function of a name; nil if there is none.
  public subscript(name: String) -> Vocabulary.Function? {
    index(of: name.utf8.span).map { all[$0] }
  }

  /// The function that a call means, even if its name is not quite right.
  public func function(meantBy name: Span<UInt8>) -> Vocabulary.Function? {
    (index(of: name) ?? guess(name)?.function).map { all[$0] }
  }

  /// The function that an unknown name probably means, and whether no other can be meant.
  public func guess(_ name: String) -> (name: String, isCertain: Bool)? {
    guess(name.utf8.span).map { (all[$0.function].name, $0.isCertain) }
  }

  /// How the arguments of a call are bound, by the name of its function.
  ///
  /// A slip of the pen in the name doesn't hide what the arguments mean.
  func form(_ name: Span<UInt8>, hash: UInt32) -> CallForm {
    (index(of: name, hash: hash) ?? guess(name)?.function).map { forms[$0] } ?? .unknown
  }

  /// What an argument with a keyword is for.
  func role(ofKeyword keyword: Span<UInt8>, in form: CallForm) -> ArgumentRole {
    if let function = form.function, let parameter = all[function].parameter(named: keyword) {
      return all[function].parameters[parameter].role
    }
    // These keywords mean the same in calls of any function.
    if keyword.equals("stereotype_instances") { return .name(.stereotype) }
    return keyword.equals("superclasses") ? .name(.superclass) : form.unknownKeyword
  }

  private func index(of name: Span<UInt8>) -> Int? { index(of: name, hash: NameHash.of(name)) }

  private func index(of name: Span<UInt8>, hash: UInt32) -> Int? {
    var slot = Int(hash) & (slots.count - 1)
    while slots[slot] >= 0 {
      let index = Int(slots[slot])
      if hashes[index] == hash, name.isSame(as: all[index].name) { return index }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  // MARK: - Names that are not quite right

  private struct Guess {
    let function: Int
    var isCertain = false
  }

  /// A function whose name is a slip of the pen away, shares a telling part, or begins with the given name.
  private func guess(_ name: Span<UInt8>) -> Guess? {
    closest(to: name) ?? hinted(by: name) ?? abbreviated(as: name)
  }

  private func closest(to name: Span<UInt8>) -> Guess? {
    let parity = LetterParity(name)
    var best: (distance: Int, function: Int)?
    var count = 0
    for index in all.indices where letters[index].mayBeWithin(2, of: parity) {
      let candidate = all[index].name
      guard let distance = Spelling.distance(name, candidate.utf8.span) else { continue }
      count += 1
      if let best, (best.distance, all[best.function].name) < (distance, candidate) { continue }
      best = (distance, index)
    }
    return best.map { Guess(function: $0.function, isCertain: count == 1) }
  }

  /// A function whose name begins with the same letter, and either is two slips away or shares a telling part behind `add_`.
  /// The longest part decides.
  private func hinted(by name: Span<UInt8>) -> Guess? {
    guard !name.isEmpty else { return nil }
    let first = name[0].lowercased
    var best: (hint: Int, shared: Int, function: Int)?
    for index in all.indices where all[index].name.utf8.first?.lowercased == first {
      let candidate = all[index].name
      if editDistance(name, candidate.utf8.span, limit: 2) != nil { return Guess(function: index) }
      guard name.count > 4, name[3] == ASCII.underscore, let hint = all[index].longestHint(in: name) else { continue }
      let shared = name.lengthInCommon(with: candidate.utf8.span)
      if let best, (best.hint, best.shared) >= (hint, shared) { continue }
      best = (hint, shared, index)
    }
    return best.map { Guess(function: $0.function) }
  }

  private func abbreviated(as name: Span<UInt8>) -> Guess? {
    guard name.count > 4 else { return nil }
    return all.indices.filter { name.lengthInCommon(with: all[$0].name.utf8.span) == name.count }.min {
      all[$0].name < all[$1].name
    }
    .map { Guess(function: $0) }
  }
}
