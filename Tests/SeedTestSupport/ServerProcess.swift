// The built command `seed-lsp` as a process of its own, for tests through real pipes.

package import Foundation
internal import LanguageServerProtocol

/// The process and the pipes to it.
private final class ProcessHandle: @unchecked Sendable {
  let process = Process()
  let input = Pipe()
  let output = Pipe()
  private let lock = Lock()
  private var isInputOpen = true

  func closeInput() {
    lock.withLock {
      guard isInputOpen else { return }
      isInputOpen = false
      try? input.fileHandleForWriting.close()
    }
  }
}

/// Pipes to a process.
private struct ProcessPipes: MessageTransport {
  /// Keeps the descriptors open as long as somebody may use them.
  let handle: ProcessHandle
  let output: FileDescriptor
  let input: FileDescriptor

  init(_ handle: ProcessHandle) {
    self.handle = handle
    output = FileDescriptor(number: handle.output.fileHandleForReading.fileDescriptor)
    input = FileDescriptor(number: handle.input.fileHandleForWriting.fileDescriptor)
  }

  func read(into buffer: UnsafeMutableRawBufferPointer) -> Int { output.read(into: buffer) }

  func write(_ bytes: ArraySlice<UInt8>) -> Bool { bytes.withUnsafeBytes { input.write($0) } }
}

extension TestClient {
  /// The command as it was built beside the tests, whatever the folder of the build is called; nil if it was not built.
  package static var builtCommand: URL? {
    let test = CommandLine.arguments.first { $0.contains(".xctest") } ?? "/proc/self/exe"
    var folder = URL(fileURLWithPath: test).resolvingSymlinksInPath().deletingLastPathComponent()
    // On other systems the bundle is a folder.
    while folder.path.contains(".xctest") { folder.deleteLastPathComponent() }
    let command = folder.appendingPathComponent("seed-lsp")
    return FileManager.default.isExecutableFile(atPath: command.path) ? command : nil
  }

  /// A client of the built command, which has not been initialised.
  package static func process(_ arguments: [String] = ["serve"]) throws -> TestClient {
    guard let command = builtCommand else {
      throw ClientFailure(description: "seed-lsp was not built beside the tests")
    }
    signal(SIGPIPE, SIG_IGN)
    let handle = ProcessHandle()
    handle.process.executableURL = command
    handle.process.arguments = arguments
    handle.process.standardInput = handle.input
    handle.process.standardOutput = handle.output
    handle.process.standardError = FileHandle.nullDevice
    let client = try TestClient(
      transport: ProcessPipes(handle), closeOutput: { handle.closeInput() }, close: { handle.closeInput() }
    ) { ended in
      handle.process.terminationHandler = { ended($0.terminationStatus) }
      try handle.process.run()
    }
    client.processID = handle.process.processIdentifier
    return client
  }
}
