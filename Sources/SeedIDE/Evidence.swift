// The evidence for a code: the quotation that the trace defining it follows.

internal import SeedModel
internal import SeedStudy
internal import SeedSyntax

extension Snapshot {
  /// How many blocks are looked at: a quotation that is further away is no longer what the trace is about.
  private static let evidenceDistance = 256

  /// The beginning of the quotation that stands before the trace in which a site is; nil if none does.
  ///
  /// One line of at most `limit` characters, cut between words.
  func evidence(for site: Site, limit: Int = 160) -> String? {
    let line = Int(site.range.start.line)
    if site.document != document, let text = text(site.document) {
      return evidence(in: text, of: site.document, before: line, limit: limit)
    }
    guard let note = syntax(of: site.document) else { return nil }
    var place = note.block(onLine: line)
    for _ in 0..<Self.evidenceDistance {
      guard let current = place, current.block.kind != .field else { return nil }
      if current.block.kind == .quotation, let text = beginning(of: current.block, limit: limit) { return text }
      place = note.block(before: current)
    }
    return nil
  }

  /// The same in the text of a note that isn't open: to find its blocks takes far less than to read what they say.
  private func evidence(in text: [UInt8], of note: DocumentID, before line: Int, limit: Int) -> String? {
    let outline = BlockOutline(text, format: study[note]?.summary.format ?? .note, upToLine: line)
    return text.withUnsafeBufferPointer { bytes in
      for block in outline.entries.reversed().prefix(Self.evidenceDistance) {
        if block.kind == .field { return nil }
        guard block.kind == .quotation else { continue }
        if let text = beginning(of: bytes.clamped(to: block.range), limit: limit) { return text }
      }
      return nil
    }
  }

  /// The beginning of a text without line breaks and the `>` of a quotation; nil if it is empty.
  func beginning(of block: Block, limit: Int) -> String? {
    block.text.withBytes { beginning(of: $0, limit: limit) }
  }

  private func beginning(of bytes: UnsafeBufferPointer<UInt8>, limit: Int) -> String? {
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
