// The routing table: each method that the server handles. Its row is declared beside its handler.

internal import JSON
internal import LanguageServerProtocol

/// How one method is handled.
struct Route: Sendable {
  enum Handler: Sendable {
    /// Gives the whole answer, ready to be sent.
    case request(@Sendable (Session, RequestID, IncomingMessage) throws(ResponseError) -> [UInt8])
    /// Gives what works out the whole answer on another thread, from values that don't change.
    case longRequest(@Sendable (Session, RequestID, IncomingMessage) throws(ResponseError) -> @Sendable () -> [UInt8])
    case notification(@Sendable (Session, IncomingMessage) throws(ResponseError) -> Void)
    /// Handled where it is read, ahead of the queue.
    case reader
  }

  let method: Method
  /// The feature that a request belongs to, which is answered with `null` when the feature is off; nil for what is always on.
  /// Diagnostics have answers of their own then.
  var feature: Feature?
  /// What clients can rely on: the words of `protocol-notes.md`, which `.ci/generate` copies.
  let promise: String
  let handler: Handler
  /// What asks the client to ask again, where answers depend on other notes or on settings.
  var refresh: SentRequest?
  /// Whether a request looks through all notes, so that messages of the client have to be read meanwhile.
  var mayTakeLong = false
  /// Adds to the capabilities what tells clients that they may use the method.
  var advertise: @Sendable (inout ServerCapabilities, ClientCapabilities) -> Void = { _, _ in }
}

extension Route {
  /// A request whose parameters are `Params`.
  static func request<Params: JSONDecodable & SendableMetatype, Result: JSONEncodable & SendableMetatype>(
    _ method: Method, _ handle: @escaping @Sendable (Session) -> (Params) throws(ResponseError) -> Result,
    feature: Feature? = nil, refresh: SentRequest? = nil, mayTakeLong: Bool = false, promise: String,
    advertise: @escaping @Sendable (inout ServerCapabilities, ClientCapabilities) -> Void = { _, _ in }
  ) -> Route {
    Route(
      method: method, feature: feature, promise: promise,
      handler: .request { (session, id, message) throws(ResponseError) -> [UInt8] in
        let params = try message.params(as: Params.self)
        return OutgoingMessage.response(id: id, result: try handle(session)(params))
      }, refresh: refresh, mayTakeLong: mayTakeLong, advertise: advertise)
  }

  /// A request whose parameters are `Params` and whose answer takes long: `handle` gives what works it out.
  static func longRequest<Params: JSONDecodable & SendableMetatype, Value: JSONEncodable & SendableMetatype>(
    _ method: Method,
    _ handle:
      @escaping @Sendable (Session) -> (Params) throws(ResponseError) -> @Sendable () -> Result<Value, ResponseError>,
    promise: String,
    advertise: @escaping @Sendable (inout ServerCapabilities, ClientCapabilities) -> Void = { _, _ in }
  ) -> Route {
    Route(
      method: method, promise: promise,
      handler: .longRequest { (session, id, message) throws(ResponseError) -> @Sendable () -> [UInt8] in
        let work = try handle(session)(try message.params(as: Params.self))
        return {
          switch work() {
          case .success(let result): OutgoingMessage.response(id: id, result: result)
          case .failure(let error): OutgoingMessage.response(id: id, error: error)
          }
        }
      }, mayTakeLong: true, advertise: advertise)
  }

  /// A notification whose parameters are `Params`.
  static func notification<Params: JSONDecodable & SendableMetatype>(
    _ method: Method, _ handle: @escaping @Sendable (Session) -> (Params) throws(ResponseError) -> Void,
    promise: String,
    advertise: @escaping @Sendable (inout ServerCapabilities, ClientCapabilities) -> Void = { _, _ in }
  ) -> Route {
    Route(
      method: method, promise: promise,
      handler: .notification { (session, message) throws(ResponseError) in
        try handle(session)(try message.params(as: Params.self))
      }, advertise: advertise)
  }
}

/// Parameters that don't matter, whatever they are.
struct NoParams: JSONDecodable {
  init(from reader: inout JSONReader) throws(JSONError) {
    try reader.skipValue()
  }
}

enum RoutingTable {
  /// The methods that the server handles.
  static var methods: [String] { routes.map(\.method.rawValue) }

  private static let byMethod = Dictionary(uniqueKeysWithValues: routes.map { ($0.method.rawValue, $0) })

  /// What the client is asked to ask again when other notes or settings have changed, where it offers that.
  static let refreshes = routes.compactMap(\.refresh)

  static func route(_ method: String) -> Route? {
    byMethod[method]
  }

  /// What is offered to a client.
  static func capabilities(for client: ClientCapabilities) -> ServerCapabilities {
    var capabilities = ServerCapabilities()
    for route in routes { route.advertise(&capabilities, client) }
    return capabilities
  }
}
