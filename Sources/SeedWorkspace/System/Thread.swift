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

  /// The size of a thread's stack in bytes: the one that the parser is tested with, whatever `ulimit -s` says.
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

/// Calls `body` with every number below `count`, on all cores, and gives the results in order.
///
/// Once `cancellation` says so, no further call is started; what was not called has no result.
func concurrentMap<Result: Sendable>(
  _ count: Int, threads: Int, cancellation: CancellationFlag, _ body: @escaping @Sendable (Int) -> Result
) -> [Result?] {
  let wanted = min(max(threads, 1), count)
  let results = ResultSlots<Result>(count: count)
  // Small enough that no thread is left with much to do when the others are done.
  let chunk = min(max(count / (max(wanted, 1) * 8), 1), 16)
  let next = SharedCounter()
  let work: @Sendable () -> Void = {
    HeapSettings.makeRoom()
    while true {
      let start = next.take(chunk)
      guard start < count else { return }
      for index in start..<min(start + chunk, count) {
        guard !cancellation.isCancelled else { return }
        results.set(index, body(index))
      }
    }
  }
  let workers = (0..<wanted).compactMap { _ in WorkerThread(stackSize: WorkerThread.standardStackSize, work) }
  if workers.isEmpty { work() }
  for worker in workers { worker.join() }
  return results.array
}

/// Calls `body` with every number below `count`, on all cores, and gives the results in order.
package func onAllCores<Result: Sendable>(_ count: Int, _ body: @escaping @Sendable (Int) -> Result) -> [Result] {
  concurrentMap(count, threads: WorkerThread.coreCount, cancellation: CancellationFlag(), body).compactMap { $0 }
}

private final class SharedCounter: Sendable {
  private let next = Atomic<Int>(0)

  /// The number of the first of `count` items that are the caller's alone.
  func take(_ count: Int) -> Int {
    next.wrappingAdd(count, ordering: .relaxed).oldValue
  }
}

/// A place for each result, written by whichever thread took the number and read when all threads have been joined.
private final class ResultSlots<Result: Sendable>: @unchecked Sendable {
  private let slots: UnsafeMutableBufferPointer<Result?>

  init(count: Int) {
    slots = .allocate(capacity: count)
    slots.initialize(repeating: nil)
  }

  deinit {
    slots.deinitialize()
    slots.deallocate()
  }

  func set(_ index: Int, _ result: Result) {
    slots[index] = result
  }

  var array: [Result?] { Array(slots) }
}
