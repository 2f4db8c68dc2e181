// Divides a text into blocks by what the text is: a note or a Python file.

/// What a text is read as.
package enum DocumentFormat: UInt8, Sendable, Hashable {
  /// Markdown with fences of the notation.
  case note
  /// A Python file of the model: the whole text is the notation, in Python's own form.
  case model

  /// By the name of a file, with or without its folders: `.py` is Python, anything else a note.
  package init(fileName: String) {
    let end = fileName.utf8.suffix(3).map { $0.lowercased }
    self = end.elementsEqual(".py".utf8) ? .model : .note
  }
}

/// Finds the block that starts at a given line of a text.
struct TextScanner {
  private let bytes: UnsafeBufferPointer<UInt8>
  private let format: DocumentFormat
  private let hasCarriageReturns: Bool

  /// - Parameter hasCarriageReturns: false if it is known that the bytes have none.
  init(_ bytes: UnsafeBufferPointer<UInt8>, _ format: DocumentFormat, hasCarriageReturns: Bool) {
    self.bytes = bytes
    self.format = format
    self.hasCarriageReturns = hasCarriageReturns
  }

  /// The block that starts at `start`, which must be the start of a block before the end of the bytes.
  func block(at start: Int, context: BlockContext) -> ScannedBlock {
    let rest = bytes.clamped(to: ByteRange(start, bytes.count))
    switch format {
    case .note: return BlockScanner(rest, hasCarriageReturns: hasCarriageReturns).block(context: context)
    case .model: return ModelScanner(rest).block()
    }
  }
}
