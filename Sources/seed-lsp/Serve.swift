// The subcommand `serve`: the language server.

internal import LanguageServerProtocol
internal import SeedServer
internal import SeedWorkspace

enum Serve {
  /// Serves the client on standard input and output until it ends; the result is the exit code.
  static func run() -> Int32 {
    guard let transport = StandardIO() else {
      StandardStream.error.write("seed-lsp: error: standard input and output must be open: an editor starts this command.\n")
      return 2
    }
    return Server(transport: transport).run()
  }
}
