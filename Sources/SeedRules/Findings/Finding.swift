// A finding: what a rule has to say about a place in a note.

package import SeedStudy
package import SeedSyntax

/// How much a finding matters, the most serious first; the names are LSP's.
package enum Severity: UInt8, Sendable, Hashable, Comparable, CaseIterable {
  case error
  case warning
  case information
  case hint

  /// A more serious severity is greater: an error is greater than a warning.
  package static func < (left: Severity, right: Severity) -> Bool { left.rawValue > right.rawValue }
}

extension Severity {
  /// The word that stands before a message, and in configurations.
  package var name: String {
    switch self {
    case .error: "error"
    case .warning: "warning"
    case .information: "information"
    case .hint: "hint"
    }
  }
}

/// What a rule found at a place.
package struct Finding: Hashable, Sendable {
  /// The stable kebab-case name of the rule.
  package let rule: String
  package let severity: Severity
  /// Where; lines count from the start of the document.
  package var range: LineRange
  /// What is wrong and, where it can be said, what was probably meant; one sentence or two, in the researcher's words.
  package let message: String
  package var related: [RelatedPlace]
  package let fixes: [Fix]

  package init(
    rule: String, severity: Severity, range: LineRange, message: String, related: [RelatedPlace] = [], fixes: [Fix] = []
  ) {
    self.rule = rule
    self.severity = severity
    self.range = range
    self.message = message
    self.related = related
    self.fixes = fixes
  }
}

extension Finding {
  /// The fix that can be made without looking; the first one if there are several.
  package var safeFix: Fix? { fixes.first { $0.isSafe } }
}

/// A second place that a finding speaks of.
package struct RelatedPlace: Hashable, Sendable {
  package let document: DocumentID
  /// Where; lines count from the start of the document, or of the page where one is given.
  package let range: LineRange
  package let message: String
  /// The page from whose start the lines count, as rules give them: what stands before a page may move it.
  let page: PageID?

  package init(document: DocumentID, range: LineRange, message: String) {
    self.init(document: document, range: range, message: message, page: nil)
  }

  init(document: DocumentID, range: LineRange, message: String, page: PageID?) {
    self.document = document
    self.range = range
    self.message = message
    self.page = page
  }
}

/// A way to mend a finding, in the note that it was found in.
package struct Fix: Hashable, Sendable {
  /// What it does, as a command: "Change to `rest_apis`".
  package let title: String
  /// Whether it can be applied without looking: it can't change what the author meant.
  package let isSafe: Bool
  /// Lines count from the start of the document.
  package let edits: [LineEdit]

  package init(title: String, isSafe: Bool, edits: [LineEdit]) {
    self.title = title
    self.isSafe = isSafe
    self.edits = edits
  }

  /// Puts another text at a place.
  static func change(_ range: LineRange, to newText: String, isSafe: Bool) -> Fix {
    Fix(title: "Change to `\(newText)`", isSafe: isSafe, edits: [LineEdit(range, newText)])
  }
}
