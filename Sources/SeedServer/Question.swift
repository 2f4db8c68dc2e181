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
  private let folder: StudyFolder
  private let places: Places

  /// Where the last asked place stood: the next one is looked for from there.
  private final class Places {
    var walker: LineWalker

    init(_ document: Document) { walker = LineWalker(document) }
  }

  init(snapshot: Snapshot, unit: ColumnUnit, folder: StudyFolder) {
    self.snapshot = snapshot
    self.unit = unit
    self.folder = folder
    places = Places(snapshot.syntax)
  }

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

  /// A place in any note of the study; nil if the note has gone meanwhile.
  func location(_ place: Place) -> Location? {
    folder.uri(of: place.document).map { Location(uri: $0, range: ToLSP.range(place.range, unit)) }
  }
}

extension Session {
  /// What is needed to answer a question about a document; nil if it isn't open or is no seed file.
  ///
  /// Waits for the study's notes while they are being read: an answer from half of them would be wrong.
  ///
  /// - Throws: an error if reading was given up because the client is about to go.
  func question(_ uri: DocumentURI) throws(ResponseError) -> Question? {
    guard let document = openDocuments[uri], let id = document.id else { return nil }
    let folder = document.folder
    takeLoadedNotes(of: folder, isWaiting: true)
    guard !folder.isIncomplete else {
      throw ResponseError(.serverCancelled, "Not all notes of \(folder.path ?? "the study") could be read.")
    }
    let open = openDocuments.mapValues(\.syntax)
    let uris = folder.uris
    let snapshot = Snapshot(study: folder.study, document: id, syntax: document.syntax) { id in
      guard let uri = uris[id] else { return nil }
      if let syntax = open[uri] { return syntax }
      return uri.path.flatMap { try? FileReader.read($0) }.map { Document($0.bytes) }
    }
    return Question(snapshot: snapshot, unit: unit, folder: folder)
  }
}
