// Messages cut from bytes that come in any pieces.

import LanguageServerProtocol
import SeedTestSupport
import Testing

private func message(_ text: String) -> MessageFramer.Event { .message(Array(text.utf8)) }

/// All events of a stream that arrives in pieces which end at the given places.
private func events(of stream: [UInt8], cutAt cuts: [Int] = [], framer: MessageFramer = MessageFramer())
  -> [MessageFramer.Event]
{
  var framer = framer
  var events: [MessageFramer.Event] = []
  var start = 0
  for end in cuts + [stream.count] {
    framer.append(stream[start..<end])
    start = end
    while let event = framer.next() { events.append(event) }
  }
  return events
}

/// What comes out must not depend on how the stream is cut; so it is cut after every byte, too.
private func expect(
  _ text: String, gives expected: [MessageFramer.Event], framer: MessageFramer = MessageFramer(),
  sourceLocation: SourceLocation = #_sourceLocation
) {
  let stream = Array(text.utf8)
  #expect(events(of: stream, framer: framer) == expected, sourceLocation: sourceLocation)
  let bytewise = events(of: stream, cutAt: Array(stream.indices), framer: framer)
  #expect(bytewise == expected, "cut after every byte", sourceLocation: sourceLocation)
}

@Suite struct MessageFramerTests {
  @Test func messagesFollowOneAnother() {
    expect(
      "Content-Length: 2\r\n\r\n{}Content-Length: 0\r\n\r\nContent-Length: 4\r\n\r\nnull",
      gives: [message("{}"), message(""), message("null")])
  }

  @Test func lengthsCountBytes() {
    expect("Content-Length: 8\r\n\r\n\"é😀\"Content-Length: 2\r\n\r\n{}", gives: [message("\"é😀\""), message("{}")])
  }

  @Test func headersAreReadTolerantly() {
    expect("content-length:2\n\n{}", gives: [message("{}")])
    expect(
      "CONTENT-LENGTH: \t2 \r\nContent-Type: application/vscode-jsonrpc; charset=utf-8\r\n\r\n{}",
      gives: [message("{}")])
    expect("Content-Type: x\r\nX_Other-1: :\r\nContent-Length: 2\r\n\r\n{}", gives: [message("{}")])
    expect("\r\n\nContent-Length: 2\r\n\r\n{}\r\nContent-Length: 2\r\n\r\n[]", gives: [message("{}"), message("[]")])
  }

  @Test func aMalformedHeaderCostsOneMessage() {
    let good = "Content-Length: 2\r\n\r\n{}"
    expect(
      "Content-Length: two\r\n\r\n{\"a\":1}" + good,
      gives: [.malformed(.malformedContentLength("Content-Length: two")), message("{}")])
    expect(
      "Content-Length: -1\r\n\r\n{}" + good,
      gives: [.malformed(.malformedContentLength("Content-Length: -1")), message("{}")])
    expect(
      "Content-Length:\r\n\r\n{}" + good,
      gives: [.malformed(.malformedContentLength("Content-Length:")), message("{}")])
    expect("Content-Type: x\r\n\r\n{\"a\":1}" + good, gives: [.malformed(.missingContentLength), message("{}")])
    expect("a stray print\n" + good, gives: [.malformed(.malformedHeaderLine("a stray print")), message("{}")])
    expect("oops! " + good, gives: [.malformed(.malformedHeaderLine("oops! Content-Length: 2")), message("{}")])
  }

  @Test func contradictingLengthsAreMalformed() {
    expect(
      "Content-Length: 2\r\nContent-Length: 3\r\n\r\n{}\nContent-Length: 4\r\n\r\nnull",
      gives: [.malformed(.malformedContentLength("Content-Length: 3")), message("null")])
    expect("Content-Length: 2\r\nContent-Length: 2\r\n\r\n{}", gives: [message("{}")])
  }

