// A page as the index keeps it.

public import SeedModel
internal import SeedSyntax

/// A page in the index. It never changes; another one takes its place.
public final class PageRecord: Sendable {
  public let document: DocumentID
  /// Whether the page is of a model file.
  public let isModel: Bool
  /// Whether the page is of a template, so that what it says counts for nothing.
  public let isTemplate: Bool
  public let summary: PageSummary
  /// The study's number for each of the page's names, by their index.
  public let names: [NameID]
  public let facts: PageFacts

  init(
    document: DocumentID, isModel: Bool, isTemplate: Bool, summary: PageSummary, names: [NameID], facts: PageFacts
  ) {
    self.document = document
    self.isModel = isModel
    self.isTemplate = isTemplate
    self.summary = summary
    self.names = names
    self.facts = facts
  }
}

extension PageRecord {
  /// The page without what it says of the source.
  public var withoutSource: PageRecord {
    PageRecord(
      document: document, isModel: isModel, isTemplate: isTemplate, summary: summary.withoutSource, names: names,
      facts: facts)
  }

  /// A page in the place of this one that says nothing but what a summary says of a source.
  public func saying(_ source: PageSummary) -> PageRecord {
    PageRecord(
      document: document, isModel: isModel, isTemplate: isTemplate, summary: source, names: [], facts: PageFacts())
  }

  public func isName(_ name: NameID, ofOccurrence index: Int) -> Bool {
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
}
