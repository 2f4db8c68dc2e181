// Shows the figures of a run, keeps them in a file, and compares them with those of another run.

import Foundation

/// All figures of a run.
struct Results: Codable {
  let measurements: [Measurement]

  init(measurements: [Measurement]) {
    self.measurements = measurements
  }

  init(file: String) throws {
    self = try JSONDecoder().decode(Results.self, from: Data(contentsOf: URL(fileURLWithPath: file)))
  }

  func write(to file: String) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
    try encoder.encode(self).write(to: URL(fileURLWithPath: file))
  }

  /// The figures as a table; with an earlier run's, each has its ratio to the earlier one.
  func table(comparedTo earlier: Results?) -> String {
    var lines: [String] = []
    var workload: String?
    for measurement in measurements {
      if measurement.workload != workload {
        if workload != nil { lines.append("") }
        lines.append(measurement.workload)
        workload = measurement.workload
      }
      lines.append(line(measurement, earlier))
    }
    return lines.joined(separator: "\n")
  }

  private func line(_ measurement: Measurement, _ earlier: Results?) -> String {
    let name = measurement.name.padding(toLength: max(60, measurement.name.count), withPad: " ", startingAt: 0)
    var line = "  \(name) \(String(format: "%12.1f", measurement.value)) \(measurement.unit)"
    if let slowest = measurement.slowest { line += String(format: ", p99 %.1f", slowest) }
    if measurement.samples > 1 { line += " (\(measurement.samples) samples)" }
    guard let earlier else { return line }
    let other = earlier.measurements.first {
      $0.workload == measurement.workload && $0.name == measurement.name && $0.unit == measurement.unit
    }
    guard let other, other.value > 0 else { return line + ", new" }
    return line + String(format: ", × %.2f of %.1f", measurement.value / other.value, other.value)
  }
}
