// A document that is open in the editor: its text is what the client says, whatever the file holds.

internal import LanguageServerProtocol
internal import SeedModel
internal import SeedSyntax
internal import SeedWorkspace

/// An open document.
struct OpenDocument {
  /// The name in the form in which the client wrote it.
  let uri: DocumentURI
  /// The version that the client last sent; nil if it sends none.
  var version: Int?
  var syntax: Document
  var summary: DocumentSummary
  /// The study that it belongs to.
  var folder: OpenStudy
  /// Its number in the study; nil while its content is no seed file.
  var id: DocumentID?
  /// Whether the configuration of its study lets it be a note.
  var isCovered: Bool
  var sentFindings = EncodedFindings()
  /// The zero-based line on which the last edit began; nil before the first one.
  var lastChangedLine: Int?

  /// Whether it counts as a note. One that was stays one while it is empty.
  var isNote: Bool { isCovered && (syntax.isSeed || (id != nil && syntax.count == 0)) }
}

extension Session {
  /// Tells the study what an open document now says.
  func updateStudy(_ uri: DocumentURI) {
    guard var document = openDocuments[uri] else { return }
    if document.isNote {
      let id = document.folder.set(uri, document.summary)
      // Each version gets its report, even if it says what the one before said.
      document.folder.awaitReport(on: id)
      document.id = id
    } else if document.id != nil {
      document.folder.remove(uri)
      document.id = nil
    }
    openDocuments[uri] = document
  }
}
