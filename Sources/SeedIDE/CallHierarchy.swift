// Call hierarchy: from a decision to its options, from an option to the forces that it acts on, and back.

internal import SeedModel
package import SeedStudy
package import SeedSyntax

/// A code in the hierarchy.
package struct HierarchyItem: Hashable, Sendable {
  package let name: String
  package let displayName: String?
  package let kind: CodeKind
  /// Where it is defined; where a link names it, if that note doesn't define it.
  package let place: Place
}

/// A step of the hierarchy.
package struct HierarchyCall: Hashable, Sendable {
  /// What leads to the asked code, or what that leads to.
  package let item: HierarchyItem
  /// Where links say so, in one note: of what leads to the asked code, in the note of ``item``; else in that of the asked item.
  package let sites: [LineRange]
}

extension Snapshot {
  /// The code at the cursor as the start of a hierarchy; nil where no code stands. A source is none.
  package func hierarchyItem(at offset: Int) -> HierarchyItem? {
    guard let found = name(at: offset), let role = found.role, !role.isVocabulary, role != .label,
      let id = study.nameID(found.name), study.documents(ofSource: found.name).isEmpty
    else { return nil }
    if role.isMention, !study.isDefined(id) { return nil }
    return study.hierarchyItem(
      found.name, elsewhere: Place(document: document, range: syntax.lineRange(of: found.range), role: role))
  }
}

extension Study {
  /// What leads to a code: the decisions that it is an option of, and what acts on it as a force; by name, and once for each
  /// note that says so.
  package func incomingCalls(to name: String) -> [HierarchyCall] {
    var groups = SiteGroups()
    let name = code(meantBy: name)
    for relation in hierarchyRelations(of: name) where relation.to == name {
      groups.add(relation.from, relation.site.document, relation.site)
    }
    return groups.sorted.map { group in
      // The sites lie in the note that the item names, which need not be the one that defines the code.
      HierarchyCall(
        item: hierarchyItem(group.name, in: group.document, elsewhere: Place(group.sites[0])),
        sites: group.sites.map(\.range))
    }
  }

  /// What a code leads to: the options of a decision, and the forces that it acts on; by name.
  ///
  /// - Parameter document: the note of the item that was asked about; there may be no sites in it.
  package func outgoingCalls(from name: String, in document: DocumentID) -> [HierarchyCall] {
    var groups = SiteGroups()
    let name = code(meantBy: name)
    for relation in hierarchyRelations(of: name) where relation.from == name {
      groups.add(relation.to, nil, relation.site)
    }
    return groups.sorted.map { group in
      HierarchyCall(
        item: hierarchyItem(group.name, elsewhere: Place(group.sites[0])),
        sites: group.sites.filter { $0.document == document }.map(\.range))
    }
  }

  /// The links that name a code, each from where it leads to where.
  private func hierarchyRelations(of name: String) -> [(from: String, to: String, site: Site)] {
    guard let id = nameID(name) else { return [] }
    var relations: [(from: String, to: String, site: Site)] = []
    for option in self.relations(.option, of: id) {
      guard let decision = option.from else { continue }
      relations.append((decision, option.to, decision == name ? option.fromSite ?? option.toSite : option.toSite))
    }
    for impact in self.relations(.impact, of: id) {
      guard let subject = impact.from else { continue }
      relations.append((subject, impact.to, impact.toSite))
    }
    // A code linked to itself leads nowhere new.
    return relations.filter { $0.from != $0.to }
  }

  /// - Parameters:
  ///   - document: the note that the item must lie in; nil for any.
  ///   - elsewhere: the item's place if the code isn't defined there.
  fileprivate func hierarchyItem(_ name: String, in document: DocumentID? = nil, elsewhere: Place) -> HierarchyItem {
    let id = nameID(name)
    let definition = id.flatMap { codeDefinition(of: $0) }
    let kind: CodeKind =
      switch definition?.form {
      case .code: definition?.metaclass.map { CodeKind(ancestries[$0] ?? []) } ?? .other
      case .link: .link
      case .alias, .other, nil: .other
      }
    var here = definition
    if let id, let document, document != definition?.site.document {
      let definitions = definitions(of: id).filter { $0.site.document == document }
      here = definitions.first { $0.form == .code } ?? definitions.first
    }
    return HierarchyItem(
      name: name, displayName: definition?.displayName, kind: kind, place: here.map { Place($0.site) } ?? elsewhere)
  }
}

/// Sites by the code that they speak of, and by note where that matters.
private struct SiteGroups {
  struct Group {
    let name: String
    let document: DocumentID?
    var sites: [Site]
  }

  private var groups: [Group] = []

  mutating func add(_ name: String, _ document: DocumentID?, _ site: Site) {
    if let index = groups.firstIndex(where: { $0.name == name && $0.document == document }) {
      if !groups[index].sites.contains(site) { groups[index].sites.append(site) }
    } else {
      groups.append(Group(name: name, document: document, sites: [site]))
    }
  }

  /// The groups by name, then in the order in which they were met.
  var sorted: [Group] {
    groups.enumerated().sorted { ($0.element.name, $0.offset) < ($1.element.name, $1.offset) }.map(\.element)
  }
}
