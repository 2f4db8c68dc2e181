// From our terms to the protocol's: positions and findings; other concepts have extensions of their own. Lines and columns are
// zero-based in both; a column counts the session's unit.

internal import JSON
internal import LanguageServerProtocol
internal import SeedIDE
internal import SeedModel
internal import SeedRules
internal import SeedStudy
internal import SeedSyntax

enum ToLSP {
  static func position(_ position: LinePosition, _ unit: ColumnUnit) -> Position {
    Position(line: Int(position.line), character: position.column(in: unit))
  }

  static func range(_ range: LineRange, _ unit: ColumnUnit) -> PositionRange {
    PositionRange(start: position(range.start, unit), end: position(range.end, unit))
  }

  // MARK: - Diagnostics

  static func severity(_ severity: Severity) -> DiagnosticSeverity {
    switch severity {
    case .error: .error
    case .warning: .warning
    case .information: .information
    case .hint: .hint
    }
  }

  /// A finding. What the client can't show is left out; the message says the essential anyway.
  static func diagnostic(
    _ finding: Finding, _ unit: ColumnUnit, _ client: ClientCapabilities, uri: (DocumentID) -> DocumentURI?
  ) -> Diagnostic {
    var related: [DiagnosticRelatedInformation]?
    if client.textDocument.publishDiagnostics.relatedInformation, !finding.related.isEmpty {
      related = finding.related.compactMap { place in
        uri(place.document).map {
          DiagnosticRelatedInformation(
            location: Location(uri: $0, range: range(place.range, unit)), message: place.message)
        }
      }
    }
    return Diagnostic(
      range: range(finding.range, unit), severity: severity(finding.severity), code: finding.rule, source: "seed-lsp",
      message: finding.message, relatedInformation: related)
  }

  // MARK: - Features

  /// A text for people, as Markdown where the client shows it; a client that says nothing gets plain text.
  static func markup(_ text: RichText, _ formats: [MarkupKind]?) -> MarkupContent {
    formats?.contains(.markdown) == true
      ? MarkupContent(kind: .markdown, value: text.markdown) : MarkupContent(kind: .plainText, value: text.plainText)
  }

  /// The symbol to show for a completion; one that the client doesn't know becomes plain text. Clients that say nothing know
  /// the first eighteen.
  static func completionKind(_ category: SeedIDE.CompletionItem.Category, _ known: [Int]?) -> CompletionItemKind {
    let kind: CompletionItemKind =
      switch category {
      case .decision: .enum
      case .pattern, .practice, .otherCode: .class
      case .force: .event
      case .source: .file
      case .metaclass: .interface
      case .impact: .enumMember
      case .stereotype: .constant
      case .function: .function
      case .keyword: .property
      case .link: .reference
      case .undefinedCode: .variable
      case .fieldName: .field
      case .fieldValue: .value
      case .snippet: .snippet
      }
    return known.map { $0.contains(kind.rawValue) } ?? (kind.rawValue <= 18) ? kind : .text
  }

  static func highlightKind(_ kind: SeedIDE.DocumentHighlight.Kind) -> DocumentHighlightKind {
    switch kind {
    case .read: .read
    case .write: .write
    case .text: .text
    }
  }
}
