// What was last sent about an open note, page by page: of each report nearly everything was in the one before.

internal import LanguageServerProtocol
internal import SeedRules
internal import SeedSyntax

/// The findings of an open note, encoded as they were last sent. Only those of the pages that changed, or moved to other
/// lines, are written anew.
struct EncodedFindings {
  private var pages: [(findings: PageFindings, json: EncodedDiagnostics)] = []
  /// In which study, and as of which state of the notes' names.
  private var study: OpenStudy?
  private var namesVersion = 0

  /// The findings as they are now.
  ///
  /// - Parameter encode: how to encode the findings of a page.
  mutating func update(
    _ new: [PageFindings], in study: OpenStudy, _ encode: (PageFindings) -> EncodedDiagnostics
  ) -> [EncodedDiagnostics] {
    if self.study !== study || namesVersion != study.namesVersion { pages = [] }
    self.study = study
    namesVersion = study.namesVersion
    let shared = min(pages.count, new.count)
    var prefix = 0
    while prefix < shared, pages[prefix].findings == new[prefix] { prefix += 1 }
    var suffix = 0
    while suffix < shared - prefix, pages[pages.count - 1 - suffix].findings == new[new.count - 1 - suffix] {
      suffix += 1
    }
    pages.replaceSubrange(
      prefix..<pages.count - suffix, with: new[prefix..<new.count - suffix].map { ($0, encode($0)) })
    return pages.map(\.json)
  }
}
