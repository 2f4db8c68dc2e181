// Whether a text can stand as the value of a field in the header.

internal import SeedModel
internal import SeedSyntax

enum HeaderText {
  /// Whether a line below a heading is read as the field's value. `# 1 reason` would be a heading of its own: a fix that put it
  /// there would mend nothing.
  static func isReadBack(_ line: String) -> Bool {
    // Most values begin with a letter, and no line that does so is anything else.
    if line.utf8.first?.isLetter == true, line.firstIndex(ofText: "<!--") == nil {
      return !line.contains(where: \.isNewline)
    }
    let note = Document(Array("# s\n1\n## title\n\(line)\n# coding\n".utf8))
    return DocumentSummary(note).pages.contains { page in
      page.headerFields.contains { $0.field == .title && page.text($0.value) == line }
    }
  }
}
