// All studies in the folders and files that a command is given.

package import SeedModel
internal import SeedSyntax

/// Studies made from files, and what there is to say about the files.
package struct LoadedStudies: Sendable {
  /// In natural order of their folders; at least one, which may be empty.
  package var studies: [AssembledStudy]
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
  /// What the files were when they were read, by their absolute paths.
  package private(set) var stamps: [PathKey: FileStamp]

  /// Finds the seed files in folders, and takes the files that are named themselves; those that can't be read are left out.
  ///
  /// - Parameter settings: what to check in a study, by what its configuration says of the rules.
  package init(
    _ roots: [Root], limits: FileFinder.Limits = FileFinder.Limits(), threads: Int? = nil,
    cancellation: CancellationFlag = CancellationFlag(),
    settings: @escaping StudyPlans.Settings = { RuleSettings($0) }
  ) {
    var reader = StudyReader(roots, limits: limits, cancellation: cancellation)
    let assembled = reader.readStudies(threads: threads, naming: .asFound, settings: settings)
    splits = assembled.plans.splits
    // The folder around studies that lie side by side may have no notes of its own.
    let isEmpty = assembled.studies.allSatisfy { $0.noteCount == 0 }
    studies = isEmpty ? Array(assembled.studies.prefix(1)) : assembled.studies.filter { $0.noteCount > 0 }
    configurations = reader.configurations.files
    namedFilesThatAreNoSeeds = reader.namedFilesThatAreNoSeeds
    errors = reader.errors
    notUTF8 = reader.notes.compactMap { note in note.content.firstLineNotUTF8.map { (note.file.name, $0) } }
    isIncomplete = reader.isIncomplete
    stamps = reader.stamps
  }

  /// All notes of all studies.
  package var noteCount: Int { studies.reduce(0) { $0 + $1.noteCount } }

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
    let known = known(path)
    let around = studies.indices.filter { Path.relative(path, to: studies[$0].folder) != nil }
    let index =
      known?.study ?? around.max { studies[$0].folder.utf8.count < studies[$1].folder.utf8.count } ?? studies.startIndex
    let document = Document(text, format: DocumentFormat(fileName: path))
    guard document.isSeed else {
      if let known { studies[index].remove(known.path) }
      return nil
    }
    let summary = DocumentSummary(document, studies[index].study.vocabulary)
    return (index, studies[index].set(known?.path ?? path, name: name, summary))
  }

  /// The note that a path leads to, whatever the path is called.
  private func known(_ path: String) -> (study: Int, path: String)? {
    func study(_ path: String) -> Int? { studies.firstIndex { $0.document(at: path) != nil } }
    if let index = study(path) { return (index, path) }
    guard let identity = (try? FileStatus(path: path))?.stamp.identity else { return nil }
    for (other, stamp) in stamps where stamp.identity == identity {
      if let index = study(other.path) { return (index, other.path) }
    }
    return nil
  }
}
