// Puts notes together to studies: what the command line does once, and the server whenever it reads a folder.

internal import SeedStudy

/// The studies of a folder.
package struct AssembledStudies: Sendable {
  package let plans: StudyPlans
  /// One for each plan.
  package var studies: [AssembledStudy]
}

/// Studies that are being put together while their notes are read. What two notes claim to record can divide a study in the
/// end; until then, each root is taken for one.
struct StudyAssembly {
  /// What begins at a root.
  private struct Underway {
    /// None if the notes divide it.
    var study: AssembledStudy?
    var claims = StudyLayout.Claims()
  }

  private let folder: String
  private let settings: StudyPlans.Settings
  private var configurations: ConfigurationFiles
  private var underway: [Underway] = []
  /// By the folder of the root.
  private var numbers: [PathKey: Int] = [:]

  init(in folder: String, _ configurations: ConfigurationFiles, settings: @escaping StudyPlans.Settings) {
    self.folder = folder
    self.configurations = configurations
    self.settings = settings
  }

  /// Adds a note. Notes come in natural order of their paths.
  mutating func add(_ note: StudyReader.Note, name: String?) {
    let number = number(of: note.root)
    guard underway[number].study != nil else { return }
    if !note.root.isMarked, let id = note.claim,
      underway[number].claims.add(id, by: note.file.path) != nil
    {
      underway[number].study = nil
      return
    }
    underway[number].study?.set(note.file.path, name: name, note.content.summary)
  }

  private mutating func number(of root: StudyRoot) -> Int {
    if let number = numbers[PathKey(root.folder)] { return number }
    let configuration = configurations.file(forFolder: root.folder)
    let plan = StudyPlan(
      folder: root.folder, configuration: configuration, settings: settings(configuration?.configuration.rules ?? [:]))
    underway.append(Underway(study: AssembledStudy(plan)))
    numbers[PathKey(root.folder)] = underway.count - 1
    return underway.count - 1
  }

  /// The studies, when all notes have been added.
  ///
  /// - Parameters:
  ///   - notes: the same notes.
  ///   - name: what to call a note; nil for its path in the study's folder.
  mutating func finish(
    _ notes: [StudyReader.Note], name: (StudyReader.Note) -> String?
  ) -> AssembledStudies {
    let layout = StudyLayout(
      notes.map { StudyLayout.Note(path: $0.file.path, sourceID: $0.claim, $0.root) }, in: folder)
    let plans = StudyPlans(layout, in: folder, &configurations, settings: settings)
    let isDivided = underway.contains { $0.study == nil }
    var isMissing: [Bool] = []
    var studies: [AssembledStudy] = []
    for plan in plans.studies {
      let number = plan.folder.flatMap { numbers[PathKey($0)] }
      let study = number.flatMap { underway[$0].study.take() }
      isMissing.append(study == nil)
      studies.append(study ?? AssembledStudy(plan))
    }
    if isDivided {
      for note in notes {
        let index = plans.index(for: note.file.path)
        if isMissing[index] { studies[index].set(note.file.path, name: name(note), note.content.summary) }
      }
    }
    return AssembledStudies(plans: plans, studies: studies)
  }
}
