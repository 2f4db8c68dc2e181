// Where the study of a file begins, and what has to be read of the disk for it.

/// A folder that is read as a whole for what lies in it.
///
/// The root of a note is the nearest folder above it with a `seed-lsp.json`, else the nearest with `.git` (never the home folder
/// or `/`), else what was given: a folder, or the note's own. So a study is the same however it is reached.
package struct StudyPlace: Hashable, Sendable {
  package let folder: String
  /// Whether the folders inside belong to it. Not in the home folder and `/`, which hold more than a study.
  package let isRecursive: Bool
  /// Whether a file or a repository says that a study begins there.
  package let isMarked: Bool

  /// What to read for a folder.
  package init(ofFolder folder: String, isRecursive: Bool = true, _ configurations: inout ConfigurationFiles) {
    let root = configurations.root(forFolder: folder)
    self.folder = root ?? folder
    self.isRecursive = root != nil || isRecursive
    isMarked = root != nil
  }

  /// What to read for a file.
  package init(ofFile file: String, _ configurations: inout ConfigurationFiles) {
    let folder = Path.folder(of: file)
    self.init(ofFolder: folder, isRecursive: !Self.isTooWide(folder), &configurations)
  }

  /// Whether a folder holds more than a study: the home folder, and the root of all folders.
  package static func isTooWide(_ folder: String) -> Bool {
    if Path.areSame(folder, "/") { return true }
    guard let home = CurrentProcess.environment("HOME"), !home.isEmpty else { return false }
    return Path.areSame(folder, Path.normalise(home))
  }

  /// Those of some places that lie in no other one.
  package static func outermost(_ places: [StudyPlace]) -> [StudyPlace] {
    var kept: [StudyPlace] = []
    for place in places {
      func holds(_ other: StudyPlace, _ place: StudyPlace) -> Bool {
        Path.areSame(other.folder, place.folder)
          || (other.isRecursive && Path.relative(place.folder, to: other.folder) != nil)
      }
      guard !kept.contains(where: { holds($0, place) }) else { continue }
      kept.removeAll { holds(place, $0) }
      kept.append(place)
    }
    return kept
  }
}

/// Files and folders that somebody asked about, as they called them.
package struct GivenPaths: Sendable {
  /// Whether everything is meant.
  private let isEverything: Bool
  private let paths: Set<PathKey>
  private let folders: [String]

  /// - Parameter roots: none if everything is meant.
  package init(_ roots: [Root]) {
    isEverything = roots.isEmpty
    paths = Set(roots.map { PathKey($0.path) })
    folders = roots.map(\.path).filter { (try? FileStatus(path: $0))?.kind == .folder }
  }

  /// Whether a file was asked about.
  package func contains(_ path: String) -> Bool {
    isEverything || paths.contains(PathKey(path)) || folders.contains { Path.isSameOrInside(path, $0) }
  }

  /// Whether one of the paths that were asked about is that of a folder.
  package var haveFolder: Bool { !folders.isEmpty }

  func isFolder(_ root: Root) -> Bool { folders.contains { Path.areSame($0, root.path) } }
}
