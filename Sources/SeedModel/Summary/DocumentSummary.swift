// A note's summary: its pages' summaries and what they say together.

public import SeedSyntax

/// The summaries of a note's pages, or of those of a model file.
public struct DocumentSummary: Hashable, Sendable {
  public private(set) var pages: PageSummaries
  /// Whether this is a note or a model file.
  public let format: DocumentFormat

  public init(pages: [PageSummary], format: DocumentFormat = .note) {
    self.pages = PageSummaries(pages)
    self.format = format
  }

  /// What stands for a note that can't be read as text.
  ///
  /// - Parameter reason: what is wrong with the file, as the end of a sentence.
  public init(unreadable reason: String) {
    self.init(pages: [PageSummary(unreadable: reason)])
  }

  /// Whether the note can't be read, so that nobody knows what it defines.
  public var isUnreadable: Bool {
    pages.count == 1 && pages.first?.isUnreadable == true
  }

  /// Summarises a parsed note.
  ///
  /// - Parameter vocabulary: the study's, which says what its own functions mean.
  public init(_ document: Document, _ vocabulary: Vocabulary = .standard) {
    pages = PageSummaries(of: document.pages, vocabulary)
    format = document.format
  }

  /// Replaces the summaries of the pages that an edit replaced.
  public mutating func update(_ document: Document, _ change: PageChange, _ vocabulary: Vocabulary = .standard) {
    guard change.removed.upperBound <= pages.count,
      pages.count - change.removed.count + change.insertedCount
        == document.pages.count
    else {
      self = DocumentSummary(document, vocabulary)
      return
    }
    let first = change.removed.lowerBound
    let inserted = document.pages[first..<first + change.insertedCount]
    pages.replace(change.removed, with: PageSummaries(of: inserted, vocabulary))
  }

  /// Whether a heading or a block of the note gives the letter of its source and no number.
  public var isUnnumbered: Bool {
    guard format == .note else { return false }
    var isUnnumbered = false
    for page in pages {
      if page.headerFields.contains(where: \.isSourceHeading) { isUnnumbered = true }
      for block in page.sourceBlocks {
        guard block.name.text.count == 1 else { return false }
        isUnnumbered = true
      }
    }
    return isUnnumbered
  }

  /// The id of the source that the note records, `s4`: by its header, else by its source block, else by its labels. A model
  /// file records none.
  public var sourceID: String? {
    guard format == .note else { return nil }
    for page in pages {
      for field in page.headerFields where field.isSourceHeading {
        let letter = page.text(field.name)
        if letter.utf8.contains(where: { $0.isDigit }) { return letter }
        if let number = page.number(field.value) { return letter + number }
      }
    }
    for page in pages {
      for definition in page.definitions where page.isSource(definition) {
        return page.name(ofOccurrence: definition.occurrence)
      }
    }
    for page in pages {
      for case let source? in page.labels.map(\.source) {
        let id = page.name(ofOccurrence: source)
        if id.utf8.contains(where: { $0.isDigit }) { return id }
      }
    }
    return nil
  }
}

extension PageSummary {
  /// Whether a definition is of a source: `s4 = CClass(source, …)`.
  public func isSource(_ definition: Definition) -> Bool {
    guard definition.form == .code, let metaclass = definition.metaclass else { return false }
    return name(ofOccurrence: metaclass) == "source"
  }

  /// The number that a text begins with; nil if it begins with none.
  fileprivate func number(_ range: ByteRange) -> String? {
    let digits = withText(range) { text in
      text.allSatisfy { $0 < 0x80 } ? String(decoding: text.prefix { $0.isDigit }, as: UTF8.self) : nil
    }
    // Beyond ASCII, Unicode tells what is a number.
    let number = digits ?? String(text(range).prefix { $0.isNumber })
    return number.isEmpty ? nil : number
  }
}
