// Reads a folder's notes on a thread of its own, while the loop goes on.

internal import LanguageServerProtocol
internal import SeedModel
internal import SeedWorkspace

/// A folder that is being read.
final class FolderLoading: @unchecked Sendable {
  /// What was read.
  struct Outcome: Sendable {
    /// The notes, in natural order of their paths.
    var notes: [(uri: DocumentURI, summary: DocumentSummary)] = []
    /// The configuration files around them.
    var configurations = ConfigurationFiles()
    /// What could not be found or read, in words.
    var problems: [String] = []
    /// What is strange about notes that were read, in words.
    var remarks: [String] = []
    /// Whether reading was stopped before its end.
    var isIncomplete = false
    /// Those of the files' stamps in which every later change shows.
    var settledStamps = FileStamps()
    var duration = Duration.zero
    /// All files that can be notes or configure them, by their paths, as they were when they were read: what the
    /// watcher compares with.
    var stamps: [String: FileStamp] = [:]
    /// Whether nobody needs to know what was read.
    var isQuiet = false

    /// Whether everything that is there was read.
    var isWhole: Bool { !isIncomplete && problems.isEmpty }
  }

  /// Whether the user is shown that the folder is being read.
  enum Progress {
    case none
    case requested
    case shown(ProgressToken)
    case ended
  }

  let path: String
  /// Owned by the loop alone.
  var progress = Progress.none
  private let lock = Lock()
  private var result: Outcome?
  private var study: ReadStudy?
  private var foundFiles: Int?
  private let cancellation = CancellationFlag()

  /// Starts to read; `folderLoaded` is put on the queue at the end.
  ///
  /// - Parameters:
  ///   - isRecursive: whether to read the folders inside the folder too.
  ///   - levels: what the editor's settings say of the rules, if a study is wanted.
  ///   - progressDelay: how often `loadingTakesLong` is put on the queue until the end.
  ///   - isQuiet: whether nobody needs to know what is read.
  init(
    path: String, isRecursive: Bool, levels: [String: RuleSettings.Level]?, queue: EventQueue, running: RunningLoads,
    progressDelay: Duration, isQuiet: Bool
  ) {
    self.path = path
    let cancellation = cancellation
    running.add(cancellation)
    let isStarted = WorkerThread.start { [self] in
      var (outcome, study) = read(isRecursive, levels)
      outcome.isQuiet = isQuiet
      finish(outcome, consume study)
      running.remove(cancellation)
      queue.put(.inner(.folderLoaded))
    }
    if isStarted {
      _ = WorkerThread.start { [self] in
        while !waitForEnd(progressDelay) { queue.put(.inner(.loadingTakesLong(self))) }
      }
    } else {
      result = Outcome(problems: ["\(path) was not read: no thread could be started."])
      running.remove(cancellation)
      queue.put(.inner(.folderLoaded))
    }
  }

  /// What was read, if reading has ended.
  var outcome: Outcome? { lock.withLock { result } }

  /// The study that the notes make if they make only one; nil if none was wanted, and from then on. Whoever takes it holds it
  /// alone, so that it needn't be copied to be changed.
  func takeStudy() -> ReadStudy? {
    lock.withLock { study.take() }
  }

  var isFinished: Bool { lock.withLock { result != nil } }

  /// How many files are read; nil while they are still being looked for.
  var fileCount: Int? { lock.withLock { foundFiles } }

  /// Waits for the end of reading; false if it didn't come in time.
  private func waitForEnd(_ time: Duration) -> Bool {
    let deadline = MonotonicTime.now + time
    return lock.withLock {
      while result == nil {
        // A millisecond more, so that what is left of one is not waited for by looking again and again.
        let rest = (deadline - MonotonicTime.now).milliseconds
        guard rest >= 0, lock.wait(milliseconds: rest + 1) else { return result != nil }
      }
      return true
    }
  }

  /// Says that nobody wants the notes any more.
  func cancel() {
    cancellation.cancel()
  }

  private func finish(_ outcome: Outcome, _ study: consuming ReadStudy?) {
    lock.withLock {
      result = outcome
      self.study = study.take()
      lock.broadcast()
    }
  }

  private func read(
    _ isRecursive: Bool, _ levels: [String: RuleSettings.Level]?
  ) -> (outcome: Outcome, study: ReadStudy?) {
    let start = MonotonicTime.now
    let second = FileStamp.currentSecond
    var limits = FileFinder.Limits()
    if !isRecursive { limits.depth = 0 }
    var reading = StudyReader([Root(path: path, name: path)], limits: limits, cancellation: cancellation)
    lock.withLock { foundFiles = reading.fileCount }
    var outcome = Outcome(configurations: reading.configurations)
    var study = levels.flatMap { startStudy($0, &outcome.configurations) }
    let isMarked = outcome.configurations.file(forFolder: path) != nil
    var claims = StudyLayout.Claims()
    outcome.notes.reserveCapacity(reading.fileCount)
    reading.read { note in
      let (path, summary) = (note.content.path, note.content.summary)
      let uri = DocumentURI(filePath: path)
      outcome.notes.append((uri, summary))
      if let remark = note.content.encodingProblem { outcome.remarks.append(remark) }
      guard study != nil else { return }
      study?.add(uri, name: Path.relative(path, to: self.path) ?? path, summary)
      // Then there are several studies, unless a configuration file makes them one.
      if !isMarked, let id = summary.claimedSourceID, claims.add(id, by: path) != nil { study = nil }
    }
    for error in reading.errors {
      // That the folders inside are passed over is meant.
      if !isRecursive, case .tooDeep = error.reason { continue }
      outcome.problems.append(error.description)
    }
    outcome.isIncomplete = reading.isIncomplete
    outcome.stamps = reading.stamps
    outcome.settledStamps = FileStamps(reading.stamps.filter { $0.value.isSettled(at: second) })
    outcome.duration = MonotonicTime.now - start
    return (outcome, study)
  }
}

extension FolderLoading {
  /// What becomes the only study of the folder; nil if a configuration file marks another one in it.
  private func startStudy(
    _ levels: [String: RuleSettings.Level], _ configurations: inout ConfigurationFiles
  ) -> ReadStudy? {
    let own = configurations.file(forFolder: path)
    guard configurations.files.allSatisfy({ $0.folder == own?.folder }) else { return nil }
    return ReadStudy(
      .init(folder: path, configuration: own?.configuration, levels), vocabulary: own?.vocabulary ?? .standard)
  }
}

extension LoadedNote {
  /// What to say about a note whose bytes are not all characters.
  var encodingProblem: String? {
    firstLineNotUTF8.map {
      "\(path), line \($0 + 1): not UTF-8; columns behind it may be wrong. Save the file as UTF-8."
    }
  }
}
