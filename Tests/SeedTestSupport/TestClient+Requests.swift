// The requests that a server sends to its client, and the client's answers.

package import JSON

extension TestClient {
  /// A request of the server.
  package struct ServerRequest: Sendable {
    package let id: JSONValue
    package let params: JSONValue
  }

  /// Waits for a request of the server.
  ///
  /// - Parameter start: how many of the messages received to pass over.
  package func serverRequest(
    _ method: String, from start: Int = 0, where isMeant: (JSONValue) -> Bool = { _ in true }
  ) throws -> ServerRequest {
    try wait(for: "the request \(method)", from: start) { message in
      guard message["method"]?.string == method, let id = message["id"] else { return Optional<ServerRequest>.none }
      let params = message["params"] ?? .null
      return isMeant(params) ? ServerRequest(id: id, params: params) : nil
    }
  }

  package func answer(_ request: ServerRequest, _ result: JSONValue = .null) {
    send(["jsonrpc": "2.0", "id": request.id, "result": result])
  }

  package func refuse(_ request: ServerRequest) {
    send(["jsonrpc": "2.0", "id": request.id, "error": ["code": -32601, "message": "unknown"]])
  }

  /// Answers all requests of a method that came so far, if there are any, and those that the answers bring about.
  package func answerAll(_ method: String) throws {
    var answered = 0
    while true {
      try synchronize()
      let requests = messages.filter { $0["method"]?.string == method }
      guard requests.count > answered else { return }
      for message in requests.dropFirst(answered) { answer(ServerRequest(id: message["id"] ?? .null, params: .null)) }
      answered = requests.count
    }
  }

  /// The methods of the server's requests so far, in order.
  package var serverRequests: [String] {
    messages.compactMap { $0["id"] == nil ? nil : $0["method"]?.string }
  }

  /// Waits for a request that registers a method, and accepts it.
  ///
  /// - Returns: the registration.
  @discardableResult
  package func acceptRegistration(of method: String, from start: Int = 0) throws -> JSONValue {
    let isMeant = { (params: JSONValue) in params["registrations"]?[0]?["method"]?.string == method }
    let request = try serverRequest("client/registerCapability", from: start, where: isMeant)
    answer(request)
    return request.params["registrations"]?[0] ?? .null
  }
}
