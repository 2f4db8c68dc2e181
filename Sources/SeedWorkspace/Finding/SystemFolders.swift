// The folders that the system makes up, where no study lies: nothing is read from them, nor through links into them.

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#elseif canImport(Darwin)
  internal import Darwin
#endif

enum SystemFolders {
  private static let paths = ["/proc", "/sys", "/dev"]

  /// Links that are followed at most; Linux itself follows as many.
  private static let linkLimit = 40

  /// The file systems that they are, but for those that hold other folders as well.
  static func devices() -> Set<UInt64> {
    let root = (try? FileStatus(path: "/"))?.stamp.identity.device
    return Set(paths.compactMap { (try? FileStatus(path: $0))?.stamp.identity.device }.filter { $0 != root })
  }

  /// Whether a normalised, absolute path lies in one of them, by its text alone.
  static func hold(_ path: String) -> Bool {
    paths.contains { Path.relative(path, to: $0) != nil }
  }

  /// Whether a path lies in one of them or leads through it: `/proc/1/cwd` is a link that leads to some other folder.
  static func areOnTheWay(to path: String) -> Bool {
    var path = path
    for _ in 0..<linkLimit {
      let folder = Path.resolved(Path.folder(of: path))
      if hold(path) || folder.map(hold) == true { return true }
      guard let target = FileStatus.target(ofLink: path) else { return false }
      path = Path.normalise(Path.join(folder ?? Path.folder(of: path), target))
    }
    return false
  }
}
