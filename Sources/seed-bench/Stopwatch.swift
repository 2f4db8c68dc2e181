// Times pieces of work, and keeps the optimiser from seeing that nobody uses their results.

/// One figure of a run.
struct Measurement: Codable {
  /// What it was measured on.
  let workload: String
  let name: String
  let value: Double
  let unit: String
  /// How many samples it is the median of.
  let samples: Int
  /// The 99th percentile, in `unit`; nil for few samples.
  let slowest: Double?
}

/// Runs work repeatedly and notes the median.
struct Stopwatch {
  private(set) var measurements: [Measurement] = []
  /// What is being measured on.
  var workload = ""
  /// When given, only work whose name contains it is done.
  let filter: String?
  /// Whether to take less time and be less exact.
  let isQuick: Bool

  init(filter: String?, isQuick: Bool) {
    self.filter = filter
    self.isQuick = isQuick
  }

  /// Whether some work is to be done.
  func isWanted(_ name: String) -> Bool {
    filter.map { name.contains($0) } ?? true
  }

  /// Whether some of a group is to be done, whose names begin with the group's.
  func isWanted(group: String) -> Bool {
    filter.map { group.contains($0) || $0.hasPrefix(group) } ?? true
  }

  /// How often to do something that is done `count` times when there is time.
  func repetitions(_ count: Int) -> Int {
    isQuick ? max(count / 10, 1) : count
  }

  /// Times `work` for a while and notes the median time.
  ///
  /// - Parameter bytes: when given, the figure is megabytes per second, else microseconds.
  mutating func measure<Result>(_ name: String, bytes: Int? = nil, _ work: () -> Result) {
    guard isWanted(name) else { return }
    var times: [Double] = []
    let clock = ContinuousClock()
    let end = clock.now + .milliseconds(repetitions(500))
    while times.count < 3 || (clock.now < end && times.count < 100_000) {
      times.append(Self.time { blackHole(work()) })
    }
    note(name, times, bytes: bytes)
  }

  /// Notes the median of times in microseconds.
  mutating func note(_ name: String, _ times: [Double], bytes: Int? = nil) {
    let sorted = times.sorted()
    guard !sorted.isEmpty else { return }
    let (median, late) = (sorted[sorted.count / 2], sorted[sorted.count * 99 / 100])
    if let bytes {
      add(name, Double(bytes) / median, "MB/s", samples: sorted.count)
    } else {
      add(name, median, "µs", samples: sorted.count, slowest: sorted.count >= 100 ? late : nil)
    }
  }

  mutating func add(_ name: String, _ value: Double, _ unit: String, samples: Int = 1, slowest: Double? = nil) {
    measurements.append(
      Measurement(workload: workload, name: name, value: value, unit: unit, samples: samples, slowest: slowest))
  }

  /// The time that something takes, in microseconds.
  static func time(_ work: () -> Void) -> Double {
    ContinuousClock().measure(work) / .microseconds(1)
  }
}

/// Where results go: the optimiser can't know that nothing is done with them.
@inline(never) @_optimize(none)
func blackHole<Value>(_ value: Value) {
  withUnsafePointer(to: value) { _ = UnsafeRawPointer($0) }
}
