// A file as the model needs it, after its text was dropped.

package import SeedModel

/// What was read from a file.
package struct LoadedNote: Sendable {
  /// The absolute path.
  package let path: String
  /// Whether the content is that of a seed file.
  package let isSeed: Bool
  /// What the note defines, uses and lists; empty for a file that is no seed.
  package let summary: DocumentSummary
  /// The number of bytes read.
  package let byteCount: Int
  /// When the file was opened.
  package let stamp: FileStamp
  /// The line, counted from 0, of the first byte that is not UTF-8; nil if all are.
  package let firstLineNotUTF8: Int?
}
