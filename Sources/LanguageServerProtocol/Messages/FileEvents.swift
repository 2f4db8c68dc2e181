// What happens to files, seen or intended by the client (LSP 3.18, Watched Files, File Operations).

package import JSON

extension Method {
  package static let didChangeWatchedFiles = Method(rawValue: "workspace/didChangeWatchedFiles")
  package static let didCreateFiles = Method(rawValue: "workspace/didCreateFiles")
  package static let willRenameFiles = Method(rawValue: "workspace/willRenameFiles")
  package static let didRenameFiles = Method(rawValue: "workspace/didRenameFiles")
  package static let didDeleteFiles = Method(rawValue: "workspace/didDeleteFiles")
}

/// What happened to a file.
package enum FileChangeType: Int, Hashable, Sendable {
  case created = 1
  case changed = 2
  case deleted = 3
}

/// A change of a file on disk.
package struct FileEvent: Hashable, Sendable {
  package var uri: DocumentURI
  package var type: FileChangeType

  package init(uri: DocumentURI, type: FileChangeType) {
    self.uri = uri
    self.type = type
  }
}

extension FileEvent: JSONDecodable {
  package init(from reader: inout JSONReader) throws(JSONError) {
    let members = try JSONMembers(from: &reader)
    uri = try members.required("uri")
    type = try required(members.lenient("type"), "type", in: members.start)
  }
}

/// `workspace/didChangeWatchedFiles`.
package struct DidChangeWatchedFilesParams: Hashable, Sendable {
  package var changes: [FileEvent]
}

extension DidChangeWatchedFilesParams: JSONDecodable {
  package init(from reader: inout JSONReader) throws(JSONError) {
    let members = try JSONMembers(from: &reader)
    changes = try members.required("changes")
  }
}

/// Files to watch.
package struct FileSystemWatcher: Hashable, Sendable {
  /// A glob: `**/*.md`.
  package var pattern: String
  /// The folder that the pattern is relative to; only for clients with `relativePatternSupport`.
  package var base: DocumentURI?

  package init(pattern: String, base: DocumentURI? = nil) {
    self.pattern = pattern
    self.base = base
  }
}

extension FileSystemWatcher: JSONEncodable {
  package func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.writeKey("globPattern")
    if let base {
      writer.beginObject()
      writer.member("baseUri", base)
      writer.member("pattern", pattern)
      writer.endObject()
    } else {
      writer.write(pattern)
    }
    writer.endObject()
  }
}

/// The options with which `workspace/didChangeWatchedFiles` is registered.
package struct DidChangeWatchedFilesRegistrationOptions: Hashable, Sendable {
  package var watchers: [FileSystemWatcher]

  package init(watchers: [FileSystemWatcher]) {
    self.watchers = watchers
  }
}

extension DidChangeWatchedFilesRegistrationOptions: JSONEncodable {
  package func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("watchers", watchers)
    writer.endObject()
  }
}

/// A file that is created or deleted.
package struct FileIdentifier: Hashable, Sendable {
  package var uri: DocumentURI
}

extension FileIdentifier: JSONDecodable {
  package init(from reader: inout JSONReader) throws(JSONError) {
    let members = try JSONMembers(from: &reader)
    uri = try members.required("uri")
  }
}

/// `workspace/didCreateFiles` and `workspace/didDeleteFiles`.
package struct FilesParams: Hashable, Sendable {
  package var files: [FileIdentifier]
}

extension FilesParams: JSONDecodable {
  package init(from reader: inout JSONReader) throws(JSONError) {
    let members = try JSONMembers(from: &reader)
    files = try members.required("files")
  }
}

/// A file, or a folder with all in it, that is renamed or moved.
package struct FileRename: Hashable, Sendable {
  package var oldURI: DocumentURI
  package var newURI: DocumentURI
}

extension FileRename: JSONDecodable {
  package init(from reader: inout JSONReader) throws(JSONError) {
    let members = try JSONMembers(from: &reader)
    oldURI = try members.required("oldUri")
    newURI = try members.required("newUri")
  }
}

/// `workspace/willRenameFiles` and `workspace/didRenameFiles`.
package struct RenameFilesParams: Hashable, Sendable {
  package var files: [FileRename]
}

extension RenameFilesParams: JSONDecodable {
  package init(from reader: inout JSONReader) throws(JSONError) {
    let members = try JSONMembers(from: &reader)
    files = try members.required("files")
  }
}

/// What a pattern is for.
package enum FileOperationPatternKind: String, Hashable, Sendable {
  case file
  case folder
}

/// Which files a file operation is reported for.
package struct FileOperationFilter: Hashable, Sendable {
  package var scheme: String?
  package var glob: String
  /// Both if it is nil.
  package var matches: FileOperationPatternKind?

  package init(scheme: String? = nil, glob: String, matches: FileOperationPatternKind? = nil) {
    self.scheme = scheme
    self.glob = glob
    self.matches = matches
  }
}

extension FileOperationFilter: JSONEncodable {
  package func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("scheme", scheme)
    writer.writeKey("pattern")
    writer.beginObject()
    writer.member("glob", glob)
    writer.member("matches", matches)
    writer.endObject()
    writer.endObject()
  }
}

/// Asks to hear of a file operation.
package struct FileOperationRegistrationOptions: Hashable, Sendable {
  package var filters: [FileOperationFilter]

  package init(filters: [FileOperationFilter]) {
    self.filters = filters
  }
}

extension FileOperationRegistrationOptions: JSONEncodable {
  package func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("filters", filters)
    writer.endObject()
  }
}

/// The file operations that we want to hear of; those that are nil we don't.
package struct FileOperationOptions: Hashable, Sendable {
  package var didCreate: FileOperationRegistrationOptions?
  package var didRename: FileOperationRegistrationOptions?
  package var willRename: FileOperationRegistrationOptions?
  package var didDelete: FileOperationRegistrationOptions?
}

extension FileOperationOptions: JSONEncodable {
  package func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("didCreate", didCreate)
    writer.member("didRename", didRename)
    writer.member("willRename", willRename)
    writer.member("didDelete", didDelete)
    writer.endObject()
  }
}
