// Writes a file as a whole: who reads it sees the old text or the new one, never a part of either.

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#elseif canImport(Darwin)
  internal import Darwin
#endif

package enum FileWriter {
  /// Replaces a file's content, or makes the file, in one step.
  ///
  /// The new content is written to a file beside it, which then takes its name. Permissions stay, and the owner where the
  /// system allows it; where the path is a symbolic link, what it leads to is replaced and the link stays. Another hard link
  /// to the file keeps the old content.
  ///
  /// - Parameter stamp: what the file's stamp was when its content was read; if it is another one now, nothing is written. A
  ///   file in UTF-16 that was read stays in UTF-16.
  package static func replace(
    _ path: String, with bytes: [UInt8], ifUnchangedSince stamp: FileStamp? = nil
  ) throws(FileError) {
    // A signal that ended the program now could leave the new content beside the file.
    let signals = HeldSignals()
    _ = try prepare(path, bytes, ifUnchangedSince: stamp).takePlace()
    _ = consume signals
  }

  /// Writes a file's new content beside it, safe from a power failure. The caller either lets it take the file's place or
  /// discards it.
  static func prepare(
    _ path: String, _ bytes: [UInt8], ifUnchangedSince stamp: FileStamp?
  ) throws(FileError) -> PreparedFile {
    guard !path.utf8.contains(0) else { throw FileError(path: path, reason: .invalidPath) }
    let target = resolved(path)
    let old = try existing(target, named: path)
    // Found out before anything is written, a file that changed leaves nothing to take back.
    if let stamp, old.map({ FileStatus($0).stamp }) != stamp { throw FileError(path: path, reason: .changed) }
    // A new name would get around the protection of a file that may not be written.
    if old != nil, access(target, W_OK) != 0 { throw FileError(path: path, errorNumber: errno) }

    let (descriptor, temporary) = try makeTemporary(beside: target, named: path)
    do throws(FileError) {
      defer { close(descriptor) }
      // What was read as text is written as it was read.
      let encoding = try stamp == nil ? TextEncoding.utf8 : FileReader.encoding(of: target)
      try fill(descriptor, encoding.encode(bytes), like: old, named: path)
      let written = try FileStatus(descriptor: descriptor, path: path).stamp
      return PreparedFile(path: path, target: target, temporary: temporary, written: written, old: stamp)
    } catch {
      unlink(temporary)
      throw error
    }
  }

  /// Writes to what a path leads to: an ordinary file is replaced as a whole, a pipe or a device is written to.
  package static func write(_ bytes: [UInt8], to path: String) throws(FileError) {
    guard !path.utf8.contains(0) else { throw FileError(path: path, reason: .invalidPath) }
    guard let status = try? FileStatus(path: path), status.kind == .other else {
      return try replace(path, with: bytes)
    }
    let descriptor = open(path, O_WRONLY | O_CLOEXEC | O_NOCTTY)
    guard descriptor >= 0 else { throw FileError(path: path, errorNumber: errno) }
    defer { close(descriptor) }
    // Who has gone has seen enough.
    if case .failed(let reason) = bytes.withUnsafeBytes({ DescriptorWriter.write($0, to: descriptor) }) {
      throw FileError(path: path, reason: reason)
    }
  }

  // MARK: - Steps

  /// What a path leads to behind its symbolic links; the path itself if that doesn't exist.
  private static func resolved(_ path: String) -> String {
    guard let resolved = realpath(path, nil) else { return path }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  /// The status of an ordinary file; nil if there is none at the path.
  private static func existing(_ target: String, named path: String) throws(FileError) -> stat? {
    var status = stat()
    guard stat(target, &status) == 0 else {
      if errno == ENOENT { return nil }
      throw FileError(path: path, errorNumber: errno)
    }
    switch status.st_mode & S_IFMT {
    case S_IFREG: return status
    case S_IFDIR: throw FileError(path: path, reason: .isFolder)
    default: throw FileError(path: path, reason: .isNotAFile)
    }
  }

  /// Makes an empty file in the folder of another one, under a name that no search for notes takes.
  private static func makeTemporary(beside target: String, named path: String) throws(FileError) -> (Int32, String) {
    let folder = target.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(target[...$0]) } ?? ""
    var name = Array((folder + ".seed-lsp-XXXXXX").utf8CString)
    let descriptor = name.withUnsafeMutableBufferPointer { buffer in
      buffer.baseAddress.map { mkstemp($0) } ?? -1
    }
    guard descriptor >= 0 else { throw FileError(path: path, errorNumber: errno) }
    return (descriptor, name.withUnsafeBufferPointer { buffer in buffer.baseAddress.map { String(cString: $0) } ?? "" })
  }

  /// Gives an open, empty file its content, and the permissions of the file whose place it takes.
  private static func fill(
    _ descriptor: Int32, _ bytes: [UInt8], like old: stat?, named path: String
  ) throws(FileError) {
    if case .failed(let reason) = bytes.withUnsafeBytes({ DescriptorWriter.write($0, to: descriptor) }) {
      throw FileError(path: path, reason: reason)
    }
    if let old {
      // Only the superuser can give a file away; for anybody else the file is their own already.
      if old.st_uid != geteuid() || old.st_gid != getegid() { _ = fchown(descriptor, old.st_uid, old.st_gid) }
      guard fchmod(descriptor, old.st_mode & 0o7777) == 0 else { throw FileError(path: path, errorNumber: errno) }
    } else {
      // What `open` would have given; reading the mask is only possible by setting it.
      let mask = umask(0o077)
      umask(mask)
      fchmod(descriptor, 0o666 & ~mask)
    }
    // Else a power failure could leave the new name with no content.
    guard fsync(descriptor) == 0 else { throw FileError(path: path, errorNumber: errno) }
  }
}

/// A file's new content, written beside it.
struct PreparedFile: Sendable {
  /// What the file is called in errors.
  let path: String
  /// The file itself, behind links.
  fileprivate let target: String
  fileprivate let temporary: String
  /// The stamp of the new content; that of the file once it has taken its place.
  fileprivate let written: FileStamp
  /// What the file's stamp has to be for it to be replaced; nil for whatever it is.
  fileprivate let old: FileStamp?

  /// Replaces the file and returns its stamp from then on; if that can't be, the file stays and the new content is gone.
  func takePlace() throws(FileError) -> FileStamp {
    do throws(FileError) {
      if let old {
        // As late as can be: an editor may save at any time.
        guard (try? FileStatus(path: target).stamp) == old else { throw FileError(path: path, reason: .changed) }
      }
      guard rename(temporary, target) == 0 else { throw FileError(path: path, errorNumber: errno) }
      return written
    } catch {
      discard()
      throw error
    }
  }

  func discard() {
    unlink(temporary)
  }
}
