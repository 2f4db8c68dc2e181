// The names that the client uses for files which are found under others, because links lead to them.

internal import LanguageServerProtocol

/// Pairs of names: the one under which a file is found in its folder, and the one by which the client opened it.
struct NamesInUse {
  private var used: [DocumentURI: DocumentURI] = [:]
  private var found: [DocumentURI: DocumentURI] = [:]

  /// The client's name for a file; the name itself if the client uses no other.
  func inUse(_ name: DocumentURI) -> DocumentURI {
    used.isEmpty ? name : used[name] ?? name
  }

  /// The name under which a file is found that the client calls so; the name itself if it is no other.
  func found(_ name: DocumentURI) -> DocumentURI {
    found.isEmpty ? name : found[name] ?? name
  }

  /// Takes note of the name that the client uses for a file, which can be the one under which it is found.
  mutating func use(_ name: DocumentURI, for foundName: DocumentURI) {
    if let old = used.removeValue(forKey: foundName) { found[old] = nil }
    guard name != foundName else { return }
    used[foundName] = name
    found[name] = foundName
  }
}
