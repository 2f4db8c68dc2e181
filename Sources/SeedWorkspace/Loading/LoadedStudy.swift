// From folders and files to a study: what the command line and the server start with.

package import SeedModel
internal import SeedSyntax

/// A study made from files, and what there is to say about the files.
package struct LoadedStudy: Sendable {
  /// A note of the study with its file.
  package struct Note: Sendable {
    package let document: DocumentID
    /// The absolute path.
    package let path: String
    package let byteCount: Int
    package let stamp: FileStamp
  }

  /// All seed files; nothing is checked yet (`Study.refreshFindings()`).
  package var study: Study
  /// The study's notes in natural order of their paths.
  package private(set) var notes: [Note] = []
  /// Files that were named themselves but are no seed files.
  package private(set) var namedFilesThatAreNoSeeds: [FoundFile] = []
  /// What could not be found or read; the paths are names for people.
  package private(set) var errors: [FileError] = []
  /// Notes with bytes that are not UTF-8, and the first line with one, counted from 0.
  package private(set) var notUTF8: [(name: String, line: Int)] = []
  /// Whether a cancellation left something out.
  package private(set) var isIncomplete = false

  /// Finds the seed files in folders, and takes the files that are named themselves; those that can't be read are left out.
  package init(
    _ roots: [Root], vocabulary: Vocabulary = .standard, settings: RuleSettings = .standard,
    limits: FileFinder.Limits = FileFinder.Limits(),
    threads: Int? = nil, cancellation: CancellationFlag = CancellationFlag()
  ) {
    study = Study(vocabulary: vocabulary, settings: settings)
    let found = FileFinder.find(roots, limits: limits, cancellation: cancellation)
    errors = found.errors
    let loaded = Loader(threads: threads, cancellation: cancellation).load(found.files.map(\.path))
    for (file, result) in zip(found.files, loaded) {
      switch result {
      case .success(let note): add(note, file)
      case .failure(let error): errors.append(FileError(path: file.name, reason: error.reason))
      case nil: isIncomplete = true
      }
    }
    if cancellation.isCancelled { isIncomplete = true }
  }

  private mutating func add(_ note: LoadedNote, _ file: FoundFile) {
    guard note.isSeed else {
      if file.isNamed { namedFilesThatAreNoSeeds.append(file) }
      return
    }
    let document = study.add(name: file.name, note.summary)
    notes.append(Note(document: document, path: file.path, byteCount: note.byteCount, stamp: note.stamp))
    if let line = note.firstLineNotUTF8 { notUTF8.append((file.name, line)) }
  }
}

// MARK: - Texts that are not on disk

extension LoadedStudy {
  /// Takes a text for a note's instead of what is on disk; a note that is new is added.
  ///
  /// - Parameters:
  ///   - path: the absolute path of the file, which need not exist.
  ///   - name: what to call a note that is new.
  /// - Returns: the note; nil if the text is no seed file, and then the study has no such note any more.
  package mutating func replaceText(of path: String, name: String, with text: [UInt8]) -> DocumentID? {
    let status = try? FileStatus(path: path)
    let index = notes.firstIndex { $0.path == path || $0.stamp.identity == status?.stamp.identity }
    let document = Document(text, format: DocumentFormat(fileName: path))
    guard document.isSeed else {
      if let index { study.remove(notes.remove(at: index).document) }
      return nil
    }
    if let index {
      study.update(notes[index].document, DocumentSummary(document))
      return notes[index].document
    }
    let id = study.add(name: name, DocumentSummary(document))
    let place = notes.firstIndex { NaturalOrder.areInIncreasingOrder(path, $0.path) } ?? notes.count
    let stamp = FileStamp(identity: FileIdentity(device: 0, inode: 0), byteCount: text.count, modified: 0)
    notes.insert(Note(document: id, path: path, byteCount: text.count, stamp: status?.stamp ?? stamp), at: place)
    return id
  }
}
