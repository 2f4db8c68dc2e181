// The notes that something is measured on: those of a folder, or made for it.

import Foundation
import SeedModel
import SeedRules
import SeedStudy
import SeedSyntax

/// Some notes.
struct Workload {
  /// What tables call it.
  let name: String
  let texts: [[UInt8]]
  /// The folder's absolute path; nil for notes that are on no disk.
  private let folder: String?
  private let names: [String]

  /// The seed files in a folder and those inside it.
  init(folder: String) throws {
    let url = URL(fileURLWithPath: folder).resolvingSymlinksInPath()
    let files =
      FileManager.default.enumerator(at: url, includingPropertiesForKeys: nil)?.compactMap { $0 as? URL } ?? []
    let notes = files.filter { ["md", "txt"].contains($0.pathExtension) }.sorted { $0.path < $1.path }
      .compactMap { file in (try? Data(contentsOf: file)).map { (file: file, text: Array($0)) } }
      .filter { Document($0.text).isSeed }
    guard !notes.isEmpty else { throw BenchmarkError("there are no notes in \(folder)") }
    texts = notes.map(\.text)
    names = notes.map { String($0.file.resolvingSymlinksInPath().path.dropFirst(url.path.count + 1)) }
    self.folder = url.path
    name = "\(notes.count) notes of \(url.lastPathComponent)"
  }

  /// Notes that are made for it, always the same ones.
  init(synthetic count: Int) {
    texts = (0..<count).map { SyntheticNotes.note($0) }
    names = (0..<count).map { "s_\($0 + 1).md" }
    folder = nil
    name = "\(count) synthetic notes"
  }

  var byteCount: Int { texts.reduce(0) { $0 + $1.count } }

  /// The index of the note that is typed in: the largest.
  var typed: Int { texts.indices.max { texts[$0].count < texts[$1].count } ?? 0 }

  /// Calls `body` with a folder that holds the notes, and the path of the one that is typed in.
  func withFolder(_ body: (_ folder: String, _ typed: String) throws -> Void) throws {
    if let folder { return try body(folder, folder + "/" + names[typed]) }
    let temporary = FileManager.default.temporaryDirectory.appendingPathComponent("seed-bench-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: temporary, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: temporary) }
    for (name, text) in zip(names, texts) { try Data(text).write(to: temporary.appendingPathComponent(name)) }
    try body(temporary.path, temporary.appendingPathComponent(names[typed]).path)
  }

  /// A study of all notes, not checked yet, with their numbers.
  static func study(_ summaries: [DocumentSummary]) -> (study: CheckedStudy, ids: [DocumentID]) {
    var study = CheckedStudy()
    let ids = summaries.enumerated().map { study.add(name: "s_\($0 + 1).md", $1) }
    return (study, ids)
  }
}
