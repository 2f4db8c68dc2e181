// Text with a little structure, rendered as Markdown or as plain text: what hover and completion documentation are made of.

/// A few paragraphs, lists and quotations.
package struct RichText: Hashable, Sendable {
  package var blocks: [Block]

  package init(blocks: [Block] = []) {
    self.blocks = blocks
  }

  package enum Block: Hashable, Sendable {
    case paragraph([Span])
    /// One list of items, perhaps with a line that introduces it.
    case list(title: String?, items: [[Span]])
    case quotation(String)
    /// A piece of the notation.
    case code(String)
  }

  package enum Span: Hashable, Sendable {
    case text(String)
    case strong(String)
    /// A name of the notation.
    case code(String)
  }

  /// The text as Markdown (CommonMark); what could be taken for markup in it is escaped.
  package var markdown: String {
    var result = ""
    for (index, block) in blocks.enumerated() {
      if index > 0 { result += "\n\n" }
      switch block {
      case .paragraph(let spans):
        Self.appendMarkdown(spans, to: &result)
      case .list(let title, let items):
        if let title { result += Self.escaped(title) }
        for (number, item) in items.enumerated() {
          if title != nil || number > 0 { result += "\n" }
          result += "- "
          Self.appendMarkdown(item, to: &result)
        }
      case .quotation(let text):
        result += "> "
        result += Self.escaped(text, isAtStart: true)
      case .code(let text):
        result += "```python\n"
        result += text
        result += "\n```"
      }
    }
    return result
  }

  /// The text without markup, for clients that show none.
  package var plainText: String {
    blocks.map { block in
      switch block {
      case .paragraph(let spans):
        Self.plain(spans)
      case .list(let title, let items):
        (title.map { $0 + "\n" } ?? "") + items.map { "- " + Self.plain($0) }.joined(separator: "\n")
      case .quotation(let text):
        "“" + Self.singleLine(text) + "”"
      case .code(let text):
        text
      }
    }.joined(separator: "\n\n")
  }

  private static func appendMarkdown(_ spans: [Span], to result: inout String) {
    for (index, span) in spans.enumerated() {
      switch span {
      case .text(let text):
        result += escaped(text, isAtStart: index == 0)
      case .strong(let text):
        result += "**"
        result += escaped(trimmed(text))
        result += "**"
      case .code(let text):
        // Of a text that has a backtick itself, the quotes are longer.
        let quote = text.utf8.contains(UInt8(ascii: "`")) ? ("`` ", " ``") : ("`", "`")
        result += quote.0
        result += text
        result += quote.1
      }
    }
  }

  private static func plain(_ spans: [Span]) -> String {
    spans.map { span in
      switch span {
      case .text(let text): singleLine(text)
      case .strong(let text): trimmed(singleLine(text))
      case .code(let text): text
      }
    }.joined()
  }

  /// The text with a backslash before what Markdown could take for markup, on one line.
  ///
  /// No more than necessary is escaped, because some clients show the backslashes.
  ///
  /// - Parameter isAtStart: whether the text begins its block, where `#`, `-`, `1.` and the like would mean something.
  static func escaped(_ text: String, isAtStart: Bool = false) -> String {
    var text = singleLine(text)
    return text.withUTF8 { bytes in
      guard isAtStart || bytes.contains(where: { mayBeMarkup[Int($0)] }) else { return nil }
      var result: [UInt8] = []
      result.reserveCapacity(bytes.count + 8)
      var isLeadingNumber = isAtStart
      for (index, byte) in bytes.enumerated() {
        let previous = index > 0 ? bytes[index - 1] : 0x20
        let next = index + 1 < bytes.count ? bytes[index + 1] : 0x20
        let isMarkup =
          switch byte {
          case UInt8(ascii: "\\"), UInt8(ascii: "`"), UInt8(ascii: "*"), UInt8(ascii: "["), UInt8(ascii: "<"): true
          case UInt8(ascii: "]"): true
          // Inside a word an underscore is only itself.
          case UInt8(ascii: "_"): !(isWordByte(previous) && isWordByte(next))
          case UInt8(ascii: "~"): previous == byte || next == byte
          case UInt8(ascii: "&"): isWordByte(next) || next == UInt8(ascii: "#")
          case UInt8(ascii: "#"), UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: ">"), UInt8(ascii: "="):
            isAtStart && index == 0
          case UInt8(ascii: "."), UInt8(ascii: ")"): isLeadingNumber && index > 0
          default: false
          }
        isLeadingNumber = isLeadingNumber && byte >= 0x30 && byte <= 0x39
        if isMarkup { result.append(UInt8(ascii: "\\")) }
        result.append(byte)
      }
      return String(decoding: result, as: UTF8.self)
    } ?? text
  }

  /// Whether a byte may have to be escaped anywhere in a text, and not only at its start.
  private static let mayBeMarkup: [Bool] = (0...255).map { (byte: UInt8) in "\\`*[]<_~&".utf8.contains(byte) }

  private static func isWordByte(_ byte: UInt8) -> Bool {
    (byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A) || (byte >= 0x30 && byte <= 0x39) || byte >= 0x80
  }

  /// The text with a blank in place of every control character.
  private static func singleLine(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 < 0x20 || $0 == 0x7F }) else { return text }
    return String(decoding: text.utf8.map { $0 < 0x20 || $0 == 0x7F ? 0x20 : $0 }, as: UTF8.self)
  }

  /// Without blanks at its ends: `** text**` would not be bold.
  private static func trimmed(_ text: String) -> String {
    var slice = Substring(text)
    while slice.first?.isWhitespace == true { slice.removeFirst() }
    while slice.last?.isWhitespace == true { slice.removeLast() }
    return String(slice)
  }
}
