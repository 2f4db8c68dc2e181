// Benchmarks of the engine and the server: `swift run -c release seed-bench [FOLDER]`.

import Foundation

let folder = CommandLine.arguments.dropFirst().first { !$0.hasPrefix("-") } ?? "seeds"
let notes = Notes(in: folder)
guard !notes.texts.isEmpty else {
  FileHandle.standardError.write(Data("seed-bench: no notes in \(folder)\n".utf8))
  exit(2)
}
var stopwatch = Stopwatch()
benchmarkModel(notes, &stopwatch)
benchmarkServer(URL(fileURLWithPath: folder).path, notes, &stopwatch)
print("\(notes.texts.count) notes, \(notes.byteCount) bytes, in \(folder)")
for measurement in stopwatch.measurements {
  let name = measurement.name.padding(toLength: 44, withPad: " ", startingAt: 0)
  print("\(name) \(String(format: "%12.1f", measurement.value)) \(measurement.unit)  (\(measurement.samples) samples)")
}
