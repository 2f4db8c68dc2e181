// Snippets: the pieces that notes are made of, with places to be filled in.

internal import SeedModel
internal import SeedStudy
internal import SeedSyntax

/// Which pieces can be put at the cursor.
enum SnippetPlace {
  case none
  /// A statement of a coding block.
  case statement
  /// A line of its own outside of coding blocks.
  case line
}

/// A piece of a note.
private struct Snippet {
  /// Begins with what people type to get it.
  let label: String
  let detail: String
  let lines: [String]

  /// Whether the label begins with what is typed, in any case: it is too long for a match of single letters to mean much.
  func begins(with typed: [UInt8]) -> Bool {
    label.utf8.count >= typed.count && zip(label.utf8, typed).allSatisfy { $0.lowercased == $1.lowercased }
  }
}

extension Snapshot {
  /// A line that holds nothing but the beginning of a piece's name, below an empty line or a heading.
  ///
  /// Two letters have to be there, and to begin the name of a piece: prose has many short words.
  static func snippetContext(
    _ place: PlacedBlock, _ bytes: UnsafeBufferPointer<UInt8>, _ cursor: Int, _ word: ByteRange
  ) -> CompletionContext? {
    guard cursor - word.start >= 2 else { return nil }
    var lineStart = word.start
    while lineStart > 0, !bytes[lineStart - 1].isLineBreak { lineStart -= 1 }
    let line = bytes.trimmed(ByteRange(lineStart, bytes.lineContentEnd(from: lineStart)))
    guard line.start == word.start, line.end == word.end, lineStart == word.start,
      lineStart == 0 || isBlankLine(before: lineStart, in: bytes)
    else { return nil }
    var context = CompletionContext(expectation: nil, typed: cursor, in: word, of: bytes)
    guard lineSnippets(source: "s").contains(where: { $0.begins(with: context.prefix) }) else { return nil }
    context.snippets = .line
    return context
  }

  private static func isBlankLine(before lineStart: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var offset = lineStart - 1
    if offset > 0, bytes[offset] == 0x0A, bytes[offset - 1] == 0x0D { offset -= 1 }
    while offset > 0, bytes[offset - 1].isBlank { offset -= 1 }
    return offset == 0 || bytes[offset - 1].isLineBreak
  }

  /// Adds the pieces that can be put at a place.
  func addSnippets(_ context: CompletionContext, to collector: inout CompletionCollector) {
    let source = study[document]?.sourceID ?? "s"
    let snippets: [Snippet]
    switch context.snippets {
    case .none: return
    case .statement: snippets = statementSnippets(source)
    case .line: snippets = Self.lineSnippets(source: source)
    }
    let lineBreak = syntax.lineBreak(at: context.replaceRange.start)
    for (index, snippet) in snippets.enumerated() where snippet.begins(with: context.prefix) {
      collector.add(
        snippet.label, .snippet, snippet.detail, .snippets, order: index,
        insertText: snippet.lines.joined(separator: lineBreak))
    }
  }

  private func statementSnippets(_ source: String) -> [Snippet] {
    var snippets = [
      Snippet(
        label: "CClass: define a code", detail: "name = CClass(kind, \"display name\")",
        lines: ["${1:name} = CClass(${2|practice,pattern,decision,force|}, \"${3:display name}\")$0"]),
      Snippet(
        label: "add_decision_option_link: an option of a decision",
        detail: "add_decision_option_link(decision, option, …)",
        lines: ["add_decision_option_link(${1:decision}, ${2:option}, \"${3:what the option means}\")$0"]),
      Snippet(
        label: "add_force_relations: forces of an option", detail: "add_force_relations({option: {force: impact}})",
        lines: [
          "add_force_relations({${1:option}: {${2:force}: "
            + "${3|\(study.vocabulary.impacts.map(\.name).joined(separator: ","))|}}})$0"
        ]),
      Snippet(label: "list: codes of this source", detail: "''' … '''", lines: ["'''", "    ${1:code}", "'''$0"]),
    ]
    let hasSourceBlock = study[document]?.summary.pages.contains { !$0.sourceBlocks.isEmpty } ?? false
    if !hasSourceBlock {
      snippets.append(
        Snippet(
          label: "source: this note's source", detail: "\(source) = CClass(source, \"\(source)\", values={…})",
          lines: sourceBlockSnippet(source)))
    }
    return snippets
  }

  /// The source block with what the header says, and places to fill in what it doesn't.
  private func sourceBlockSnippet(_ source: String) -> [String] {
    var place = 0
    var entries: [String] = []
    for field in SourceFieldName.allCases {
      let known = study[document]?.valueInBlock(of: field)
      place += known == nil ? 1 : 0
      let value =
        known.map(Self.escapedForSnippet) ?? (field.isYesOrNo ? "${\(place)|False,True|}" : "\"$\(place)\"")
      entries.append("    \"\(study.vocabulary.key(of: field))\": \(value)")
    }
    return ["\(source) = CClass(source, \"\(source)\", values={"]
      + entries.enumerated().map { $1 + ($0 < entries.count - 1 ? "," : "})$0") }
  }

  private static func escapedForSnippet(_ text: String) -> String {
    String(text.flatMap { "\\$}".contains($0) ? ["\\", $0] : [$0] })
  }

  private static func lineSnippets(source: String) -> [Snippet] {
    [
      Snippet(
        label: "trace: open and axial coding", detail: "**OPEN CODING TRACE:** … **AXIAL CODING TRACE:**",
        lines: [
          "**OPEN CODING TRACE:**", "", "$1", "", "**AXIAL CODING TRACE:**", "", "add codes to \(source):",
          "``` python",
          "    '''", "        ${2:code}", "    '''", "```", "$0",
        ]),
      Snippet(
        label: "added: a block of definitions and links", detail: "added:",
        lines: ["added:", "``` python", "    $1", "```", "$0"]),
      Snippet(
        label: "add codes to \(source): a list of codes", detail: "add codes to \(source):",
        lines: ["add codes to \(source):", "``` python", "    '''", "        ${1:code}", "    '''", "```", "$0"]),
    ]
  }
}
