// Signature help: the function of the notation that is being called, and which of its parameters the cursor is at.

package import SeedModel
internal import SeedStudy
internal import SeedSyntax

/// The function around the cursor.
package struct SignatureHelp: Sendable {
  package let function: Vocabulary.Function
  /// The index of the parameter that the cursor is at; nil if the function has none there.
  package let activeParameter: Int?

  /// The function with its parameters, as it is written: `add_links(links, *, role_name=None)`.
  package var label: String { function.signature }

  /// Where each parameter stands in ``label``, in UTF-16 units; the words of the vocabulary are ASCII.
  package var parameterRanges: [Range<Int>] {
    let label = Array(self.label.utf8)
    var position = function.name.utf8.count + 1
    return function.parameters.map { parameter in
      let text = Array((parameter.isRequired ? parameter.name : parameter.name + "=None").utf8)
      while position < label.count, !label[position...].starts(with: text) { position += 1 }
      defer { position += text.count }
      return position..<position + text.count
    }
  }
}

extension Snapshot {
  /// The innermost call around the cursor of a function that the vocabulary knows, finished or not; nil where there is none.
  ///
  /// A function's name that is not quite right means the function that it is close to.
  package func signatureHelp(at offset: Int) -> SignatureHelp? {
    guard let place = syntax.block(at: offset), let (tree, codeStart) = place.block.notation else { return nil }
    let cursor = min(max(offset, place.start), place.end) - place.start
    return place.block.text.withBytes { bytes in
      guard cursor >= codeStart else { return nil }
      let start = Self.statementStart(before: cursor, tree, codeStart)
      let scanner = CodeScanner(bytes, from: start, to: cursor)
      if case .comment = scanner.surroundings { return nil }
      let names = BracketNames(bytes: bytes, vocabulary: study.vocabulary)
      for bracket in scanner.brackets.reversed() where bracket.kind == .call {
        guard let function = names.function(of: bracket) else { continue }
        return SignatureHelp(function: function, activeParameter: names.parameter(of: bracket, function))
      }
      return nil
    }
  }

  /// Where to begin to read a coding block: near the cursor if the block is long, always outside of every statement.
  private static func statementStart(before cursor: Int, _ tree: NotationTree, _ codeStart: Int) -> Int {
    var start = codeStart
    guard cursor - start > 1 << 15 else { return start }
    for index in tree.topLevel {
      let statement = tree.nodes[index].range.start + codeStart
      guard statement < cursor else { break }
      start = statement
    }
    return start
  }
}
