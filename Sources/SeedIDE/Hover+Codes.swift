// What hover says about a code: its kind, its definition, its decisions, options, forces, sources and evidence.

internal import SeedModel
internal import SeedStudy
internal import SeedSyntax

extension Snapshot {
  /// How many lines a list of a hover has at most.
  private static let listLimit = 12

  /// The codebook entry of a defined name.
  func codeDescription(_ name: String, _ id: NameID) -> RichText {
    let code = study.code(meantBy: id)
    guard code == id else { return aliasDescription(name, id, of: code) }
    let definitions = study.definitions(of: id)
    let primary = study.codeDefinition(of: id)
    var text = RichText()
    text.blocks.append(.paragraph(headline(name, primary)))
    text.blocks.append(.paragraph([.text("Defined in " + placesText(definitions))]))

    let options = study.relations(.option, of: id).filter { $0.from != nil }
    appendList("Option of:", options.filter { $0.to == name }.map { ($0.from ?? "", $0.text) }, to: &text)
    appendList("Options:", options.filter { $0.from == name }.map { ($0.to, $0.text) }, to: &text)

    let impacts = study.relations(.impact, of: id)
    appendImpacts("Forces:", impacts.filter { $0.from == name }.map { ($0.to, $0.meaning) }, to: &text)
    appendImpacts(
      "Acted on by:",
      impacts.filter { $0.to == name }.compactMap { impact in impact.from.map { ($0, impact.meaning) } }, to: &text)

    if let sources = codingSources(id) { text.blocks.append(.paragraph([.text("Coded in " + sources)])) }
    if let primary, primary.form == .code, let quotation = evidence(for: primary.site) {
      text.blocks.append(.quotation(quotation))
    }
    return text
  }

  /// The entry of the code that a name means, and where the name was given to it.
  private func aliasDescription(_ name: String, _ id: NameID, of code: NameID) -> RichText {
    var text = codeDescription(study.string(code), code)
    let places = placesText(study.definitions(of: id))
    text.blocks.insert(.paragraph([.code(name), .text(" is another name for this code, given in " + places)]), at: 1)
    return text
  }

  /// `**Display name** · name · kind`
  private func headline(_ name: String, _ definition: CodeDefinition?) -> [RichText.Span] {
    var spans: [RichText.Span] = []
    if let displayName = definition?.displayName, displayName.contains(where: { !$0.isWhitespace }) {
      spans += [.strong(displayName), .text(" · ")]
    }
    spans.append(.code(name))
    let kind: String? =
      switch definition?.form {
      case .code: definition?.metaclass
      case .link: "link"
      case .alias: "alias"
      case .other, nil: nil
      }
    if let kind { spans.append(.text(" · " + kind)) }
    return spans
  }

  /// `s4, line 115; s33, line 20`, lines counted from 1.
  private func placesText(_ definitions: [CodeDefinition]) -> String {
    var texts = definitions.prefix(5).map { "\(documentName($0.site.document)), line \($0.site.range.start.line + 1)" }
    if definitions.count > texts.count { texts.append("\(definitions.count - texts.count) more places") }
    return texts.joined(separator: "; ")
  }

  /// What a note is called: the id of its source, else its file's name.
  func documentName(_ id: DocumentID) -> String {
    study[id].map { $0.sourceID ?? $0.name } ?? ""
  }

  /// The sources that code a name, in natural order.
  private func codingSources(_ id: NameID) -> String? {
    let names = Array(Set(study.codingDocuments(of: id).map { documentName($0) }))
    guard !names.isEmpty else { return nil }
    let limit = 30
    let shown = NaturalOrder.order(of: names).prefix(limit).map { names[$0] }.joined(separator: ", ")
    return names.count > limit ? shown + " and \(names.count - limit) more" : shown
  }

  /// A list of codes, each with a display name and a text about it.
  private func appendList(_ title: String, _ relations: [(name: String, text: String?)], to text: inout RichText) {
    struct Relation: Hashable {
      let name: String
      let text: String
    }
    var seen: Set<Relation> = []
    let distinct = relations.filter { seen.insert(Relation(name: $0.name, text: $0.text ?? "")).inserted }
    guard !distinct.isEmpty else { return }
    var items: [[RichText.Span]] = []
    for relation in distinct.prefix(Self.listLimit) {
      var spans: [RichText.Span] = [.code(relation.name)]
      if let displayName = displayName(of: relation.name) { spans.append(.text(" (" + displayName + ")")) }
      if let about = relation.text, !about.isEmpty { spans.append(.text(": " + about)) }
      items.append(spans)
    }
    appendRest(distinct.count - items.count, to: &items)
    text.blocks.append(.list(title: title, items: items))
  }

  /// A list of codes, each with the signs of its impacts.
  private func appendImpacts(_ title: String, _ impacts: [(name: String, impact: String?)], to text: inout RichText) {
    var signs: [(name: String, signs: [String])] = []
    for impact in impacts {
      let sign = impact.impact.map { study.vocabulary.sign(ofImpact: $0) ?? $0 } ?? "?"
      if let index = signs.firstIndex(where: { $0.name == impact.name }) {
        if !signs[index].signs.contains(sign) { signs[index].signs.append(sign) }
      } else {
        signs.append((impact.name, [sign]))
      }
    }
    guard !signs.isEmpty else { return }
    var items = signs.prefix(Self.listLimit).map { entry -> [RichText.Span] in
      [.code(entry.name), .text(" "), .code(entry.signs.joined(separator: " "))]
    }
    appendRest(signs.count - items.count, to: &items)
    text.blocks.append(.list(title: title, items: items))
  }

  private func appendRest(_ count: Int, to items: inout [[RichText.Span]]) {
    if count > 0 { items.append([.text("… and \(count) more")]) }
  }

  private func displayName(of name: String) -> String? {
    study.nameID(name).flatMap { study.codeDefinition(of: $0)?.displayName }
  }
}
