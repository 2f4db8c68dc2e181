// Finds what a misspelt word of the vocabulary means.

internal import SeedSyntax

/// Compares words of which there are few, one with each.
package enum Spelling {
  /// The words that are a slip of the pen away from `word`, the closest first; not the word itself.
  package static func closest(to word: String, in words: some Sequence<String>) -> [String] {
    var word = word
    return word.withUTF8 { bytes in
      words.compactMap { candidate -> (distance: Int, word: String)? in
        var text = candidate
        return text.withUTF8 { SimilarNames.distance(bytes, $0) }.map { ($0, candidate) }
      }
    }.sorted { ($0.distance, $0.word) < ($1.distance, $1.word) }.map(\.word)
  }

  /// Whether two names are one word: they differ in nothing but case, `_`, and `ise` or `ize`. A plural may be meant as one.
  package static func isSameWord(_ left: String, _ right: String) -> Bool {
    letters(left).elementsEqual(letters(right))
  }

  private static func letters(_ name: String) -> some Sequence<UInt8> {
    name.utf8.lazy.filter { $0 != ASCII.underscore }.map(\.lowercased)
      .map { $0 == UInt8(ascii: "z") ? UInt8(ascii: "s") : $0 }
  }
}
