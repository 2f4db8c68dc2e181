// The first definition of a name, with which the others are compared.

public import SeedModel
internal import SeedSyntax

/// A definition on some page of the study.
public struct DefinitionSite {
  public let page: PageID
  public let record: PageRecord
  public let definition: Definition

  public init(page: PageID, record: PageRecord, definition: Definition) {
    self.page = page
    self.record = record
    self.definition = definition
  }

  public var document: DocumentID { record.document }

  public var metaclass: String? { definition.metaclass.map { record.summary.name(ofOccurrence: $0) } }

  /// The display name without blanks around it.
  public var displayName: String? { definition.displayName.map { record.summary.text($0).trimmingBlanks } }
}

extension Study {
  /// The first definition of a name, by note and place.
  public func firstDefinition(_ name: NameID) -> DefinitionSite? {
    first(firstDefiningPage(of: name), name) { !$0.isEmpty }
  }

  /// The first definition of a name by `CClass`, sources and references left out.
  public func firstCode(_ name: NameID) -> DefinitionSite? {
    first(name.index < postings.count ? postings[name.index].firstCodePage : nil, name) { !$0.isDisjoint(with: .codes) }
  }

  /// The first page that defines a name.
  public func firstDefiningPage(of name: NameID) -> PageID? {
    name.index < postings.count ? postings[name.index].firstPage : nil
  }

  private func first(_ page: PageID?, _ name: NameID, _ isWanted: (CodeKinds) -> Bool) -> DefinitionSite? {
    guard let page, let record = pages[page.index],
      let index = record.facts.firstDefinition(of: name, where: isWanted),
      record.summary.definitions.indices.contains(index)
    else { return nil }
    return DefinitionSite(page: page, record: record, definition: record.summary.definitions[index])
  }

  public func isBefore(_ left: DefinitionSite, _ right: DefinitionSite) -> Bool {
    left.page == right.page
      ? left.definition.occurrence < right.definition.occurrence : isBefore(left.page, right.page)
  }
}
