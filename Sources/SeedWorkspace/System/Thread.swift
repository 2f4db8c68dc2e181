// Plain threads with a stack of known size, and work spread over all cores.

internal import Synchronization

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// Says to work on another thread that its result is no longer wanted.
package final class CancellationFlag: Sendable {
  private let flag = Atomic<Bool>(false)

  package init() {}

  package var isCancelled: Bool { flag.load(ordering: .relaxed) }

  package func cancel() { flag.store(true, ordering: .relaxed) }
}

/// A running thread, to be waited for.
package struct WorkerThread {
  #if canImport(Darwin)
    private typealias Handle = pthread_t?
  #else
    private typealias Handle = pthread_t
  #endif

  private let handle: Handle

  /// Starts a thread; nil if the system has none to give.
  init?(stackSize: Int, _ body: @escaping @Sendable () -> Void) {
    var attributes = pthread_attr_t()
    guard pthread_attr_init(&attributes) == 0 else { return nil }
    defer { pthread_attr_destroy(&attributes) }
    // A size that the system refuses leaves its own default.
    pthread_attr_setstacksize(&attributes, stackSize)
    let work = Unmanaged.passRetained(Work(body))
    let place = UnsafeMutablePointer<Handle>.allocate(capacity: 1)
    defer { place.deallocate() }
    let result = pthread_create(place, &attributes, threadMain, work.toOpaque())
    guard result == 0 else {
      work.release()
      return nil
    }
    handle = place.pointee
  }

  /// Runs `body` on a thread that nobody waits for.
  ///
  /// - Returns: false if the system has no thread to give.
  package static func start(_ body: @escaping @Sendable () -> Void) -> Bool {
    guard let thread = WorkerThread(stackSize: standardStackSize, body) else { return false }
    thread.detach()
    return true
  }

  private func detach() {
    #if canImport(Darwin)
      guard let handle else { return }
    #endif
    pthread_detach(handle)
  }

  /// The size of a thread's stack in bytes: the one that the parser is tested with.
  static let standardStackSize = 8 << 20

  func join() {
    #if canImport(Darwin)
      guard let handle else { return }
    #endif
    pthread_join(handle, nil)
  }

  static var coreCount: Int { max(Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))), 1) }
}

private final class Work: Sendable {
  let body: @Sendable () -> Void

  init(_ body: @escaping @Sendable () -> Void) {
    self.body = body
  }
}

#if canImport(Darwin)
  private func threadMain(_ argument: UnsafeMutableRawPointer) -> UnsafeMutableRawPointer? {
    Unmanaged<Work>.fromOpaque(argument).takeRetainedValue().body()
    return nil
  }
#else
  private func threadMain(_ argument: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
    guard let argument else { return nil }
    Unmanaged<Work>.fromOpaque(argument).takeRetainedValue().body()
    return nil
  }
#endif

/// Calls `body` with every number below `count`, on as many threads as wanted, the calling one among them. That one hands the
/// results to `take` in order: each when it and all before it are there. Other threads go on meanwhile.
///
/// Once `cancellation` says so, no further call is started; what was not called has no result.
func concurrentForEach<Result: Sendable>(
  _ count: Int, threads: Int, cancellation: CancellationFlag, _ body: @escaping @Sendable (Int) -> Result,
  take: (Int, Result?) -> Void
) {
  HeapSettings.makeRoom()
  let wanted = min(max(threads, 1), max(count, 1))
  let work = SharedWork(count: count, threads: wanted, cancellation, body)
  let workers = (1..<wanted).compactMap { _ in
    WorkerThread(stackSize: WorkerThread.standardStackSize) {
      HeapSettings.makeRoom()
      while work.doNext() {}
    }
  }
  var taken = 0
  repeat {
    while let numbers = work.finished(from: taken) {
      for number in numbers { take(number, work.result(number)) }
      taken = numbers.upperBound
    }
  } while work.doNext()
  for worker in workers { worker.join() }
  for number in taken..<max(count, taken) { take(number, work.result(number)) }
}

/// Calls `body` with every number below `count`, on all cores, and gives the results in order.
package func onAllCores<Result: Sendable>(_ count: Int, _ body: @escaping @Sendable (Int) -> Result) -> [Result] {
  var results: [Result] = []
  results.reserveCapacity(count)
  concurrentForEach(count, threads: WorkerThread.coreCount, cancellation: CancellationFlag(), body) { _, result in
    if let result { results.append(result) }
  }
  return results
}

/// Numbered calls that several threads make, some at a time, and a place for the result of each.
private final class SharedWork<Result: Sendable>: @unchecked Sendable {
  private let count: Int
  private let cancellation: CancellationFlag
  private let body: @Sendable (Int) -> Result
  /// How many calls a thread takes at once: so few that none is left with much to do when the others are done.
  private let portion: Int
  private let next = Atomic<Int>(0)
  /// Each written by the thread that took its number; read when its portion is finished, or all threads have ended.
  private let results: UnsafeMutableBufferPointer<Result?>
  /// Whether a portion is finished, by its number.
  private let finishedPortions: Mutex<[Bool]>

  init(count: Int, threads: Int, _ cancellation: CancellationFlag, _ body: @escaping @Sendable (Int) -> Result) {
    self.count = count
    self.cancellation = cancellation
    self.body = body
    portion = min(max(count / (threads * 8), 1), 16)
    results = .allocate(capacity: count)
    results.initialize(repeating: nil)
    finishedPortions = Mutex(Array(repeating: false, count: (count + portion - 1) / portion))
  }

  deinit {
    results.deinitialize()
    results.deallocate()
  }

  /// Makes the next calls.
  ///
  /// - Returns: false if none are left.
  func doNext() -> Bool {
    let start = next.wrappingAdd(portion, ordering: .relaxed).oldValue
    guard start < count else { return false }
    for number in start..<min(start + portion, count) {
      guard !cancellation.isCancelled else { return false }
      results[number] = body(number)
    }
    finishedPortions.withLock { $0[start / portion] = true }
    return true
  }

  /// The calls of the portion that begins with a number, if it is finished.
  func finished(from start: Int) -> Range<Int>? {
    guard start < count, finishedPortions.withLock({ $0[start / portion] }) else { return nil }
    return start..<min(start + portion, count)
  }

  /// Takes a call's result out; it has none after that.
  func result(_ number: Int) -> Result? {
    defer { results[number] = nil }
    return results[number]
  }
}
