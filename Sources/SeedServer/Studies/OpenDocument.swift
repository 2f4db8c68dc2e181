// A document that is open in the editor: its text is what the client says, whatever the file holds.

internal import LanguageServerProtocol
internal import SeedModel
internal import SeedStudy
internal import SeedSyntax

/// An open document.
struct OpenDocument {
  /// The name in the form in which the client wrote it.
  let uri: DocumentURI
  /// By which its study knows it.
  var path: String
  /// The version that the client last sent; nil if it sends none.
  var version: Int?
  private(set) var syntax: Document
  private(set) var summary: DocumentSummary
  /// The study that it belongs to.
  var study: OpenStudy
  /// Its number in the study; nil while its content is no seed file.
  var id: DocumentID?
  /// Whether the configuration of its study lets it be a note.
  var isCovered: Bool
  /// The zero-based line on which the last edit began; nil before the first one.
  private(set) var lastChangedLine: Int?

  init(uri: DocumentURI, path: String, version: Int?, syntax: Document, study: OpenStudy, isCovered: Bool) {
    self.uri = uri
    self.path = path
    self.version = version
    self.syntax = syntax
    self.study = study
    self.isCovered = isCovered
    id = study.id(of: path)
    summary = DocumentSummary(syntax, study.content.vocabulary)
  }

  /// Whether it counts as a note. One that was stays one while it is empty.
  var isNote: Bool { isCovered && (syntax.isSeed || (id != nil && syntax.count == 0)) }

  /// Replaces the whole text.
  mutating func setText(_ text: [UInt8]) {
    let old = syntax
    syntax = Document(text, format: old.format)
    lastChangedLine = old.firstLine(unlike: syntax)
    summary = DocumentSummary(syntax, study.content.vocabulary)
  }

  /// Replaces a range of bytes.
  ///
  /// - Parameter line: the zero-based line on which the range begins.
  mutating func replace(_ range: ByteRange, with text: [UInt8], onLine line: Int) {
    let change = syntax.replace(range, with: text)
    summary.update(syntax, change, study.content.vocabulary)
    lastChangedLine = line
  }

  /// Reads the names anew: the words that its study knows may be others.
  mutating func summarise(with vocabulary: Vocabulary) {
    summary = DocumentSummary(syntax, vocabulary)
  }
}

extension Document {
  /// The zero-based line on which another text begins to differ.
  fileprivate func firstLine(unlike other: Document) -> Int {
    var line = 0
    for (own, others) in zip(bytes, other.bytes) {
      guard own == others else { break }
      if own == UInt8(ascii: "\n") { line += 1 }
    }
    return line
  }
}
