// What can't be right about the answers of features, whatever the note: used by the tests that ask everything everywhere.

import SeedIDE
import SeedModel
import SeedSyntax
import Testing

extension Snapshot {
  /// Asks the features that answer for a place; what can't be right about an answer.
  func mistakeOfPlaceFeatures(at offset: Int) -> Comment? {
    let count = syntax.count
    let cursor = min(max(offset, 0), count)
    let ranges = selectionRanges(at: offset)
    guard let first = ranges.first, first.touches(cursor), ranges.last == ByteRange(0, count),
      zip(ranges, ranges.dropFirst()).allSatisfy({ $1.contains($0) && $1 != $0 })
    else { return "selection at \(offset) grows by \(ranges)" }
    if let help = signatureHelp(at: offset) {
      let label = Array(help.label.utf16)
      guard help.parameterRanges.allSatisfy({ $0.upperBound <= label.count }),
        help.activeParameter.map({ help.function.parameters.indices.contains($0) }) ?? true
      else { return "signature at \(offset) is \(help.label)" }
    }
    for result in [typeDefinition(at: offset), implementations(at: offset)] {
      if let result, result.targets.isEmpty || !result.origin.touches(cursor) {
        return "\(result) at \(offset)"
      }
    }
    guard let item = hierarchyItem(at: offset) else { return nil }
    for call in study.incomingCalls(to: item.name) where call.sites.isEmpty {
      return "\(call.item.name) leads to \(item.name) nowhere"
    }
    _ = study.outgoingCalls(from: item.name, in: document)
    return nil
  }

  /// Asks the features that answer for the whole note; what can't be right about an answer.
  ///
  /// - Parameter isCurrent: whether the study knows the note as it is. A study that lags behind gives places that need not
  ///   make sense, but that must lie in the note.
  func mistakeOfWholeNoteFeatures(isCurrent: Bool = true) -> Comment? {
    let whole = ByteRange(0, syntax.count)
    if let mistake = mistake(in: outline(), within: whole) { return mistake }
    let foldings = foldingRanges()
    guard foldings.allSatisfy({ $0.firstLine < $0.lastLine && $0.lastLine < syntax.lineCount }),
      foldings.map(\.firstLine) == foldings.map(\.firstLine).sorted(), foldingRanges(limit: 2).count <= 2
    else { return "foldings \(foldings)" }
    let links = documentLinks()
    for (left, right) in zip(links, links.dropFirst()) where left.range.end > right.range.start {
      return "links \(left) and \(right) overlap"
    }
    guard links.allSatisfy({ whole.contains($0.range) && !$0.range.isEmpty }) else { return "links outside the note" }
    guard codeLenses().allSatisfy({ whole.contains($0.range) }) else { return "lenses outside the note" }
    let hints = inlayHints(in: whole)
    guard hints.allSatisfy({ whole.touches($0.offset) && !$0.text.isEmpty }),
      hints.map(\.offset) == hints.map(\.offset).sorted()
    else { return "hints \(hints)" }
    return mistakeOfTokens(isCurrent: isCurrent)
  }

  private func mistakeOfTokens(isCurrent: Bool) -> Comment? {
    let tokens = semanticTokens()
    for (left, right) in zip(tokens, tokens.dropFirst()) where left.range.end > right.range.start {
      return "tokens at \(left.range) and \(right.range) overlap"
    }
    for token in tokens {
      guard token.range.start.line == token.range.end.line, token.range.start < token.range.end else {
        return "token at \(token.range)"
      }
      guard isCurrent else { continue }
      guard syntax.lineRange(of: byteRange(of: token.range)) == token.range else {
        return "token at \(token.range) is not where its bytes are"
      }
    }
    // A range has the tokens that the whole note has on its lines.
    let lines = syntax.lineCount / 3...syntax.lineCount / 2
    let expected = tokens.filter { lines.contains(Int($0.range.start.line)) }
    return semanticTokens(onLines: lines) == expected ? nil : "tokens on lines \(lines) differ"
  }

  private func mistake(in items: [OutlineItem], within outer: ByteRange) -> Comment? {
    for item in items {
      guard !item.name.isEmpty, outer.contains(item.range), item.range.contains(item.selectionRange) else {
        return "outline has \(item.name) at \(item.range), named at \(item.selectionRange), in \(outer)"
      }
      if let mistake = mistake(in: item.children, within: item.range) { return mistake }
    }
    return nil
  }
}
