// What `check --show-settings` prints: for each study, what holds for it and where that comes from.

internal import SeedModel
internal import SeedReport
internal import SeedRules
internal import SeedStudy
internal import SeedWorkspace

/// The settings of some studies as text for people.
struct SettingsText {
  private let studies: [AssembledStudy]

  init(_ loaded: LoadedStudies) {
    studies = loaded.studies
  }

  var text: String {
    studies.map { text(of: $0) }.joined(separator: "\n")
  }

  private func text(of study: AssembledStudy) -> String {
    let file = study.plan.configuration
    let configuration = file?.configuration ?? StudyConfiguration()
    let models = study.paths.all.count { study.study[$0.document]?.isModel == true }
    var lines = [
      "study          \(StudyInput.name(ofPath: study.ownFolder))",
      "configuration  \(file.map { StudyInput.name(ofPath: $0.path) } ?? "none")",
      "notes          \(study.noteCount - models)",
      "model files    \(models)",
      "include        \(configuration.include.map { list($0.map(\.pattern)) } ?? "every .md, .txt and .py file")",
      "exclude        \(list(configuration.exclude.map(\.pattern)))",
      "metaclasses    \(list(configuration.additions.metaclasses.sorted { $0.key < $1.key }.map(metaclass)))",
      "stereotypes    \(list(configuration.additions.stereotypes.sorted()))",
      "functions      \(list(configuration.additions.functions.sorted { $0.key < $1.key }.map(function)))",
      "source fields  \(list(fields(configuration.additions)))",
      "rules",
    ]
    let width = Rules.all.map { $0.name.utf8.count }.max() ?? 0
    for rule in Rules.all {
      let name = rule.name
      let level = study.checked.settings.severity(of: name)?.name ?? "off"
      let padding = String(repeating: " ", count: width - name.utf8.count)
      let own = rule.isOnByDefault ? rule.severity.name : "off"
      lines.append("  \(name)\(padding)  \(level)" + (level == own ? "" : " (without settings: \(own))"))
    }
    return lines.map { $0.printable + "\n" }.joined()
  }

  private func list(_ parts: [String]) -> String {
    parts.isEmpty ? "none" : parts.joined(separator: ", ")
  }

  private func metaclass(_ name: String, _ parents: [String]) -> String {
    parents.isEmpty ? name : "\(name) (\(parents.joined(separator: ", ")))"
  }

  private func function(_ name: String, _ call: VocabularyAdditions.Call) -> String {
    switch call {
    case .like(let other): "\(name) (like \(other))"
    case .anything: "\(name) (any arguments)"
    }
  }

  private func fields(_ additions: VocabularyAdditions) -> [String] {
    Set(additions.sourceFields.keys).union(additions.fieldForms.keys).sorted().map { name in
      let said = content(additions.sourceFields[name]) + form(additions.fieldForms[name])
      return said.isEmpty ? name : "\(name) (\(said.joined(separator: ", ")))"
    }
  }

  private func content(_ content: VocabularyAdditions.Field?) -> [String] {
    switch content {
    case .text, nil: []
    case .boolean: ["yes or no"]
    case .oneOf(let texts): texts
    case .several: ["several values"]
    case .anything: ["anything"]
    }
  }

  private func form(_ form: SourceFieldForm?) -> [String] {
    guard let form else { return [] }
    let place =
      switch form.place {
      case .both: nil as String?
      case .header: "in the header"
      case .block: "in the source block"
      }
    return [form.key.map { "key `\($0)`" }, form.heading.map { "heading `\($0)`" }, place].compactMap { $0 }
  }
}
