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
    // The names go round in a circle.
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
    var index = 0
    while index < names.count {
      for alias in aliases(of: names[index]) where !names.contains(alias) { names.append(alias) }
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

  /// The names that are defined as another one for a name.
  private func aliases(of name: NameID) -> [NameID] {
    var aliases: [NameID] = []
    for page in postings(of: name).pages.withoutRuns {
      guard let record = pages[page.index] else { continue }
      for definition in record.summary.definitions where record.target(ofAlias: definition) == name {
        let alias = record.names[Int(record.summary.occurrences[definition.occurrence].name)]
        if !aliases.contains(alias), target(ofAlias: alias) == name { aliases.append(alias) }
      }
    }
    return aliases
  }
}

extension PageRecord {
  /// The name on the right of `b = a`.
  fileprivate func target(ofAlias definition: Definition) -> NameID? {
    let value = definition.occurrence + 1
    guard definition.form == .alias, summary.occurrences.indices.contains(value),
      summary.occurrences[value].role == .value
    else { return nil }
    return names[Int(summary.occurrences[value].name)]
  }
}
