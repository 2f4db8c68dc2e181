// What a study is made by, and which studies the notes of a folder make.

package import SeedModel
package import SeedRules

/// How to make a study. Equal plans make equal studies of the same notes.
package struct StudyPlan: Sendable {
  /// The absolute path of the folder around the notes; nil for documents that are no files.
  package let folder: String?
  /// What configures the study; nil if nothing does.
  package let configuration: ConfigurationFile?
  /// Which rules are checked.
  package let settings: RuleSettings

  package init(folder: String?, configuration: ConfigurationFile?, settings: RuleSettings) {
    self.folder = folder
    self.configuration = configuration
    self.settings = settings
  }

  package var vocabulary: Vocabulary { configuration?.vocabulary ?? .standard }
}

extension StudyPlan: Equatable {
  package static func == (left: StudyPlan, right: StudyPlan) -> Bool {
    left.folder.map { PathKey($0) } == right.folder.map { PathKey($0) } && left.settings == right.settings
      && left.configuration?.configuration == right.configuration?.configuration
  }
}

/// The studies that some notes make.
package struct StudyPlans: Sendable {
  /// Which rules to check in a study, by what its configuration says of them.
  package typealias Settings = @Sendable ([String: RuleSettings.Level]) -> RuleSettings

  /// One for the folder itself, which may have no notes, and one for each folder in it that is a study of its own. In natural
  /// order of the folders, so that the folder itself is the first.
  package let studies: [StudyPlan]
  /// Why there are several where nothing marks them.
  package let splits: [StudyLayout.Split]

  /// The study of documents that are no files.
  package init(settings: Settings) {
    studies = [StudyPlan(folder: nil, configuration: nil, settings: settings([:]))]
    splits = []
  }

  /// - Parameters:
  ///   - notes: absolute paths and the sources that the notes claim to record.
  ///   - folder: the folder around those that nothing marks.
  package init(
    _ notes: [(path: String, sourceID: String?)], in folder: String, _ configurations: inout ConfigurationFiles,
    settings: Settings
  ) {
    var roots = StudyRoots(in: folder)
    let layout = StudyLayout(
      notes.map { path, sourceID in
        StudyLayout.Note(path: path, sourceID: sourceID, roots.root(of: path, &configurations))
      }, in: folder)
    self.init(layout, in: folder, &configurations, settings: settings)
  }

  init(
    _ layout: StudyLayout, in folder: String, _ configurations: inout ConfigurationFiles, settings: Settings
  ) {
    let folders = layout.folders.contains(folder) ? layout.folders : [folder] + layout.folders
    studies = folders.map { folder in
      let configuration = configurations.file(forFolder: folder)
      return StudyPlan(
        folder: folder, configuration: configuration,
        settings: settings(configuration?.configuration.rules ?? [:]))
    }
    splits = layout.splits
  }

  /// Which of the studies a file belongs to: that of the innermost folder around it, else the first.
  package func index(for path: String) -> Int {
    guard studies.count > 1 else { return 0 }
    let around = studies.indices.filter { index in
      studies[index].folder.map { Path.isSameOrInside(path, $0) } == true
    }
    return around.max { (studies[$0].folder?.utf8.count ?? 0) < (studies[$1].folder?.utf8.count ?? 0) } ?? 0
  }
}

/// Where the study of a file begins, as far as that can be told without reading any note.
struct StudyRoot: Sendable {
  let folder: String
  /// What configures the study; nil if nothing does.
  let configuration: ConfigurationFile?
  /// Whether a configuration file says that the study begins there: then all notes are one study.
  var isMarked: Bool { configuration != nil }
}

/// The roots of files that come folder by folder: each folder is asked about once.
struct StudyRoots {
  private let folder: String
  private var last: (parent: String, root: StudyRoot)?

  /// - Parameter folder: the folder around those that nothing marks.
  init(in folder: String) { self.folder = folder }

  mutating func root(of path: String, _ configurations: inout ConfigurationFiles) -> StudyRoot {
    let parent = Path.folder(of: path)
    if let last, Path.areSame(last.parent, parent) { return last.root }
    let root = StudyRoot(
      folder: configurations.root(forFolder: parent) ?? folder, configuration: configurations.file(forFolder: parent))
    last = (parent, root)
    return root
  }
}

extension StudyLayout.Note {
  init(path: String, sourceID: String?, _ root: StudyRoot) {
    self.init(
      path: path, sourceID: sourceID, markedFolder: root.isMarked ? root.folder : nil,
      repository: root.isMarked ? nil : root.folder)
  }
}
