// A study made from files, as the command line works on it.

package import SeedModel
internal import SeedSyntax

/// A study with its files.
package struct LoadedStudy: Sendable {
  /// A note of the study with its file.
  package struct Note: Sendable {
    package let document: DocumentID
    /// The absolute path.
    package let path: String
    package let byteCount: Int
    package let stamp: FileStamp
  }

  /// The absolute path of the folder around the notes.
  package let folder: String
  /// What configures it; nil if nothing does.
  package let configuration: ConfigurationFile?
  /// All seed files; nothing is checked yet.
  package var checked: CheckedStudy
  /// The study's notes in natural order of their paths.
  package private(set) var notes: [Note] = []

  package var study: Study { checked.study }

  /// The folder by which people tell the study from others: the marked one, else the innermost around its notes.
  package var ownFolder: String {
    guard configuration == nil, let first = notes.first else { return folder }
    return notes.dropFirst().reduce(Path.folder(of: first.path)) { Path.commonFolder($0, Path.folder(of: $1.path)) }
  }

  init(folder: String, configuration: ConfigurationFile?, settings: RuleSettings) {
    self.folder = folder
    self.configuration = configuration
    checked = CheckedStudy(vocabulary: configuration?.vocabulary ?? .standard, settings: settings)
  }

  mutating func add(_ note: StudyReader.Note) {
    let document = checked.add(name: note.file.name, note.content.summary)
    notes.append(
      Note(
        document: document, path: note.file.path, byteCount: note.content.byteCount, stamp: note.content.stamp))
  }

  // MARK: - Texts that are not on disk

  /// Whether a file is one of the notes.
  func index(ofPath path: String) -> Int? {
    let status = try? FileStatus(path: path)
    return notes.firstIndex { $0.path == path || $0.stamp.identity == status?.stamp.identity }
  }

  /// Takes a text for a note's instead of what is on disk; a note that is new is added.
  mutating func replaceText(of path: String, name: String, with text: [UInt8]) -> DocumentID? {
    let index = index(ofPath: path)
    let document = Document(text, format: DocumentFormat(fileName: path))
    guard document.isSeed else {
      if let index { checked.remove(notes.remove(at: index).document) }
      return nil
    }
    let summary = DocumentSummary(document, study.vocabulary)
    if let index {
      checked.update(notes[index].document, summary)
      return notes[index].document
    }
    let id = checked.add(name: name, summary)
    let place = notes.firstIndex { NaturalOrder.areInIncreasingOrder(path, $0.path) } ?? notes.count
    let stamp = FileStamp(identity: FileIdentity(device: 0, inode: 0), byteCount: text.count, modified: 0)
    let known = try? FileStatus(path: path).stamp
    notes.insert(Note(document: id, path: path, byteCount: text.count, stamp: known ?? stamp), at: place)
    return id
  }
}
