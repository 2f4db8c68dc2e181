// What only model files say: which codes a source has, and what the metamodel consists of.

/// The codes of a source in a model file, by occurrence indices.
///
/// `s4_codes = [a, b]` has a name and items. `add_links({s4: s4_codes}, role_name="contained_code")` has a source and a name; with
/// the list in place of its name, it has a source and items.
public struct CodeList: Hashable, Sendable {
  public let source: Int?
  public let name: Int?
  /// The occurrences of the codes.
  public let items: Range<Int>
}

/// `name = CMetaclass(…)` or `name = CStereotype(…)` in a model file.
public struct MetamodelElement: Hashable, Sendable {
  public enum Kind: UInt8, Hashable, Sendable {
    case metaclass
    case stereotype
  }

  public let kind: Kind
  /// The index of the defined name's occurrence.
  public let occurrence: Int
  /// The indices of the superclasses' occurrences.
  public let superclasses: [Int]
}
