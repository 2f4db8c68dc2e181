// A folder of notes on the disk, for tests of what reads files.

internal import Foundation
internal import LanguageServerProtocol

/// A folder that lives as long as the test that made it.
package final class NotesFolder: Sendable {
  package let path: String

  package init(_ notes: [String: String] = [:]) throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("seed notes \(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    path = folder.resolvingSymlinksInPath().path
    for (name, text) in notes { try write(name, text) }
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// The name of the folder as VS Code writes it.
  package var uri: String { DocumentURI(filePath: path).string }

  package func path(_ name: String) -> String { path + "/" + name }

  package func uri(_ name: String) -> String { DocumentURI(filePath: path(name)).string }

  /// Writes a file, making the folders that it needs.
  package func write(_ name: String, _ text: String) throws {
    try write(name, bytes: Array(text.utf8))
  }

  package func write(_ name: String, bytes: [UInt8]) throws {
    let file = URL(fileURLWithPath: path(name))
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: file)
  }

  package func remove(_ name: String) throws {
    try FileManager.default.removeItem(atPath: path(name))
  }

  /// Makes a symbolic link that leads to `target`, as it is written.
  package func link(_ name: String, to target: String) throws {
    try FileManager.default.createSymbolicLink(atPath: path(name), withDestinationPath: target)
  }
}
