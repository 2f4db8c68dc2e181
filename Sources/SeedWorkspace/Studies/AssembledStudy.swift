// A study put together from files, as the command line and the server work on it.

package import SeedModel
package import SeedRules
package import SeedStudy

/// A study with its notes by their paths.
///
/// Who owns one changes it in place. The path of a document that is no file is its name, whatever that is.
package struct AssembledStudy: Sendable {
  /// A note of the study with its file.
  package struct Note: Hashable, Sendable {
    package let document: DocumentID
    package let path: String
  }

  /// What the study is made by.
  package let plan: StudyPlan
  /// The notes that it is made of; what is to be checked is left to whoever owns it.
  package var checked: CheckedStudy
  private var documents: [PathKey: DocumentID] = [:]
  package private(set) var paths = NotePaths()

  package init(_ plan: StudyPlan) {
    self.plan = plan
    checked = CheckedStudy(vocabulary: plan.vocabulary, settings: plan.settings)
  }

  package var study: Study {
    _read { yield checked.study }
  }

  /// The absolute path of the folder around the notes; `/` for documents that are no files.
  package var folder: String { plan.folder ?? "/" }

  /// The folder by which people tell the study from others: the marked one, else the innermost around its notes.
  package var ownFolder: String {
    let notes = paths.all
    guard plan.configuration == nil, let first = notes.first else { return folder }
    return notes.dropFirst().reduce(Path.folder(of: first.path)) { Path.commonFolder($0, Path.folder(of: $1.path)) }
  }

  // MARK: - Notes

  package func document(at path: String) -> DocumentID? { documents[PathKey(path)] }

  package var noteCount: Int { documents.count }

  /// The notes in natural order of their paths.
  package var notes: [Note] {
    let notes = paths.all
    // Those that were read at once are in order.
    return NaturalOrder.order(of: notes.map(\.path)).map { notes[$0] }
  }

  /// The paths and summaries of the notes.
  package var summaries: [(path: String, summary: DocumentSummary)] {
    documents.compactMap { key, document in study[document].map { (key.path, $0.summary) } }
  }

  /// Adds or replaces a note.
  ///
  /// - Parameter name: what to call a note that is new where a person reads it; nil for its path in the study's folder.
  @discardableResult
  package mutating func set(_ path: String, name: String? = nil, _ summary: DocumentSummary) -> DocumentID {
    let key = PathKey(path)
    if let document = documents[key] {
      checked.update(document, summary)
      return document
    }
    let own = plan.folder.flatMap { Path.relative(path, to: $0) } ?? path
    let document = checked.add(name: name ?? own, path: own, summary)
    documents[key] = document
    paths[document] = path
    return document
  }

  /// - Returns: the number that the note had; nil if there is none.
  @discardableResult
  package mutating func remove(_ path: String) -> DocumentID? {
    guard let document = documents.removeValue(forKey: PathKey(path)) else { return nil }
    paths[document] = nil
    checked.remove(document)
    return document
  }
}

/// Where the notes of a study are. Kept by the notes' numbers: an answer may name thousands of notes.
package struct NotePaths: Sendable {
  private var paths: [String?] = []

  package internal(set) subscript(document: DocumentID) -> String? {
    get { paths.indices.contains(Int(document.rawValue)) ? paths[Int(document.rawValue)] : nil }
    set {
      let index = Int(document.rawValue)
      while paths.count <= index { paths.append(nil) }
      paths[index] = newValue
    }
  }

  package func contains(where isMeant: (String) -> Bool) -> Bool {
    paths.contains { $0.map(isMeant) ?? false }
  }

  /// Every note, in the order of their numbers.
  package var all: [AssembledStudy.Note] {
    paths.enumerated().compactMap { number, path in
      path.map { AssembledStudy.Note(document: DocumentID(rawValue: UInt32(clamping: number)), path: $0) }
    }
  }
}
