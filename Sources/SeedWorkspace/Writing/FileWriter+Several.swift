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

/// Why files could not be replaced, and what became of them.
package struct ReplacementError: Error, Hashable, Sendable {
  package let cause: FileError
  /// The files that have their new content nevertheless, because somebody changed them again or they could not be taken back;
  /// each with the reason.
  package let remaining: [FileError]
}

extension ReplacementError: CustomStringConvertible {
  package var description: String {
    guard !remaining.isEmpty else { return "nothing was changed: \(cause)" }
    let files = remaining.map { "\($0.path) (\($0.reason))" }.joined(separator: ", ")
    return "\(cause). Taken back again everywhere but in \(files): look these over"
  }
}

extension FileWriter {
  /// Replaces the content of several files so that either all of them are changed or none.
  ///
  /// All new contents are on the disk before the first file is replaced. If one can't be, those before it get their old content
  /// back, last one first; a file that somebody wrote meanwhile is left as it is and named in the error. A signal that would end
  /// the program has its effect before the first file is replaced, or behind the last one.
  ///
  /// - Parameter fileWritten: called when a file has its new content.
  package static func replaceAll(
    _ files: [FileReplacement], fileWritten: (FileReplacement) -> Void = { _ in }
  ) throws(ReplacementError) {
    let signals = HeldSignals()
    var prepared: [PreparedFile] = []
    do throws(FileError) {
      for file in files {
        if signals.hasArrived { throw FileError(path: file.path, reason: .interrupted) }
        prepared.append(try prepare(file.path, file.newBytes, ifUnchangedSince: file.stamp))
      }
    } catch {
      for file in prepared { file.discard() }
      throw ReplacementError(cause: error, remaining: [])
    }
    var written: [(file: FileReplacement, stamp: FileStamp)] = []
    do throws(FileError) {
      for (file, new) in zip(files, prepared) {
        written.append((file, try new.takePlace()))
        fileWritten(file)
      }
    } catch {
      for file in prepared[written.count...] { file.discard() }
      throw ReplacementError(cause: error, remaining: takeBack(written))
    }
  }

  /// Gives files their old content back; the result names those that keep the new one.
  private static func takeBack(_ written: [(file: FileReplacement, stamp: FileStamp)]) -> [FileError] {
    var remaining: [FileError] = []
    for (file, stamp) in written.reversed() {
      do throws(FileError) {
        try replace(file.path, with: file.oldBytes, ifUnchangedSince: stamp)
      } catch {
        remaining.append(error)
      }
    }
    return remaining.reversed()
  }
}
