// From our links to what an editor can open.

internal import LanguageServerProtocol
internal import SeedIDE

extension ToLSP {
  /// What a link in a document leads to; nil for a file beside a document that is none itself, and one outside every folder.
  static func target(_ target: SeedIDE.DocumentLink.Target, from document: DocumentURI) -> DocumentURI? {
    switch target {
    case .address(let address):
      return DocumentURI(address)
    case .file(let path):
      // A path that begins with `/` is relative to a site that we don't know.
      guard !path.hasPrefix("/"), let own = document.path else { return nil }
      var parts = own.split(separator: "/", omittingEmptySubsequences: false).dropLast()
      for part in decoded(path).split(separator: "/", omittingEmptySubsequences: true) where part != "." {
        if part != ".." {
          parts.append(part)
        } else {
          guard parts.count > 1 else { return nil }
          parts.removeLast()
        }
      }
      return DocumentURI(filePath: parts.joined(separator: "/"))
    }
  }

  /// A path of Markdown, where a blank is `%20`, without query and fragment.
  private static func decoded(_ path: String) -> String {
    DocumentURI.percentDecoded(path.utf8.prefix { $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "#") })
  }

  static func tooltip(_ purpose: SeedIDE.DocumentLink.Purpose) -> String {
    switch purpose {
    case .source: "Open the source"
    case .shortAddress: "Open the source by its short address"
    case .archive: "Open the archived copy of the source"
    case .image: "Open the image"
    }
  }
}
