// A client's question about a place in an open note: the snapshot that answers it, and the way there and back.

internal import LanguageServerProtocol
internal import SeedIDE
internal import SeedModel
internal import SeedSyntax
internal import SeedWorkspace

/// What a handler needs to answer a question about a note.
struct Question {
  let snapshot: Snapshot
  let unit: ColumnUnit
  private let folder: OpenStudy
  private let places: Places

  /// Where the last asked place stood: the next one is looked for from there.
  private final class Places {
    var walker: LineWalker

    init(_ document: Document) { walker = LineWalker(document) }
  }

  init(snapshot: Snapshot, unit: ColumnUnit, folder: OpenStudy) {
    self.snapshot = snapshot
    self.unit = unit
    self.folder = folder
    places = Places(snapshot.syntax)
  }

  /// What is found in the note.
  var findings: [Finding] { folder.checked.findings(in: snapshot.document) }

  /// The byte offset of a position in the note.
  func offset(_ position: Position) -> Int {
    FromLSP.offset(position, in: snapshot.syntax, unit)
  }

  func range(_ range: ByteRange) -> PositionRange {
    ToLSP.range(places.walker.lineRange(of: range), unit)
  }

  /// What the client calls a note of the study; nil if the note has gone meanwhile.
  func uri(of document: DocumentID) -> DocumentURI? {
    folder.uri(of: document)
  }

  /// Whether an open document is a note of the asked study.
  func concerns(_ document: OpenDocument) -> Bool { document.folder === folder }

  /// Places in notes of the study, without those in notes that have gone meanwhile.
  func locations(_ places: some Sequence<Place>) -> [Location] {
    var locations: [Location] = []
    locations.reserveCapacity(places.underestimatedCount)
    for place in places {
      guard let uri = folder.uri(of: place.document) else { continue }
      locations.append(Location(uri: uri, range: ToLSP.range(place.range, unit)))
    }
    return locations
  }

  /// A place in any note of the study; nil if the note has gone meanwhile.
  func location(_ place: Place) -> Location? {
    folder.uri(of: place.document).map { Location(uri: $0, range: ToLSP.range(place.range, unit)) }
  }
}

extension OpenStudy {
  /// - Throws: an error if reading the notes was given up: an answer from half of them would be wrong.
  func requireAllNotes() throws(ResponseError) {
    guard openFolder.isIncomplete else { return }
    throw ResponseError(.serverCancelled, "Not all notes of \(path ?? "the study") could be read.")
  }
}

extension Session {
  /// From how many bytes on a note can keep the server busy for more than a moment.
  private static let longNote = 1 << 20

  /// What is needed to answer a question about a document; nil if it isn't open or is no seed file.
  ///
  /// Waits for the study's notes while they are being read: an answer from half of them would be wrong.
  ///
  /// - Parameter isCurrent: whether somebody has made sure that the notes are as the study knows them.
  /// - Throws: an error if reading was given up because the client is about to go.
  func question(_ uri: DocumentURI, isCurrent: Bool = false) throws(ResponseError) -> Question? {
    waitForNotes(around: uri)
    guard let document = openDocuments[uri], let id = document.id else { return nil }
    if document.syntax.count > Self.longNote { willTakeLong() }
    let folder = document.folder
    try folder.requireAllNotes()
    let snapshot = snapshot(of: id, document.syntax, in: folder, isCurrent: isCurrent)
    return Question(snapshot: snapshot, unit: unit, folder: folder)
  }

  /// What is needed to answer a question about any note of a study; nil if the note can't be read.
  func question(about id: DocumentID, in folder: OpenStudy) -> Question? {
    guard let uri = folder.uri(of: id) else { return nil }
    let format = folder.study[id]?.summary.format ?? .note
    let syntax =
      openDocuments[uri]?.syntax
      ?? uri.path.flatMap { try? FileReader.read($0) }.map { Document($0.bytes, format: format) }
    return syntax.map { Question(snapshot: snapshot(of: id, $0, in: folder), unit: unit, folder: folder) }
  }

  private func snapshot(
    of id: DocumentID, _ syntax: Document, in folder: OpenStudy, isCurrent: Bool = false
  ) -> Snapshot {
    let open = openDocuments.mapValues(\.syntax)
    let uris = folder.uris
    return Snapshot(
      study: folder.study, document: id, syntax: syntax, isCurrent: isCurrent,
      text: { id in
        guard let uri = uris[id], open[uri] == nil else { return nil }
        return uri.path.flatMap { try? FileReader.read($0) }?.bytes
      },
      load: { id in
        guard let uri = uris[id] else { return nil }
        if let syntax = open[uri] { return syntax }
        return uri.path.flatMap { path in
          (try? FileReader.read(path)).map { Document($0.bytes, format: DocumentFormat(fileName: path)) }
        }
      })
  }
}
