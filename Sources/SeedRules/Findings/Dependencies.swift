// What rules depend on beyond a page, and which pages a change of that concerns.

internal import SeedModel
internal import SeedStudy

/// What findings on a page depend on besides the page itself.
package struct Dependencies: OptionSet, Sendable {
  package let rawValue: UInt32

  package init(rawValue: UInt32) {
    self.rawValue = rawValue
  }

  /// The definitions of the names on the page.
  static let definitions = Dependencies(rawValue: 1 << 0)
  /// Which defined names are like those on the page that nothing defines.
  static let misspellings = Dependencies(rawValue: 1 << 1)
  /// Which codes have almost the names of those that the page defines.
  static let nearNames = Dependencies(rawValue: 1 << 2)
  /// Where the codes that the page defines are used.
  static let uses = Dependencies(rawValue: 1 << 3)
  /// Where else in its note the names are used that the page uses and the note defines.
  static let usesInNote = Dependencies(rawValue: 1 << 4)
  /// The links between decisions and options of which the page defines either.
  static let options = Dependencies(rawValue: 1 << 5)
  /// The impacts of which the page defines the subject or the force.
  static let impacts = Dependencies(rawValue: 1 << 6)
  /// The links of the same decision to the same option as on the page.
  static let sameOptions = Dependencies(rawValue: 1 << 7)
  /// The impacts of the same subject on the same force as on the page.
  static let sameImpacts = Dependencies(rawValue: 1 << 8)
  /// Which notes record the sources whose ids are on the page.
  static let sources = Dependencies(rawValue: 1 << 9)
  /// Which notes record the same source as the page's note.
  static let rivals = Dependencies(rawValue: 1 << 10)
  /// The ids that the page's note claims, and the source that it records.
  static let ownIDs = Dependencies(rawValue: 1 << 11)
  /// Whether a label of the page's note has a number.
  static let ownLabels = Dependencies(rawValue: 1 << 12)
  /// Which notes share a title or an address with the page's note.
  static let sharedTexts = Dependencies(rawValue: 1 << 13)
  /// The codes that notes and model files list for the sources of the lists on the page.
  static let modelLists = Dependencies(rawValue: 1 << 14)
  /// In which spelling most notes write the names on the page.
  static let spellings = Dependencies(rawValue: 1 << 15)
  /// Which fields of sources any header, or any source block, of the study has.
  static let fields = Dependencies(rawValue: 1 << 16)
}

extension Dependencies {
  /// The pages that a change concerns beyond those that changed themselves.
  ///
  /// - Parameter study: the study after the change.
  func pages(concernedBy change: StudyChange, in study: inout Study) -> PageSet {
    var pages = PageSet()
    if contains(.definitions) { for name in change.names { pages.formUnion(study.pages(of: name)) } }
    if contains(.misspellings) {
      for name in study.undefinedNames(like: change.names) { pages.formUnion(study.pages(of: name)) }
    }
    if contains(.nearNames) {
      for name in change.names {
        for other in study.definedNames(near: name) { pages.formUnion(study.definingPages(of: other)) }
      }
    }
    mark(change.options, sameLinks: .sameOptions, ends: .options, in: study, &pages) { study.pages(ofOption: $0) }
    mark(change.impacts, sameLinks: .sameImpacts, ends: .impacts, in: study, &pages) { study.pages(ofImpact: $0) }
    for (name, document) in change.uses {
      if contains(.uses) { pages.formUnion(study.definingPages(of: name)) }
      guard contains(.usesInNote), let first = study.firstDefiningPage(of: name), study[first]?.document == document
      else { continue }
      for page in study.pages(of: name) where study[page]?.document == document { pages.insert(page) }
    }
    if contains(.sources) { for name in change.sources { pages.formUnion(study.pages(of: name)) } }
    if contains(.spellings), !change.spellings.isEmpty {
      let names = Array(Set(change.spellings))
      for name in names + study.undefinedNames(like: names) { pages.formUnion(study.pages(of: name)) }
    }
    if contains(.fields), change.isOfFields { for page in study.pagesOfSources { pages.insert(page) } }
    if contains(.rivals) { mark(change.rivals, in: study, &pages) }
    if contains(.ownIDs) { mark(change.claimants, in: study, &pages) }
    if contains(.ownLabels) { mark(change.labelled, in: study, &pages) }
    if contains(.sharedTexts) { mark(change.sharers, in: study, &pages) }
    if contains(.modelLists) { pages.formUnion(study.pagesListing(change).pages) }
    return pages
  }

  /// Marks the pages that have the same links, and those that define what is linked.
  private func mark(
    _ pairs: [PairFact], sameLinks: Dependencies, ends: Dependencies, in study: Study, _ pages: inout PageSet,
    _ linking: (PairFact) -> PageList
  ) {
    guard !pairs.isEmpty, !isDisjoint(with: [sameLinks, ends]) else { return }
    // A page may repeat one link twenty thousand times.
    var seen: Set<UInt64> = []
    for pair in pairs where pairs.count == 1 || seen.insert(pair.key).inserted {
      if contains(sameLinks) { pages.formUnion(linking(pair)) }
      guard contains(ends) else { continue }
      pages.formUnion(study.definingPages(of: pair.first))
      pages.formUnion(study.definingPages(of: pair.second))
    }
  }

  private func mark(_ documents: Set<DocumentID>, in study: Study, _ pages: inout PageSet) {
    for document in documents { pages.formUnion(study[document]?.pages ?? []) }
  }
}
