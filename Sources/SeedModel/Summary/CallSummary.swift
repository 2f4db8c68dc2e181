// What a page's summary keeps of calls and dictionaries for the rules about their form.

public import SeedSyntax

/// A call of a function, as far as its arguments can be counted.
public struct CallSummary: Hashable, Sendable {
  /// The index of the occurrence of the function's name.
  public let function: Int
  /// Whether it is called on something: `x.add_links(…)`.
  public let isMethod: Bool
  /// The number of arguments without a keyword; nil where the statement is broken or one is `*arguments`.
  public var positionalCount: Int? { count < 0 ? nil : Int(count) }
  private var count: Int32 = -1

  init(function: Int, isMethod: Bool) {
    self.function = function
    self.isMethod = isMethod
  }

  mutating func count(_ positional: Int) { count = Int32(clamping: positional) }
}

/// The keyword of an argument: `role_name` in `role_name="to"`.
public struct KeywordArgument: Hashable, Sendable {
  /// The index of its call in the page's `calls`.
  public let call: Int
  /// The keyword, in the page's `texts`.
  public let name: ByteRange
  public let range: LineRange
}

/// A key that stands twice in one dictionary.
public struct RepeatedKey: Hashable, Sendable {
  /// The key as it is written, in the page's `texts`.
  public let key: ByteRange
  public let first: LineRange
  public let second: LineRange
}
