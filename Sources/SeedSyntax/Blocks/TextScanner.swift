// Divides a text into blocks by what the text is: a note or a Python file.

/// What a text is read as.
public enum DocumentFormat: UInt8, Sendable, Hashable {
  /// Markdown with fences of the notation.
  case note
  /// A Python file of the model: the whole text is the notation, in Python's own form.
  case model

  /// By the name of a file, with or without its folders: `.py` is Python, anything else a note.
  public init(fileName: String) {
    let end = fileName.utf8.suffix(3).map { $0.lowercased }
    self = end.elementsEqual(".py".utf8) ? .model : .note
  }
}

/// Finds the block that starts at a given line of a text.
struct TextScanner {
  /// The text as it is read: what doesn't count in the blocks found so far is blank.
  let bytes: UnsafeBufferPointer<UInt8>
  private let original: UnsafeBufferPointer<UInt8>
  /// The same bytes as `bytes`, where something may be hidden in them.
  private let visible: UnsafeMutableBufferPointer<UInt8>?
  private let format: DocumentFormat
  private let hasCarriageReturns: Bool
  /// The offset from which on it is known that no comment ends.
  private(set) var endOfComments: Int

  /// - Parameters:
  ///   - hasCarriageReturns: false if it is known that the bytes have none.
  ///   - visible: a copy of the bytes in which to make blank what doesn't count; nil if it is known that everything counts.
  init(
    _ original: UnsafeBufferPointer<UInt8>, _ format: DocumentFormat, hasCarriageReturns: Bool,
    hidingIn visible: UnsafeMutableBufferPointer<UInt8>? = nil, endOfComments: Int = .max
  ) {
    self.original = original
    self.visible = visible
    bytes = visible.map { UnsafeBufferPointer($0) } ?? original
    self.format = format
    self.hasCarriageReturns = hasCarriageReturns
    self.endOfComments = endOfComments
  }

  /// The block that starts at `start`, which must be the start of a block before the end of the bytes.
  mutating func block(at start: Int, context: BlockContext) -> ScannedBlock {
    let rest = ByteRange(start, bytes.count)
    switch format {
    case .note:
      guard let visible else {
        var scanner = BlockScanner(bytes.clamped(to: rest), hasCarriageReturns: hasCarriageReturns)
        return scanner.block(context: context)
      }
      let hiding = HidingText(
        original.clamped(to: rest), UnsafeMutableBufferPointer(rebasing: visible[start...]),
        endOfComments: endOfComments == .max ? .max : endOfComments - start)
      var scanner = BlockScanner(bytes.clamped(to: rest), hasCarriageReturns: hasCarriageReturns, hiding: hiding)
      defer {
        if let end = scanner.hiding?.endOfComments, end != .max { endOfComments = start + end }
      }
      return scanner.block(context: context)
    case .model:
      var block = ModelScanner(bytes.clamped(to: rest)).block()
      guard visible != nil else { return block }
      block.contextAfter.isInConflict = context.isInConflict
      original.clamped(to: ByteRange(start, start + block.count)).forEachConflictMarker(
        isInConflict: &block.contextAfter.isInConflict
      ) { _, _ in
        block.hidesText = true
      }
      return block
    }
  }
}
