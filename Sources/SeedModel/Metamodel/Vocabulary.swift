// The vocabulary of the notation, as far as it is built in: metaclasses with their hierarchy, stereotypes and functions.

/// The metamodel that notes are written against.
package struct Vocabulary: Sendable {
  /// Each metaclass's direct parents.
  package let metaclasses: [String: [String]]
  /// The impacts of a force with their signs, from best to worst.
  package let impacts: [(name: String, sign: String)]
  /// The stereotypes of links, contexts, decisions and options.
  package let stereotypes: Set<String>
  package let functions: [String: Function]
  /// Attributes of a source and the values they allow; nil allows any text.
  package let sourceAttributes: [(name: String, values: [String]?)]
  /// Fields of a source that the study has besides the built-in ones, by name.
  package var addedSourceFields: [AddedSourceField] = []
  /// How the arguments of the study's own functions are read; those of the built-in ones are known by their names.
  var shapes: [String: FunctionShape] = [:]

  /// A function of the notation.
  package struct Function: Sendable {
    package struct Parameter: Sendable {
      package let name: String
      package let isRequired: Bool
      /// Whether the argument may only be given by its keyword.
      package let isKeywordOnly: Bool
      package let documentation: String
    }

    package let name: String
    package let parameters: [Parameter]
    package let documentation: String
    /// Whether any arguments will do.
    package var takesAnything = false
  }

  /// Whether a metaclass is another one or descends from it; unknown names are only themselves.
  package func isKind(_ metaclass: String, of ancestor: String) -> Bool {
    var pending = [metaclass]
    var visited: Set<String> = []
    while let next = pending.popLast() {
      if next == ancestor { return true }
      guard visited.insert(next).inserted else { continue }
      pending.append(contentsOf: metaclasses[next] ?? [])
    }
    return false
  }

  package func isImpact(_ name: String) -> Bool {
    impacts.contains { $0.name == name }
  }

  /// The sign of an impact: `++`, `+`, `o`, `-`, `--`, `+/-`.
  package func sign(ofImpact name: String) -> String? {
    impacts.first { $0.name == name }?.sign
  }

  /// Whether a name belongs to the vocabulary, so that no code may take it.
  package func contains(_ name: String) -> Bool {
    metaclasses[name] != nil || stereotypes.contains(name) || isImpact(name) || functions[name] != nil
  }
}

/// How many arguments a function takes.
package struct FunctionSignature: Sendable {
  /// How many have to be there, which all stand before the others.
  package let required: Int
  /// How many may be given without a keyword.
  package let positional: Int

  package init(_ function: Vocabulary.Function) {
    required = function.parameters.count { $0.isRequired }
    positional = function.takesAnything ? .max : function.parameters.count { !$0.isKeywordOnly }
  }
}
