// Benchmarks of the engine and the server: `swift run -c release seed-bench [FOLDER] [--only TEXT]`.

import Foundation

var arguments = CommandLine.arguments.dropFirst()
var stopwatch = Stopwatch()
if let option = arguments.firstIndex(of: "--only"), arguments.indices.contains(option + 1) {
  stopwatch.filter = arguments[option + 1]
  arguments.removeSubrange(option...option + 1)
}
let folder = arguments.first ?? "seeds"
let notes = Notes(in: folder)
guard !notes.texts.isEmpty else {
  FileHandle.standardError.write(Data("seed-bench: no notes in \(folder)\n".utf8))
  exit(2)
}
benchmarkModel(notes, &stopwatch)
benchmarkFeatures(notes, &stopwatch)
if stopwatch.isWanted("server") { benchmarkServer(URL(fileURLWithPath: folder).path, notes, &stopwatch) }
print("\(notes.texts.count) notes, \(notes.byteCount) bytes, in \(folder)")
for measurement in stopwatch.measurements {
  let name = measurement.name.padding(toLength: 44, withPad: " ", startingAt: 0)
  print("\(name) \(String(format: "%12.1f", measurement.value)) \(measurement.unit)  (\(measurement.samples) samples)")
}
