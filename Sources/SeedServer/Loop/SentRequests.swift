// The server's own requests, and what is done with their answers.

internal import JSON
internal import LanguageServerProtocol

/// The requests of ours that the client has not answered yet. Owned by the loop alone.
struct SentRequests {
  /// What a client said: a message with a result, or its refusal.
  typealias Answer = Result<IncomingMessage, ResponseError>

  private var lastID = 0
  private var awaited: [RequestID: (method: SentRequest, handle: (Session, Answer) -> Void)] = [:]

  /// A new id, under which an answer is now awaited.
  mutating func add(_ method: SentRequest, _ handle: @escaping (Session, Answer) -> Void) -> RequestID {
    lastID += 1
    let id = RequestID.integer(lastID)
    awaited[id] = (method, handle)
    return id
  }

  /// What to do with the answer to a request; nil if none is awaited under the id.
  mutating func take(_ id: RequestID) -> (method: SentRequest, handle: (Session, Answer) -> Void)? {
    awaited.removeValue(forKey: id)
  }
}

extension Session {
  /// Asks the client something; `handle` is called in the loop, before any message of the client that has not been handled
  /// yet. A client that never answers does no harm.
  func ask(
    _ method: SentRequest, _ params: some JSONEncodable,
    then handle: @escaping (Session, SentRequests.Answer) -> Void = { _, _ in }
  ) {
    client.request(sentRequests.add(method, handle), method, params)
  }

  /// Asks for something that has no parameters.
  func ask(_ method: SentRequest, then handle: @escaping (Session, SentRequests.Answer) -> Void = { _, _ in }) {
    client.request(sentRequests.add(method, handle), method, nil as JSONValue?)
  }

  /// Hands an answer to whoever waits for it.
  func receiveAnswer(to id: RequestID?, error: ResponseError?, _ message: IncomingMessage) {
    guard let id, let request = sentRequests.take(id) else {
      log.write("ignored an answer to request \(id?.description ?? "null"), which was never sent or has been answered")
      return
    }
    if let error { log.write("the client refused \(request.method.method.rawValue): \(error.message)") }
    request.handle(self, error.map { .failure($0) } ?? .success(message))
  }
}
