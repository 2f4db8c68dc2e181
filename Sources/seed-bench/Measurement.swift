// Times pieces of work and keeps the optimiser from seeing that nobody uses their results.

import Foundation

/// One figure of a run.
struct Measurement: Codable {
  let name: String
  /// The median, in `unit`.
  let value: Double
  let unit: String
  let samples: Int
}

/// Runs work repeatedly and notes the median.
struct Stopwatch {
  private(set) var measurements: [Measurement] = []
  /// When given, only work whose name contains it is done.
  var filter: String?

  /// Whether some work is to be done.
  func isWanted(_ name: String) -> Bool {
    filter.map { name.contains($0) } ?? true
  }

  /// Times `work` until it has run for about half a second, at least `minimum` times, and notes the median time.
  ///
  /// - Parameter bytes: when given, the figure is megabytes per second, else microseconds.
  mutating func measure<Result>(_ name: String, bytes: Int? = nil, minimum: Int = 5, _ work: () -> Result) {
    guard isWanted(name) else { return }
    var times: [Double] = []
    let clock = ContinuousClock()
    let end = clock.now + .milliseconds(500)
    while times.count < minimum || (clock.now < end && times.count < 100_000) {
      let start = clock.now
      blackHole(work())
      times.append((clock.now - start) / .microseconds(1))
    }
    note(name, median: times, bytes: bytes)
  }

  /// Notes the median of times in microseconds.
  mutating func note(_ name: String, median times: [Double], bytes: Int? = nil) {
    let sorted = times.sorted()
    guard !sorted.isEmpty else { return }
    let median = sorted[sorted.count / 2]
    let value = bytes.map { Double($0) / median } ?? median
    measurements.append(
      Measurement(name: name, value: value, unit: bytes == nil ? "µs" : "MB/s", samples: sorted.count))
  }

  mutating func note(_ name: String, _ value: Double, _ unit: String) {
    measurements.append(Measurement(name: name, value: value, unit: unit, samples: 1))
  }
}

/// Where results go: the optimiser can't know that nothing is done with them.
@inline(never) @_optimize(none)
func blackHole<Value>(_ value: Value) {
  withUnsafePointer(to: value) { _ = UnsafeRawPointer($0) }
}
