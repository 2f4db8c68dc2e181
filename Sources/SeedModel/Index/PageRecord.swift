// A page as the index keeps it.

internal import SeedSyntax

/// A page in the index. A class, so that it can be handed around without counting references to all that it holds.
final class PageRecord: Sendable {
  let document: DocumentID
  /// Whether the page is of a model file.
  let isModel: Bool
  let summary: PageSummary
  /// The study's number for each of the page's names, by their index.
  let names: [NameID]
  let facts: PageFacts

  init(document: DocumentID, isModel: Bool, summary: PageSummary, names: [NameID], facts: PageFacts) {
    self.document = document
    self.isModel = isModel
    self.summary = summary
    self.names = names
    self.facts = facts
  }
}

// What is asked of nearly every page. A method of the summary would count a reference for each of its two dozen arrays.
extension PageRecord {
  func isName(_ name: NameID, ofOccurrence index: Int) -> Bool {
    summary.occurrences.indices.contains(index) && names[Int(summary.occurrences[index].name)] == name
  }

  /// Calls `body` with each occurrence of a name and its index.
  @inline(__always)
  func forEachOccurrence(of name: NameID, _ body: (Int, Occurrence) -> Void) {
    guard let local = names.firstIndex(of: name) else { return }
    // A loop over the array itself would take longer to count the index than to compare.
    summary.occurrences.withUnsafeBufferPointer { occurrences in
      for index in occurrences.indices where Int(occurrences[index].name) == local { body(index, occurrences[index]) }
    }
  }

  /// Calls `body` with the bytes of a range of the summary's texts.
  @inline(__always)
  func withText<Result>(_ range: ByteRange, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    summary.texts.withUnsafeBufferPointer { body($0.clamped(to: range)) }
  }

  /// Whether two texts are the same but for blanks at their ends.
  func isSame(_ left: ByteRange, _ right: ByteRange) -> Bool {
    summary.texts.withUnsafeBufferPointer { texts in
      texts.clamped(to: texts.trimmed(left)).isSame(as: texts.clamped(to: texts.trimmed(right)))
    }
  }

  /// The source that a label names, by the label's occurrence; nil for `s` without a number.
  func sourceID(ofLabel occurrence: Int) -> SourceID? {
    let occurrences = summary.occurrences
    guard occurrences.indices.contains(occurrence) else { return nil }
    return summary.names.withName(at: Int(occurrences[occurrence].name)) { SourceID($0) }
  }

  /// Whether any label of the page names its source with the number.
  var hasNumberedLabel: Bool {
    summary.labels.contains { $0.source.flatMap { sourceID(ofLabel: $0) } != nil }
  }
}
