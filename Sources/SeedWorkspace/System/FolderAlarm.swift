// Asks the system whether anything happened in some folders, which takes less than to look at every file in them.

#if canImport(Glibc)
  private import Glibc
#elseif canImport(Musl)
  private import Musl
#endif

/// Rings once when a file in one of some folders is written, comes or goes, or when a folder does (Linux, inotify(7)).
///
/// It hears what happens by the folders themselves on this machine. So there is none for folders on network drives and the
/// like, which others change too; and a file that a link outside of the folders leads to has to be looked at as before.
package final class FolderAlarm {
  #if os(Linux)
    private let descriptor: Int32
    private var hasRung = false

    /// - Parameter folders: absolute paths; what is in folders inside them is not heard.
    /// - Returns: nil if the system can't tell what happens in all of the folders.
    package init?(folders: some Sequence<String>) {
      descriptor = inotify_init1(Int32(O_NONBLOCK | O_CLOEXEC))
      guard descriptor >= 0 else { return nil }
      let localDevices = Self.localDevices
      for folder in folders {
        guard let device = (try? FileStatus(path: folder))?.stamp.identity.device, localDevices.contains(device),
          inotify_add_watch(descriptor, folder, Self.events) >= 0
        else { return nil }
      }
    }

    deinit {
      if descriptor >= 0 { close(descriptor) }
    }

    /// Whether nothing has happened since it was set.
    package var isSilent: Bool {
      guard !hasRung else { return false }
      // Nothing to read means that nothing happened; whatever there is to read, even that too much happened, is something.
      var room = [UInt8](repeating: 0, count: 4096)
      let count = room.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
      hasRung = count >= 0 || errno != EAGAIN
      return !hasRung
    }

    private static let events = UInt32(
      IN_MODIFY | IN_CLOSE_WRITE | IN_ATTRIB | IN_CREATE | IN_DELETE | IN_MOVED_FROM | IN_MOVED_TO | IN_DELETE_SELF
        | IN_MOVE_SELF)

    /// The file systems that only this machine writes to; `overlay` is that of containers.
    private static let localFileSystems: Set<Substring> = [
      "ext2", "ext3", "ext4", "xfs", "btrfs", "f2fs", "tmpfs", "overlay",
    ]

    /// The devices that hold them, by the list of what is mounted (proc_pid_mountinfo(5)): the third word of a line is the
    /// device, the one behind a lone hyphen the file system.
    private static var localDevices: Set<UInt64> {
      guard let list = try? FileReader.read("/proc/self/mountinfo") else { return [] }
      var devices: Set<UInt64> = []
      for line in String(decoding: list.bytes, as: UTF8.self).split(separator: "\n") {
        let words = line.split(separator: " ")
        guard words.count > 2, let hyphen = words.firstIndex(of: "-"), hyphen + 1 < words.count,
          localFileSystems.contains(words[hyphen + 1])
        else { continue }
        let numbers = words[2].split(separator: ":").compactMap { UInt64($0) }
        if numbers.count == 2 { devices.insert(device(numbers[0], numbers[1])) }
      }
      return devices
    }

    /// A device as `stat` gives it (glibc, gnu_dev_makedev).
    private static func device(_ major: UInt64, _ minor: UInt64) -> UInt64 {
      (major & 0xFFF) << 8 | (major & ~0xFFF) << 32 | minor & 0xFF | (minor & ~0xFF) << 12
    }
  #else
    package init?(folders: some Sequence<String>) { return nil }
    package var isSilent: Bool { false }
  #endif
}
