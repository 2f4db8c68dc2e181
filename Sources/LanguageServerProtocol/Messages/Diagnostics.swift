// Findings, pushed by us or pulled by the client (LSP 3.18, Publish Diagnostics and Pull Diagnostics).

package import JSON

extension Method {
  package static let publishDiagnostics = Method(rawValue: "textDocument/publishDiagnostics")
  package static let documentDiagnostic = Method(rawValue: "textDocument/diagnostic")
  package static let workspaceDiagnostic = Method(rawValue: "workspace/diagnostic")
  package static let refreshDiagnostics = Method(rawValue: "workspace/diagnostic/refresh")
}

/// How bad it is.
package enum DiagnosticSeverity: Int, Hashable, Sendable {
  case error = 1
  case warning = 2
  case information = 3
  case hint = 4
}

/// What kind of text the range holds, so that the editor can fade it or strike it through.
package enum DiagnosticTag: Int, Hashable, Sendable {
  case unnecessary = 1
  case deprecated = 2
}

/// A finding. Clients send it back with `textDocument/codeAction`; whatever they leave out or change then, they may.
package struct Diagnostic: Hashable, Sendable {
  package var range: PositionRange
  package var severity: DiagnosticSeverity?
  /// The name of the rule.
  package var code: String?
  package var codeDescription: CodeDescription?
  /// Who found it.
  package var source: String?
  /// Plain text; in 3.18 it could be Markdown, but VS Code's client does not show it as such.
  package var message: String
  package var tags: [DiagnosticTag]?
  package var relatedInformation: [DiagnosticRelatedInformation]?
  /// Comes back unchanged with a request for code actions.
  package var data: JSONValue?

  package init(
    range: PositionRange,
    severity: DiagnosticSeverity? = nil,
    code: String? = nil,
    codeDescription: CodeDescription? = nil,
    source: String? = nil,
    message: String,
    tags: [DiagnosticTag]? = nil,
    relatedInformation: [DiagnosticRelatedInformation]? = nil,
    data: JSONValue? = nil
  ) {
    self.range = range
    self.severity = severity
    self.code = code
    self.codeDescription = codeDescription
    self.source = source
    self.message = message
    self.tags = tags
    self.relatedInformation = relatedInformation
    self.data = data
  }
}

extension Diagnostic: JSONDecodable {
  package init(from reader: inout JSONReader) throws(JSONError) {
    let members = try JSONMembers(from: &reader)
    range = try members.required("range")
    severity = try members.lenient("severity")
    code = try members.lenient("code")
    codeDescription = try members.lenient("codeDescription")
    source = try members.lenient("source")
    message = try members.required("message")
    tags = try members.codes("tags")
    relatedInformation = try members.lenient("relatedInformation")
    data = try members.lenient("data")
  }
}

extension Diagnostic: JSONEncodable {
  package func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("range", range)
    writer.member("severity", severity)
    writer.member("code", code)
    writer.member("codeDescription", codeDescription)
    writer.member("source", source)
    writer.member("message", message)
    writer.member("tags", codes: tags)
    writer.member("relatedInformation", relatedInformation)
    writer.member("data", data)
    writer.endObject()
  }
}

/// Where a rule is explained.
package struct CodeDescription: Hashable, Sendable {
  package var href: String

  package init(href: String) {
    self.href = href
  }
}

extension CodeDescription: JSONDecodable {
  package init(from reader: inout JSONReader) throws(JSONError) {
    let members = try JSONMembers(from: &reader)
    href = try members.required("href")
  }
}

extension CodeDescription: JSONEncodable {
  package func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("href", href)
    writer.endObject()
  }
}

/// Another place that a finding is about. Not every client shows it.
package struct DiagnosticRelatedInformation: Hashable, Sendable {
  package var location: Location
  package var message: String

  package init(location: Location, message: String) {
    self.location = location
    self.message = message
  }
}

extension DiagnosticRelatedInformation: JSONDecodable {
  package init(from reader: inout JSONReader) throws(JSONError) {
    let members = try JSONMembers(from: &reader)
    location = try members.required("location")
    message = try members.required("message")
  }
}

extension DiagnosticRelatedInformation: JSONEncodable {
  package func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("location", location)
    writer.member("message", message)
    writer.endObject()
  }
}

/// `textDocument/publishDiagnostics`: all findings of a document. Each replaces the one before; an empty one clears.
package struct PublishDiagnosticsParams: Hashable, Sendable {
  package var uri: DocumentURI
  /// The state of the document that was checked; nil for one that is not open.
  package var version: Int?
  package var diagnostics: [Diagnostic]

  package init(uri: DocumentURI, version: Int? = nil, diagnostics: [Diagnostic]) {
    self.uri = uri
    self.version = version
    self.diagnostics = diagnostics
  }
}

