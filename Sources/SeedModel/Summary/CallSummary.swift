// What a page's summary keeps of calls and dictionaries for the rules about their form.

package import SeedSyntax

/// A call of a function, as far as its arguments can be counted.
package struct CallSummary: Hashable, Sendable {
  /// The index of the occurrence of the function's name.
  package let function: Int
  /// Whether it is called on something: `x.add_links(…)`.
  package let isMethod: Bool
  /// The number of arguments without a keyword; nil if they can't be counted: the statement is broken, or one is `*arguments`.
  package var positionalCount: Int? { count < 0 ? nil : Int(count) }
  private var count: Int32 = -1

  init(function: Int, isMethod: Bool) {
    self.function = function
    self.isMethod = isMethod
  }

  mutating func count(_ positional: Int) { count = Int32(clamping: positional) }
}

/// The keyword of an argument: `role_name` in `role_name="to"`.
package struct KeywordArgument: Hashable, Sendable {
  /// The index of its call in the page's `calls`.
  package let call: Int
  /// The keyword, in the page's `texts`.
  package let name: ByteRange
  package let range: LineRange
}

/// A key that stands twice in one dictionary.
package struct RepeatedKey: Hashable, Sendable {
  /// The key as it is written, in the page's `texts`.
  package let key: ByteRange
  package let first: LineRange
  package let second: LineRange
}
