// All studies in the folders and files that a command is given.

internal import SeedModel
internal import SeedRules
package import SeedStudy
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
  /// Files that are no text, and no notes by their names.
  package private(set) var skipped: [FileError]
  /// Notes with bytes that are not UTF-8, and the first line with one, counted from 0.
  package private(set) var notUTF8: [(name: String, line: Int)]
  /// What was asked about; the studies around it are read, too.
  package private(set) var given: GivenPaths
  /// Whether a cancellation left something out.
  package private(set) var isIncomplete: Bool
  /// What the files were when they were read, by their absolute paths.
  package private(set) var stamps: [PathKey: FileStamp]

  /// Reads the studies that files and folders are parts of; files that can't be read are left out.
  ///
  /// - Parameters:
  ///   - around: paths of files whose studies are meant, too, though the files need not be there.
  ///   - name: what to call a file that was not given itself, by its path.
  ///   - settings: what to check in a study, by what its configuration says of the rules.
  package init(
    _ roots: [Root], around: [String] = [], limits: FileFinder.Limits = FileFinder.Limits(), threads: Int? = nil,
    cancellation: CancellationFlag = CancellationFlag(), name: (String) -> String = { $0 },
    settings: @escaping StudyPlans.Settings = { RuleSettings($0) }
  ) {
    var reader = StudyReader(roots, around: around, limits: limits, cancellation: cancellation, name: name)
    let assembled = reader.readStudies(threads: threads, naming: .asFound, settings: settings)
    given = reader.given
    // Others lie beside them in the same repository. The folder around may have no notes of its own.
    let meant = Set(around.map(assembled.plans.index(for:)))
    let kept = assembled.studies.indices.filter { index in
      meant.contains(index)
        || (!roots.isEmpty && assembled.studies[index].paths.contains { reader.given.contains($0) })
    }
    let studies = kept.isEmpty ? Array(assembled.studies.prefix(1)) : kept.map { assembled.studies[$0] }
    self.studies = studies
    splits = assembled.plans.splits.filter { split in
      studies.count { Path.isSameOrInside($0.folder, split.folder) } > 1
    }
    configurations = reader.configurationsInUse
    namedFilesThatAreNoSeeds = reader.namedFilesThatAreNoSeeds
    errors = reader.errors
    skipped = reader.skipped
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
    let around = studies.indices.filter { Path.isSameOrInside(path, studies[$0].folder) }
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
