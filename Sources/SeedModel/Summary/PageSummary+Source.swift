// Puts together what the pages of a note say of its source: the header and the source block may stand on different ones.

internal import SeedSyntax

extension PageSummary {
  /// Whether the page has a part of the header, or a source block.
  public var tellsOfSource: Bool { !headerFields.isEmpty || !sourceBlocks.isEmpty }

  /// The page without what it says of the source.
  public var withoutSource: PageSummary {
    var contents = contents
    contents.headerFields = []
    contents.sourceBlocks = []
    contents.claimedIDs = []
    contents.sharedTexts = []
    return PageSummary(contents)
  }

  /// What several pages say of the source, as if they were one page, and nothing else that they say.
  ///
  /// - Parameter pages: in order, each with the line on which it starts, counted from the start of the first one.
  public convenience init(sourceOf pages: [(summary: PageSummary, line: Int)]) {
    var contents = Contents()
    for (summary, line) in pages {
      let place = (line: line, text: contents.texts.count)
      contents.texts += summary.texts
      contents.headerFields += summary.headerFields.map { $0.moved(by: place) }
      contents.sourceBlocks += summary.sourceBlocks.map { $0.moved(by: place) }
    }
    contents.collectSourceFacts()
    self.init(contents)
  }
}

/// How many lines, and bytes of a summary's texts, come before a page.
private typealias Offset = (line: Int, text: Int)

extension HeaderFieldSummary {
  fileprivate func moved(by offset: Offset) -> HeaderFieldSummary {
    HeaderFieldSummary(
      name: name.shifted(by: offset.text), value: value.shifted(by: offset.text), field: field, misspelt: misspelt,
      nameRange: nameRange.movedDown(by: offset.line), valueRange: valueRange.movedDown(by: offset.line),
      isSourceHeading: isSourceHeading)
  }
}

extension SourceBlock {
  fileprivate func moved(by offset: Offset) -> SourceBlock {
    SourceBlock(
      name: name.moved(by: offset), displayName: displayName?.moved(by: offset),
      values: values.map { value in
        SourceValue(
          key: value.key.moved(by: offset), field: value.field, value: value.value.moved(by: offset), kind: value.kind)
      }, hasValues: hasValues)
  }
}

extension PlacedText {
  fileprivate func moved(by offset: Offset) -> PlacedText {
    PlacedText(text: text.shifted(by: offset.text), range: range.movedDown(by: offset.line))
  }
}
