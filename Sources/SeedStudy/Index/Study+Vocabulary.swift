// What the names of the vocabulary mean, found by a name's number.

public import SeedModel

/// What the vocabulary makes of a name.
public struct VocabularyWord: Sendable {
  let name: NameID
  /// What a metaclass makes of the names that it defines; nil for another word.
  public fileprivate(set) var kinds: CodeKinds?
  public fileprivate(set) var isImpact = false
  /// How many arguments a function takes; nil for another word.
  public fileprivate(set) var signature: FunctionSignature?
}

extension Study {
  /// What the vocabulary makes of a name; nil if the name is no word of it.
  public func word(_ name: NameID) -> VocabularyWord? {
    guard postings.indices.contains(name.index), postings[name.index].word > 0 else { return nil }
    return words[Int(postings[name.index].word) - 1]
  }

  /// What a metaclass makes of the names that it defines.
  func kinds(ofMetaclass name: NameID) -> CodeKinds { word(name)?.kinds ?? .unknownCode }

  /// The ancestry of each metaclass.
  public var ancestries: [String: Ancestry] { vocabularies.ancestries }

  /// Gives each word of the vocabulary its number, so that pages are checked without a look at its letters.
  ///
  /// - Returns: the names that were or are metaclasses, and now make something else of what they define.
  @discardableResult
  mutating func readVocabulary() -> [NameID] {
    let old = words
    for word in old { postings[word.name.index].word = 0 }
    words = []
    let ancestries = ancestries
    for metaclass in vocabulary.metaclasses.keys {
      changeWord(metaclass) { $0.kinds = CodeKinds(ancestries[metaclass] ?? []) }
    }
    for impact in vocabulary.impacts { changeWord(impact.name) { $0.isImpact = true } }
    for stereotype in vocabulary.stereotypes { changeWord(stereotype) { _ in } }
    for function in vocabulary.functions.all {
      changeWord(function.name) { $0.signature = FunctionSignature(function) }
    }
    let changed = old.filter { $0.kinds != word($0.name)?.kinds }.map(\.name)
    let known = Set(old.map(\.name))
    return changed + words.filter { $0.kinds != nil && !known.contains($0.name) }.map(\.name)
  }

  private mutating func changeWord(_ text: String, _ change: (inout VocabularyWord) -> Void) {
    let name = intern(text.utf8.span)
    if postings[name.index].word == 0 {
      words.append(VocabularyWord(name: name))
      postings[name.index].word = UInt32(clamping: words.count)
    }
    change(&words[Int(postings[name.index].word) - 1])
  }
}
