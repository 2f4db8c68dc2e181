// Capabilities that are announced after `initialize` (LSP 3.18, Register Capability).

package import JSON

extension Method {
  package static let registerCapability = Method(rawValue: "client/registerCapability")
  package static let unregisterCapability = Method(rawValue: "client/unregisterCapability")
}

/// A capability that is announced.
package struct Registration: Sendable {
  /// What it is later withdrawn by.
  package var id: String
  package var method: Method
  package var options: (any JSONEncodable & Sendable)?

  package init(id: String, method: Method, options: (any JSONEncodable & Sendable)? = nil) {
    self.id = id
    self.method = method
    self.options = options
  }
}

extension Registration: JSONEncodable {
  package func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("id", id)
    writer.member("method", method)
    if let options {
      writer.writeKey("registerOptions")
      options.encode(to: &writer)
    }
    writer.endObject()
  }
}

/// `client/registerCapability`, a request of ours.
package struct RegistrationParams: Sendable {
  package var registrations: [Registration]

  package init(registrations: [Registration]) {
    self.registrations = registrations
  }
}

extension RegistrationParams: JSONEncodable {
  package func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("registrations", registrations)
    writer.endObject()
  }
}

/// A capability that is withdrawn.
package struct Unregistration: Hashable, Sendable {
  package var id: String
  package var method: Method

  package init(id: String, method: Method) {
    self.id = id
    self.method = method
  }
}

extension Unregistration: JSONEncodable {
  package func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("id", id)
    writer.member("method", method)
    writer.endObject()
  }
}

/// `client/unregisterCapability`, a request of ours.
package struct UnregistrationParams: Hashable, Sendable {
  /// The misspelling is the protocol's.
  package var unregisterations: [Unregistration]

  package init(unregisterations: [Unregistration]) {
    self.unregisterations = unregisterations
  }
}

extension UnregistrationParams: JSONEncodable {
  package func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("unregisterations", unregisterations)
    writer.endObject()
  }
}
