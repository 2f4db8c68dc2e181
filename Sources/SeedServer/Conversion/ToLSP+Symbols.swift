// From our outlines, codes and foldings to the protocol's.

internal import LanguageServerProtocol
internal import SeedIDE
internal import SeedSyntax

extension ToLSP {
  /// The icon of a code; one that the client doesn't know becomes a near one. Clients that say nothing know the first
  /// eighteen.
  static func symbolKind(_ kind: CodeKind, _ known: [Int]?) -> SymbolKind {
    let (wanted, near): (SymbolKind, SymbolKind) =
      switch kind {
      case .decision: (.enum, .enum)
      case .pattern: (.class, .class)
      case .practice: (.struct, .class)
      case .solution: (.interface, .interface)
      case .force: (.event, .property)
      case .source: (.file, .file)
      case .other: (.variable, .variable)
      case .link: (.constant, .constant)
      }
    return known.map { $0.contains(wanted.rawValue) } ?? (wanted.rawValue <= 18) ? wanted : near
  }

  static func symbolKind(_ kind: OutlineItem.Kind, _ known: [Int]?) -> SymbolKind {
    switch kind {
    case .source: .file
    case .coding: .namespace
    case .code(let kind): symbolKind(kind, known)
    }
  }

  /// A symbol of the workspace. One that was found by its display name shows it, because clients compare what they show with
  /// the query once more.
  static func symbol(_ symbol: StudySymbol, _ location: Location, _ known: [Int]?) -> WorkspaceSymbol {
    let shown = symbol.rank.isDisplayName ? symbol.displayName : nil
    return WorkspaceSymbol(
      name: symbol.name + (shown.map { " · " + $0 } ?? ""), kind: symbolKind(symbol.kind, known),
      containerName: symbol.container, location: location)
  }

  static func hierarchyItem(_ item: HierarchyItem, _ location: Location, _ known: [Int]?) -> CallHierarchyItem {
    CallHierarchyItem(
      name: item.name, kind: symbolKind(item.kind, known), detail: item.displayName, uri: location.uri,
      range: location.range, selectionRange: location.range)
  }

  /// The kind by which an editor's commands fold: "fold all regions" leaves the quotations, "fold all comments" the traces,
  /// and an editor that folds imports when it opens a file folds the header.
  static func foldingKind(_ kind: SeedIDE.FoldingRange.Kind) -> FoldingRangeKind? {
    switch kind {
    case .header: .imports
    case .quotation: .comment
    case .trace: .region
    case .fence: nil
    }
  }
}

/// Converts the entries of an outline for one client.
struct SymbolConversion {
  /// The kinds of symbol that the client can show; nil for the first eighteen.
  let kinds: [Int]?
  let range: (ByteRange) -> PositionRange

  func symbol(_ item: OutlineItem) -> DocumentSymbol {
    DocumentSymbol(
      name: item.name, detail: item.detail, kind: ToLSP.symbolKind(item.kind, kinds), range: range(item.range),
      selectionRange: range(item.selectionRange),
      children: item.children.isEmpty ? nil : item.children.map { symbol($0) })
  }

  /// An entry and what is inside it, in a row.
  func flatSymbols(_ item: OutlineItem, in uri: DocumentURI, container: String? = nil) -> [SymbolInformation] {
    let own = SymbolInformation(
      name: item.name, kind: ToLSP.symbolKind(item.kind, kinds), location: Location(uri: uri, range: range(item.range)),
      containerName: container)
    return [own] + item.children.flatMap { flatSymbols($0, in: uri, container: item.name) }
  }
}
