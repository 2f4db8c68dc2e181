// Records, at the caller's line, what a feature does otherwise than a fixture says.

import SeedIDE
import SeedTestSupport
import Testing

/// Checks that definition leads from `$0` to exactly the places in `⟦…⟧`.
func checkDefinition(_ source: String, _ location: SourceLocation = #_sourceLocation) {
  record(Fixture(source).definitionMismatch(), location)
}

/// Checks that the type definition leads from `$0` to exactly the places in `⟦…⟧`.
func checkTypeDefinition(_ source: String, _ location: SourceLocation = #_sourceLocation) {
  record(Fixture(source).definitionMismatch { $0.typeDefinition(at: $1) }, location)
}

/// Checks that the implementations lead from `$0` to exactly the places in `⟦…⟧`.
func checkImplementations(_ source: String, _ location: SourceLocation = #_sourceLocation) {
  record(Fixture(source).definitionMismatch { $0.implementations(at: $1) }, location)
}

/// Checks that references are exactly the places in `⟦…⟧`, asked from each of them and from `$0`.
func checkReferences(
  _ source: String, includingDeclaration: Bool = true, _ location: SourceLocation = #_sourceLocation
) {
  record(Fixture(source).referencesMismatch(includingDeclaration: includingDeclaration), location)
}

/// Checks that highlights are exactly the places in `⟦…⟧`, asked from each of them and from `$0`.
func checkHighlight(
  _ source: String, _ kinds: [DocumentHighlight.Kind]? = nil, _ location: SourceLocation = #_sourceLocation
) {
  record(Fixture(source).highlightMismatch(kinds), location)
}

/// Checks the Markdown that hover shows at `$0`, and its range if something is in `⟦…⟧`.
func checkHover(_ source: String, _ markdown: String?, _ location: SourceLocation = #_sourceLocation) {
  record(Fixture(source).hoverMismatch(markdown), location)
}

/// Checks what completion offers at `$0`, and what it replaces if something is in `⟦…⟧`.
func checkCompletion(
  _ source: String, _ expectation: Fixture.CompletionExpectation, _ location: SourceLocation = #_sourceLocation
) {
  record(Fixture(source).completionMismatch(expectation), location)
}

private func record(_ failure: String?, _ location: SourceLocation) {
  if let failure { Issue.record(Comment(rawValue: failure), sourceLocation: location) }
}
