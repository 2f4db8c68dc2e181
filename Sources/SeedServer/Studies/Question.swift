// A question about a place in a note: the snapshot that answers it, and the way there and back.

internal import LanguageServerProtocol
internal import SeedIDE
internal import SeedModel
internal import SeedRules
internal import SeedStudy
internal import SeedSyntax
internal import SeedWorkspace

/// What a handler needs to answer a question about a note.
struct Question {
  let snapshot: Snapshot
  let unit: ColumnUnit
  /// The asked study.
  let study: OpenStudy
  private let places: Places

  /// Where the last asked place stood: the next one is looked for from there.
  private final class Places {
    var walker: LineWalker

    init(_ document: Document) { walker = LineWalker(document) }
  }

  /// - Parameter isCurrent: whether somebody has made sure that the notes are as the study knows them.
  init(
    _ workspace: Workspace, _ id: DocumentID, _ syntax: Document, in study: OpenStudy, _ unit: ColumnUnit,
    isCurrent: Bool = false
  ) {
    self.unit = unit
    self.study = study
    places = Places(syntax)
    let open = workspace.openTexts
    let paths = study.files.paths
    snapshot = Snapshot(
      study: study.content, document: id, syntax: syntax, isCurrent: isCurrent,
      text: { id in
        guard let path = paths[id], open[PathKey(path)] == nil else { return nil }
        return Self.bytes(at: path)
      },
      load: { id in
        guard let path = paths[id] else { return nil }
        if let syntax = open[PathKey(path)] { return syntax }
        return Self.bytes(at: path).map { Document($0, format: DocumentFormat(fileName: path)) }
      })
  }

  /// What a file holds; nil if it can't be read, or if the document is no file.
  static func bytes(at path: String) -> [UInt8]? {
    ClientNames.isFile(path) ? try? FileReader.read(path).bytes : nil
  }

  /// The study with what is found in its notes.
  var checked: CheckedStudy { study.files.checked }

  /// Whether the note can keep the server busy for more than a moment.
  var isLong: Bool { snapshot.syntax.count > 1 << 20 }

  /// The byte offset of a position in the note.
  func offset(_ position: Position) -> Int {
    FromLSP.offset(position, in: snapshot.syntax, unit)
  }

  func range(_ range: ByteRange) -> PositionRange {
    ToLSP.range(places.walker.lineRange(of: range), unit)
  }

  /// What the client calls a note of the study; nil if the note has gone meanwhile.
  func uri(of document: DocumentID) -> DocumentURI? {
    study.uri(of: document)
  }

  /// Places in notes of the study, without those in notes that have gone meanwhile.
  func locations(_ places: some Sequence<Place>) -> [Location] {
    var locations: [Location] = []
    locations.reserveCapacity(places.underestimatedCount)
    for place in places {
      guard let uri = study.uri(of: place.document) else { continue }
      locations.append(Location(uri: uri, range: ToLSP.range(place.range, unit)))
    }
    return locations
  }

  /// A place in any note of the study; nil if the note has gone meanwhile.
  func location(_ place: Place) -> Location? {
    study.uri(of: place.document).map { Location(uri: $0, range: ToLSP.range(place.range, unit)) }
  }
}

extension Workspace {
  /// The texts of the documents that are open, by their paths.
  fileprivate var openTexts: [PathKey: Document] {
    var texts: [PathKey: Document] = [:]
    texts.reserveCapacity(openDocuments.count)
    for document in openDocuments.values {
      // Of a note that is open under two names, the study knows the text of one.
      let key = PathKey(document.path)
      if texts[key] == nil || openDocument(at: document.path)?.uri == document.uri { texts[key] = document.syntax }
    }
    return texts
  }
}
