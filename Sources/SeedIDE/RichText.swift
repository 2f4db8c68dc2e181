// Text with a little structure, rendered as Markdown or as plain text: what hover and completion documentation are made of.

internal import SeedSyntax

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
    var result: [UInt8] = []
    result.reserveCapacity(1024)
    for (index, block) in blocks.enumerated() {
      if index > 0 { result += "\n\n".utf8 }
      switch block {
      case .paragraph(let spans):
        Self.appendMarkdown(spans, to: &result)
      case .list(let title, let items):
        if let title { Self.appendEscaped(title, to: &result) }
        for (number, item) in items.enumerated() {
          if title != nil || number > 0 { result += "\n".utf8 }
          result += "- ".utf8
          Self.appendMarkdown(item, to: &result)
        }
      case .quotation(let text):
        result += "> ".utf8
        Self.appendEscaped(text, isAtStart: true, to: &result)
      case .code(let text):
        result += "```python\n".utf8
        result += text.utf8
        result += "\n```".utf8
      }
    }
    return String(decoding: result, as: UTF8.self)
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

  private static func appendMarkdown(_ spans: [Span], to result: inout [UInt8]) {
    for (index, span) in spans.enumerated() {
      switch span {
      case .text(let text):
        appendEscaped(text, isAtStart: index == 0, to: &result)
      case .strong(let text):
        result += "**".utf8
        appendEscaped(trimmed(text), to: &result)
        result += "**".utf8
      case .code(let text):
        // Of a text that has a backtick itself, the quotes are longer.
        let hasBacktick = text.utf8.contains(UInt8(ascii: "`"))
        result += (hasBacktick ? "`` " : "`").utf8
        result += text.utf8
        result += (hasBacktick ? " ``" : "`").utf8
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

  /// Appends a text with a backslash before what Markdown could take for markup, on one line.
  ///
  /// No more than necessary is escaped, because some clients show the backslashes.
  ///
  /// - Parameter isAtStart: whether the text begins its block, where `#`, `-`, `1.` and the like would mean something.
  private static func appendEscaped(_ text: String, isAtStart: Bool = false, to result: inout [UInt8]) {
    var text = text
    text.withUTF8 { bytes in
      var isLeadingNumber = isAtStart
      for (index, original) in bytes.enumerated() {
        let byte = original.isControl ? ASCII.space : original
        let previous = index > 0 ? bytes[index - 1] : ASCII.space
        let next = index + 1 < bytes.count ? bytes[index + 1] : ASCII.space
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
    }
  }

  private static func isWordByte(_ byte: UInt8) -> Bool {
    (byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A) || (byte >= 0x30 && byte <= 0x39) || byte >= 0x80
  }

  /// The text with a blank in place of every control character.
  private static func singleLine(_ text: String) -> String {
    guard text.utf8.contains(where: \.isControl) else { return text }
    return String(decoding: text.utf8.map { $0.isControl ? ASCII.space : $0 }, as: UTF8.self)
  }

  /// Without blanks at its ends: `** text**` would not be bold.
  private static func trimmed(_ text: String) -> String {
    var slice = Substring(text)
    while slice.first?.isWhitespace == true { slice.removeFirst() }
    while slice.last?.isWhitespace == true { slice.removeLast() }
    return String(slice)
  }
}

extension UInt8 {
  fileprivate var isControl: Bool { self < 0x20 || self == 0x7F }
}
