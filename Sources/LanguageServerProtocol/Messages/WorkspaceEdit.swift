// A change to several documents and files (LSP 3.18, WorkspaceEdit).

package import JSON

/// A change to several documents.
package struct WorkspaceEdit: Hashable, Sendable {
  /// How the documents and their edits are listed.
  package enum Changes: Hashable, Sendable {
    /// By name only, for clients without `workspaceEdit.documentChanges`. Versions and annotations are left out.
    case byDocument([TextDocumentEdit])
    /// With versions, and with operations on files for clients that list them as `resourceOperations`. In this order.
    case versioned([DocumentChange])
  }

  package var changes: Changes

  /// What the edits' annotation identities stand for. Every identity that is used must be here: clients fail otherwise.
  /// Only for clients with `changeAnnotationSupport`.
  package var changeAnnotations: [ChangeAnnotation]

  package init(_ changes: Changes, changeAnnotations: [ChangeAnnotation] = []) {
    self.changes = changes
    self.changeAnnotations = changeAnnotations
  }
}

/// One step of an edit.
package enum DocumentChange: Hashable, Sendable {
  case edit(TextDocumentEdit)
  case createFile(DocumentURI)
  /// With the ``ChangeAnnotation`` that it belongs to, if there is one.
  case renameFile(from: DocumentURI, to: DocumentURI, annotationID: String? = nil)
  case deleteFile(DocumentURI)
}

/// Edits of one document.
package struct TextDocumentEdit: Hashable, Sendable {
  package var textDocument: OptionalVersionedTextDocumentIdentifier
  package var edits: [TextEdit]

  package init(textDocument: OptionalVersionedTextDocumentIdentifier, edits: [TextEdit]) {
    self.textDocument = textDocument
    self.edits = edits
  }
}

/// What the user is told about some of the edits before they are made.
package struct ChangeAnnotation: Hashable, Sendable {
  /// What the edits refer to it by.
  package var id: String
  package var label: String
  package var needsConfirmation: Bool
  package var description: String?

  package init(id: String, label: String, needsConfirmation: Bool = false, description: String? = nil) {
    self.id = id
    self.label = label
    self.needsConfirmation = needsConfirmation
    self.description = description
  }
}

// MARK: - Writing

extension WorkspaceEdit: JSONEncodable {
  package func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    switch changes {
    case .byDocument(let documents):
      writer.writeKey("changes")
      writer.beginObject()
      for document in documents {
        writer.writeKey(text: document.textDocument.uri.string)
        document.edits.map { TextEdit(range: $0.range, newText: $0.newText) }.encode(to: &writer)
      }
      writer.endObject()
    case .versioned(let changes):
      writer.member("documentChanges", changes)
    }
    if !changeAnnotations.isEmpty {
      writer.writeKey("changeAnnotations")
      writer.beginObject()
      for annotation in changeAnnotations {
        writer.writeKey(text: annotation.id)
        annotation.encode(to: &writer)
      }
      writer.endObject()
    }
    writer.endObject()
  }
}

extension DocumentChange: JSONEncodable {
  package func encode(to writer: inout JSONWriter) {
    if case .edit(let edit) = self { return edit.encode(to: &writer) }
    writer.beginObject()
    switch self {
    case .edit: break
    case .createFile(let uri):
      writer.member("kind", "create")
      writer.member("uri", uri)
    case .renameFile(let old, let new, let annotationID):
      writer.member("kind", "rename")
      writer.member("oldUri", old)
      writer.member("newUri", new)
      writer.member("annotationId", annotationID)
    case .deleteFile(let uri):
      writer.member("kind", "delete")
      writer.member("uri", uri)
    }
    writer.endObject()
  }
}

extension TextDocumentEdit: JSONEncodable {
  package func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("textDocument", textDocument)
    writer.member("edits", edits)
    writer.endObject()
  }
}

extension ChangeAnnotation: JSONEncodable {
  /// The identity is the key under which the annotation is listed, and not part of it.
  package func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("label", label)
    writer.flag("needsConfirmation", needsConfirmation)
    writer.member("description", description)
    writer.endObject()
  }
}
