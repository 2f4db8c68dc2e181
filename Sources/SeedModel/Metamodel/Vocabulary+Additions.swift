// What a study adds to the built-in vocabulary: metaclasses, stereotypes, functions and fields of sources.

/// Words that a study has beyond the built-in ones.
public struct VocabularyAdditions: Hashable, Sendable {
  /// How the arguments of a function are read and counted.
  public enum Call: Hashable, Sendable {
    /// As the arguments of a built-in function.
    case like(String)
    /// Any arguments are allowed.
    case anything
  }

  /// What a field of a source can hold.
  public enum Field: Hashable, Sendable {
    case text
    /// `yes` or `no` in the header, `True` or `False` in the source block.
    case boolean
    /// One of these texts. For a built-in field, they are allowed besides its own.
    case oneOf([String])
    /// Several values, in brackets of any kind.
    case several
    /// Whatever it is.
    case anything
  }

  /// Each metaclass's direct parents; a parent that isn't there means nothing.
  public var metaclasses: [String: [String]] = [:]
  public var stereotypes: Set<String> = []
  public var functions: [String: Call] = [:]
  /// By the name of the field, in lower case.
  public var sourceFields: [String: Field] = [:]
  /// How notes write a field, by its name in lower case, where they do so otherwise.
  public var fieldForms: [String: SourceFieldForm] = [:]

  public init() {}
}

/// A field of sources that the study adds to the built-in ones.
public struct AddedSourceField: Hashable, Sendable {
  /// The heading in the header, and the key in `values=`; in lower case.
  public let name: String
  public let content: VocabularyAdditions.Field
  public let form: SourceFieldForm
}

extension Vocabulary {
  /// The vocabulary with a study's own words. A built-in word stays what it is.
  public func adding(_ additions: VocabularyAdditions) -> Vocabulary {
    guard additions != VocabularyAdditions() else { return self }
    let added = additions.functions.sorted { $0.key < $1.key }.compactMap { name, call -> Function? in
      guard functions[name] == nil else { return nil }
      switch call {
      case .like(let model): return functions[model]?.renamed(name)
      case .anything:
        return Function(name: name, meaning: .nothing, parameters: [], documentation: "", takesAnything: true)
      }
    }
    let builtIn = Set(SourceFieldName.allCases.flatMap { [$0.key, $0.heading] })
    let attributes = sourceAttributes.map { attribute -> (name: String, values: [String]?) in
      guard let values = attribute.values, case .oneOf(let added)? = additions.sourceFields[attribute.name]
      else { return attribute }
      return (attribute.name, values + added.filter { !values.contains($0) })
    }
    let addedFields = additions.sourceFields.filter { !builtIn.contains($0.key) }.sorted { $0.key < $1.key }
    return Vocabulary(
      metaclasses: metaclasses.merging(additions.metaclasses) { own, _ in own }, impacts: impacts,
      stereotypes: stereotypes.union(additions.stereotypes), functions: FunctionTable(functions.all + added),
      sourceAttributes: attributes,
      addedSourceFields: addedFields.map { name, content in
        AddedSourceField(name: name, content: content, form: additions.fieldForms[name] ?? SourceFieldForm())
      }, fieldForms: additions.fieldForms,
      fieldNames: additions.fieldForms.isEmpty ? nil : SourceFieldNames(additions.fieldForms))
  }

  /// The built-in fields of a source that hold one of a few texts, by their keys.
  public static var extensibleSourceFields: [String] {
    standard.sourceAttributes.filter { $0.values != nil && $0.values != ["True", "False"] }.map(\.name)
  }

  private static let builtInTypes = standard.sourceAttributes.flatMap { $0.values ?? [] }.map { Array($0.utf8) }

  /// Whether a text is one of those that a built-in field can hold.
  static func isBuiltInType(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    builtInTypes.contains { text.elementsEqual($0) }
  }

  /// The built-in fields of a source, by their keys.
  public static var builtInSourceFields: [String] { SourceFieldName.allCases.map(\.key) }
}
