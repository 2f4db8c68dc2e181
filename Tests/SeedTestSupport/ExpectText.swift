// Compares a text with what a test says, and, if asked to, has the test say what is there now.

internal import Foundation
internal import Synchronization
package import Testing

/// Checks that a text is what the literal behind it says. `SEED_UPDATE=1 swift test --filter …` rewrites the literal.
///
/// - Parameter expected: a literal in three quotes, whose lines are all the text's own; it stands in the call, and nothing
///   else in three quotes does.
package func expectText(
  _ actual: String, _ expected: String, path: String = #filePath, _ location: SourceLocation = #_sourceLocation
) {
  guard actual != expected else { return }
  if ProcessInfo.processInfo.environment["SEED_UPDATE"] != nil {
    if rewrittenFiles.withLock({ $0.rewrite(path, line: location.line, to: actual) }) { return }
  }
  let lines = zip(actual.lines, expected.lines).enumerated().first { $0.element.0 != $0.element.1 }
  let number = lines?.offset ?? min(actual.lines.count, expected.lines.count)
  Issue.record(
    """
    line \(number + 1) differs; SEED_UPDATE=1 makes the test say what is there now:
    - \(expected.lines.dropFirst(number).first ?? "(the end)")
    + \(actual.lines.dropFirst(number).first ?? "(the end)")
    in
    \(actual)
    """, sourceLocation: location)
}

/// The files whose literals were rewritten, as they were before: lines are counted in those.
private let rewrittenFiles = Mutex(RewrittenFiles())

private struct RewrittenFiles {
  private var files: [String: RewrittenSource] = [:]

  /// False if the file has no literal there.
  mutating func rewrite(_ path: String, line: Int, to text: String) -> Bool {
    guard var file = files[path] ?? (try? String(contentsOfFile: path, encoding: .utf8)).map({ RewrittenSource($0) }),
      file.rewrite(line, to: text)
    else { return false }
    files[path] = file
    return (try? file.text.write(toFile: path, atomically: true, encoding: .utf8)) != nil
  }
}

/// A source file in which literals get other texts.
package struct RewrittenSource {
  private let lines: [String]
  /// The new lines of literals, by the lines that they replace.
  private var literals: [Range<Int>: [String]] = [:]

  package init(_ text: String) {
    lines = text.lines
  }

  /// Gives another text to the first literal in three quotes that begins on a line or behind it.
  ///
  /// - Parameter line: counted from 1, in the first text of the file.
  /// - Returns: false if there is no such literal.
  package mutating func rewrite(_ line: Int, to text: String) -> Bool {
    let quotes = "\"\"\""
    guard let opening = lines.indices.dropFirst(line - 1).first(where: { lines[$0].hasSuffix(quotes) }),
      let closing = lines.indices.dropFirst(opening + 1).first(where: {
        lines[$0].drop { $0 == " " }.hasPrefix(quotes)
      })
    else { return false }
    let before = lines[opening].dropLast(3)
    let ownPounds = before.reversed().prefix { $0 == "#" }
    let indentation = lines[closing].prefix { $0 == " " }
    // More of them than stand behind any quote or backslash in the text.
    var pounds = ""
    while text.contains("\\" + pounds) || text.contains(quotes + pounds) { pounds += "#" }
    let newLines =
      [before.dropLast(ownPounds.count) + pounds + quotes] + text.lines.map { $0.isEmpty ? "" : indentation + $0 }
      + [indentation + quotes + pounds + lines[closing].dropFirst(indentation.count + 3 + ownPounds.count)]
    literals[opening..<closing + 1] = newLines.map { String($0) }
    return true
  }

  package var text: String {
    var result: [String] = []
    var end = 0
    for (range, newLines) in literals.sorted(by: { $0.key.lowerBound < $1.key.lowerBound }) {
      result += lines[end..<range.lowerBound] + newLines
      end = range.upperBound
    }
    return (result + lines[end...]).joined(separator: "\n")
  }
}

extension String {
  fileprivate var lines: [String] {
    split(separator: "\n", omittingEmptySubsequences: false).map { String($0) }
  }
}
