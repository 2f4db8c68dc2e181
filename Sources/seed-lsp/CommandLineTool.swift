// From arguments to an exit code.

internal import SeedModel
internal import SeedReport
internal import SeedStudy
internal import SeedWorkspace

enum CommandLineTool {
  /// Runs the command that the arguments ask for; the result is the exit code.
  static func run(_ arguments: [String]) -> Int32 {
    CurrentProcess.ignoreBrokenPipes()
    let invocation: Invocation
    do throws(UsageError) {
      invocation = try Invocation(arguments) { path in (try? FileStatus(path: path)) != nil }
    } catch {
      let usage = arguments.isEmpty ? Help.usage + "\n" : ""
      StandardStream.error.write("seed-lsp: error: \(error.message.printable)\n\(error.advice.printable)\n\(usage)")
      return 2
    }
    if invocation.readsNotes, Path.currentFolder == nil {
      report(["error: the current folder doesn't exist any more; change to one that does (`cd`)"])
      return 2
    }
    if let file = invocation.outputFile {
      do throws(FileError) {
        try OutputFile.check(file)
      } catch {
        report(["error: \(error)"])
        return 2
      }
    }
    switch invocation {
    case .check(let options): return Check(options).run()
    case .report(let options): return Report(options).run()
    case .explain(let rule): return finish(Explanation.text(for: rule))
    case .rename(let options): return Rename(options).run()
    case .serve(let options): return Serve(options).run()
    case .completions(let shell): return finish(CompletionScript().text(for: shell))
    case .help(let command): return finish(Help.text(for: command))
    case .version: return finish("seed-lsp \(seedVersion)\n")
    }
  }

  /// Writes a command's output; the exit code is the given one unless it could not be written.
  ///
  /// - Parameter file: where to; nil for standard output.
  static func finish(_ output: [UInt8], to file: String? = nil, code: Int32 = 0) -> Int32 {
    if let file {
      do throws(FileError) {
        try FileWriter.write(output, to: file)
        return code
      } catch {
        StandardStream.error.write("seed-lsp: error: \(error.description.printable)\n")
        return 2
      }
    }
    switch StandardStream.output.write(output) {
    // Who has gone has seen enough: that changes nothing about what was found.
    case .written, .closed: return code
    case .failed(let reason):
      StandardStream.error.write("seed-lsp: error: standard output: \(reason)\n")
      return 2
    }
  }

  static func finish(_ output: String) -> Int32 {
    finish(Array(output.utf8))
  }

  /// Says something on standard error, each message on a line of its own.
  static func report(_ messages: [String]) {
    guard !messages.isEmpty else { return }
    StandardStream.error.write(messages.map { "seed-lsp: \($0.printable)\n" }.joined())
  }
}
