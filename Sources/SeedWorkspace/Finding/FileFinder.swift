// Finds the files that can be notes: named one by one, or anywhere in a folder.

internal import SeedStudy

/// A file or folder to start from.
package struct Root: Hashable, Sendable {
  /// The absolute path.
  package let path: String
  /// What the path is called where a person reads it; a file in a folder is called by the folder's name and its own path in
  /// it. Empty means that files are called by their path in the folder alone.
  package let name: String
  /// Whether to look into the folders inside.
  let isRecursive: Bool
  /// Whether nobody asked about it, so that a link in it which leads nowhere matters to nobody.
  let isAround: Bool

  package init(path: String, name: String, isRecursive: Bool = true, isAround: Bool = false) {
    self.path = path
    self.name = name
    self.isRecursive = isRecursive
    self.isAround = isAround
  }

  /// A path as somebody typed it, relative to a folder.
  package init(typed path: String, in folder: String? = Path.currentFolder) {
    let name = Path.normalise(path)
    self.init(path: Path.absolute(path, from: folder), name: name == "." ? "" : name)
  }
}

/// A file that can be a note.
package struct FoundFile: Hashable, Sendable {
  /// The absolute path by which it was found.
  package let path: String
  /// What to call it where a person reads it.
  package let name: String
  /// Whether it was named itself, not found in a folder.
  package let isNamed: Bool
  /// When it was found.
  package let stamp: FileStamp

  /// The same file by another name.
  func called(_ name: String) -> FoundFile { FoundFile(path: path, name: name, isNamed: isNamed, stamp: stamp) }
}

/// Files and what stood in the way of finding more.
package struct FoundFiles: Sendable {
  /// In natural order of their paths, each file once.
  package internal(set) var files: [FoundFile] = []
  /// The errors' paths are names for people.
  package internal(set) var errors: [FileError] = []
  /// The folders that were looked into, as they were right before; nil if a link led somewhere, so that what is found depends
  /// on more than these.
  var folders: [PathKey: FileStamp]? = [:]
}

