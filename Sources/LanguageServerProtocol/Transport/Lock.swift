// Mutual exclusion between threads, by the system's own mutex and condition variable.
//
// `Synchronization.Mutex` is not used because the thread sanitizer does not understand it and reports races that are none.

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// A mutex on which threads can also wait for a change.
///
/// A thread that waits must hold the lock, and must look again at what it waits for after it wakes: wake-ups can be
/// spurious. The lock is not recursive.
package final class Lock: @unchecked Sendable {
  private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
  private let condition = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)

  package init() {
    mutex.initialize(to: pthread_mutex_t())
    condition.initialize(to: pthread_cond_t())
    pthread_mutex_init(mutex, nil)
    #if canImport(Darwin)
      pthread_cond_init(condition, nil)
    #else
      // Waiting must not depend on the wall clock, which people and time servers set.
      var attributes = pthread_condattr_t()
      pthread_condattr_init(&attributes)
      pthread_condattr_setclock(&attributes, CLOCK_MONOTONIC)
      pthread_cond_init(condition, &attributes)
      pthread_condattr_destroy(&attributes)
    #endif
  }

  deinit {
    pthread_cond_destroy(condition)
    pthread_mutex_destroy(mutex)
    condition.deinitialize(count: 1)
    mutex.deinitialize(count: 1)
    condition.deallocate()
    mutex.deallocate()
  }

  package func lock() { pthread_mutex_lock(mutex) }
  package func unlock() { pthread_mutex_unlock(mutex) }

  package func withLock<Result, Failure: Error>(_ body: () throws(Failure) -> Result) throws(Failure) -> Result {
    lock()
    defer { unlock() }
    return try body()
  }

  /// Releases the lock, sleeps until another thread signals, and takes the lock again.
  package func wait() { pthread_cond_wait(condition, mutex) }

  /// Like ``wait()``, for a limited time.
  ///
  /// - Parameter milliseconds: how long to sleep at most; zero or less does not sleep.
  /// - Returns: false if the time passed without a signal.
  package func wait(milliseconds: Int) -> Bool {
    guard milliseconds > 0 else { return false }
    // A day is as good as for ever, and can't overflow whatever `time_t` is.
    let limit = min(milliseconds, 86_400_000)
    #if canImport(Darwin)
      var interval = timespec(tv_sec: limit / 1000, tv_nsec: limit % 1000 * 1_000_000)
      return pthread_cond_timedwait_relative_np(condition, mutex, &interval) == 0
    #else
      var deadline = timespec()
      clock_gettime(CLOCK_MONOTONIC, &deadline)
      deadline.tv_sec += limit / 1000
      deadline.tv_nsec += limit % 1000 * 1_000_000
      if deadline.tv_nsec >= 1_000_000_000 {
        deadline.tv_sec += 1
        deadline.tv_nsec -= 1_000_000_000
      }
      return pthread_cond_timedwait(condition, mutex, &deadline) == 0
    #endif
  }

  /// Wakes one waiting thread.
  package func signal() { pthread_cond_signal(condition) }

  /// Wakes all waiting threads.
  package func broadcast() { pthread_cond_broadcast(condition) }
}
