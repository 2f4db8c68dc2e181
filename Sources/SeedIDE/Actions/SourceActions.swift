// What the header and the source block say about a source, carried from one to the other.

internal import SeedModel
internal import SeedRules
internal import SeedStudy
internal import SeedSyntax

extension Snapshot {
  /// In the header or in the source block: fills the one that the cursor is in from the other, and writes a source block for
  /// a header that has none.
  func sourceActions(at offset: Int, _ findings: [Finding]) -> [NoteAction] {
    guard let place = syntax.block(at: offset), let note = study[document] else { return [] }
    let hasBlock = note.summary.pages.contains { !$0.sourceBlocks.isEmpty }
    switch place.block.content {
    case .field:
      let action =
        hasBlock
        ? filling("Fill the header from the source block", findings) { $0.kind == .field }
        : newSourceBlock(around: place)
      return action.map { [$0] } ?? []
    case .fence, .unfenced:
      guard hasBlock else { return [] }
      let line = Int(syntax.position(of: place.start).line)
      let isSource = note.summary.pages.enumerated().contains { index, page in
        page.sourceBlocks.contains { block in
          let own = Int(block.name.range.start.line) + note.startLine(ofPage: index)
          return (line...line + place.block.lineBreakCount).contains(own)
        }
      }
      guard isSource else { return [] }
      let action = filling("Fill the source block from the header", findings) { $0.kind != .field }
      return action.map { [$0] } ?? []
    default: return []
    }
  }

  /// All additions of `missing-field` to one of the two places, together; nil if there is none.
  private func filling(
    _ title: String, _ findings: [Finding], where isWanted: (Block) -> Bool
  ) -> NoteAction? {
    var mended: [Finding] = []
    var texts: [ByteRange: String] = [:]
    for finding in findings where finding.rule == Rules.missingField.name {
      guard let fix = finding.fixes.first, let edit = fix.edits.first else { continue }
      let range = byteRange(of: edit.range)
      guard let target = syntax.block(at: range.start), isWanted(target.block) else { continue }
      mended.append(finding)
      // Several lines may go to the same place.
      texts[range, default: ""] += edit.newText
    }
    guard !texts.isEmpty else { return nil }
    return NoteAction(
      title: title, kind: .rewrite, findings: mended,
      outcome: .edit(edit(texts.map { ByteEdit($0.key, $0.value) })))
  }

  /// The source block with what the header says, behind the header's last field.
  private func newSourceBlock(around place: PlacedBlock) -> NoteAction? {
    let title = "Write the source block from the header"
    guard let source = study[document]?.sourceID, study.documents(ofSource: source).contains(document) else {
      return NoteAction(
        title: title, kind: .rewrite, outcome: .unavailable("The header has no number for the source; add it first."))
    }
    var last = place
    while let next = syntax.block(after: last), next.block.kind == .field { last = next }
    let content = last.block.text.withBytes { $0.trimmed(ByteRange(0, $0.count)) }
    let entries = SourceFieldName.allCases.compactMap { field -> String? in
      let value = study[document]?.valueInBlock(of: field)
      // What is neither yes nor no is not known.
      return (value ?? (field.isYesOrNo ? nil : "\"\"")).map { "    \"\(study.vocabulary.key(of: field))\": \($0)" }
    }
    let text =
      "\n\n**AXIAL CODING TRACE**: source and references\n\n``` python\n"
      + "\(source) = CClass(source, \"\(source)\", values={\n" + entries.joined(separator: ",\n") + "})\n```"
    let end = last.start + content.end
    return NoteAction(
      title: title, kind: .rewrite, outcome: .edit(edit([ByteEdit(ByteRange(at: end), text)])))
  }
}
