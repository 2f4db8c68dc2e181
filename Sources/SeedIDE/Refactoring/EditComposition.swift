// Several rounds of edits, each of the text that the one before gave, as edits of the first text.

internal import SeedSyntax

/// The text after all rounds, in pieces: what is left of the first text, and what took the place of the rest.
struct EditComposition: Sendable {
  private enum Piece {
    /// Bytes of the first text.
    case kept(ByteRange)
    case new([UInt8])

    var count: Int {
      switch self {
      case .kept(let range): range.count
      case .new(let bytes): bytes.count
      }
    }

    /// The two parts before and behind an offset.
    func split(at offset: Int) -> (Piece, Piece) {
      switch self {
      case .kept(let range):
        let middle = range.start + offset
        return (.kept(ByteRange(range.start, middle)), .kept(ByteRange(middle, range.end)))
      case .new(let bytes): return (.new(Array(bytes.prefix(offset))), .new(Array(bytes.dropFirst(offset))))
      }
    }
  }

  private var pieces: [Piece]
  /// The length of the first text.
  private let count: Int

  init(count: Int) {
    self.count = count
    pieces = [.kept(ByteRange(0, count))]
  }

  /// Adds a round.
  ///
  /// - Parameter edits: of the text as it is after the rounds before, in order and without overlap.
  mutating func append(_ edits: [ByteEdit]) {
    var rest = pieces[...]
    var offset = 0
    pieces = []
    for edit in edits {
      pieces += Self.take(edit.range.start - offset, of: &rest)
      _ = Self.take(edit.range.count, of: &rest)
      pieces.append(.new(edit.newBytes))
      offset = edit.range.end
    }
    pieces += rest
  }

  /// Takes the pieces of the next bytes away.
  private static func take(_ count: Int, of rest: inout ArraySlice<Piece>) -> [Piece] {
    var taken: [Piece] = []
    var missing = count
    while missing > 0, let piece = rest.first {
      if piece.count <= missing {
        taken.append(piece)
        rest.removeFirst()
      } else {
        let (first, second) = piece.split(at: missing)
        taken.append(first)
        rest[rest.startIndex] = second
      }
      missing -= min(piece.count, missing)
    }
    return taken
  }

  /// The edits that make the last text of the first one.
  var edits: [ByteEdit] {
    var edits: [ByteEdit] = []
    var end = 0
    var newBytes: [UInt8]?
    func edit(upTo start: Int) -> ByteEdit? {
      start > end || newBytes != nil ? ByteEdit(ByteRange(end, start), newBytes ?? []) : nil
    }
    for piece in pieces {
      switch piece {
      case .new(let bytes): newBytes = (newBytes ?? []) + bytes
      case .kept(let range):
        guard !range.isEmpty else { continue }
        if let edit = edit(upTo: range.start) { edits.append(edit) }
        end = range.end
        newBytes = nil
      }
    }
    if let edit = edit(upTo: count) { edits.append(edit) }
    return edits
  }
}
