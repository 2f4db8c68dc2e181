// Names that nothing defines, found once for the rules that report them.

internal import SeedModel
internal import SeedStudy
internal import SeedSyntax

/// A place where a name stands that nothing defines.
struct UnknownName {
  enum Kind {
    /// The name should be a code.
    case code
    case impact
    case stereotype
    /// The name should be a source.
    case source
  }

  private(set) var occurrence: Occurrence
  let name: String
  let kind: Kind
  /// Known names that are a slip of the pen away, the closest first.
  let similar: [String]
  /// If there are none, known names of nearly the same words, the likeliest first.
  let related: [String]
  /// Whether the first of them differs only in case, `_` or British spelling, and no other is near.
  let isSameWord: Bool

  /// Those of a page, in source order.
  static func all(on page: RuleContext) -> [UnknownName] {
    var unknown: [UnknownName] = []
    // What is known of a code's name, by its index on the page: a page may use it many times.
    var codes: [Int32: UnknownName?] = [:]
    for occurrence in page.summary.occurrences {
      guard var kind = kind(of: occurrence.role) else { continue }
      let id = page.names[Int(occurrence.name)]
      // Nearly all names are defined, or words of the vocabulary.
      guard page.study.kinds(of: id).isEmpty, !isVocabulary(id, kind, page.study) else { continue }
      if kind == .code, page.summary.sourceKeys.contains(occurrence.start) { kind = .source }
      let known = kind == .code ? codes[occurrence.name] : nil
      let found = known ?? find(occurrence, kind, on: page)
      if kind == .code { codes[occurrence.name] = .some(found) }
      guard var found else { continue }
      found.occurrence = occurrence
      unknown.append(found)
    }
    return unknown
  }

  /// A name that nothing defines with what is known of it; nil if it means something else than a code.
  private static func find(_ occurrence: Occurrence, _ kind: Kind, on page: RuleContext) -> UnknownName? {
    let name = page.summary.names[Int(occurrence.name)]
    guard page.study.documents(ofSource: name).isEmpty else { return nil }
    let similar = similarNames(name, kind, page)
    return UnknownName(
      occurrence: occurrence, name: name, kind: kind, similar: similar,
      related: similar.isEmpty && kind == .code ? page.study.relatedDefinedNames(to: name) : [],
      isSameWord: similar.count == 1 && similar.first.map { Spelling.isSameWord(name, $0) } == true)
  }

  private static func kind(of role: Role) -> Kind? {
    switch role {
    case .impact: .impact
    case .stereotype: .stereotype
    default: role.isReference ? .code : nil
    }
  }

  private static func isVocabulary(_ name: NameID, _ kind: Kind, _ study: Study) -> Bool {
    guard let word = study.word(name) else { return false }
    return kind != .impact || word.isImpact
  }

  private static func similarNames(_ name: String, _ kind: Kind, _ page: RuleContext) -> [String] {
    switch kind {
    case .code: page.study.similarDefinedNames(to: name)
    case .impact:
      page.study.vocabulary.impacts.filter { $0.sign == name }.map(\.name)
        + Spelling.closest(to: name, in: page.study.vocabulary.impacts.lazy.map(\.name))
    case .source: []
    case .stereotype: Spelling.closest(to: name, in: page.study.vocabulary.stereotypes)
    }
  }
}
