// What the client calls the notes of a study.

internal import LanguageServerProtocol
internal import SeedModel

/// Notes with the names that the client knows them by. Kept by the notes' numbers: an answer may name thousands of notes.
struct NoteNames: Sendable {
  private var uris: [DocumentURI?] = []

  subscript(id: DocumentID) -> DocumentURI? {
    get { uris.indices.contains(Int(id.rawValue)) ? uris[Int(id.rawValue)] : nil }
    set {
      let index = Int(id.rawValue)
      while uris.count <= index { uris.append(nil) }
      uris[index] = newValue
    }
  }

  /// Every note that has a name, in the order of their numbers.
  var all: [(id: DocumentID, uri: DocumentURI)] {
    uris.enumerated().compactMap { index, uri in
      uri.map { (DocumentID(rawValue: UInt32(clamping: index)), $0) }
    }
  }
}
