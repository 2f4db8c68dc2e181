// What happens to files, seen or intended by the client (LSP 3.18, Watched Files, File Operations).

package import JSON

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
    var uri: DocumentURI?
    var type: FileChangeType?
    let object = try reader.beginObject()
    while let key = try reader.nextKey() {
      switch key {
      case "uri": uri = try DocumentURI(from: &reader)
      case "type": type = try reader.readLeniently(Int.self).flatMap(FileChangeType.init(rawValue:))
      default: try reader.skipValue()
      }
    }
    self.uri = try required(uri, "uri", in: object)
    self.type = try required(type, "type", in: object)
  }
}

/// `workspace/didChangeWatchedFiles`.
package struct DidChangeWatchedFilesParams: Hashable, Sendable {
  package var changes: [FileEvent]
}

extension DidChangeWatchedFilesParams: JSONDecodable {
  package init(from reader: inout JSONReader) throws(JSONError) {
    var changes: [FileEvent]?
    let object = try reader.beginObject()
    while let key = try reader.nextKey() {
      switch key {
      case "changes": changes = try reader.readArray(of: FileEvent.self)
      default: try reader.skipValue()
      }
    }
    self.changes = try required(changes, "changes", in: object)
  }
}

/// Which kinds of change to report, as bits.
package struct WatchKind: OptionSet, Hashable, Sendable {
  package let rawValue: Int

  package init(rawValue: Int) {
    self.rawValue = rawValue
  }

  package static let create = WatchKind(rawValue: 1)
  package static let change = WatchKind(rawValue: 2)
  package static let delete = WatchKind(rawValue: 4)
}

/// Files to watch.
package struct FileSystemWatcher: Hashable, Sendable {
  /// A glob: `**/*.md`.
  package var pattern: String
  /// The folder that the pattern is relative to; only for clients with `relativePatternSupport`.
  package var base: DocumentURI?
  /// All kinds if it is nil.
  package var kind: WatchKind?

  package init(pattern: String, base: DocumentURI? = nil, kind: WatchKind? = nil) {
    self.pattern = pattern
    self.base = base
    self.kind = kind
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
    writer.member("kind", kind)
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
    var uri: DocumentURI?
    let object = try reader.beginObject()
    while let key = try reader.nextKey() {
      switch key {
      case "uri": uri = try DocumentURI(from: &reader)
      default: try reader.skipValue()
      }
    }
    self.uri = try required(uri, "uri", in: object)
  }
}

/// `workspace/willCreateFiles`, `didCreateFiles`, `willDeleteFiles` and `didDeleteFiles`.
package struct FilesParams: Hashable, Sendable {
  package var files: [FileIdentifier]
}

extension FilesParams: JSONDecodable {
  package init(from reader: inout JSONReader) throws(JSONError) {
    var files: [FileIdentifier]?
    let object = try reader.beginObject()
    while let key = try reader.nextKey() {
      switch key {
      case "files": files = try reader.readArray(of: FileIdentifier.self)
      default: try reader.skipValue()
      }
    }
    self.files = try required(files, "files", in: object)
  }
}

/// A file, or a folder with all in it, that is renamed or moved.
package struct FileRename: Hashable, Sendable {
  package var oldURI: DocumentURI
  package var newURI: DocumentURI
}

extension FileRename: JSONDecodable {
  package init(from reader: inout JSONReader) throws(JSONError) {
    var oldURI: DocumentURI?
    var newURI: DocumentURI?
    let object = try reader.beginObject()
    while let key = try reader.nextKey() {
      switch key {
      case "oldUri": oldURI = try DocumentURI(from: &reader)
      case "newUri": newURI = try DocumentURI(from: &reader)
      default: try reader.skipValue()
      }
    }
    self.oldURI = try required(oldURI, "oldUri", in: object)
    self.newURI = try required(newURI, "newUri", in: object)
  }
}

/// `workspace/willRenameFiles` and `workspace/didRenameFiles`.
package struct RenameFilesParams: Hashable, Sendable {
  package var files: [FileRename]
}

extension RenameFilesParams: JSONDecodable {
  package init(from reader: inout JSONReader) throws(JSONError) {
    var files: [FileRename]?
    let object = try reader.beginObject()
    while let key = try reader.nextKey() {
      switch key {
      case "files": files = try reader.readArray(of: FileRename.self)
      default: try reader.skipValue()
      }
    }
    self.files = try required(files, "files", in: object)
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

/// The file operations that we want to hear of.
package struct FileOperationOptions: Hashable, Sendable {
  package var didCreate: FileOperationRegistrationOptions?
  package var willCreate: FileOperationRegistrationOptions?
  package var didRename: FileOperationRegistrationOptions?
  package var willRename: FileOperationRegistrationOptions?
  package var didDelete: FileOperationRegistrationOptions?
  package var willDelete: FileOperationRegistrationOptions?

  package init(
    didCreate: FileOperationRegistrationOptions? = nil,
    willCreate: FileOperationRegistrationOptions? = nil,
    didRename: FileOperationRegistrationOptions? = nil,
    willRename: FileOperationRegistrationOptions? = nil,
    didDelete: FileOperationRegistrationOptions? = nil,
    willDelete: FileOperationRegistrationOptions? = nil
  ) {
    self.didCreate = didCreate
    self.willCreate = willCreate
    self.didRename = didRename
    self.willRename = willRename
    self.didDelete = didDelete
    self.willDelete = willDelete
  }
}

extension FileOperationOptions: JSONEncodable {
  package func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("didCreate", didCreate)
    writer.member("willCreate", willCreate)
    writer.member("didRename", didRename)
    writer.member("willRename", willRename)
    writer.member("didDelete", didDelete)
    writer.member("willDelete", willDelete)
    writer.endObject()
  }
}
