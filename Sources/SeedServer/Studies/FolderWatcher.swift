// Looks for files that were changed, made or deleted by other programs, where the client doesn't tell of them.

internal import LanguageServerProtocol
internal import SeedWorkspace

/// Looks through folders on a thread of its own: from time to time, and when there is a reason.
///
/// It costs little: between two looks at least a hundred times as long passes as the last one took. A folder that is too
/// large to be looked through is looked at only when there is a reason.
final class FolderWatcher: @unchecked Sendable {
  private struct Folder {
    let isRecursive: Bool
    /// Whether to look from time to time; otherwise only when there is a reason.
    var isPolled: Bool
    /// Whether the last look saw everything.
    var isSeenWhole = true
    /// The files by their paths, as they were when they were read or looked at last.
    var stamps: [PathKey: FileStamp]
    /// Which of the calls of ``watch(_:isRecursive:isPolled:stamps:)`` this is from.
    let generation: Int
  }

  private let queue: EventQueue
  private let interval: Duration
  private let lock = Lock()
  private let cancellation = CancellationFlag()
  private var folders: [PathKey: Folder] = [:]
  private var lastGeneration = 0
  private var isWanted = false
  private var hasThread = false

  /// - Parameters:
  ///   - queue: where `filesChanged` goes.
  ///   - interval: the time between two looks at least.
  init(queue: EventQueue, interval: Duration) {
    self.queue = queue
    self.interval = interval
  }

  /// Watches a folder from now on.
  ///
  /// - Parameter stamps: the files that are known. What differs from them is a change.
  func watch(_ path: String, isRecursive: Bool, isPolled: Bool, stamps: [PathKey: FileStamp]) {
    lock.withLock {
      lastGeneration += 1
      folders[PathKey(path)] = Folder(
        isRecursive: isRecursive, isPolled: isPolled, stamps: stamps, generation: lastGeneration)
      if !hasThread { hasThread = WorkerThread.start { [self] in run() } }
      lock.broadcast()
    }
  }

  func unwatch(_ path: String) {
    lock.withLock { folders[PathKey(path)] = nil }
  }

  /// Says whether a folder is to be looked at from time to time.
  func setPolled(_ path: String, _ isPolled: Bool) {
    lock.withLock {
      folders[PathKey(path)]?.isPolled = isPolled
      lock.broadcast()
    }
  }

  /// Looks at all folders soon; those that aren't watched yet are just being read.
  func look() {
    lock.withLock {
      guard !folders.isEmpty else { return }
      isWanted = true
      lock.broadcast()
    }
  }

  func stop() {
    cancellation.cancel()
    lock.withLock { lock.broadcast() }
  }

  // MARK: - The thread

  private func run() {
    var cost = Duration.zero
    while let wanted = waitForWork(cost) {
      let start = MonotonicTime.now
      var changes: [FileEvent] = []
      for (path, folder) in wanted {
        let stamps = FolderScan.stamps(in: path.path, isRecursive: folder.isRecursive, cancellation: cancellation)
        changes += update(path.path, folder, stamps)
      }
      if !changes.isEmpty { queue.put(.inner(.filesChanged(changes))) }
      cost = MonotonicTime.now - start
    }
  }

  /// Waits until folders are to be looked at; nil at the end.
  ///
  /// - Parameter cost: how long the last look took.
  private func waitForWork(_ cost: Duration) -> [PathKey: Folder]? {
    let end = MonotonicTime.now
    let earliest = end + cost * 5
    let next = end + max(interval, cost * 100)
    return lock.withLock {
      while !cancellation.isCancelled {
        let polled = folders.filter { $0.value.isPolled && $0.value.isSeenWhole }
        let now = MonotonicTime.now
        if isWanted, now >= earliest {
          isWanted = false
          return folders
        }
        if !polled.isEmpty, now >= next { return polled }
        if isWanted {
          _ = lock.wait(milliseconds: (earliest - now).milliseconds + 1)
        } else if !polled.isEmpty {
          _ = lock.wait(milliseconds: (next - now).milliseconds + 1)
        } else {
          lock.wait()
        }
      }
      return nil
    }
  }

  /// Remembers what a folder holds now, and tells what changed.
  ///
  /// - Parameter stamps: nil if not everything was seen.
  private func update(_ path: String, _ old: Folder, _ stamps: [PathKey: FileStamp]?) -> [FileEvent] {
    let isCurrent = lock.withLock {
      guard folders[PathKey(path)]?.generation == old.generation else { return false }
      folders[PathKey(path)]?.isSeenWhole = stamps != nil
      if let stamps { folders[PathKey(path)]?.stamps = stamps }
      return true
    }
    guard isCurrent, let stamps, stamps != old.stamps else { return [] }
    func event(_ key: PathKey, _ type: FileChangeType) -> FileEvent {
      FileEvent(uri: DocumentURI(filePath: key.path), type: type)
    }
    let gone = old.stamps.keys.filter { stamps[$0] == nil }.map { event($0, .deleted) }
    return gone
      + stamps.compactMap { path, stamp in
        guard let before = old.stamps[path] else { return event(path, .created) }
        return before == stamp ? nil : event(path, .changed)
      }
  }
}
