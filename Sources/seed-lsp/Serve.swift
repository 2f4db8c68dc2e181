// The subcommand `serve`: the language server.

internal import LanguageServerProtocol
internal import SeedServer
internal import SeedWorkspace

/// Serves one client on standard input and output.
struct Serve {
  private let options: ServeOptions

  init(_ options: ServeOptions) {
    self.options = options
  }

  /// Serves until the client ends; the result is the exit code.
  func run() -> Int32 {
    HeapSettings.keepFreedMemory()
    guard let log = openLog() else {
      return fail("the log file `\(options.logFile ?? "")` can't be written.")
    }
    guard let transport = StandardIO() else {
      return fail("standard input and output must be open: an editor starts this command.")
    }
    return Server(transport: transport, log: log).run()
  }

  private func openLog() -> Log? {
    options.logFile.map { Log(path: $0) } ?? Log()
  }

  private func fail(_ reason: String) -> Int32 {
    StandardStream.error.write("seed-lsp: error: \(reason)\n")
    return 2
  }
}