/// Looks through folders for `.md`, `.txt` and `.py` files.
///
/// Names that start with a dot, folders of installed packages (`node_modules`, `site-packages`) and those that the system makes up
/// (`/proc`, `/sys`, `/dev`) are passed over. Links are followed, but not into the latter; a file or folder that several paths
/// lead to is taken once, by a path without a link if there is one. A file that is named itself is taken whatever it is called.
package struct FileFinder {
  /// Where looking ends, so that `/` or a home folder as root costs seconds and not minutes.
  package struct Limits: Hashable, Sendable {
    /// Files and folders of any kind, over all roots.
    package var entries = 200_000
    /// Folders inside each other below a root.
    package var depth = 64

    package init() {}
  }

  private let limits: Limits
  private let cancellation: CancellationFlag
  private var found = FoundFiles()
  private var seen: Set<FileIdentity> = []
  /// The file systems that nothing is read from.
  private let systemDevices = SystemFolders.devices()
  private var entryCount = 0
  private var folders: [Place] = []
  private var links: [Place] = []

  /// A path to look at.
  private struct Place {
    let path: String
    let name: String
    let depth: Int
    let isRecursive: Bool
    let isAround: Bool
  }

  package static func find(
    _ roots: [Root], limits: Limits = Limits(), cancellation: CancellationFlag = CancellationFlag()
  ) -> FoundFiles {
    var finder = FileFinder(limits, cancellation)
    return finder.run(roots)
  }

  private init(_ limits: Limits, _ cancellation: CancellationFlag) {
    self.limits = limits
    self.cancellation = cancellation
  }

  private mutating func run(_ roots: [Root]) -> FoundFiles {
    for root in roots { add(root) }
    // Taken from the end.
    folders.reverse()
    // First everything without links, so that a file's own path is the one that counts; then what the links lead to.
    while !cancellation.isCancelled {
      if let folder = folders.popLast() {
        guard look(into: folder) else { break }
      } else if !links.isEmpty {
        links.sort { NaturalOrder.areInIncreasingOrder($1.path, $0.path) }
        found.folders = nil
        while folders.isEmpty, let link = links.popLast() {
          if !SystemFolders.areOnTheWay(to: link.path) { addByStatus(link) }
        }
      } else {
        break
      }
    }
    found.files = NaturalOrder.order(of: found.files.map(\.path)).map { found.files[$0] }
    return found
  }

  private mutating func add(_ root: Root) {
    let shownName = root.name.isEmpty ? "." : root.name
    guard !SystemFolders.areOnTheWay(to: root.path) else {
      found.errors.append(FileError(path: shownName, reason: .systemFolder))
      return
    }
    do throws(FileError) {
      let status = try FileStatus(path: root.path)
      switch status.kind {
      case .folder:
        folders.append(
          Place(
            path: root.path, name: root.name, depth: 0, isRecursive: root.isRecursive,
            isAround: root.isAround))
      case .file:
        if seen.insert(status.stamp.identity).inserted {
          found.files.append(FoundFile(path: root.path, name: shownName, isNamed: true, stamp: status.stamp))
        }
      case .other:
        found.errors.append(FileError(path: shownName, reason: .isNotAFile))
      }
    } catch {
      found.errors.append(FileError(path: shownName, reason: error.reason))
    }
  }

  /// Takes in a folder's entries; false when looking has to end.
  private mutating func look(into folder: Place) -> Bool {
    guard folder.depth <= limits.depth else {
      found.errors.append(FileError(path: folder.name, reason: .tooDeep(limit: limits.depth)))
      return true
    }
    found.folders?[PathKey(folder.path)] = (try? FileStatus(path: folder.path))?.stamp
    var unknown: [Place] = []
    var files: [Place] = []
    var isFull = false
    do throws(FileError) {
      try FolderReader.forEachEntry(of: folder.path, enter: { mayEnter($0, at: folder) }) { entry in
        entryCount += 1
        isFull = entryCount > limits.entries
        guard !isFull, !cancellation.isCancelled else { return false }
        let place = Place(
          path: Path.join(folder.path, entry.name), name: Path.join(folder.name, entry.name), depth: folder.depth + 1,
          isRecursive: folder.isRecursive, isAround: folder.isAround)
        let isCandidate = Self.isCandidate(entry.name)
        guard entry.isUTF8 else {
          if isCandidate { found.errors.append(FileError(path: place.name, reason: .nameIsNotUTF8)) }
          return true
        }
        switch entry.kind {
        case .file: if isCandidate { files.append(place) }
        case .folder:
          if folder.isRecursive, !Self.installedPackages.contains(entry.name) { folders.append(place) }
        case .link: links.append(place)
        case .unknown: unknown.append(place)
        case .other: break
        }
        return true
      }
    } catch {
      found.errors.append(FileError(path: folder.name.isEmpty ? "." : folder.name, reason: error.reason))
    }
    for place in files { addByStatus(place) }
    for place in unknown { addByStatus(place) }
    if isFull {
      let name = folder.name.isEmpty ? "." : folder.name
      found.errors.append(FileError(path: name, reason: .tooManyEntries(limit: limits.entries)))
    }
    return !isFull
  }

  /// Whether to read a folder: no other path led to it, and it is none that the system makes up.
  private mutating func mayEnter(_ identity: FileIdentity, at folder: Place) -> Bool {
    guard !systemDevices.contains(identity.device), !SystemFolders.hold(folder.path) else { return false }
    return seen.insert(identity).inserted
  }

  /// Takes in what a path leads to: a file that can be a note, or a folder.
  private mutating func addByStatus(_ place: Place) {
    do throws(FileError) {
      let status = try FileStatus(path: place.path)
      switch status.kind {
      case .file:
        guard Self.isCandidate(place.path), seen.insert(status.stamp.identity).inserted else { return }
        found.files.append(FoundFile(path: place.path, name: place.name, isNamed: false, stamp: status.stamp))
      case .folder:
        if place.isRecursive, !Self.installedPackages.contains(Path.name(of: place.path)) { folders.append(place) }
      case .other:
        break
      }
    } catch {
      // A link that leads nowhere matters only where a note is expected.
      guard Self.isCandidate(place.path), !place.isAround else { return }
      found.errors.append(FileError(path: place.name, reason: error.reason))
    }
  }

  /// Folders that hold other people's files.
  private static let installedPackages: Set<String> = ["node_modules", "site-packages", "dist-packages"]

  /// Whether looking into a folder takes no notice of a file in it: the path from there has a part that starts with a dot, or
  /// leads into installed packages.
  package static func passesOver(_ relativePath: String) -> Bool {
    relativePath.split(separator: "/").contains { $0.first == "." || installedPackages.contains(String($0)) }
  }

  /// Whether a name or path ends as a note's does, `.md` or `.txt`, or as a model's, `.py`; in any case.
  package static func isCandidate(_ name: String) -> Bool {
    ends(name, in: ".md") || ends(name, in: ".txt") || ends(name, in: ".py")
  }

  /// Whether a name ends in something that is given in lower case; the name's own case doesn't matter.
  private static func ends(_ name: String, in end: StaticString) -> Bool {
    let (name, count) = (name.utf8, end.utf8CodeUnitCount)
    guard name.count >= count else { return false }
    let expected = UnsafeBufferPointer(start: end.utf8Start, count: count)
    return name.suffix(count).elementsEqual(expected) { $0 == $1 || ($0 >= 0x41 && $0 <= 0x5A && $0 | 0x20 == $1) }
  }
}
