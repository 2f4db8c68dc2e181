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
  private let folder: String
  private let settings: StudyPlans.Settings
  private var configurations: ConfigurationFiles
  /// By the folder of the root; none for one that is divided.
  private var underway: [PathKey: AssembledStudy] = [:]
  private var claims: [PathKey: StudyLayout.Claims] = [:]
  private var divided: Set<PathKey> = []

  init(in folder: String, _ configurations: ConfigurationFiles, settings: @escaping StudyPlans.Settings) {
    self.folder = folder
    self.configurations = configurations
    self.settings = settings
  }

  /// Adds a note. Notes come in natural order of their paths.
  mutating func add(_ note: StudyReader.Note, name: String?) {
    let path = note.file.path
    let root = StudyRoot(of: path, in: folder, &configurations)
    let key = PathKey(root.folder)
    guard !divided.contains(key) else { return }
    if !root.isMarked, let id = note.content.summary.claimedSourceID,
      claims[key, default: StudyLayout.Claims()].add(id, by: path) != nil
    {
      divided.insert(key)
      underway[key] = nil
      return
    }
    if underway[key] == nil {
      let configuration = configurations.file(forFolder: root.folder)
      underway[key] = AssembledStudy(
        StudyPlan(
          folder: root.folder, configuration: configuration,
          settings: settings(configuration?.configuration.rules ?? [:])))
    }
    underway[key]?.set(path, name: name, note.content.summary)
  }

  /// The studies, when all notes have been added.
  ///
  /// - Parameters:
  ///   - notes: the same notes.
  ///   - name: what to call a note; nil for its path in the study's folder.
  mutating func finish(
    _ notes: [StudyReader.Note], name: (StudyReader.Note) -> String?
  ) -> AssembledStudies {
    let plans = StudyPlans(
      notes.map { ($0.file.path, $0.content.summary.claimedSourceID) }, in: folder, &configurations,
      settings: settings)
    var isMissing: [Bool] = []
    var studies: [AssembledStudy] = []
    for plan in plans.studies {
      let study = plan.folder.flatMap { underway.removeValue(forKey: PathKey($0)) }
      isMissing.append(study == nil)
      studies.append(study ?? AssembledStudy(plan))
    }
    if !divided.isEmpty {
      for note in notes {
        let index = plans.index(for: note.file.path)
        if isMissing[index] { studies[index].set(note.file.path, name: name(note), note.content.summary) }
      }
    }
    return AssembledStudies(plans: plans, studies: studies)
  }
}
