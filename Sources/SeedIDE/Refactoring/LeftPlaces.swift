// What a change leaves as it is on purpose, in words: places that may mean the name too.

internal import SeedModel
package import SeedStudy
internal import SeedSyntax

extension PlacedEdit {
  /// What somebody should look at, with the first three places by note, line and column (counted from 1, in UTF-16 units): the
  /// places that may mean the name too, and those where Python gives it a meaning of its own; nil if there are none.
  ///
  /// - Parameters:
  ///   - name: what they may mean.
  ///   - canBeConfirmed: whether the editor offers the places to be ticked.
  package func left(of name: String, in study: Study, canBeConfirmed: Bool = false) -> String? {
    let doubtful = notes.flatMap { note in
      edits[note.places].filter { $0.remark?.needsConfirmation == true }.map { (note.document, $0.range.start) }
    }
    var parts: [String] = []
    if !doubtful.isEmpty {
      let isOne = doubtful.count == 1
      let end =
        canBeConfirmed
        ? "changed only where you tick \(isOne ? "it" : "them")" : "left as \(isOne ? "it is" : "they are")"
      parts.append(
        "\(Self.count(doubtful)) may mean `\(name)` too and \(isOne ? "is" : "are") \(end): "
          + Self.list(doubtful, in: study))
    }
    if !shadowed.isEmpty {
      let places = shadowed.map { ($0.document, $0.range.start) }
      let isOne = places.count == 1
      parts.append(
        "\(Self.count(places)) \(isOne ? "keeps" : "keep") the name `\(name)`, which Python gives a meaning of its own "
          + "there: \(Self.list(places, in: study))")
    }
    return parts.isEmpty ? nil : parts.joined(separator: "; ")
  }

  private typealias Spot = (document: DocumentID, start: LinePosition)

  private static func count(_ places: [Spot]) -> String { places.count == 1 ? "1 place" : "\(places.count) places" }

  private static func list(_ places: [Spot], in study: Study) -> String {
    let names = places.prefix(3).map { document, start in
      "\(study[document]?.name ?? "?"):\(start.line + 1):\(start.utf16 + 1)"
    }
    let rest = places.count > 3 ? " and \(places.count - 3) more" : ""
    return names.joined(separator: ", ") + rest
  }
}
