// What a page says about its source besides the header: the values in the source block, and what a template left behind.

public import SeedSyntax

/// A text and where it stands.
public struct PlacedText: Hashable, Sendable {
  /// Where it stands in the page's `texts`.
  public let text: ByteRange
  /// Where it stands on the page.
  public let range: LineRange
}

/// `s4 = CClass(source, "s4", values={…})`.
public struct SourceBlock: Hashable, Sendable {
  /// The defined name.
  public let name: PlacedText
  /// The text between the quotes of the second argument; nil when there is none.
  public let displayName: PlacedText?
  /// The entries of `values=`, in order.
  public let values: [SourceValue]
  /// Whether `values=` is there.
  public let hasValues: Bool
}

/// An entry of a source's `values=`.
public struct SourceValue: Hashable, Sendable {
  public enum Kind: Hashable, Sendable {
    /// One string between single quotes; the value is what stands between them.
    case text(quote: UInt8)
    /// Several strings, joined, or one with a prefix or with three quotes; the value is what they say together, its range the
    /// whole expression.
    case joinedText
    /// `True` or `False`.
    case boolean
    /// Anything else, as it is written.
    case other
  }

  /// The text between the quotes of the key.
  public let key: PlacedText
  /// Which field it is, if it is one that the header has, too.
  public let field: SourceFieldName?
  public let value: PlacedText
  public let kind: Kind

  /// The quotes around the value, as they stand on both sides of its range; nil where the range is that of an expression.
  public var quote: Unicode.Scalar? {
    if case .text(let quote) = kind { Unicode.Scalar(quote) } else { nil }
  }
}

/// Something of the template that nobody filled in or removed.
public struct TemplateRemnant: Hashable, Sendable {
  public enum Kind: Hashable, Sendable {
    /// `'''` with nothing before the closing `'''`.
    case emptyList
    /// A fence with nothing in it.
    case emptyBlock
    /// `- <ins>Option: </ins>` without text behind it; the range covers neighbouring bullets.
    case bullets
    /// `#added classes:` without text behind it; the range covers neighbouring comments.
    case comments
    /// `add_links({s30: […]}, role_name="contained_code")`: the id in the page's `texts`.
    case link(source: ByteRange)
    /// `CClass(reference, "", …)`.
    case reference
  }

  public let kind: Kind
  public let range: LineRange
}
