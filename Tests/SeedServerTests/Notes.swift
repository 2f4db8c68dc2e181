// Notes for the tests of the server, and places in them counted independently of the code under test.

import JSON
import SeedTestSupport

/// A note that records a source and holds one block of code.
func note(_ source: Int, _ code: String) -> String {
  """
  # s
  \(source)
  ## url
  https://example.org/\(source)

  # coding

  > Quoted “text” 😀

  **AXIAL CODING TRACE:**
  ``` python
  \(code)
  ```

  """
}

/// A note that takes a while to read, where many small ones would take a test longer to write.
func longNote(_ source: Int, _ code: String) -> String {
  note(source, code) + String(repeating: "> Words and more words.\n\n", count: 2000)
}

/// The line on which the code of a ``note(_:_:)`` starts.
let codeLine = 11

let definingCache = #"cache = CClass(pattern, "Cache")"#
/// Uses a code that it does not define.
let usingCache = """
  store = CClass(decision, "Store")
  add_decision_option_link(store, cache, "Keep it near")
  """

/// A line and a column.
struct TextPlace: Hashable {
  var line: Int
  var character: Int
}

/// Where a word stands in a text of lines that end with `\n`, in units of an encoding.
func place(of word: String, in text: String, encoding: String = "utf-16", occurrence: Int = 1) -> TextPlace? {
  var found = 0
  for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
    var start = line.startIndex
    while let range = line[start...].firstRange(of: word) {
      found += 1
      if found == occurrence { return TextPlace(line: number, character: length(line[..<range.lowerBound], encoding)) }
      start = range.upperBound
    }
  }
  return nil
}

func length(_ text: some StringProtocol, _ encoding: String) -> Int {
  switch encoding {
  case "utf-8": text.utf8.count
  case "utf-32": text.unicodeScalars.count
  default: text.utf16.count
  }
}

extension JSONValue {
  /// The start of a range.
  var start: TextPlace? { place("start") }
  /// The end of a range.
  var end: TextPlace? { place("end") }

  private func place(_ name: String) -> TextPlace? {
    guard let line = self[name]?["line"]?.integer, let character = self[name]?["character"]?.integer else { return nil }
    return TextPlace(line: line, character: character)
  }
}

extension [JSONValue] {
  var messages: [String] { compactMap { $0["message"]?.string } }
}

/// The tests look at the findings of one rule, so that the others may say what they like.
extension TestClient {
  /// Waits for the report on a version of a document, and gives the names in it that are defined nowhere.
  func undefined(_ uri: String, version: Int?, from start: Int = 0) throws -> [JSONValue] {
    try diagnostics(uri, version: version, from: start).filter { $0["code"] == "undefined-code" }
  }

  var undefinedOnDisplay: [String: [String]] { displayed(rule: "undefined-code") }
}
