// Inlay hints: what identifiers stand for, and how many sources code what is defined.

internal import SeedModel
internal import SeedStudy
package import SeedSyntax

/// Text to show behind a name of the asked note.
package struct InlayHint: Hashable, Sendable {
  package enum Kind: UInt8, Sendable, Hashable, CaseIterable {
    /// The display name of a code that is used.
    case displayName
    /// The number of sources that code what is defined.
    case sources
  }

  /// The byte behind which the text is shown.
  package let offset: Int
  /// Never empty.
  package let text: String
  package let kind: Kind
}

extension Snapshot {
  /// The most characters of a display name that are shown.
  private static let hintLimit = 40

  /// The hints for a part of the asked note, in order.
  ///
  /// A used code gets its display name, unless that says no more than the identifier. In prose there are no hints.
  package func inlayHints(in range: ByteRange) -> [InlayHint] {
    let lines = Int(syntax.position(of: range.start).line)...Int(syntax.position(of: range.end).line)
    var hints = displayNameHints(onLines: lines)
    for (name, usage) in definedCodeUsage() where range.touches(name.end) && usage.sourceCount > 0 {
      let text = usage.sourceCount == 1 ? "1 source" : "\(usage.sourceCount) sources"
      hints.append(InlayHint(offset: name.end, text: text, kind: .sources))
    }
    return hints.filter { range.touches($0.offset) }.sorted { $0.offset < $1.offset }
  }

  private func displayNameHints(onLines lines: ClosedRange<Int>) -> [InlayHint] {
    var hints: [InlayHint] = []
    var walker = LineWalker(syntax)
    var startLine = 0
    for (index, page) in (study[document]?.summary.pages ?? []).enumerated() {
      defer { startLine += page.lineBreakCount }
      guard lines.overlaps(startLine...startLine + page.lineBreakCount) else { continue }
      let names = study.nameIDs(ofPage: index, in: document)
      var texts: [Int32: String] = [:]
      for occurrence in page.occurrences where occurrence.role.showsDisplayName {
        let name = Int(occurrence.name)
        guard lines.contains(Int(occurrence.start.line) + startLine), names.indices.contains(name) else { continue }
        let text = texts[occurrence.name] ?? displayName(of: names[name], page.names[name]) ?? ""
        texts[occurrence.name] = text
        guard !text.isEmpty else { continue }
        let place = walker.bytes(of: page.range(of: occurrence).movedDown(by: startLine))
        hints.append(InlayHint(offset: place.end, text: text, kind: .displayName))
      }
    }
    return hints
  }

  /// What to show behind an identifier; nil if its display name says the same, or there is none.
  private func displayName(of id: NameID, _ name: String) -> String? {
    guard let found = study.definition(of: id), let page = study[found.document]?.summary.pages[found.page],
      let range = page.definitions[found.index].displayName
    else { return nil }
    let words = page.text(range).split(whereSeparator: \.isWhitespace)
    let text = words.joined(separator: " ")
    guard !text.isEmpty, words.joined(separator: "_").lowercased() != name.lowercased() else { return nil }
    return text.count > Self.hintLimit ? text.prefix(Self.hintLimit - 1) + "…" : text
  }
}

extension Role {
  /// Whether a name stands there for a code whose display name helps to read.
  fileprivate var showsDisplayName: Bool {
    switch self {
    case .decision, .option, .subject, .force, .linkFrom, .linkTo, .listItem, .superclass: true
    default: false
    }
  }
}
