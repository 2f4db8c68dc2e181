// Tells by content whether a text belongs to a study: names of files say nothing.

extension Document {
  /// Whether the text belongs to a study: a note is a seed file if it has the heading of a trace, rightly spelt, the heading of a
  /// source with its fields, or a label with the coding block that it announces; a Python file is a model if it imports
  /// `codeable_models` or defines something by `CClass`.
  public var isSeed: Bool {
    switch format {
    case .note: isNote
    case .model: pages.contains { $0.blocks.contains { $0.isOfModel } }
    }
  }

  private var isNote: Bool {
    var hasSourceHeading = false
    var previous: BlockKind?
    for page in pages {
      for block in page.blocks {
        switch block.content {
        case .trace(let heading) where !heading.isMisspelt:
          return true
        case .field(let field):
          if field.isSourceHeading { hasSourceHeading = true } else if hasSourceHeading { return true }
        case .fence where block.kind == .coding && previous == .label:
          return true
        default:
          break
        }
        if block.kind != .comment, block.kind != .conflict { previous = block.kind }
      }
    }
    return false
  }
}

extension DocumentFormat {
  /// Whether a text of the format can belong to a study, by a look that costs much less than parsing: most Python files
  /// have nothing to do with any.
  public func mayBeSeed(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    self == .note || text.offset(of: "CClass") != nil || text.offset(of: "codeable_models") != nil
  }
}

extension Block {
  /// Whether a statement of a Python file shows that the file is a model.
  fileprivate var isOfModel: Bool {
    guard let (tree, start) = notation else { return false }
    return text.withBytes { all in
      let bytes = all.clamped(to: ByteRange(start, all.count))
      return tree.withText(bytes) { text in text.statements.contains { text.isOfModel($0) } }
    }
  }
}

extension NotationText {
  fileprivate func isOfModel(_ index: Int) -> Bool {
    if kind(index) == .assignment { return AssignmentSyntax(self, index).map { isOfModel($0.value) } ?? false }
    if let call = CallSyntax(self, index) { return call.name.map { isText($0, "CClass") } ?? false }
    guard kind(index) == .importStatement else { return false }
    return children(of: index).contains { child in
      let name = bytes(child)
      return name.starts(with: "codeable_models".utf8) && (name.count == 15 || name.byte(at: 15) == UInt8(ascii: "."))
    }
  }
}
