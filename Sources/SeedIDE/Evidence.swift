// The evidence for a code: the quotation that the trace defining it follows.

internal import SeedModel
internal import SeedSyntax

extension Snapshot {
  /// The beginning of the quotation that stands before the trace in which a site is; nil if none does.
  ///
  /// One line of at most `limit` characters, cut between words.
  func evidence(for site: Site, limit: Int = 160) -> String? {
    guard let note = syntax(of: site.document) else { return nil }
    var place = note.block(onLine: Int(site.range.start.line))
    // A quotation that is further away is no longer what the trace is about.
    for _ in 0..<256 {
      guard let current = place, current.block.kind != .field else { return nil }
      if current.block.kind == .quotation, let text = beginning(of: current.block, limit: limit) { return text }
      place = note.block(before: current)
    }
    return nil
  }

  /// The beginning of a text without line breaks and the `>` of a quotation; nil if it is empty.
  func beginning(of block: Block, limit: Int) -> String? {
    block.text.withBytes { bytes in
      var line: [UInt8] = []
      var characters = 0
      var lastBlank = 0
      var isAtLineStart = true
      for byte in bytes {
        if byte.isBlankOrLineBreak {
          if byte.isLineBreak { isAtLineStart = true }
          guard !line.isEmpty, line.last != ASCII.space else { continue }
          lastBlank = line.count
          line.append(ASCII.space)
          characters += 1
        } else if isAtLineStart, byte == ASCII.greater {
          continue
        } else {
          isAtLineStart = false
          if byte & 0xC0 != 0x80 { characters += 1 }
          if characters > limit {
            // One long word has to be cut where it is.
            let end = lastBlank > 0 ? lastBlank : line.count
            return String(decoding: line[..<end], as: UTF8.self) + " …"
          }
          line.append(byte)
        }
      }
      if line.last == ASCII.space { line.removeLast() }
      return line.isEmpty ? nil : String(decoding: line, as: UTF8.self)
    }
  }
}
