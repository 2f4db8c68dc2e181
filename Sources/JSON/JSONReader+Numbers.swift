// Reading numbers: integers in one pass, everything else by the standard library.

/// A JSON number: an integer where it is written as one and fits, otherwise a double.
package enum JSONNumber: Hashable, Sendable {
  case integer(Int)
  case double(Double)
}

extension JSONReader {
  /// Reads an integer. `2.0` is one, too; a fraction, or more than an `Int` can hold, is a wrong type.
  ///
  /// - Parameter expected: completes the sentence "it must be …" in the error.
  package mutating func readInteger(expected: String = "an integer") throws(JSONError) -> Int {
    guard try nextKind() == .number else { throw wrongType(expected) }
    let start = offset
    switch try readNumber() {
    case .integer(let value):
      return value
    case .double(let value):
      // `Int(exactly:)` would need the mathematics library, which nothing else here does.
      guard value.magnitude < 0x1p63, Double(Int(value)) == value else {
        throw JSONError(.wrongType(expected: expected), at: start)
      }
      return Int(value)
    }
  }

  /// Reads a number as a double. One too large for a double is a wrong type.
  package mutating func readDouble() throws(JSONError) -> Double {
    guard try nextKind() == .number else { throw wrongType("a number") }
    let start = offset
    switch try readNumber() {
    case .integer(let value):
      return Double(value)
    case .double(let value):
      guard value.isFinite else { throw JSONError(.wrongType(expected: "a number within range"), at: start) }
      return value
    }
  }

  /// Reads a number of any size; one too large for a double is infinite.
  package mutating func readNumber() throws(JSONError) -> JSONNumber {
    guard try nextKind() == .number else { throw wrongType("a number") }
    let start = offset
    let isNegative = bytes[start] == UInt8(ascii: "-")
    let firstDigit = isNegative ? start + 1 : start
    var index = firstDigit
    var magnitude: UInt64 = 0
    while let digit = digit(at: index) {
      magnitude = magnitude &* 10 &+ UInt64(digit)
      index += 1
    }
    let digitCount = index - firstDigit
    guard digitCount > 0, digitCount == 1 || bytes[firstDigit] != UInt8(ascii: "0") else {
      throw JSONError(.invalidNumber, at: start)
    }
    let end = try endOfFractionAndExponent(from: index, numberAt: start)
    offset = end
    // Nineteen digits can't overflow 64 bits without a sign.
    if end == index, digitCount <= 19 {
      if magnitude <= UInt64(Int.max) { return .integer(isNegative ? -Int(magnitude) : Int(magnitude)) }
      if isNegative, magnitude == UInt64(Int.max) + 1 { return .integer(Int.min) }
    }
    let text = String(decoding: UnsafeBufferPointer(rebasing: bytes[start..<end]), as: UTF8.self)
    guard let value = Double(text) else { throw JSONError(.invalidNumber, at: start) }
    return .double(value)
  }

  private func endOfFractionAndExponent(from end: Int, numberAt start: Int) throws(JSONError) -> Int {
    var index = end
    if index < bytes.count, bytes[index] == UInt8(ascii: ".") {
      index = try endOfDigits(from: index + 1, numberAt: start)
    }
    if index < bytes.count, bytes[index] | 0x20 == UInt8(ascii: "e") {
      index += 1
      if index < bytes.count, bytes[index] == UInt8(ascii: "+") || bytes[index] == UInt8(ascii: "-") { index += 1 }
      index = try endOfDigits(from: index, numberAt: start)
    }
    return index
  }

  private func endOfDigits(from first: Int, numberAt start: Int) throws(JSONError) -> Int {
    var index = first
    while digit(at: index) != nil { index += 1 }
    guard index > first else { throw JSONError(.invalidNumber, at: start) }
    return index
  }

  private func digit(at index: Int) -> UInt8? {
    guard index < bytes.count else { return nil }
    let digit = bytes[index] &- UInt8(ascii: "0")
    return digit < 10 ? digit : nil
  }
}
