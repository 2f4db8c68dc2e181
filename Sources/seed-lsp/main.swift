// The command `seed-lsp`: everything is in the files beside this one.
//
// This target holds the arguments, the subcommands and what they print. It must not hold anything that a library could.

internal import SeedWorkspace

CurrentProcess.end(CommandLineTool.run(Array(CommandLine.arguments.dropFirst())))
