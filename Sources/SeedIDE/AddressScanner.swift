// Finds web addresses in text, and tells whether a value is one.

internal import SeedSyntax

/// Looks for `http` and `https` addresses in bytes.
struct AddressScanner {
  let bytes: UnsafeBufferPointer<UInt8>

  /// The absolute addresses in a range, in order, without the punctuation of the sentence around them.
  func addresses(in range: ByteRange) -> [ByteRange] {
    let end = min(range.end, bytes.count)
    var found: [ByteRange] = []
    var offset = range.start
    while offset < end {
      guard bytes[offset] == ASCII.colon, let start = schemeStart(before: offset, notBefore: range.start),
        bytes.byte(at: offset + 1) == ASCII.slash, bytes.byte(at: offset + 2) == ASCII.slash
      else {
        offset += 1
        continue
      }
      var last = min(offset + 3, end)
      while last < end, isAddressByte(at: last) { last += 1 }
      let address = ByteRange(start, trimmedEnd(of: ByteRange(offset + 3, last)))
      // A scheme alone is no address.
      if address.end > offset + 3, bytes[offset + 3].isIdentifierByte || bytes[offset + 3] == ASCII.openBracket {
        found.append(address)
      }
      offset = max(last, offset + 1)
    }
    return found
  }

  /// What to open for a value that should be nothing but an address: it is given `https` where it has no scheme.
  ///
  /// - Returns: nil if the value is no address.
  func target(ofValue range: ByteRange) -> String? {
    let value = bytes.clamped(to: range)
    guard !value.isEmpty, value.allSatisfy({ $0 > ASCII.space && $0 != 0x7F }) else { return nil }
    if hasScheme(value) { return Self.encoded(value) }
    return isHost(value) ? "https://" + Self.encoded(value) : nil
  }

  /// An address as a URI: what is not ASCII, and what no URI may hold, is percent-encoded.
  static func encoded(_ address: UnsafeBufferPointer<UInt8>) -> String {
    let digits = Array("0123456789ABCDEF".utf8)
    var result: [UInt8] = []
    result.reserveCapacity(address.count)
    for byte in address {
      switch byte {
      case 0x21, 0x23...0x3B, 0x3D, 0x3F...0x5B, 0x5D, 0x5F, 0x61...0x7A, 0x7E:
        result.append(byte)
      default:
        result += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  // MARK: - Form

  /// Where `http` or `https` starts that ends at a colon; nil if neither does.
  private func schemeStart(before colon: Int, notBefore first: Int) -> Int? {
    for name: StaticString in ["https", "http"] {
      let start = colon - name.utf8CodeUnitCount
      guard start >= first, !(start > first && bytes[start - 1].isIdentifierByte && bytes[start - 1] < 0x80) else {
        continue
      }
      if bytes.hasTextInAnyCase(name, at: start) { return start }
    }
    return nil
  }

  private func hasScheme(_ value: UnsafeBufferPointer<UInt8>) -> Bool {
    let scanner = AddressScanner(bytes: value)
    for scheme: StaticString in ["https://", "http://"] where scanner.bytes.hasTextInAnyCase(scheme, at: 0) {
      return value.count > scheme.utf8CodeUnitCount
    }
    return false
  }

  /// Whether a value begins like `www.example.org`, `example.org/path`: names with dots between them, the last one of letters.
  private func isHost(_ value: UnsafeBufferPointer<UInt8>) -> Bool {
    let host = value.prefix { $0 != ASCII.slash && $0 != ASCII.colon && $0 != UInt8(ascii: "?") && $0 != ASCII.hash }
    let names = host.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard names.count >= 2, let last = names.last, last.count >= 2,
      last.allSatisfy({ $0.isLetter || $0 >= 0x80 })
    else { return false }
    return names.allSatisfy { name in
      !name.isEmpty && name.allSatisfy { $0.isIdentifierByte || $0 == ASCII.dash }
    }
  }

  /// Whether the byte at an offset can be part of an address in running text.
  private func isAddressByte(at offset: Int) -> Bool {
    switch bytes[offset] {
    case 0...0x20, 0x7F, UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""), UInt8(ascii: "`"),
      UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "|"), UInt8(ascii: "\\"), UInt8(ascii: "^"):
      return false
    case 0xC2:
      // U+00A0 to U+00BF: no-break space, guillemets.
      return bytes.byte(at: offset + 1) < 0xA0
    case 0xE2, 0xE3:
      // U+2000 to U+203F and U+3000 to U+303F: curly quotes, dashes, the ellipsis, and their like in East Asian text.
      return bytes.byte(at: offset + 1) != 0x80
    default:
      return true
    }
  }

  /// Where an address ends when the punctuation of its sentence is taken away; a closing bracket stays if it has an opening
  /// one (GitHub Flavored Markdown 6.9).
  private func trimmedEnd(of range: ByteRange) -> Int {
    var end = range.end
    while end > range.start {
      switch bytes[end - 1] {
      case UInt8(ascii: "."), ASCII.comma, ASCII.colon, UInt8(ascii: ";"), ASCII.exclamation, UInt8(ascii: "?"),
        UInt8(ascii: "'"), ASCII.star, ASCII.underscore, UInt8(ascii: "~"):
        end -= 1
      case UInt8(ascii: ")") where isUnbalanced(range.start, end, UInt8(ascii: "("), UInt8(ascii: ")")):
        end -= 1
      case UInt8(ascii: "]") where isUnbalanced(range.start, end, ASCII.openBracket, UInt8(ascii: "]")):
        end -= 1
      default:
        return end
      }
    }
    return end
  }

  private func isUnbalanced(_ start: Int, _ end: Int, _ opener: UInt8, _ closer: UInt8) -> Bool {
    var depth = 0
    for offset in start..<end {
      if bytes[offset] == opener { depth += 1 } else if bytes[offset] == closer { depth -= 1 }
    }
    return depth < 0
  }
}

extension ASCII {
  fileprivate static let slash = UInt8(ascii: "/")
}
