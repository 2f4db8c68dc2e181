// Everything that a study says about each of its codes.

package import SeedModel
package import SeedStudy
internal import SeedSyntax

/// The codes of a study with their definitions, uses and relations.
package struct CodeReport: Sendable {
  /// A place of a code's name.
  package struct Place: Hashable, Sendable {
    package let path: String
    /// Counted from 1.
    package let line: Int
    /// Counted from 1, in UTF-16 units.
    package let column: Int
    package let role: Role
  }

  /// An effect of a code on a force.
  package struct Force: Hashable, Sendable {
    package let name: String
    /// Nil where the note leaves it out.
    package let impact: String?
    /// `++`, `+`, `o` …; nil for a word that is no impact.
    package let sign: String?

    /// What to print beside the force: the sign, else the word; empty where the note leaves it out.
    package var mark: String { sign ?? impact ?? "" }
  }

  /// A code that a decision offers.
  package struct Option: Hashable, Sendable {
    package let name: String
    /// What links of the two say, each once, in the order of the notes.
    package let texts: [String]
  }

  /// A link to another code.
  package struct Link: Hashable, Sendable {
    package let name: String
    /// What the link means; nil where the note leaves it out.
    package let stereotype: String?
    /// What the note says about it in words.
    package let text: String?
  }

  package struct Code: Sendable {
    package let name: String
    /// The folder of the code's study, where the report is about several.
    package fileprivate(set) var study: String?
    /// The metaclass of the first definition that gives one.
    package fileprivate(set) var kind: String?
    /// What the first definition that says so calls the code.
    package fileprivate(set) var displayName: String?
    /// By note and position, as the uses; those in model files last.
    package fileprivate(set) var definitions: [Place] = []
    /// Where the code is listed, linked or attached to a force, and where prose that lists codes names it.
    package fileprivate(set) var uses: [Place] = []
    /// The decisions of which the code is an option, by name.
    package fileprivate(set) var decisions: [String] = []
    /// Whether the code is of the kind `decision`, or offers options.
    package fileprivate(set) var isDecision = false
    /// What the code offers, if it is a decision, by name.
    package fileprivate(set) var options: [Option] = []
    /// What the code is linked to otherwise, by name, each once.
    package fileprivate(set) var links: [Link] = []
    /// What the code acts on, by the force's name, each pair once.
    package fileprivate(set) var forces: [Force] = []
    /// The ids of the sources whose notes define or use the code; a note that records no source is given by its path.
    package fileprivate(set) var sources: [String] = []

    fileprivate mutating func add(_ place: Place, source: String?) {
      if place.role.isDefinition { definitions.append(place) } else { uses.append(place) }
      // A mention in prose is a note, not coding.
      if !place.role.isMention, let source, !sources.contains(source) { sources.append(source) }
    }
  }

  /// Codes that are defined by `CClass`, sources apart, by name.
  package let codes: [Code]

  package init(_ study: Study) {
    var gathering = Gathering(study)
    for id in gathering.documents { gathering.add(id) }
    codes = gathering.codes
  }

  /// The codes of several studies in one list, each with its study. Codes of one name in different studies are different ones.
  ///
  /// - Parameter studies: with their names, in the order in which codes of one name are given.
  package init(_ studies: [(name: String, study: Study)]) {
    var codes: [Code] = []
    for (name, study) in studies {
      codes += CodeReport(study).codes.map { code in
        var code = code
        if studies.count > 1 { code.study = name }
        return code
      }
    }
    // Sorting keeps the order of the studies among equals.
    let keyed = codes.map { (key: Array($0.name.utf8), code: $0) }
    self.codes = keyed.sorted { NaturalOrder.areInIncreasingOrder($0.key, $1.key) }.map(\.code)
  }
}

/// Goes through a study once.
private struct Gathering {
  private let study: Study
  /// For names that were met, the codes that they mean.
  private var meanings: [String: String] = [:]
  private var found: [String: CodeReport.Code] = [:]
  private var defined: Set<String> = []
  private var decisions: [String: Set<String>] = [:]
  private var options: [String: [String: [String]]] = [:]
  private var links: [String: Set<CodeReport.Link>] = [:]
  private var forces: [String: Set<CodeReport.Force>] = [:]
  /// The notes in natural order of their paths, so that the report doesn't depend on how they were found; then the model
  /// files.
  let documents: [DocumentID]

  init(_ study: Study) {
    self.study = study
    let names = study.documentIDs.map { (id: $0, name: Array((study[$0]?.path ?? "").utf8)) }
    let sorted = names.sorted { NaturalOrder.areInIncreasingOrder($0.name, $1.name) }.map(\.id)
    documents = sorted.filter { study[$0]?.isModel == false } + sorted.filter { study[$0]?.isModel == true }
  }

