// Writes several files, all or none of them.

/// A file's new content with its old one.
package struct FileReplacement: Sendable {
  package let path: String
  package let oldBytes: [UInt8]
  package let newBytes: [UInt8]
  /// The file's stamp when the old content was read.
  package let stamp: FileStamp

  package init(path: String, oldBytes: [UInt8], newBytes: [UInt8], stamp: FileStamp) {
    self.path = path
    self.oldBytes = oldBytes
    self.newBytes = newBytes
    self.stamp = stamp
  }
}

extension FileWriter {
  /// Replaces the content of several files, each in one step. If one can't be written, those before it get their old content
  /// back, so that either all of them are changed or none.
  package static func replaceAll(_ files: [FileReplacement]) throws(FileError) {
    for file in files {
      // Found out before anything is written, a file that changed leaves nothing to take back.
      guard try FileStatus(path: file.path).stamp == file.stamp else {
        throw FileError(path: file.path, reason: .changed)
      }
    }
    for (index, file) in files.enumerated() {
      do throws(FileError) {
        try replace(file.path, with: file.newBytes, ifUnchangedSince: file.stamp)
      } catch {
        for written in files[..<index] { try? replace(written.path, with: written.oldBytes) }
        throw error
      }
    }
  }
}
