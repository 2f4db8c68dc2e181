// What only model files say: which codes a source has, and what the metamodel consists of.

/// The codes of a source in a model file, by occurrence indices: `s4_codes = [a, b]` has a name and items,
/// `add_links({s4: s4_codes}, role_name="contained_code")` a source and a name, and with the list in its place a source and
/// items.
package struct CodeList: Hashable, Sendable {
  package let source: Int?
  package let name: Int?
  /// The occurrences of the codes.
  package let items: Range<Int>
}

/// `name = CMetaclass(…)` or `name = CStereotype(…)` in a model file.
package struct MetamodelElement: Hashable, Sendable {
  package enum Kind: UInt8, Hashable, Sendable {
    case metaclass
    case stereotype
  }

  package let kind: Kind
  /// The index of the defined name's occurrence.
  package let occurrence: Int
  /// The indices of the superclasses' occurrences.
  package let superclasses: [Int]
}
