// Reads files and summarises them on all cores; the texts are dropped as soon as they are summarised.

package import SeedModel
package import SeedSyntax

/// Turns files into what the model needs of them.
package struct Loader: Sendable {
  private let threads: Int
  private let cancellation: CancellationFlag

  /// - Parameter threads: how many files are read at the same time; nil means one for each core.
  package init(threads: Int? = nil, cancellation: CancellationFlag = CancellationFlag()) {
    self.threads = threads ?? WorkerThread.coreCount
    self.cancellation = cancellation
  }

  /// Reads files.
  ///
  /// - Parameters:
  ///   - vocabulary: gives the vocabulary of the study of the file with a number.
  ///   - take: called with the results in the order of the paths, nil for what a cancellation left out; others are read
  ///     meanwhile.
  package func load(
    _ paths: [String], vocabulary: @escaping @Sendable (Int) -> Vocabulary = { _ in .standard },
    take: (Int, Result<LoadedNote, FileError>?) -> Void
  ) {
    let load: @Sendable (Int) -> Result<LoadedNote, FileError> = { index in
      Result { () throws(FileError) -> LoadedNote in try Self.load(paths[index], vocabulary(index)) }
    }
    concurrentForEach(paths.count, threads: threads, cancellation: cancellation, load, take: take)
  }

  /// Reads one file on the calling thread. One that is called as notes are and is no text is a note of which nothing is known.
  package static func load(_ path: String, _ vocabulary: Vocabulary = .standard) throws(FileError) -> LoadedNote {
    do throws(FileError) {
      return try loadText(path, vocabulary)
    } catch {
      // Sources are `s` and `p`; `v_2.txt` may be anything.
      guard error.reason.isAboutText, DocumentFormat(fileName: path) == .note,
        let letter = SourceID(fileName: path)?.letter, letter == UInt8(ascii: "s") || letter == UInt8(ascii: "p"),
        let note = LoadedNote(unreadable: path, error.reason)
      else { throw error }
      return note
    }
  }

  private static func loadText(_ path: String, _ vocabulary: Vocabulary) throws(FileError) -> LoadedNote {
    let content = try FileReader.read(path)
    let format = DocumentFormat(fileName: path)
    let mayBeSeed = content.bytes.withUnsafeBufferPointer { format.mayBeSeed($0) }
    let note = LoadedNote(path: path, content, Document(mayBeSeed ? content.bytes : [], format: format), vocabulary)
    // What is a note is text, whatever else is in it.
    if !note.isSeed, let reason = TextEncoding.problem(content.bytes) { throw FileError(path: path, reason: reason) }
    return note
  }
}

extension LoadedNote {
  /// What stands for a note that is no text; nil if the file isn't there any more.
  init?(unreadable path: String, _ reason: FileError.Reason) {
    guard let stamp = (try? FileStatus(path: path))?.stamp else { return nil }
    self.init(
      path: path, isSeed: true, summary: DocumentSummary(unreadable: reason.description), byteCount: stamp.byteCount,
      stamp: stamp, firstLineNotUTF8: nil)
  }

  /// What the model needs of a file that was read and parsed.
  package init(
    path: String, _ content: FileContent, _ document: Document, _ vocabulary: Vocabulary = .standard
  ) {
    let isSeed = document.isSeed
    self.init(
      path: path, isSeed: isSeed,
      summary: isSeed ? DocumentSummary(document, vocabulary) : DocumentSummary(pages: []),
      byteCount: content.bytes.count, stamp: content.stamp,
      firstLineNotUTF8: isSeed || document.format == .note ? content.bytes.firstLineNotUTF8 : nil)
  }
}

extension [UInt8] {
  /// The line, counted from 0, of the first byte that belongs to no UTF-8 character; nil if there is none.
  var firstLineNotUTF8: Int? {
    withUnsafeBufferPointer { bytes in
      bytes.firstOffsetNotUTF8.map { bytes.clamped(to: ByteRange(0, $0)).lineBreakCount }
    }
  }
}
