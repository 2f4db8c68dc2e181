// A document that is open in the editor: its text is what the client says, whatever the file holds.

internal import LanguageServerProtocol
internal import SeedModel
internal import SeedSyntax

/// An open document.
struct OpenDocument {
  /// The name in the form in which the client wrote it.
  let uri: DocumentURI
  /// The version that the client last sent; nil if it sends none.
  var version: Int?
  var syntax: Document
  var summary: DocumentSummary
  /// The study that it belongs to.
  var folder: StudyFolder
  /// Its number in the study; nil while its content is no seed file.
  var id: DocumentID?
}

extension Session {
  /// Tells the study what an open document now says.
  func updateStudy(_ uri: DocumentURI) {
    guard var document = openDocuments[uri] else { return }
    if document.syntax.isSeed || (document.id != nil && document.syntax.count == 0) {
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
