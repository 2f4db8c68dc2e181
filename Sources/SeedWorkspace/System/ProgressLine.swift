// A line on standard error that says what a command is at, for people who wait more than a second.

internal import Synchronization

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// Shows what goes on until it is ended, and then leaves no trace. Only on a terminal.
package final class ProgressLine: Sendable {
  private struct State {
    var text: String
    var isShown = false
    var hasEnded = false
  }

  private let state: Mutex<State>

  /// - Parameter text: what goes on at first.
  package init(_ text: String) {
    state = Mutex(State(text: text))
    guard StandardStream.error.isTerminal else { return }
    _ = WorkerThread.start { [self] in watch() }
  }

  /// Says what goes on from now on.
  package func update(_ text: String) {
    state.withLock { $0.text = text }
  }

  /// Takes the line away. To be called before anything else is written.
  package func end() {
    state.withLock { state in
      if state.isShown, !state.hasEnded { StandardStream.error.write(Self.clearing) }
      state.hasEnded = true
    }
  }

  /// To the line's start, and delete to its end (ECMA-48, "Erase in line").
  private static let clearing = "\r\u{1B}[K"

  private func watch() {
    let start = MonotonicTime.now
    while true {
      usleep(100_000)
      let seconds = (MonotonicTime.now - start).components.seconds
      let hasEnded = state.withLock { state in
        if !state.hasEnded, seconds >= 1 {
          StandardStream.error.write("\(Self.clearing)seed-lsp: \(state.text)… \(seconds) s")
          state.isShown = true
        }
        return state.hasEnded
      }
      if hasEnded { return }
    }
  }
}
