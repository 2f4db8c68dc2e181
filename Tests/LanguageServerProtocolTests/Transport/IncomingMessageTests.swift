// What a message is, by its head.

import JSON
import LanguageServerProtocol
import SeedTestSupport
import Testing

private func read(_ text: String) -> IncomingMessage { IncomingMessage(body: Array(text.utf8)) }

@Suite struct IncomingMessageTests {
  @Test func requestsAndNotificationsAreToldApart() throws {
    let request = read(#"{"jsonrpc":"2.0","id":1,"method":"textDocument/hover","params":{"a":[1]}}"#)
    #expect(request.kind == .request(id: .integer(1), method: "textDocument/hover"))
    #expect(try request.params(as: JSONValue.self) == ["a": [1]])
    let notification = read(#" {"params":[],"method":"initialized","jsonrpc":"2.0"} "#)
    #expect(notification.kind == .notification(method: "initialized"))
    #expect(try notification.params(as: JSONValue.self) == [])
  }

  @Test func identitiesKeepTheirKind() {
    #expect(read(#"{"jsonrpc":"2.0","id":"1","method":"m"}"#).kind == .request(id: .string("1"), method: "m"))
    #expect(read(#"{"jsonrpc":"2.0","id":"","method":"m"}"#).kind == .request(id: .string(""), method: "m"))
    #expect(read(#"{"jsonrpc":"2.0","id":-7,"method":"m"}"#).kind == .request(id: .integer(-7), method: "m"))
  }

  @Test func absentAndNullParametersAreTheSame() throws {
    for text in [
      #"{"jsonrpc":"2.0","id":1,"method":"shutdown"}"#,
      #"{"jsonrpc":"2.0","id":1,"method":"shutdown","params": null }"#,
    ] {
      let message = read(text)
      #expect(message.kind == .request(id: .integer(1), method: "shutdown"))
      #expect(throws: ResponseError(.invalidParams, "`params` must be an object")) {
        try message.params(as: CancelParams.self)
      }
    }
  }

  @Test func responsesCarryAResultOrAnError() throws {
    let success = read(#"{"jsonrpc":"2.0","id":2,"result":[{"a":1}]}"#)
    #expect(success.kind == .response(id: .integer(2), error: nil))
    #expect(try success.result(as: JSONValue.self) == [["a": 1]])
    #expect(read(#"{"jsonrpc":"2.0","id":2,"result":null}"#).kind == .response(id: .integer(2), error: nil))
    let failure = read(#"{"jsonrpc":"2.0","id":"x","error":{"code":-32601,"message":"no","data":[1]}}"#)
    let error = ResponseError(.methodNotFound, "no", data: [1])
    #expect(failure.kind == .response(id: .string("x"), error: error))
    let anonymous = read(#"{"jsonrpc":"2.0","id":null,"error":{"code":-32700,"message":"what?"}}"#)
    #expect(anonymous.kind == .response(id: nil, error: ResponseError(.parseError, "what?")))
    #expect(
      read(#"{"jsonrpc":"2.0","id":3,"error":5}"#).kind
        == .response(id: .integer(3), error: ResponseError(.internalError, "")))
    #expect(read(#"{"jsonrpc":"2.0","id":3,"result":1,"error":null}"#).kind == .response(id: .integer(3), error: nil))
  }

  @Test(arguments: [
    "", "   ", "{", "hello", #"{"jsonrpc":"2.0","id":1,"method":"m""#, #"{"jsonrpc":"2.0","id":1,"method":"m"}}"#,
    #"{"jsonrpc":"2.0","id":1,"method":"m","params":{"a":}}"#, #"{'jsonrpc':'2.0'}"#, "\u{FEFF}{}",
    #"{"jsonrpc":"2.0","method":"m","params":"# + String(repeating: "[", count: 100_000),
  ])
  func whatIsNoJSONIsAParseError(text: String) throws {
    guard case .invalid(let id, let error) = read(text).kind else {
      Issue.record("\(text.prefix(60)) was accepted")
      return
    }
    #expect(id == nil)
    #expect(error.code == .parseError)
    #expect(!error.message.isEmpty)
  }

  @Test(
    arguments: [
      ("[]", nil, "batches are not part of the protocol"),
      (#"[{"jsonrpc":"2.0","id":1,"method":"m"}]"#, nil, "batches are not part of the protocol"),
      ("1", nil, "a message must be an object"), ("null", nil, "a message must be an object"),
      ("{}", nil, "`jsonrpc` must be \"2.0\""), (#"{"id":1,"method":"m"}"#, .integer(1), "`jsonrpc` must be \"2.0\""),
      (#"{"jsonrpc":2.0,"id":1,"method":"m"}"#, .integer(1), "`jsonrpc` must be \"2.0\""),
      (#"{"jsonrpc":"2.0","id":1}"#, .integer(1), "`method` is missing"),
      (#"{"jsonrpc":"2.0","id":1,"method":5}"#, .integer(1), "`method` must be a string"),
      (#"{"jsonrpc":"2.0","id":null,"method":"m"}"#, nil, "`id` must be an integer or a string"),
      (#"{"jsonrpc":"2.0","id":1.5,"method":"m"}"#, nil, "`id` must be an integer or a string"),
      (#"{"jsonrpc":"2.0","id":1e99,"method":"m"}"#, nil, "`id` must be an integer or a string"),
      (#"{"jsonrpc":"2.0","id":{},"method":"m"}"#, nil, "`id` must be an integer or a string"),
      (#"{"jsonrpc":"2.0","result":1}"#, nil, "`id` must be an integer or a string"),
    ] as [(String, RequestID?, String)])
  func jsonThatIsNoMessageIsAnInvalidRequest(text: String, id: RequestID?, reason: String) {
    #expect(read(text).kind == .invalid(id: id, ResponseError(.invalidRequest, reason)))
  }

  @Test func invalidUTF8IsReplacedInNames() {
    let body = Array(#"{"jsonrpc":"2.0","id":1,"method":"a"#.utf8) + [0xFF] + Array(#"b","params":{}}"#.utf8)
    #expect(IncomingMessage(body: body).kind == .request(id: .integer(1), method: "a\u{FFFD}b"))
  }

  @Test func wrongParametersAreNamed() {
    func error(_ params: String) -> ResponseError? {
      let message = read(#"{"jsonrpc":"2.0","id":1,"method":"m","params":\#(params)}"#)
      do throws(ResponseError) {
        _ = try message.params(as: TextDocumentPositionParams.self)
        return nil
      } catch {
        return error
      }
    }
    func position(_ position: String) -> String { #"{"textDocument":{"uri":"file:///a"},"position":\#(position)}"# }
    #expect(error(position(#"{"line":0,"character":2147483647}"#)) == nil)
    let expectations = [
      ("[]", "`params` must be an object"), ("{}", "`textDocument` is missing"),
      (#"{"textDocument":{}}"#, "`textDocument.uri` is missing"),
      (#"{"textDocument":{"uri":5}}"#, "`textDocument.uri` must be a string"),
      (position(#"{"line":0}"#), "`position.character` is missing"),
      (position(#"{"line":"0","character":0}"#), "`position.line` must be an unsigned integer"),
      (position(#"{"line":-1,"character":0}"#), "`position.line` must be an unsigned integer up to 2147483647"),
      (position(#"{"line":2147483648,"character":0}"#), "`position.line` must be an unsigned integer up to 2147483647"),
      (position(#"{"line":1e300,"character":0}"#), "`position.line` must be an unsigned integer up to 2147483647"),
      (position(#"{"line":0,"character":0.5}"#), "`position.character` must be an unsigned integer up to 2147483647"),
    ]
    for (params, message) in expectations { #expect(error(params) == ResponseError(.invalidParams, message)) }
  }

  @Test func randomEnvelopesNeverTrap() {
    let document = Array(#"{"jsonrpc":"2.0","id":1,"method":"m","params":{"textDocument":{"uri":"file:///a"}}}"#.utf8)
    var generator = SeededGenerator(seed: 5)
    for _ in 0..<10_000 {
      var body = document
      for _ in 0..<3 {
        body[Int.random(in: body.indices, using: &generator)] = UInt8.random(in: 0...255, using: &generator)
      }
      let message = IncomingMessage(body: body)
      _ = try? message.params(as: TextDocumentPositionParams.self)
    }
  }
}
