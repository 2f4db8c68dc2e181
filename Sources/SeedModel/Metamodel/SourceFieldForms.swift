// How a study writes the fields of its sources where it does so otherwise than the built-in form says.

internal import SeedSyntax

/// How the notes of a study give one field of a source.
public struct SourceFieldForm: Hashable, Sendable {
  public enum Place: String, Hashable, Sendable, CaseIterable {
    case both
    case header
    case block
  }

  /// The key in `values=`, and the heading, in lower case; nil for the field's own name.
  public var key: String?
  public var heading: String?
  /// Where notes give the field; the other place needn't have it.
  public var place = Place.both

  public init(key: String? = nil, heading: String? = nil, place: Place = .both) {
    self.key = key
    self.heading = heading
    self.place = place
  }
}

/// Other names of built-in fields. A class, since each summary of a page is made with it.
public final class SourceFieldNames: Sendable {
  private let keys: [(name: [UInt8], field: SourceFieldName)]
  private let headings: [(name: [UInt8], field: SourceFieldName)]

  init(_ forms: [String: SourceFieldForm]) {
    func names(_ name: (SourceFieldForm) -> String?) -> [(name: [UInt8], field: SourceFieldName)] {
      SourceFieldName.allCases.compactMap { field in
        forms[field.key].flatMap(name).map { (Array($0.utf8), field) }
      }
    }
    keys = names(\.key)
    headings = names(\.heading)
  }

  func field(key: UnsafeBufferPointer<UInt8>) -> SourceFieldName? { Self.field(key, in: keys) }

  func field(heading: UnsafeBufferPointer<UInt8>) -> SourceFieldName? {
    let colon = heading.last == ASCII.colon ? 1 : 0
    return Self.field(UnsafeBufferPointer(rebasing: heading.dropLast(colon)), in: headings)
  }

  private static func field(
    _ text: UnsafeBufferPointer<UInt8>, in names: [(name: [UInt8], field: SourceFieldName)]
  ) -> SourceFieldName? {
    names.first { $0.name.count == text.count && $0.name.elementsEqual(text.lazy.map(\.lowercased)) }?.field
  }
}

extension Vocabulary {
  /// The key in `values=` that the study uses for a field.
  public func key(of field: SourceFieldName) -> String { fieldForms[field.key]?.key ?? field.key }

  /// The heading that the study uses for a field.
  public func heading(of field: SourceFieldName) -> String { fieldForms[field.key]?.heading ?? field.heading }

  /// The built-in name of the attribute that a key in `values=` or a heading gives; the name itself if it is none.
  public func attribute(key: String) -> String {
    fieldForms.first { $0.value.key == key }?.key ?? SourceFieldName.allCases.first { $0.heading == key }?.key ?? key
  }

  public func attribute(heading: String) -> String {
    fieldForms.first { $0.value.heading == heading }?.key
      ?? SourceFieldName.allCases.first { $0.heading == heading }?.key ?? heading
  }
}
