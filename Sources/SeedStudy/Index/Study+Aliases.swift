// Codes with several names: after `b = a`, whoever says `b` means `a`.

internal import SeedModel

extension Study {
  /// Longer chains of `b = a`, `c = b` … are not followed.
  private static let longestChain = 8

  /// The code that a name means: of a name that is nothing but another one for a code, that code; else the name itself.
  public func code(meantBy name: NameID) -> NameID {
    var code = name
    for _ in 0..<Self.longestChain {
      guard let next = target(ofAlias: code) else { return code }
      code = next
    }
    // The names go round in a circle, or on and on.
    return name
  }

  /// The same for names by their texts.
  public func code(meantBy name: String) -> String {
    guard let id = nameID(name) else { return name }
    let code = code(meantBy: id)
    return code == id ? name : string(code)
  }

  /// The names that mean a code, itself first.
  public func names(meaning code: NameID) -> [NameID] {
    var names = [code]
    var known: Set<NameID> = [code]
    // A page is read once, however many of its names mean the code.
    var aliases: [NameID: [NameID]] = [:]
    var readPages = PageSet()
    var index = 0
    while index < names.count {
      let name = names[index]
      for page in postings(of: name).pages.withoutRuns where !readPages.contains(page) {
        readPages.insert(page)
        pages[page.index]?.addAliases(to: &aliases)
      }
      for alias in aliases[name] ?? [] where !known.contains(alias) && target(ofAlias: alias) == name {
        known.insert(alias)
        names.append(alias)
      }
      index += 1
    }
    return names
  }

  /// What a name stands for that is defined as another one for something that is known, and as nothing else.
  private func target(ofAlias name: NameID) -> NameID? {
    guard let place = definition(of: name), let document = self[place.document],
      let record = pages[document.pages[place.page].index],
      let target = record.target(ofAlias: record.summary.definitions[place.index]), target != name,
      hasDefinition(target)
    else { return nil }
    return target
  }
}

extension PageRecord {
  /// Adds the names on the left of `b = a`, by those on the right.
  fileprivate func addAliases(to aliases: inout [NameID: [NameID]]) {
    for definition in summary.definitions {
      guard let target = target(ofAlias: definition) else { continue }
      aliases[target, default: []].append(names[Int(summary.occurrences[definition.occurrence].name)])
    }
  }

  /// The name on the right of `b = a`.
  fileprivate func target(ofAlias definition: Definition) -> NameID? {
    let value = definition.occurrence + 1
    guard definition.form == .alias, summary.occurrences.indices.contains(value),
      summary.occurrences[value].role == .value
    else { return nil }
    return names[Int(summary.occurrences[value].name)]
  }
}
