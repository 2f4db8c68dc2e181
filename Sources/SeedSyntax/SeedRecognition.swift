// Tells by content whether a text is a seed file: names of files say nothing.

extension Document {
  /// Whether the text is a seed file: it has a trace heading, the heading of a source with its fields, or a label with the
  /// coding block that it announces.
  package var isSeed: Bool {
    var hasSourceHeading = false
    var previous: BlockKind?
    for page in pages {
      for block in page.blocks {
        switch block.content {
        case .trace:
          return true
        case .field(let field):
          if field.isSourceHeading { hasSourceHeading = true } else if hasSourceHeading { return true }
        case .fence where block.kind == .coding && previous == .label:
          return true
        default:
          break
        }
        previous = block.kind
      }
    }
    return false
  }
}
