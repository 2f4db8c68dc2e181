// What a page's summary keeps of calls and dictionaries for the rules about their form.

package import SeedSyntax

/// A call of a function, as far as its arguments can be counted.
package struct CallSummary: Hashable, Sendable {
  /// The index of the occurrence of the function's name.
  package let function: Int
  /// Whether it is called on something: `x.add_links(…)`.
  package let isMethod: Bool
  /// The number of arguments without a keyword.
  package let positionalCount: Int
  /// Whether all arguments are there to be counted: the statement is sound, and none of them is `*arguments`.
  package let isCountable: Bool
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
