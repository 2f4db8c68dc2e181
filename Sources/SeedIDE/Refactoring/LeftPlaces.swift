// What a change leaves as it is on purpose, in words: places that may mean the name too.

internal import SeedModel
package import SeedStudy
internal import SeedSyntax

extension PlacedEdit {
  /// How many places need somebody to look at them first, with the first three by note, line and column (counted from 1, in
  /// UTF-16 units); nil if there are none.
  ///
  /// - Parameters:
  ///   - name: what they may mean.
  ///   - canBeConfirmed: whether the editor offers the places to be ticked.
  package func left(of name: String, in study: Study, canBeConfirmed: Bool = false) -> String? {
    let doubtful = notes.flatMap { note in
      edits[note.places].filter { $0.remark?.needsConfirmation == true }.map { (note.document, $0.range.start) }
    }
    guard !doubtful.isEmpty else { return nil }
    let places = doubtful.prefix(3).map { document, start in
      "\(study[document]?.name ?? "?"):\(start.line + 1):\(start.utf16 + 1)"
    }
    let isOne = doubtful.count == 1
    let count = isOne ? "1 place" : "\(doubtful.count) places"
    let verb = isOne ? "is" : "are"
    let end =
      canBeConfirmed
      ? "changed only where you tick \(isOne ? "it" : "them")" : "left as \(isOne ? "it is" : "they are")"
    let rest = doubtful.count > 3 ? " and \(doubtful.count - 3) more" : ""
    return "\(count) may mean `\(name)` too and \(verb) \(end): \(places.joined(separator: ", "))\(rest)"
  }
}