  mutating func add(_ id: DocumentID) {
    guard let document = study[id], !document.isTemplate else { return }
    var startLine = 0
    for page in document.summary.pages {
      addPlaces(on: page, startLine: startLine, of: document)
      addDefinitions(on: page)
      addRelations(on: page)
      startLine += page.lineBreakCount
    }
  }

  var codes: [CodeReport.Code] {
    defined.map { Array($0.utf8) }.sorted { NaturalOrder.areInIncreasingOrder($0, $1) }.compactMap { bytes in
      let name = String(decoding: bytes, as: UTF8.self)
      guard var code = found[name] else { return nil }
      code.decisions = (decisions[name] ?? []).sorted { NaturalOrder.areInIncreasingOrder($0, $1) }
      code.options = options(of: name)
      code.isDecision = !code.options.isEmpty || study.ancestries[code.kind ?? ""]?.contains(.decision) == true
      code.links = (links[name] ?? []).sorted { left, right in
        left.name == right.name
          ? (left.stereotype ?? "", left.text ?? "") < (right.stereotype ?? "", right.text ?? "")
          : NaturalOrder.areInIncreasingOrder(left.name, right.name)
      }
      code.forces = (forces[name] ?? []).sorted { left, right in
        left.name == right.name
          ? rank(left.impact) < rank(right.impact) : NaturalOrder.areInIncreasingOrder(left.name, right.name)
      }
      code.sources.sort { NaturalOrder.areInIncreasingOrder($0, $1) }
      return code
    }
  }

  private mutating func code(meantBy name: String) -> String {
    if let code = meanings[name] { return code }
    let code = study.code(meantBy: name)
    meanings[name] = code
    return code
  }

  private mutating func addPlaces(on page: PageSummary, startLine: Int, of document: StudyDocument) {
    for occurrence in page.occurrences {
      let role = occurrence.role
      guard role.isDefinition || role.isReference || role == .listedMention else { continue }
      let written = page.names[Int(occurrence.name)]
      let name = code(meantBy: written)
      // What gives a code another name defines no code.
      if name != written, role.isDefinition { continue }
      let position = ReportPosition(occurrence.start.movedDown(by: startLine))
      let place = CodeReport.Place(path: document.name, line: position.line, column: position.column, role: role)
      // In place: a copy of the code would copy its places each time.
      found[name, default: CodeReport.Code(name: name)].add(
        place, source: document.isModel ? nil : document.sourceID ?? document.name)
    }
  }

  private mutating func addDefinitions(on page: PageSummary) {
    for definition in page.definitions where definition.form == .code && !page.isSource(definition) {
      let name = code(meantBy: page.name(ofOccurrence: definition.occurrence))
      defined.insert(name)
      if found[name]?.kind == nil { found[name]?.kind = definition.metaclass.map { page.name(ofOccurrence: $0) } }
      if found[name]?.displayName == nil { found[name]?.displayName = definition.displayName.map { page.text($0) } }
    }
  }

  private mutating func addRelations(on page: PageSummary) {
    for relation in page.relations {
      guard let from = relation.from.map({ code(meantBy: page.name(ofOccurrence: $0)) }) else { continue }
      let to = code(meantBy: page.name(ofOccurrence: relation.to))
      let meaning = relation.meaning.map { page.name(ofOccurrence: $0) }
      switch relation.kind {
      case .option:
        decisions[to, default: []].insert(from)
        addText(relation.text.map { page.text($0) } ?? "", to: &options[from, default: [:]][to, default: []])
      case .link:
        links[from, default: []].insert(
          CodeReport.Link(name: to, stereotype: meaning, text: relation.text.map { page.text($0) }))
      case .impact:
        let sign = meaning.flatMap { study.vocabulary.sign(ofImpact: $0) }
        forces[from, default: []].insert(CodeReport.Force(name: to, impact: meaning, sign: sign))
      }
    }
  }

  private func addText(_ text: String, to texts: inout [String]) {
    if !text.isEmpty, !texts.contains(text) { texts.append(text) }
  }

  private func options(of decision: String) -> [CodeReport.Option] {
    (options[decision] ?? [:]).map { CodeReport.Option(name: $0.key, texts: $0.value) }
      .sorted { NaturalOrder.areInIncreasingOrder($0.name, $1.name) }
  }

  /// Impacts from best to worst, then words that are no impact, by name, then none at all.
  private func rank(_ impact: String?) -> (Int, String) {
    let impacts = study.vocabulary.impacts
    guard let impact else { return (impacts.count + 1, "") }
    return (impacts.firstIndex { $0.name == impact } ?? impacts.count, impact)
  }
}
