// All studies in the folders and files that a command is given.

package import SeedModel

/// Studies made from files, and what there is to say about the files.
package struct LoadedStudies: Sendable {
  /// In natural order of their folders; at least one, which may be empty.
  package var studies: [LoadedStudy]
  /// The configuration files that count for a study or for what was given, in natural order of their paths.
  package private(set) var configurations: [ConfigurationFile]
  /// Why there is more than one study where nothing marks them.
  package private(set) var splits: [StudyLayout.Split]
  /// Files that were named themselves but are no seed files.
  package private(set) var namedFilesThatAreNoSeeds: [FoundFile]
  /// What could not be found or read; the paths are names for people.
  package private(set) var errors: [FileError]
  /// Notes with bytes that are not UTF-8, and the first line with one, counted from 0.
  package private(set) var notUTF8: [(name: String, line: Int)]
  /// Whether a cancellation left something out.
  package private(set) var isIncomplete: Bool

  /// Finds the seed files in folders, and takes the files that are named themselves; those that can't be read are left out.
  ///
  /// - Parameter settings: what to check in a study, by what its configuration says of the rules.
  package init(
    _ roots: [Root], limits: FileFinder.Limits = FileFinder.Limits(), threads: Int? = nil,
    cancellation: CancellationFlag = CancellationFlag(),
    settings: ([String: RuleSettings.Level]) -> RuleSettings = { RuleSettings($0) }
  ) {
    var reading = StudyReader(roots, limits: limits, cancellation: cancellation)
    reading.read(threads: threads)
    var files = reading.configurations
    let named = (reading.notes.map(\.file) + reading.namedFilesThatAreNoSeeds).filter(\.isNamed).map(\.path)
    let folder = Self.commonFolder(roots, namedFiles: Set(named))
    let layout = StudyLayout(
      reading.notes.map { ($0.file.path, $0.content.summary.claimedSourceID) }, in: folder, &files)
    studies = (layout.folders.isEmpty ? [folder] : layout.folders).map { folder in
      let configuration = files.file(forFolder: folder)
      return LoadedStudy(
        folder: folder, configuration: configuration, settings: settings(configuration?.configuration.rules ?? [:]))
    }
    for (note, index) in zip(reading.notes, layout.assignments) { studies[index].add(note) }
    configurations = files.files
    splits = layout.splits
    namedFilesThatAreNoSeeds = reading.namedFilesThatAreNoSeeds
    errors = reading.errors
    notUTF8 = reading.notes.compactMap { note in note.content.firstLineNotUTF8.map { (note.file.name, $0) } }
    isIncomplete = reading.isIncomplete
  }

  /// All notes of all studies.
  package var noteCount: Int { studies.reduce(0) { $0 + $1.notes.count } }

  /// Takes a text for a note's instead of what is on disk; a note that is new is added to the study around it.
  ///
  /// - Parameters:
  ///   - path: the absolute path of the file, which need not exist.
  ///   - name: what to call a note that is new.
  /// - Returns: the index of the study, and the note; nil if the text is no seed file, and then the studies have no such note
  ///   any more.
  package mutating func replaceText(
    of path: String, name: String, with text: [UInt8]
  ) -> (study: Int, document: DocumentID)? {
    let around = studies.indices.filter { Path.relative(path, to: studies[$0].folder) != nil }
    let index =
      studies.firstIndex { $0.index(ofPath: path) != nil }
      ?? around.max { studies[$0].folder.utf8.count < studies[$1].folder.utf8.count } ?? studies.startIndex
    return studies[index].replaceText(of: path, name: name, with: text).map { (index, $0) }
  }

  /// The innermost folder around everything that was given.
  private static func commonFolder(_ roots: [Root], namedFiles: Set<String>) -> String {
    let folders = roots.map { namedFiles.contains($0.path) ? Path.folder(of: $0.path) : $0.path }
    return folders.dropFirst().reduce(folders.first ?? "/") { Path.commonFolder($0, $1) }
  }
}
