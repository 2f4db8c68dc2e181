// The vocabulary of the notation, as far as it is built in: metaclasses with their hierarchy, stereotypes and functions.

/// The metamodel that notes are written against.
public struct Vocabulary: Sendable {
  /// Each metaclass's direct parents.
  public let metaclasses: [String: [String]]
  /// The impacts of a force with their signs, from best to worst.
  public let impacts: [(name: String, sign: String)]
  /// The stereotypes of links, contexts, decisions and options.
  public let stereotypes: Set<String>
  public let functions: FunctionTable
  /// Attributes of a source and the values they allow; nil allows any text.
  public let sourceAttributes: [(name: String, values: [String]?)]
  /// Fields of a source that the study has besides the built-in ones, by name.
  public var addedSourceFields: [AddedSourceField] = []
  /// How the study writes fields, by their built-in keys, where it does so otherwise.
  public var fieldForms: [String: SourceFieldForm] = [:]
  /// Other names of built-in fields; nil where there are none.
  public var fieldNames: SourceFieldNames?

  public func isImpact(_ name: String) -> Bool {
    impacts.contains { $0.name == name }
  }

  /// The sign of an impact: `++`, `+`, `o`, `-`, `--`, `+/-`.
  public func sign(ofImpact name: String) -> String? {
    impacts.first { $0.name == name }?.sign
  }

  /// Whether a name belongs to the vocabulary. No code may have such a name.
  public func contains(_ name: String) -> Bool {
    metaclasses[name] != nil || stereotypes.contains(name) || isImpact(name) || functions[name] != nil
  }
}
