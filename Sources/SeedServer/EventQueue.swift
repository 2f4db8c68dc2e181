// The one queue into which everything goes that the server's loop has to do, in order of arrival.

internal import LanguageServerProtocol

/// Something for the loop to do.
enum Event: Sendable {
  case message(IncomingMessage)
  /// What stood where a message should have been was skipped.
  case framingError(FramingError)
  /// A folder's notes have been read; the result is in the folder's `FolderLoading`.
  case folderLoaded
  /// The client closed its side, or its process is gone.
  case endOfInput
}

/// A queue with one reader, filled from several threads.
final class EventQueue: @unchecked Sendable {
  private let lock = Lock()
  /// Nil where an event has been taken: it may hold a whole note, and must not live on here.
  private var events: [Event?] = []
  /// The events before this index have been taken.
  private var first = 0

  func put(_ event: Event) {
    lock.withLock {
      events.append(event)
      lock.signal()
    }
  }

  /// The next event, if there is one.
  func takeIfAvailable() -> Event? {
    lock.withLock { takeFirst() }
  }

  /// Waits for the next event.
  func take() -> Event {
    lock.withLock {
      while true {
        if let event = takeFirst() { return event }
        lock.wait()
      }
    }
  }

  private func takeFirst() -> Event? {
    guard first < events.count else { return nil }
    let event = events[first]
    events[first] = nil
    first += 1
    if first == events.count {
      events.removeAll(keepingCapacity: events.capacity <= 1024)
      first = 0
    } else if first > 1024 {
      events.removeFirst(first)
      first = 0
    }
    return event
  }
}
