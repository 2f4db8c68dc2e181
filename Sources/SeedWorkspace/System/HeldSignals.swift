// Holds back the signals that end a program, while it does what must not be left half done.

internal import Synchronization

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// The signals by which people, terminals and the system end a program, held back as long as there is one of these: Ctrl-C, a
/// request to end, a terminal that goes.
///
/// Nothing can hold back SIGKILL. What the process ignores stays ignored.
struct HeldSignals: ~Copyable {
  /// The signal that came; 0 for none.
  private static let arrived = Atomic<Int32>(0)
  private static let state = Mutex(State())

  /// How often the signals are held back, and what was to be done when each came.
  private struct State {
    var count = 0
    var handlers: [(number: Int32, handler: Handler?)] = []
  }

  private typealias Handler = @convention(c) (Int32) -> Void

  init() {
    Self.state.withLock { state in
      state.count += 1
      guard state.count == 1 else { return }
      // The first use of a static value sets it up, which a handler must not do.
      Self.arrived.store(0, ordering: .sequentiallyConsistent)
      for number in [SIGINT, SIGTERM, SIGHUP] {
        let old = signal(number) { HeldSignals.arrived.store($0, ordering: .sequentiallyConsistent) }
        if Self.isIgnoring(old) { signal(number, SIG_IGN) } else { state.handlers.append((number, old)) }
      }
    }
  }

  /// Whether a signal came: what has not been begun yet should be left.
  var hasArrived: Bool { Self.arrived.load(ordering: .sequentiallyConsistent) != 0 }

  /// What came has its effect now, which is mostly that the process ends.
  deinit {
    let number = Self.state.withLock { state -> Int32 in
      state.count -= 1
      guard state.count == 0 else { return 0 }
      for (number, handler) in state.handlers { signal(number, handler) }
      state.handlers = []
      return Self.arrived.exchange(0, ordering: .sequentiallyConsistent)
    }
    if number != 0 { raise(number) }
  }

  private static func isIgnoring(_ handler: Handler?) -> Bool {
    unsafeBitCast(handler, to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self)
  }
}
