// The subcommand `serve`: the language server.

internal import SeedWorkspace

enum Serve {
  /// Serves until the input ends; the result is the exit code.
  static func run(version: String) -> Int32 {
    StandardStream.error.write("seed-lsp: error: this build has no language server yet\n")
    return 2
  }
}
