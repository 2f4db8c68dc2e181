// A comment that silences findings: `# seed-lsp: ignore[rule]`, `<!-- seed-lsp: ignore-file[rule] -->`.

public import SeedSyntax

/// A comment for seed-lsp, whether it is written as it should be or not.
public struct Suppression: Hashable, Sendable {
  public enum Scope: Hashable, Sendable {
    /// One line of the page; the line after the page's last one is the next page's first.
    case line(Int)
    /// The whole note.
    case file
    /// The comment doesn't say what to ignore: no `ignore` or `ignore-file`, or no names in brackets.
    case unclear
  }

  public let scope: Scope
  /// The names between the brackets.
  public let rules: [PlacedText]
  /// From the comment's first character to its last one.
  public let range: LineRange
  /// What to delete with the comment: the blanks before it, or its whole line.
  public let removal: LineRange
}
