// Any bytes are read without a trap, and what was read can be written.

import JSON
import SeedTestSupport
import Testing

/// Reads bytes in every way there is. What matters is that nothing traps and that what was read can be written.
private func readInEveryWay(_ bytes: [UInt8]) throws {
  do throws(JSONError) {
    let value = try JSONValue(json: bytes)
    let text = value.json()
    #expect(String(validating: text, as: UTF8.self) != nil)
    // Infinity is written as null, so that the second reading is the one to compare with.
    let again = try JSONValue(json: text)
    #expect(try JSONValue(json: again.json()) == again)
  } catch {
    #expect((0...bytes.count).contains(error.offset))
    let message = bytes.withUnsafeBufferPointer { error.message(in: $0, root: "value") }
    #expect(!message.isEmpty)
  }
  bytes.withUnsafeBufferPointer { buffer in
    for offset in [0, bytes.count / 2, bytes.count] { _ = JSONError.path(to: offset, in: buffer) }
    var reader = JSONReader(buffer)
    _ = try? reader.readBytes()
    var other = JSONReader(buffer)
    _ = try? other.nextElement()
    _ = try? other.nextKey()
    _ = try? other.skipValue()
  }
}

@Suite struct JSONRobustnessTests {
  static let documents = [
    #"{"jsonrpc":"2.0","id":1,"method":"textDocument/hover","params":{"position":{"line":3,"character":12}}}"#,
    #"[null,true,false,-0,12.5e-3,"\ud83d\ude00 \"Café\" 😀\\",{"a":{"b":[[],{}]}},"a longer plain string to scan"]"#,
  ].map { Array($0.utf8) }

  @Test func randomBytesNeverTrap() throws {
    let alphabet = Array(#"{}[]",:\u0123456789abdeftrlns.-+E "#.utf8) + [0x00, 0x0A, 0x80, 0xC3, 0xE2, 0xF0, 0xFF]
    var generator = SeededGenerator(seed: 1)
    for _ in 0..<20_000 {
      let count = Int.random(in: 0...40, using: &generator)
      try readInEveryWay((0..<count).map { _ in alphabet.randomElement(using: &generator) ?? 0 })
    }
  }

  @Test func mutatedDocumentsNeverTrap() throws {
    var generator = SeededGenerator(seed: 2)
    for round in 0..<20_000 {
      var bytes = Self.documents[round % Self.documents.count]
      for _ in 0..<Int.random(in: 1...3, using: &generator) where !bytes.isEmpty {
        let index = Int.random(in: bytes.indices, using: &generator)
        switch Int.random(in: 0..<4, using: &generator) {
        case 0: bytes[index] = UInt8.random(in: 0...255, using: &generator)
        case 1: bytes.remove(at: index)
        case 2: bytes.insert(bytes.randomElement(using: &generator) ?? 0, at: index)
        default: bytes.removeSubrange(index...)
        }
      }
      try readInEveryWay(bytes)
    }
  }

  @Test func everyPrefixOfADocumentIsASyntaxError() {
    for document in Self.documents {
      for end in document.indices {
        do throws(JSONError) {
          _ = try JSONValue(json: Array(document[..<end]))
          Issue.record("The first \(end) bytes were read as a whole document.")
        } catch {
          #expect(error.isSyntaxError)
        }
      }
    }
  }

  @Test func aScanFindsAQuoteAtAnyDistance() throws {
    for length in 0..<40 {
      let text = String(repeating: "x", count: length)
      #expect(try JSONValue(json: Array("\"\(text)\"".utf8)) == .string(text))
      let escaped = text + "\n" + text
      #expect(try JSONValue(json: JSONValue.string(escaped).json()) == .string(escaped))
    }
  }
}
