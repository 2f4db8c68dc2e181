// What the names of the vocabulary mean, found by a name's number.

/// What the vocabulary makes of a name.
struct VocabularyWord: Sendable {
  let name: NameID
  /// What a metaclass makes of the names that it defines; nil for another word.
  fileprivate(set) var kinds: CodeKinds?
  fileprivate(set) var isImpact = false
  /// How many arguments a function takes; nil for another word.
  fileprivate(set) var signature: FunctionSignature?
}

extension Study {
  /// What the vocabulary makes of a name; nil if the name is no word of it.
  func word(_ name: NameID) -> VocabularyWord? {
    guard postings.indices.contains(name.index), postings[name.index].word > 0 else { return nil }
    return words[Int(postings[name.index].word) - 1]
  }

  /// What a metaclass makes of the names that it defines.
  func kinds(ofMetaclass name: NameID) -> CodeKinds { word(name)?.kinds ?? .unknownCode }

  /// Gives each word of the vocabulary its number, so that pages are checked without a look at its letters.
  ///
  /// - Returns: the names that were or are metaclasses, and now make something else of what they define.
  @discardableResult
  mutating func readVocabulary() -> [NameID] {
    let old = words
    for word in old { postings[word.name.index].word = 0 }
    words = []
    for metaclass in vocabulary.metaclasses.keys {
      let kinds = vocabulary.kinds(ofMetaclass: metaclass)
      changeWord(metaclass) { $0.kinds = kinds }
    }
    for impact in vocabulary.impacts { changeWord(impact.name) { $0.isImpact = true } }
    for stereotype in vocabulary.stereotypes { changeWord(stereotype) { _ in } }
    for function in vocabulary.functions.values {
      changeWord(function.name) { $0.signature = FunctionSignature(function) }
    }
    let changed = old.filter { $0.kinds != word($0.name)?.kinds }.map(\.name)
    let known = Set(old.map(\.name))
    return changed + words.filter { $0.kinds != nil && !known.contains($0.name) }.map(\.name)
  }

  private mutating func changeWord(_ text: String, _ change: (inout VocabularyWord) -> Void) {
    var text = text
    let name = text.withUTF8 { intern($0) }
    if postings[name.index].word == 0 {
      words.append(VocabularyWord(name: name))
      postings[name.index].word = UInt32(clamping: words.count)
    }
    change(&words[Int(postings[name.index].word) - 1])
  }
}

extension Vocabulary {
  /// What a metaclass makes of the names that it defines.
  fileprivate func kinds(ofMetaclass name: String) -> CodeKinds {
    if isKind(name, of: "decision") { return .decision }
    if isKind(name, of: "design_solution") { return .solution }
    if isKind(name, of: "force") { return .force }
    return isKind(name, of: "reference") ? .reference : .otherCode
  }
}
