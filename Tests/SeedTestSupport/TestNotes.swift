// What tests read from the disk: the sample study of the repository, other studies where there are some, and tests.

package import Foundation

/// The folder that `SEED_CORPUS` names; tests over real studies run only when there is one.
package let corpusFolder: URL? = ProcessInfo.processInfo.environment["SEED_CORPUS"].map {
  URL(fileURLWithPath: $0, isDirectory: true)
}

/// The root of the repository.
package let repositoryFolder = URL(fileURLWithPath: #filePath)
  .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

/// The texts of the sample study.
package func sampleNotes() throws -> [[UInt8]] {
  try notes(in: repositoryFolder.appendingPathComponent("seeds"))
}

/// The texts of the studies in `SEED_CORPUS`; none without it.
package func corpusNotes() throws -> [[UInt8]] {
  guard let corpusFolder else { return [] }
  return try notes(in: corpusFolder)
}

/// The sources of all tests.
package func sourcesOfTests() throws -> [String] {
  let folder = repositoryFolder.appendingPathComponent("Tests")
  let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
  return try (files?.allObjects as? [URL] ?? []).filter { $0.pathExtension == "swift" }
    .map { try String(contentsOf: $0, encoding: .utf8) }
}

/// How many random steps a test takes: `SEED_TEST_STEPS` where it is set, for long runs, else `standard`.
package func stepCount(_ standard: Int) -> Int {
  ProcessInfo.processInfo.environment["SEED_TEST_STEPS"].flatMap { Int($0) } ?? standard
}

private func notes(in folder: URL) throws -> [[UInt8]] {
  guard let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil) else { return [] }
  return try files.compactMap { $0 as? URL }
    .filter { ["md", "txt"].contains($0.pathExtension) && $0.lastPathComponent != "README.md" }
    .sorted { $0.path < $1.path }
    .map { Array(try Data(contentsOf: $0)) }
}
