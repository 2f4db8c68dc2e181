// Reads a folder's notes on a thread of its own, while the loop goes on.

internal import LanguageServerProtocol
internal import SeedWorkspace

/// A folder that is being read.
final class FolderLoading: @unchecked Sendable {
  /// What was read.
  struct Outcome: Sendable {
    /// The notes with their absolute paths, in natural order.
    var notes: [LoadedNote] = []
    /// The configuration files around them.
    var configurations = ConfigurationFiles()
    /// What could not be found or read, in words.
    var problems: [String] = []
    /// What is strange about notes that were read, in words.
    var remarks: [String] = []
    /// Whether reading was stopped before its end.
    var isIncomplete = false
    var duration = Duration.zero

    /// Whether everything that is there was read.
    var isWhole: Bool { !isIncomplete && problems.isEmpty }
  }

  private let lock = Lock()
  private var result: Outcome?
  private let cancellation = CancellationFlag()

  /// Starts to read; `folderLoaded` is put on the queue at the end.
  ///
  /// - Parameter isRecursive: whether to read the folders inside the folder too.
  init(path: String, isRecursive: Bool, queue: EventQueue, running: RunningLoads) {
    let cancellation = cancellation
    running.add(cancellation)
    let isStarted = WorkerThread.start { [self] in
      finish(Self.read(path, isRecursive, cancellation))
      running.remove(cancellation)
      queue.put(.folderLoaded)
    }
    guard !isStarted else { return }
    result = Outcome(problems: ["\(path) was not read: no thread could be started."])
    running.remove(cancellation)
    queue.put(.folderLoaded)
  }

  /// What was read, if reading has ended.
  ///
  /// - Parameter isWaiting: whether to wait for the end.
  func outcome(isWaiting: Bool) -> Outcome? {
    lock.withLock {
      while isWaiting, result == nil { lock.wait() }
      return result
    }
  }

  /// Says that nobody wants the notes any more.
  func cancel() {
    cancellation.cancel()
  }

  private func finish(_ outcome: Outcome) {
    lock.withLock {
      result = outcome
      lock.broadcast()
    }
  }

  private static func read(_ path: String, _ isRecursive: Bool, _ cancellation: CancellationFlag) -> Outcome {
    let start = MonotonicTime.now
    var limits = FileFinder.Limits()
    if !isRecursive { limits.depth = 0 }
    let reading = StudyReader([Root(path: path, name: path)], limits: limits, cancellation: cancellation)
    var outcome = Outcome(configurations: reading.configurations, isIncomplete: reading.isIncomplete)
    for error in reading.errors {
      // That the folders inside are passed over is meant.
      if !isRecursive, case .tooDeep = error.reason { continue }
      outcome.problems.append(error.description)
    }
    outcome.notes = reading.notes.map(\.content)
    outcome.remarks = outcome.notes.compactMap(\.encodingProblem)
    outcome.duration = MonotonicTime.now - start
    return outcome
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
