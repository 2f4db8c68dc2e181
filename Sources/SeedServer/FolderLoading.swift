// Reads a folder's notes on a thread of its own, while the loop goes on.

internal import LanguageServerProtocol
internal import SeedWorkspace

/// A folder that is being read.
final class FolderLoading: @unchecked Sendable {
  /// What was read.
  struct Outcome: Sendable {
    /// The notes with their absolute paths, in natural order.
    var notes: [LoadedNote] = []
    /// What could not be found or read, in words.
    var problems: [String] = []
  }

  private let lock = Lock()
  private var result: Outcome?
  private let cancellation = CancellationFlag()

  /// Starts to read; `folderLoaded` is put on the queue at the end.
  ///
  /// - Parameter isRecursive: whether to read the folders inside the folder too.
  init(path: String, isRecursive: Bool, queue: EventQueue) {
    let cancellation = cancellation
    let isStarted = WorkerThread.start { [self] in
      finish(Self.read(path, isRecursive, cancellation))
      queue.put(.folderLoaded)
    }
    if !isStarted { result = Outcome(problems: ["\(path) was not read: no thread could be started."]) }
  }

  deinit {
    cancellation.cancel()
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
    var limits = FileFinder.Limits()
    if !isRecursive { limits.depth = 0 }
    let found = FileFinder.find([Root(path: path, name: path)], limits: limits, cancellation: cancellation)
    var outcome = Outcome(problems: found.errors.map(\.description))
    for result in Loader(cancellation: cancellation).load(found.files.map(\.path)) {
      switch result {
      case .success(let note) where note.isSeed: outcome.notes.append(note)
      case .failure(let error): outcome.problems.append(error.description)
      case .success, nil: break
      }
    }
    return outcome
  }
}
