// Guesses which command, option or value was meant.

enum Suggestion {
  /// "Did you mean `check`?", or nil if nothing is close.
  static func sentence(for word: String, among candidates: [String]) -> String? {
    closest(to: word, among: candidates).map { "Did you mean `\($0)`?" }
  }

  /// The candidate that is a slip of the pen away, or that the word begins; the first of equals.
  static func closest(to word: String, among candidates: [String]) -> String? {
    let word = Array(word.lowercased().utf8)
    let limit = max(word.count / 3, 1)
    var best: (distance: Int, candidate: String)?
    for candidate in candidates {
      let other = Array(candidate.utf8)
      let isBeginning = word.count >= 3 && word != Array("--".utf8) && other.starts(with: word)
      let distance = isBeginning ? 1 : distance(word, other)
      if distance <= limit, distance < best?.distance ?? Int.max { best = (distance, candidate) }
    }
    return best?.candidate
  }

  /// The number of characters to insert, delete, change or swap with their neighbour (Damerau 1964, restricted).
  private static func distance(_ left: [UInt8], _ right: [UInt8]) -> Int {
    var rows = [Array(0...right.count)]
    for row in left.indices {
      var current = [row + 1]
      for column in right.indices {
        let changed = rows[row][column] + (left[row] == right[column] ? 0 : 1)
        var value = min(rows[row][column + 1] + 1, current[column] + 1, changed)
        if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
          value = min(value, rows[row - 1][column - 1] + 1)
        }
        current.append(value)
      }
      rows.append(current)
    }
    return rows.last?.last ?? 0
  }
}
