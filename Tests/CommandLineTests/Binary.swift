// Runs the built command and gives what it printed.

import Foundation
import Testing

/// What a run of the command left.
struct Run {
  let code: Int32
  let output: String
  let error: String

  var outputLines: [Substring] { output.split(separator: "\n") }
}

/// The built `seed-lsp`: it stands beside the tests.
enum Binary {
  static func path() throws -> String {
    let beside = [Bundle.main.executableURL, Bundle.main.bundleURL, URL(fileURLWithPath: CommandLine.arguments[0])]
      .compactMap { $0?.resolvingSymlinksInPath() }
    for var folder in beside {
      // On macOS the tests are in a bundle, some folders further down.
      for _ in 0..<5 {
        folder.deleteLastPathComponent()
        let candidate = folder.appendingPathComponent("seed-lsp").path
        if FileManager.default.isExecutableFile(atPath: candidate), !isFolder(candidate) { return candidate }
      }
    }
    throw MissingBinary(lookedBeside: beside.map(\.path))
  }

  /// Runs the command in a folder; of the environment only what is given and `PATH` is passed on.
  static func run(
    _ arguments: [String], in folder: String? = nil, environment: [String: String] = [:]
  ) throws -> Run {
    try run(path(), arguments, in: folder, environment: environment)
  }

  /// Runs a shell script that finds the command as `$SEED_LSP`.
  static func shell(_ script: String, in folder: String) throws -> Run {
    try run("/bin/sh", ["-c", script], in: folder, environment: ["SEED_LSP": path()])
  }

  /// Runs the command as somebody who may not do everything; nil where that is not possible.
  static func runUnprivileged(_ arguments: [String], in folder: String) throws -> Run? {
    guard geteuid() == 0 else { return try run(arguments, in: folder) }
    // The superuser may read and write everything, so somebody else has to try.
    let tool = "/usr/bin/setpriv"
    let nobody = ["--reuid", "65534", "--regid", "65534", "--clear-groups", "--"]
    guard FileManager.default.isExecutableFile(atPath: tool),
      try run(tool, nobody + [path(), "--version"], in: folder).code == 0
    else { return nil }
    return try run(tool, nobody + [path()] + arguments, in: folder)
  }

  static func run(
    _ executable: String, _ arguments: [String], in folder: String?, environment: [String: String] = [:]
  ) throws -> Run {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: executable)
    process.arguments = arguments
    process.environment = environment.merging(
      ["PATH": ProcessInfo.processInfo.environment["PATH"] ?? "", "SWIFT_BACKTRACE": "enable=no"]) { given, _ in given }
    if let folder { process.currentDirectoryURL = URL(fileURLWithPath: folder) }
    process.standardInput = FileHandle.nullDevice
    // Files, not pipes: nobody has to read while the command writes.
    let scratch = try TemporaryStudy([:])
    let output = try scratch.handle("output")
    let error = try scratch.handle("error")
    process.standardOutput = output
    process.standardError = error
    try process.run()
    process.waitUntilExit()
    return Run(
      code: process.terminationReason == .exit ? process.terminationStatus : -process.terminationStatus,
      output: try scratch.read("output"), error: try scratch.read("error"))
  }

  private static func isFolder(_ path: String) -> Bool {
    var isFolder: ObjCBool = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && isFolder.boolValue
  }
}

struct MissingBinary: Error {
  let lookedBeside: [String]
}

/// A folder with files that lives as long as the test that made it.
final class TemporaryStudy {
  let path: String

  init(_ files: [String: String]) throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("seed-lsp-\(UUID().uuidString)")
    path = folder.path
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    for (name, text) in files { try write(name, text) }
  }

  deinit {
    try? FileManager.default.removeItem(atPath: path)
  }

  func url(_ name: String) -> URL { URL(fileURLWithPath: path).appendingPathComponent(name) }

  func write(_ name: String, _ text: String) throws {
    let file = url(name)
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
  }

  func handle(_ name: String) throws -> FileHandle {
    try Data().write(to: url(name))
    return try FileHandle(forWritingTo: url(name))
  }

  func read(_ name: String) throws -> String {
    String(decoding: try Data(contentsOf: url(name)), as: UTF8.self)
  }
}

/// Seed files for the tests.
enum Notes {
  /// A note that defines `cache` and `speed`.
  static let first = """
    # s
    1
    ## url
    https://example.org/1

    # coding

    **AXIAL CODING TRACE:**
    ``` python
    store_decision = CClass(decision, "Where is it kept?")
    cache = CClass(pattern, "Keep it near")
    speed = CClass(force, "Speed")
    add_decision_option_link(store_decision, cache, "Keep it near")
    add_force_relations({cache: {speed: positive}})
    ```

    """

  /// A note that lists codes; every one in `codes` on a line of its own from line 11 on, indented by a tab.
  static func second(listing codes: String...) -> String {
    let items = codes.map { "\t\($0)" }.joined(separator: ",\n")
    return """
      # s
      2
      ## url
      https://example.org/2

      # coding

      **AXIAL CODING TRACE:**
      ``` python
      '''
      \(items)
      '''
      ```

      """
  }
}
