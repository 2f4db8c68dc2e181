// Decides which notes make a study together. A pure value, so that the command line and the server can't differ.

package import SeedModel
internal import SeedStudy

/// Notes by study.
///
/// A folder that is marked as a study's root holds one study, whatever its notes say. The other notes are one study, unless
/// two of them in different folders claim the same source: then the folder around them falls apart into its own notes and
/// those of each folder in it, which are looked at in the same way. Two notes of one folder can't be told apart like that.
package struct StudyLayout: Hashable, Sendable {
  /// What is to be known of a note.
  package struct Note: Hashable, Sendable {
    /// The absolute path, with `/` between its parts.
    package let path: String
    /// The source that the note claims to record; nil for none.
    package let sourceID: String?
    /// The folder that is marked as the root of the note's study; nil if none is.
    package let markedFolder: String?
    /// The folder of the repository that the note lies in, where its study begins if none is marked; nil for the folder around
    /// all notes.
    package let repository: String?

    package init(path: String, sourceID: String?, markedFolder: String? = nil, repository: String? = nil) {
      self.path = path
      self.sourceID = sourceID
      self.markedFolder = markedFolder
      self.repository = repository
    }
  }

  /// Why a folder fell apart.
  package struct Split: Hashable, Sendable {
    package let folder: String
    package let sourceID: String
    /// The paths of two notes in different folders that claim the source.
    package let notes: [String]
  }

  /// The studies' folders, each around its notes, in natural order. A note belongs to the innermost of those around it.
  package let folders: [String]
  /// For each note, the index of its study's folder.
  package let assignments: [Int]
  package let splits: [Split]

  /// - Parameters:
  ///   - notes: a note that doesn't lie in the folder is taken for one that lies directly in it.
  ///   - folder: the folder around all notes, an absolute path.
  package init(_ notes: [Note], in folder: String) {
    var chosen = notes.map { $0.markedFolder ?? $0.repository ?? folder }
    var splits: [Split] = []
    let unmarked = notes.indices.filter { notes[$0].markedFolder == nil }
    var pending = Dictionary(grouping: unmarked) { PathKey(notes[$0].repository ?? folder) }
      .map { (folder: $0.key.path, notes: $0.value) }
    // Each round leads into longer paths, so that it ends.
    while let next = pending.popLast() {
      for index in next.notes { chosen[index] = next.folder }
      guard let split = Self.split(next.folder, next.notes.map { notes[$0] }) else { continue }
      splits.append(split)
      let inner = Dictionary(grouping: next.notes) { index in
        Self.child(of: next.folder, around: notes[index].path).map { PathKey($0) }
      }
      for case (let child?, let indices) in inner { pending.append((child.path, indices)) }
    }
    let folders = Set(chosen.map { PathKey($0) }).map(\.path).sorted { NaturalOrder.areInIncreasingOrder($0, $1) }
    let numbers = Dictionary(zip(folders.map { PathKey($0) }, folders.indices)) { first, _ in first }
    self.folders = folders
    assignments = chosen.map { numbers[PathKey($0)] ?? 0 }
    self.splits = splits.sorted { NaturalOrder.areInIncreasingOrder($0.folder, $1.folder) }
  }

  /// Two notes in different folders that claim one source.
  private static func split(_ folder: String, _ notes: [Note]) -> Split? {
    var claims = Claims()
    for note in notes {
      guard let id = note.sourceID, let other = claims.add(id, by: note.path) else { continue }
      return Split(folder: folder, sourceID: id, notes: [other, note.path])
    }
    return nil
  }

  /// The folder directly inside a folder that holds a file; nil for a file that lies in no such folder.
  private static func child(of folder: String, around path: String) -> String? {
    let prefix = folder.utf8.last == UInt8(ascii: "/") ? folder : folder + "/"
    guard path.utf8.starts(with: prefix.utf8) else { return nil }
    let rest = path.utf8.dropFirst(prefix.utf8.count)
    guard let slash = rest.firstIndex(of: UInt8(ascii: "/")) else { return nil }
    return String(decoding: path.utf8[..<slash], as: UTF8.self)
  }
}

extension StudyLayout {
  /// Which notes claim which sources.
  package struct Claims: Sendable {
    private var first: [String: (folder: Substring, path: String)] = [:]

    package init() {}

    /// Adds a note's claim.
    ///
    /// - Returns: the path of the first note that claims the source, if it lies in another folder.
    package mutating func add(_ sourceID: String, by path: String) -> String? {
      let folder = path[..<(path.utf8.lastIndex(of: UInt8(ascii: "/")) ?? path.startIndex)]
      guard let other = first[sourceID] else {
        first[sourceID] = (folder, path)
        return nil
      }
      return other.folder.utf8.elementsEqual(folder.utf8) ? nil : other.path
    }
  }
}

extension DocumentSummary {
  /// The source that the note claims to record by its header or its source block. Labels claim nothing: a draft may add codes
  /// to a source that another note records.
  ///
  /// - Parameter path: the note's: the name of its file counts, where header and source block disagree.
  package func claimedSourceID(in path: String) -> String? {
    var ids = pages.flatMap { $0.claimedIDs.map(\.id) }
    guard !ids.isEmpty else { return nil }
    if let id = SourceID(fileName: path) { ids.append(id) }
    return SourceID.mostFrequent(ids)?.description
  }
}