extension PublishDiagnosticsParams: JSONEncodable {
  package func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("uri", uri)
    writer.member("version", version)
    writer.member("diagnostics", diagnostics)
    writer.endObject()
  }
}

/// `textDocument/diagnostic`.
package struct DocumentDiagnosticParams: Hashable, Sendable {
  package var textDocument: TextDocumentIdentifier
  package var identifier: String?
  /// What the client already has.
  package var previousResultID: String?
}

extension DocumentDiagnosticParams: JSONDecodable {
  package init(from reader: inout JSONReader) throws(JSONError) {
    let members = try JSONMembers(from: &reader)
    textDocument = try members.required("textDocument")
    identifier = try members.lenient("identifier")
    previousResultID = try members.lenient("previousResultId")
  }
}

/// `workspace/diagnostic`.
package struct WorkspaceDiagnosticParams: Hashable, Sendable {
  package var previousResultIDs: [PreviousResultID]
}

extension WorkspaceDiagnosticParams: JSONDecodable {
  package init(from reader: inout JSONReader) throws(JSONError) {
    let members = try JSONMembers(from: &reader)
    previousResultIDs = try members.required("previousResultIds")
  }
}

/// What the client already has of a document.
package struct PreviousResultID: Hashable, Sendable {
  package var uri: DocumentURI
  package var value: String
}

extension PreviousResultID: JSONDecodable {
  package init(from reader: inout JSONReader) throws(JSONError) {
    let members = try JSONMembers(from: &reader)
    uri = try members.required("uri")
    value = try members.required("value")
  }
}

/// The answer to `textDocument/diagnostic`.
package enum DocumentDiagnosticReport: Hashable, Sendable {
  case full(items: [Diagnostic], resultID: String?)
  /// Nothing has changed since the result that the client named.
  case unchanged(resultID: String)
}

extension DocumentDiagnosticReport: JSONEncodable {
  package func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    encodeMembers(to: &writer)
    writer.endObject()
  }

  fileprivate func encodeMembers(to writer: inout JSONWriter) {
    switch self {
    case .full(let items, let resultID):
      writer.member("kind", "full")
      writer.member("resultId", resultID)
      writer.member("items", items)
    case .unchanged(let resultID):
      writer.member("kind", "unchanged")
      writer.member("resultId", resultID)
    }
  }
}

/// The answer to `workspace/diagnostic`.
package struct WorkspaceDiagnosticReport: Hashable, Sendable {
  package struct Item: Hashable, Sendable {
    package var uri: DocumentURI
    /// The state of the document that was checked, nil (sent as `null`) for one that is not open.
    package var version: Int?
    package var report: DocumentDiagnosticReport

    package init(uri: DocumentURI, version: Int?, report: DocumentDiagnosticReport) {
      self.uri = uri
      self.version = version
      self.report = report
    }
  }

  package var items: [Item]

  package init(items: [Item]) {
    self.items = items
  }
}

extension WorkspaceDiagnosticReport: JSONEncodable {
  package func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("items", items)
    writer.endObject()
  }
}

extension WorkspaceDiagnosticReport.Item: JSONEncodable {
  package func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("uri", uri)
    writer.writeKey("version")
    version.encode(to: &writer)
    report.encodeMembers(to: &writer)
    writer.endObject()
  }
}

/// What pull diagnostics can do.
package struct DiagnosticOptions: Hashable, Sendable {
  package var identifier: String?
  /// Whether a change of one document can change the findings of another.
  package var interFileDependencies: Bool
  package var workspaceDiagnostics: Bool

  package init(identifier: String? = nil, interFileDependencies: Bool, workspaceDiagnostics: Bool) {
    self.identifier = identifier
    self.interFileDependencies = interFileDependencies
    self.workspaceDiagnostics = workspaceDiagnostics
  }
}

extension DiagnosticOptions: JSONEncodable {
  package func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("identifier", identifier)
    writer.member("interFileDependencies", interFileDependencies)
    writer.member("workspaceDiagnostics", workspaceDiagnostics)
    writer.endObject()
  }
}

extension TextDocumentClientCapabilities {
  /// Nil for a client that does not pull diagnostics.
  package var diagnostic: PullDiagnostics? { PullDiagnostics(announced["diagnostic"]) }

  package struct PublishDiagnostics: Hashable, Sendable {
    package var relatedInformation: Bool

    init(_ capability: Capability) {
      relatedInformation = capability["relatedInformation"].flag
    }
  }

  package struct PullDiagnostics: Hashable, Sendable {
    package var dynamicRegistration: Bool

    init?(_ capability: Capability) {
      guard capability.isPresent else { return nil }
      dynamicRegistration = capability["dynamicRegistration"].flag
    }
  }
}
