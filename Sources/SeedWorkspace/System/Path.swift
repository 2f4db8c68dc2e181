// Paths as text: absolute, without `.` and `..`, relative to a folder.

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#elseif canImport(Darwin)
  internal import Darwin
#endif

package enum Path {
  /// The folder that relative paths start from; nil if there is none any more (it was deleted).
  package static var currentFolder: String? {
    guard let path = getcwd(nil, 0) else { return nil }
    defer { free(path) }
    // Linux says `(unreachable)` for what lies outside of the root that a process sees.
    return path.pointee == CChar(bitPattern: UInt8(ascii: "/")) ? String(validatingCString: path) : nil
  }

  /// A name inside a folder; an absolute name stays as it is.
  package static func join(_ folder: String, _ name: String) -> String {
    if name.utf8.first == UInt8(ascii: "/") || folder.isEmpty { return name }
    if name.isEmpty { return folder }
    return folder.utf8.last == UInt8(ascii: "/") ? folder + name : folder + "/" + name
  }

  /// The path without empty and `.` parts, and with each `..` taken back, by the text alone: no link is followed.
  ///
  /// `..` at the start of a relative path stays, one at the root vanishes; nothing left is `.`, or `/` for an absolute path.
  package static func normalise(_ path: String) -> String {
    let isAbsolute = path.utf8.first == UInt8(ascii: "/")
    var parts: [Substring] = []
    for part in path.split(separator: "/") where part != "." {
      if part != ".." {
        parts.append(part)
      } else if let last = parts.last, last != ".." {
        parts.removeLast()
      } else if !isAbsolute {
        parts.append(part)
      }
    }
    let joined = parts.joined(separator: "/")
    return isAbsolute ? "/" + joined : joined.isEmpty ? "." : joined
  }

  /// The absolute form of a path, normalised.
  ///
  /// Where the path has a `..`, what stands before it is resolved by the system, because behind a link `..` leads to another
  /// folder than the text says. Links elsewhere stay as they are. A relative path stays one if there is no folder to start from.
  package static func absolute(_ path: String, from folder: String? = currentFolder) -> String {
    let whole = join(folder ?? "", path)
    guard whole.utf8.first == UInt8(ascii: "/") else { return normalise(whole) }
    let parts = whole.split(separator: "/")
    guard let last = parts.lastIndex(of: "..") else { return normalise(whole) }
    let upToParent = "/" + parts[...last].joined(separator: "/")
    guard let resolved = realpath(upToParent, nil) else { return normalise(whole) }
    defer { free(resolved) }
    return normalise(join(String(cString: resolved), parts[(last + 1)...].joined(separator: "/")))
  }

  /// The folder that holds a file or folder, given by its absolute path; `/` for itself.
  package static func folder(of path: String) -> String {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")), slash > path.startIndex else { return "/" }
    return String(path[..<slash])
  }

  /// The innermost folder around two folders, both absolute and normalised.
  package static func commonFolder(_ left: String, _ right: String) -> String {
    var common = left
    while relative(right, to: common) == nil { common = folder(of: common) }
    return common
  }

  /// The last part of a path.
  package static func name(of path: String) -> String {
    path.lastIndex(of: "/").map { String(path[path.index(after: $0)...]) } ?? path
  }

  /// The path to a file or folder without any link; nil if there is none.
  package static func resolved(_ path: String) -> String? {
    guard !path.utf8.contains(0), let resolved = realpath(path, nil) else { return nil }
    defer { free(resolved) }
    return String(validatingCString: resolved)
  }

  /// The path relative to a folder that holds it, both absolute and normalised; nil if it lies elsewhere; `.` for the
  /// folder itself.
  package static func relative(_ path: String, to folder: String) -> String? {
    guard let start = start(of: path, in: folder) else { return nil }
    return start == path.endIndex ? "." : String(path[start...])
  }

  /// Whether a path is that of a folder or of what the folder holds, both absolute and normalised.
  package static func isSameOrInside(_ path: String, _ folder: String) -> Bool {
    start(of: path, in: folder) != nil
  }

  /// Where the part of a path begins that is relative to a folder; the end for the folder itself, nil for what lies elsewhere.
  private static func start(of path: String, in folder: String) -> String.Index? {
    guard hasPrefix(path, folder) else { return nil }
    let end = path.utf8.index(path.startIndex, offsetBy: folder.utf8.count)
    if end == path.endIndex || folder.utf8.last == UInt8(ascii: "/") { return end }
    return path.utf8[end] == UInt8(ascii: "/") ? path.utf8.index(after: end) : nil
  }
}
