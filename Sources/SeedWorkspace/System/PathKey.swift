// Paths as keys: two are the same if their bytes are.

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// A path in a table or a set.
///
/// Strings that show the same letters are equal to Swift, however these are composed: `é` is one letter or two. To a file system
/// they are different names.
package struct PathKey: Hashable, Sendable {
  package let path: String

  package init(_ path: String) { self.path = path }

  package static func == (left: PathKey, right: PathKey) -> Bool { Path.areSame(left.path, right.path) }

  /// Equal texts have equal hashes, and so have some that differ in bytes.
  package func hash(into hasher: inout Hasher) { hasher.combine(path) }
}

extension Path {
  /// Whether two paths have the same bytes.
  package static func areSame(_ left: String, _ right: String) -> Bool {
    left.utf8.count == right.utf8.count && hasPrefix(left, right)
  }

  /// Whether the bytes of a path begin with others.
  static func hasPrefix(_ path: String, _ prefix: String) -> Bool {
    let (path, prefix) = (path.utf8, prefix.utf8)
    guard path.count >= prefix.count else { return false }
    let isPrefix = path.withContiguousStorageIfAvailable { path in
      prefix.withContiguousStorageIfAvailable { prefix in
        guard let start = path.baseAddress, let other = prefix.baseAddress else { return true }
        return memcmp(start, other, prefix.count) == 0
      }
    }
    return isPrefix.flatMap { $0 } ?? path.starts(with: prefix)
  }
}