  @Test func lengthsBeyondTheLimitAreRefused() {
    expect(
      "Content-Length: 300000000\r\n\r\n{}Content-Length: 2\r\n\r\n{}",
      gives: [.malformed(.bodyTooLong(length: 300_000_000, limit: 268_435_456)), message("{}")])
    let digits = String(repeating: "9", count: 30)
    expect(
      "Content-Length: \(digits)\r\n\r\n{}Content-Length: 2\r\n\r\n{}",
      gives: [.malformed(.malformedContentLength("Content-Length: \(digits)")), message("{}")])
  }

  @Test func aHeaderWithoutEndIsRefusedOnce() {
    let small = MessageFramer(headerLimit: 100, bodyLimit: 1000)
    let long = String(repeating: "x", count: 150)
    expect(
      long + "\r\nContent-Length: 2\r\n\r\n{}", gives: [.malformed(.headerTooLong(limit: 100)), message("{}")],
      framer: small)
  }

  @Test func bodiesMayTalkAboutHeaders() {
    let body = #"{"text":"Content-Length: 5\r\n\r\nhello"}"#
    let framed = "Content-Length: \(body.utf8.count)\r\n\r\n\(body)"
    expect(framed + framed, gives: [message(body), message(body)])
    expect(
      "Content-Length: x\r\n\r\n" + body + framed,
      gives: [.malformed(.malformedContentLength("Content-Length: x")), message(body)])
  }

  @Test func anEndInsideAMessageIsKnown() {
    var framer = MessageFramer()
    #expect(!framer.isInsideMessage)
    framer.append(Array("Content-Length: 2\r\n\r\n{".utf8))
    #expect(framer.next() == nil)
    #expect(framer.isInsideMessage)
    framer.append([UInt8(ascii: "}")])
    #expect(framer.next() == message("{}"))
    #expect(!framer.isInsideMessage)
  }

  @Test func wellFormedTrafficSurvivesAnyCuts() {
    var generator = SeededGenerator(seed: 3)
    for _ in 0..<200 {
      let bodies = (0..<Int.random(in: 1...20, using: &generator)).map { _ in
        (0..<Int.random(in: 0...300, using: &generator)).map { _ in UInt8.random(in: 0...255, using: &generator) }
      }
      let stream = bodies.flatMap { OutgoingMessage.framed(body: $0) }
      let cuts = (0..<30).map { _ in Int.random(in: 0...stream.count, using: &generator) }.sorted()
      #expect(events(of: stream, cutAt: cuts) == bodies.map { .message($0) })
    }
  }

  @Test func afterAnyGarbageTheNextMessagesArrive() {
    let pieces = [
      "Content-Length", ": ", ":", "\r\n", "\n", "\r", "3", "47", "{}", "\"x", " ", "é", "Content-Type: x", "-",
    ]
    // A header in the garbage can claim at most this many bytes of what follows.
    let framer = MessageFramer(headerLimit: 60, bodyLimit: 100)
    let padding = String(repeating: "Content-Length: 1\r\n\r\n1", count: 20)
    var generator = SeededGenerator(seed: 4)
    for _ in 0..<1000 {
      let garbage = (0..<Int.random(in: 0...20, using: &generator)).compactMap { _ in
        pieces.randomElement(using: &generator)
      }
      let stream = Array((garbage.joined() + padding + "Content-Length: 4\r\n\r\nlast").utf8)
      let whole = events(of: stream, framer: framer)
      #expect(whole.last == message("last"), "after \(garbage)")
      #expect(events(of: stream, cutAt: Array(stream.indices), framer: framer) == whole, "after \(garbage)")
    }
  }

  @Test func aLargeMessageArrivesInSmallPieces() {
    let body = [UInt8](repeating: UInt8(ascii: "x"), count: 3_000_000)
    let stream = OutgoingMessage.framed(body: body) + OutgoingMessage.framed(body: [1])
    let cuts = Array(stride(from: 0, to: stream.count, by: 4096))
    #expect(events(of: stream, cutAt: cuts) == [.message(body), .message([1])])
  }
}
