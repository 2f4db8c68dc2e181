// Reads a folder's notes on a thread of its own, while the loop goes on.

internal import LanguageServerProtocol
internal import SeedModel
internal import SeedStudy
internal import SeedWorkspace

/// A folder that is being read.
final class FolderLoading: @unchecked Sendable {
  /// What was read.
  struct Outcome: Sendable {
    /// The notes, in natural order of their paths.
    var notes: [(path: String, summary: DocumentSummary)] = []
    /// The configuration files around them.
    var configurations = ConfigurationFiles()
    /// What could not be found or read, in words.
    var problems: [String] = []
    /// What is strange about notes that were read, in words.
    var remarks: [String] = []
    /// Whether reading was stopped before its end.
    var isIncomplete = false
    var duration = Duration.zero
    /// All files that can be notes or configure them, by their paths, as they were when they were read: what the
    /// watcher compares with.
    var stamps: [PathKey: FileStamp] = [:]
    /// Those in whose stamps every later change shows.
    var files = KnownFiles()
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
  private var studies: AssembledStudies?
  private var foundFiles: Int?
  private let cancellation = CancellationFlag()

  /// Starts to read; `folderLoaded` is put on the queue at the end.
  ///
  /// - Parameters:
  ///   - isRecursive: whether to read the folders inside the folder too.
  ///   - settings: which rules to check in a study, by what its configuration says of them; nil if no studies are wanted.
  ///   - progressDelay: how often `loadingTakesLong` is put on the queue until the end.
  ///   - isQuiet: whether nobody needs to know what is read.
  init(
    path: String, isRecursive: Bool, settings: StudyPlans.Settings?, queue: EventQueue, running: RunningLoads,
    progressDelay: Duration, isQuiet: Bool
  ) {
    self.path = path
    let cancellation = cancellation
    running.add(cancellation)
    let isStarted = WorkerThread.start { [self] in
      var (outcome, studies) = read(isRecursive, settings)
      outcome.isQuiet = isQuiet
      finish(outcome, consume studies)
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

  /// The studies that the notes make; nil if none were wanted, and from then on. Whoever takes them holds them alone, so that
  /// they needn't be copied to be changed.
  func takeStudies() -> AssembledStudies? {
    lock.withLock { studies.take() }
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

  private func finish(_ outcome: Outcome, _ studies: consuming AssembledStudies?) {
    lock.withLock {
      result = outcome
      self.studies = studies.take()
      lock.broadcast()
    }
  }

  private func read(
    _ isRecursive: Bool, _ settings: StudyPlans.Settings?
  ) -> (outcome: Outcome, studies: AssembledStudies?) {
    let start = MonotonicTime.now
    let second = FileStamp.currentSecond
    let root = Root(path: path, name: path, isRecursive: isRecursive)
    var reader = StudyReader([root], cancellation: cancellation)
    lock.withLock { foundFiles = reader.fileCount }
    var studies: AssembledStudies?
    if let settings {
      studies = reader.readStudies(naming: .inStudy, settings: settings)
    } else {
      reader.read()
    }
    var outcome = Outcome(
      notes: reader.notes.map { ($0.file.path, $0.content.summary) }, configurations: reader.configurations,
      problems: reader.errors.map(\.description),
      remarks: reader.skipped.map(\.description) + reader.notes.compactMap(\.content.encodingProblem),
      isIncomplete: reader.isIncomplete,
      stamps: reader.stamps, files: KnownFiles(reader.stamps, at: second))
    outcome.duration = MonotonicTime.now - start
    return (outcome, studies)
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
