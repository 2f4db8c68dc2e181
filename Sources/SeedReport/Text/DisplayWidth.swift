// How many columns of a terminal a character takes, and what to show for one that would disturb the terminal.

/// A character as a terminal shows it.
struct DisplayedCharacter: Hashable {
  /// What to print.
  let text: String
  /// How many columns it takes: 0 for one that only changes its neighbour, 2 for wide ones.
  let width: Int

  /// - Parameter column: where the character stands, for tabs; columns count from 0.
  init(_ character: Character, atColumn column: Int) {
    if character == "\t" {
      width = Self.tabWidth - column % Self.tabWidth
      text = String(repeating: " ", count: width)
      return
    }
    if let byte = character.utf8.first, character.utf8.count == 1, byte >= 0x20, byte < 0x7F {
      text = String(character)
      width = 1
      return
    }
    var shown = ""
    var sum = 0
    var isEmoji = false
    for scalar in character.unicodeScalars {
      let harmless = Self.harmless(scalar)
      shown.unicodeScalars.append(harmless)
      sum += Self.width(harmless)
      // A picture by itself, or one asked for by VARIATION SELECTOR-16.
      if scalar.properties.isEmojiPresentation || (scalar.value == 0xFE0F && sum > 0) { isEmoji = true }
    }
    text = shown
    // A picture made of several (a family, a flag, a skin tone) takes the place of one.
    width = isEmoji ? 2 : sum
  }

  /// Tabs go to the next multiple of this, counted from the line's start.
  static let tabWidth = 4

  /// The character itself, or what stands for one that a terminal would obey instead of showing it: control characters, and
  /// those that turn the direction of the text around them (Boucher and Anderson 2021, "Trojan Source").
  static func harmless(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar.value {
    case 0..<0x20: Unicode.Scalar(scalar.value + 0x2400) ?? "\u{FFFD}"
    case 0x7F: "\u{2421}"
    case 0x80..<0xA0, 0x2028, 0x2029, 0x202A...0x202E, 0x2066...0x2069: "\u{FFFD}"
    default: scalar
    }
  }

  /// The width of one scalar value, as Unicode Standard Annex 11 and terminals see it.
  private static func width(_ scalar: Unicode.Scalar) -> Int {
    // Faster, and a soft hyphen (U+00AD) is shown though it is a format character.
    guard scalar.value >= 0x300 else { return 1 }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return 0
    default: break
    }
    // The vowels and final consonants of Korean syllables that are written in parts.
    if (0x1160...0x11FF).contains(scalar.value) { return 0 }
    return wide.contains { $0.contains(scalar.value) } ? 2 : 1
  }

  /// East Asian Wide and Fullwidth (UAX 11), emoji apart; unassigned places between are taken with their neighbours.
  private static let wide: [ClosedRange<UInt32>] = [
    0x1100...0x115F, 0x2329...0x232A, 0x2E80...0x303E, 0x3041...0x3247, 0x3250...0x4DBF, 0x4E00...0xA4CF,
    0xA960...0xA97C, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE10...0xFE19, 0xFE30...0xFE6B, 0xFF01...0xFF60,
    0xFFE0...0xFFE6, 0x16FE0...0x18DFF, 0x1AFF0...0x1B2FB, 0x1D300...0x1D376, 0x1F200...0x1F265, 0x20000...0x3FFFD,
  ]
}

extension String {
  /// The text on one line without anything that a terminal would obey: for messages, names and paths.
  package var printable: String {
    guard unicodeScalars.contains(where: { DisplayedCharacter.harmless($0) != $0 }) else { return self }
    var shown = String.UnicodeScalarView()
    for scalar in unicodeScalars { shown.append(DisplayedCharacter.harmless(scalar)) }
    return String(shown)
  }
}
