// The queue into which everything goes that the server's loop has to do.

internal import LanguageServerProtocol

/// Something for the loop to do.
enum Event: Sendable {
  case request(IncomingMessage, PendingRequests.Ticket)
  /// A notification, or what is no message at all.
  case message(IncomingMessage)
  /// What stood where a message should have been was skipped.
  case framingError(FramingError)
  /// The client closed its side, or its process is gone.
  case endOfInput
  case inner(InnerEvent)
}

/// Something that can be done between any two steps, also while a request waits for a folder: it doesn't depend on what the
/// client said meanwhile.
enum InnerEvent: Sendable {
  /// The client's answer to a request of ours.
  case answer(IncomingMessage)
  /// A folder's notes have been read; the result is in the folder's `FolderLoading`.
  case folderLoaded
  /// A folder is still being read after a while.
  case loadingTakesLong(FolderLoading)
  /// Files came, went or changed on the disk.
  case filesChanged([FileEvent])
}

/// A queue with one reader, filled from several threads. Inner events come first, the others in order of arrival.
final class EventQueue: @unchecked Sendable {
  private let lock = Lock()
  private var events = Lane<Event>()
  private var innerEvents = Lane<InnerEvent>()
  /// Whether the reader is about to wait for something else, and has to be told of the next event.
  private var isReaderAway = false
  private let callReader: @Sendable () -> Void

  /// - Parameter callReader: tells the reader, which found nothing and waits for something else, that there is something.
  init(callReader: @escaping @Sendable () -> Void = {}) {
    self.callReader = callReader
  }

  func put(_ event: Event) {
    let wasReaderAway = lock.withLock {
      if case .inner(let inner) = event { innerEvents.append(inner) } else { events.append(event) }
      defer { isReaderAway = false }
      return isReaderAway
    }
    // After the lock is free: whoever is woken needs it.
    if wasReaderAway { callReader() } else { lock.signal() }
  }

  /// The next event, if there is one.
  func take() -> Event? {
    lock.withLock { takeFirst() }
  }

  /// Waits for the next inner event; all others stay where they are.
  func takeInner() -> InnerEvent {
    lock.withLock {
      while true {
        if let event = innerEvents.takeFirst() { return event }
        lock.wait()
      }
    }
  }

  /// Says that the reader will wait for something else than an event, unless there is one.
  ///
  /// - Returns: false if there is one.
  func leave() -> Bool {
    lock.withLock {
      isReaderAway = events.isEmpty && innerEvents.isEmpty
      return isReaderAway
    }
  }

  /// Says that the reader waits no more.
  func comeBack() {
    lock.withLock { isReaderAway = false }
  }

  private func takeFirst() -> Event? {
    innerEvents.takeFirst().map { .inner($0) } ?? events.takeFirst()
  }
}

/// Events in the order of arrival.
private struct Lane<Element> {
  /// Nil where an event has been taken: it may hold a whole note, and must not live on here.
  private var elements: [Element?] = []
  /// The events before this index have been taken.
  private var first = 0

  var isEmpty: Bool { first == elements.count }

  mutating func append(_ element: Element) {
    elements.append(element)
  }

  mutating func takeFirst() -> Element? {
    guard first < elements.count else { return nil }
    let element = elements[first]
    elements[first] = nil
    first += 1
    if first == elements.count {
      elements.removeAll(keepingCapacity: elements.capacity <= 1024)
      first = 0
    } else if first > 1024 {
      elements.removeFirst(first)
      first = 0
    }
    return element
  }
}
