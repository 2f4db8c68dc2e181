// What the client calls files: the one place where paths and names of documents meet.

internal import LanguageServerProtocol
internal import SeedWorkspace

/// The names by which the client knows documents, by their paths. Owned by the loop alone.
///
/// A study knows its notes by their paths. Where a link leads to a file, its path is the one under which it is found in its
/// folder, and the client may call it otherwise. The path of a document that is no file is its name.
final class ClientNames {
  /// Only those that the client has written itself.
  private var names: [PathKey: DocumentURI] = [:]

  /// What to call a file to the client: as its editor does, where that is known.
  func name(of path: String) -> DocumentURI {
    names[PathKey(path)] ?? (Self.isFile(path) ? DocumentURI(filePath: path) : DocumentURI(path))
  }

  /// Calls a file by a name that the client has used for it.
  func use(_ name: DocumentURI, for path: String) {
    names[PathKey(path)] = name
  }

  /// The path of a document by its name alone. That of a document that is no file looks like no file's.
  static func path(of name: DocumentURI) -> String {
    name.path ?? (isFile(name.string) ? ":" + name.string : name.string)
  }

  /// Whether a path is that of a file.
  static func isFile(_ path: String) -> Bool { path.utf8.first == UInt8(ascii: "/") }
}
