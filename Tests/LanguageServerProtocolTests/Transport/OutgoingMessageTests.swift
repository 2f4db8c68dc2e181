// Requests, notifications and answers on their way out.

import JSON
import LanguageServerProtocol
import Testing

/// The body of one framed message, checked by our own framer.
private func body(_ bytes: [UInt8]) -> String {
  var framer = MessageFramer()
  framer.append(bytes)
  guard case .message(let body) = framer.next(), framer.next() == nil, !framer.isInsideMessage else { return "?" }
  return String(decoding: body, as: UTF8.self)
}

@Suite struct OutgoingMessageTests {
  @Test func theHeaderCountsBytes() {
    let bytes = OutgoingMessage.response(id: .integer(1), result: "é")
    #expect(
      String(decoding: bytes, as: UTF8.self) == "Content-Length: 38\r\n\r\n" + #"{"jsonrpc":"2.0","id":1,"result":"é"}"#
    )
  }

  @Test func headersHaveAsManyDigitsAsTheyNeed() {
    for count in [0, 100, 967, 968, 5000, 1_000_000] {
      let text = String(repeating: "x", count: count)
      let message = OutgoingMessage.response(id: .integer(1), result: text)
      #expect(body(message) == #"{"jsonrpc":"2.0","id":1,"result":"\#(text)"}"#)
    }
  }

  @Test func nothingIsNullInAResult() {
    let message = OutgoingMessage.response(id: .string("a"), result: nil as Hover?)
    #expect(body(message) == #"{"jsonrpc":"2.0","id":"a","result":null}"#)
  }

  @Test func refusalsCarryCodeAndMessage() {
    let error = ResponseError(.requestFailed, "\"3x\" is no name")
    #expect(
      body(OutgoingMessage.response(id: .integer(4), error: error))
        == #"{"jsonrpc":"2.0","id":4,"error":{"code":-32803,"message":"\"3x\" is no name"}}"#)
    #expect(
      body(OutgoingMessage.response(id: nil, error: ResponseError(.parseError, "no")))
        == #"{"jsonrpc":"2.0","id":null,"error":{"code":-32700,"message":"no"}}"#)
  }

  @Test func requestsAndNotificationsMayDoWithoutParameters() {
    #expect(
      body(OutgoingMessage.request(id: .integer(1), method: .refreshInlayHints))
        == #"{"jsonrpc":"2.0","id":1,"method":"workspace/inlayHint/refresh"}"#)
    #expect(body(OutgoingMessage.notification(method: .initialized)) == #"{"jsonrpc":"2.0","method":"initialized"}"#)
    #expect(
      body(OutgoingMessage.notification(method: .logMessage, params: ShowMessageParams(type: .info, message: "hi")))
        == #"{"jsonrpc":"2.0","method":"window/logMessage","params":{"type":3,"message":"hi"}}"#)
  }
}
