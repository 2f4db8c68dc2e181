// Cuts a stream of bytes into messages (LSP 3.18, Base Protocol, Header Part).

/// The state machine between bytes as they arrive and whole messages. It does no input or output.
///
/// Header names are compared without regard to case, headers other than `Content-Length` are ignored, and `\n` alone is
/// accepted as the end of a line.
///
/// After a malformed header it skips to the next `Content-Length:` with a number and a line end. That can't be found by
/// mistake inside a well-formed body, because JSON has no unescaped line end inside a string; so nothing but the broken
/// message is lost.
package struct MessageFramer {
  package enum Event: Hashable, Sendable {
    /// The body of a message.
    case message([UInt8])
    /// What stood where a header should have been was skipped. Reported once for each place.
    case malformed(FramingError)
  }

  private enum State {
    case header
    case body(length: Int)
    case resynchronising
  }

  private let headerLimit: Int
  private let bodyLimit: Int
  private var state = State.header
  private var buffer: [UInt8] = []

  /// Where the unread part of the buffer starts: a header's first byte, or a body's.
  private var start = 0

  /// Where to go on reading, so that no byte of a header is looked at twice: the start of a header line, or a place in
  /// what is being skipped.
  private var cursor = 0

  /// How far the current header line has been searched for its end.
  private var searched = 0

  private var contentLength: Int?

  /// - Parameters:
  ///   - headerLimit: how many bytes a header block may have.
  ///   - bodyLimit: how many bytes a body may have.
  package init(headerLimit: Int = 8 * 1024, bodyLimit: Int = 256 * 1024 * 1024) {
    self.headerLimit = max(1, headerLimit)
    self.bodyLimit = bodyLimit
  }

  /// Adds bytes as they arrived, in pieces of any size.
  package mutating func append(_ bytes: ArraySlice<UInt8>) {
    buffer.append(contentsOf: bytes)
  }

  package mutating func append(_ bytes: [UInt8]) {
    buffer.append(contentsOf: bytes)
  }

  /// Whether the stream would end inside a message if it ended now.
  package var isInsideMessage: Bool {
    if case .header = state { return start < buffer.count }
    return true
  }

  /// The next message or error, or nil if more bytes are needed.
  package mutating func next() -> Event? {
    while true {
      switch state {
      case .header:
        do throws(FramingError) {
          guard let length = try readHeader() else { return nil }
          state = .body(length: length)
        } catch {
          contentLength = nil
          state = .resynchronising
          return .malformed(error)
        }
      case .body(let length):
        guard buffer.count - start >= length else {
          buffer.reserveCapacity(start + length)
          return nil
        }
        let body = Array(buffer[start..<(start + length)])
        state = .header
        moveOn(to: start + length)
        return .message(body)
      case .resynchronising:
        guard skipToContentLength() else { return nil }
        state = .header
      }
    }
  }

  // MARK: - Header

  /// Reads header lines up to the empty one.
  ///
  /// - Returns: the length of the body, which then starts at `start`; nil if the header is not complete yet.
  private mutating func readHeader() throws(FramingError) -> Int? {
    while let lineEnd = endOfLine() {
      guard lineEnd.next - start <= headerLimit else { throw headerTooLong() }
      let line = buffer[cursor..<lineEnd.content]
      if line.isEmpty {
        let isBlankLineBeforeHeader = cursor == start
        cursor = lineEnd.next
        searched = cursor
        if isBlankLineBeforeHeader {
          start = cursor
          continue
        }
        guard let length = contentLength else { throw .missingContentLength }
        contentLength = nil
        start = cursor
        return length
      }
      do throws(FramingError) {
        try readHeaderLine(line)
      } catch {
        // A good header may start in the middle of this line, behind something that does not belong there.
        cursor += 1
        throw error
      }
      cursor = lineEnd.next
      searched = cursor
    }
    guard buffer.count - start <= headerLimit else { throw headerTooLong() }
    return nil
  }

  /// Gives up on as much as a header may have, so that what follows does not depend on how the stream was cut.
  private mutating func headerTooLong() -> FramingError {
    cursor = start + headerLimit
    return .headerTooLong(limit: headerLimit)
  }

  private mutating func readHeaderLine(_ line: ArraySlice<UInt8>) throws(FramingError) {
    guard let colon = line.firstIndex(of: UInt8(ascii: ":")), colon > line.startIndex,
      line[..<colon].allSatisfy(Self.isHeaderNameByte)
    else { throw .malformedHeaderLine(Self.excerpt(of: line)) }
    guard Self.isContentLength(line[..<colon]) else { return }
    let digits = line[(colon + 1)...].trimmingBlanks()
    guard !digits.isEmpty, let length = Self.decimal(digits) else {
      throw .malformedContentLength(Self.excerpt(of: line))
    }
    guard length <= bodyLimit else { throw .bodyTooLong(length: length, limit: bodyLimit) }
    if let contentLength, contentLength != length { throw .malformedContentLength(Self.excerpt(of: line)) }
    contentLength = length
  }

  /// The end of the header line at the cursor: of its content, and of the line itself.
  private mutating func endOfLine() -> (content: Int, next: Int)? {
    guard let newline = buffer[max(searched, cursor)...].firstIndex(of: 0x0A) else {
      searched = buffer.count
      return nil
    }
    let hasReturn = newline > cursor && buffer[newline - 1] == 0x0D
    return (hasReturn ? newline - 1 : newline, newline + 1)
  }

  // MARK: - Resynchronisation

  /// Moves to the next thing that looks like a header. Its line is then read by the usual way.
  private mutating func skipToContentLength() -> Bool {
    while cursor < buffer.count {
      switch Self.matchContentLengthLine(buffer[cursor...]) {
      case .matches:
        moveOn(to: cursor)
        return true
      case .needsMore:
        moveOn(to: cursor)
        return false
      case .differs:
        cursor += 1
      }
    }
    moveOn(to: cursor)
    return false
  }

  private enum Match { case matches, differs, needsMore }

  private static func matchContentLengthLine(_ bytes: ArraySlice<UInt8>) -> Match {
    // Bounded, so that a long row of blanks or digits is looked at once and not again from each of its bytes.
    let window = bytes.prefix(64)
    var index = window.startIndex
    for expected in contentLengthName {
      guard index < window.endIndex else { return .needsMore }
      guard window[index] | 0x20 == expected | 0x20 else { return .differs }
      index += 1
    }
    guard index < window.endIndex else { return .needsMore }
    guard window[index] == UInt8(ascii: ":") else { return .differs }
    let value = window[(index + 1)...]
    guard let end = value.firstIndex(where: { $0 == 0x0D || $0 == 0x0A }) else {
      return window.count == 64 || decimalOrBlank(value) == false ? .differs : .needsMore
    }
    return decimal(value[..<end].trimmingBlanks()) == nil ? .differs : .matches
  }

  private static func decimalOrBlank(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.allSatisfy { $0 == 0x20 || $0 == 0x09 || (0x30...0x39).contains($0) }
  }

  // MARK: - Parts

  /// Forgets everything before an index, and gives the memory back once enough of it has been read.
  private mutating func moveOn(to index: Int) {
    start = index
    if start == buffer.count || start > 64 * 1024 {
      // A buffer that held one huge message is not worth keeping.
      if buffer.capacity > 4 * 1024 * 1024, buffer.count - start < 64 * 1024 {
        buffer = Array(buffer[start...])
      } else {
        buffer.removeSubrange(..<start)
      }
      start = 0
    }
    cursor = start
    searched = start
  }

  private static let contentLengthName = Array("content-length".utf8)

  private static func isContentLength(_ name: ArraySlice<UInt8>) -> Bool {
    name.count == contentLengthName.count && zip(name, contentLengthName).allSatisfy { $0 | 0x20 == $1 | 0x20 }
  }

  private static func isHeaderNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"):
      true
    default: false
    }
  }

  private static func decimal(_ digits: ArraySlice<UInt8>) -> Int? {
    var value = 0
    for byte in digits {
      guard (0x30...0x39).contains(byte) else { return nil }
      let (product, overflow) = value.multipliedReportingOverflow(by: 10)
      let (sum, carry) = product.addingReportingOverflow(Int(byte - 0x30))
      guard !overflow, !carry else { return nil }
      value = sum
    }
    return digits.isEmpty ? nil : value
  }

  private static func excerpt(of line: ArraySlice<UInt8>) -> String {
    String(decoding: line.prefix(60), as: UTF8.self) + (line.count > 60 ? "…" : "")
  }
}

extension ArraySlice<UInt8> {
  fileprivate func trimmingBlanks() -> ArraySlice<UInt8> {
    var rest = self.drop { $0 == 0x20 || $0 == 0x09 }
    while let last = rest.last, last == 0x20 || last == 0x09 { rest.removeLast() }
    return rest
  }
}
