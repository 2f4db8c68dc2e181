// A change to several documents and files (LSP 3.18, WorkspaceEdit).

package import JSON

/// A change to several documents.
package struct WorkspaceEdit: Hashable, Sendable {
  /// How the documents and their edits are listed.
  package enum Changes: Hashable, Sendable {
    /// By name only, for clients without `workspaceEdit.documentChanges`. Versions and annotations are left out.
    case byDocument([TextDocumentEdit])
    /// With versions. Files get their new names, where clients list `rename` among their `resourceOperations`, after the edits.
    case versioned([TextDocumentEdit], renames: [RenameFile] = [])
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

/// A file that gets another name.
package struct RenameFile: Hashable, Sendable {
  package var oldURI: DocumentURI
  package var newURI: DocumentURI
  /// The ``ChangeAnnotation`` that it belongs to, if there is one.
  package var annotationID: String?

  package init(oldURI: DocumentURI, newURI: DocumentURI, annotationID: String? = nil) {
    self.oldURI = oldURI
    self.newURI = newURI
    self.annotationID = annotationID
  }
}

/// Edits of one document.
package struct TextDocumentEdit: Hashable, Sendable {
  package var textDocument: OptionalVersionedTextDocumentIdentifier
  /// A part of the array of all edits: there may be thousands of documents with one edit each.
  package var edits: ArraySlice<TextEdit>

  package init(textDocument: OptionalVersionedTextDocumentIdentifier, edits: ArraySlice<TextEdit>) {
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
        writer.beginArray()
        writer.write(elements: document.edits.map { TextEdit(range: $0.range, newText: $0.newText) })
        writer.endArray()
      }
      writer.endObject()
    case .versioned(let documents, let renames):
      writer.writeKey("documentChanges")
      writer.beginArray()
      writer.write(elements: documents)
      writer.write(elements: renames)
      writer.endArray()
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

extension RenameFile: JSONEncodable {
  package func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("kind", "rename")
    writer.member("oldUri", oldURI)
    writer.member("newUri", newURI)
    writer.member("annotationId", annotationID)
    writer.endObject()
  }
}

extension TextDocumentEdit: JSONEncodable {
  package func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.writeKey("textDocument")
    textDocument.encode(to: &writer)
    writer.writeKey("edits")
    writer.beginArray()
    writer.write(elements: edits)
    writer.endArray()
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
