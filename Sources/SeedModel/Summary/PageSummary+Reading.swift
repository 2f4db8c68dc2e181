// Reads a page's blocks into its summary.

package import SeedSyntax

extension PageSummary {
  /// Summarises the blocks of a page.
  package init(_ page: Page) {
    self.init()
    lineBreakCount = page.lineBreakCount
  }
}
