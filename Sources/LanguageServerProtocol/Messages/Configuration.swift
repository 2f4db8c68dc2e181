// The user's settings (LSP 3.18, Configuration Request).

package import JSON

extension Method {
  package static let configuration = Method(rawValue: "workspace/configuration")
  package static let didChangeConfiguration = Method(rawValue: "workspace/didChangeConfiguration")
}

/// Which settings we ask for.
package struct ConfigurationItem: Hashable, Sendable {
  /// The name of the settings, such as `seedLsp`.
  package var section: String?

  package init(section: String? = nil) {
    self.section = section
  }
}

extension ConfigurationItem: JSONEncodable {
  package func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("section", section)
    writer.endObject()
  }
}

/// `workspace/configuration`. The answer is an array with one value for each item, `null` for those unknown.
package struct ConfigurationParams: Hashable, Sendable {
  package var items: [ConfigurationItem]

  package init(items: [ConfigurationItem]) {
    self.items = items
  }
}

extension ConfigurationParams: JSONEncodable {
  package func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("items", items)
    writer.endObject()
  }
}

/// `workspace/didChangeConfiguration`.
package struct DidChangeConfigurationParams: Hashable, Sendable {
  /// The new settings, or `null` from clients that expect to be asked for them.
  package var settings: JSONValue?
}

extension DidChangeConfigurationParams: JSONDecodable {
  package init(from reader: inout JSONReader) throws(JSONError) {
    let members = try JSONMembers(from: &reader)
    settings = try members.lenient("settings")
  }
}

/// The options with which `workspace/didChangeConfiguration` is registered.
package struct DidChangeConfigurationRegistrationOptions: Hashable, Sendable {
  /// Of which settings changes are told.
  package var section: String

  package init(section: String) {
    self.section = section
  }
}

extension DidChangeConfigurationRegistrationOptions: JSONEncodable {
  package func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("section", section)
    writer.endObject()
  }
}
