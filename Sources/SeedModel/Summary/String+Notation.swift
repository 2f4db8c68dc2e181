// Texts as they come from a note, and as they are written into one.

internal import SeedSyntax

extension String {
  /// The text without blanks and line breaks at its ends.
  public var trimmingBlanks: String {
    var text = self
    return text.withUTF8 { bytes in
      String(decoding: bytes.clamped(to: bytes.trimmed(ByteRange(0, bytes.count))), as: UTF8.self)
    }
  }

  /// The text as it stands between quotes in the notation.
  public func escaped(for quote: Unicode.Scalar) -> String {
    // A character can be a quote with accents; what Python sees is the quote.
    var result = String.UnicodeScalarView()
    for scalar in unicodeScalars {
      if scalar == quote || scalar == "\\" { result.append("\\") }
      result.append(scalar)
    }
    return String(result)
  }
}
