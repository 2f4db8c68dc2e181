// What a field says that is yes or no.

internal import SeedSyntax

/// What `yes`, `no`, `True` and `False` mean.
public enum YesOrNo {
  case yes
  case no

  /// Reads one of the four, in any case.
  public init?(_ text: UnsafeBufferPointer<UInt8>) {
    if text.isWord("yes") || text.isWord("true") {
      self = .yes
    } else if text.isWord("no") || text.isWord("false") {
      self = .no
    } else {
      return nil
    }
  }

  public init?(_ text: String) {
    var text = text
    guard let meant = text.withUTF8({ YesOrNo($0) }) else { return nil }
    self = meant
  }

  public var inHeader: String { self == .yes ? "yes" : "no" }
  public var inBlock: String { self == .yes ? "True" : "False" }
}

extension UnsafeBufferPointer<UInt8> {
  /// Whether the text is a word, in any case; the word itself has no capitals.
  public func isWord(_ word: StaticString) -> Bool {
    count == word.utf8CodeUnitCount && indices.allSatisfy { self[$0].lowercased == word.utf8Start[$0] }
  }
}
