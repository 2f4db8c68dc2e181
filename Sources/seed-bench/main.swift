// Benchmarks of the engine and the server: `swift run -c release seed-bench --help`.

import Foundation

do {
  try run(BenchmarkArguments(CommandLine.arguments.dropFirst()))
} catch {
  FileHandle.standardError.write(Data("seed-bench: \(error)\n".utf8))
  exit(2)
}

/// Measures what the arguments ask for, and shows it.
private func run(_ arguments: BenchmarkArguments) throws {
  if arguments.showsHelp { return print(BenchmarkArguments.help) }
  if let count = arguments.keystrokes {
    return typeOnly(count, in: Workload(synthetic: arguments.noteCounts.first ?? 10))
  }
  let earlier = try arguments.comparison.map { try Results(file: $0) }
  var stopwatch = Stopwatch(filter: arguments.filter, isQuick: arguments.isQuick)
  for workload in try arguments.workloads {
    stopwatch.workload = workload.name
    benchmarkModel(workload, &stopwatch)
    benchmarkKeystrokes(workload, &stopwatch)
    benchmarkFeatures(workload, &stopwatch)
    try benchmarkServer(workload, &stopwatch)
  }
  stopwatch.workload = "long blocks"
  benchmarkLongBlocks(&stopwatch)
  let results = Results(measurements: stopwatch.measurements)
  print(results.table(comparedTo: earlier))
  if let file = arguments.file { try results.write(to: file) }
}
