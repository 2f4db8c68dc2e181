// What a run of the benchmarks is asked for.

import Foundation

/// The arguments of `seed-bench`.
struct BenchmarkArguments {
  static let help = """
    Usage: seed-bench [FOLDER] [options]

    Measures the engine and the server on the notes of FOLDER, on synthetic notes, or on both; without either, on `seeds` and
    on 100 synthetic notes. Build it with optimisation (-c release); figures are medians. For start-up and memory, seed-lsp is
    run as it was built beside seed-bench. On one core (taskset -c 1) the figures of the server are steadier.

      --notes N,…        also measure on N notes that are made for it, always the same, with planted mistakes
      --only TEXT        only measure what has TEXT in its name
      --quick            take a tenth of the time
      --json FILE        write the figures to FILE as well
      --compare FILE     show by how much they differ from those that an earlier run wrote to FILE
      --keystrokes N     type N characters into one of the synthetic notes and show nothing: to count instructions
    """

  private(set) var showsHelp = false
  private(set) var isQuick = false
  private(set) var filter: String?
  private(set) var file: String?
  private(set) var comparison: String?
  private(set) var keystrokes: Int?
  private(set) var noteCounts: [Int] = []
  private var folder: String?

  init(_ arguments: some Sequence<String>) throws {
    var rest = Array(arguments)[...]
    func value(_ option: String) throws -> String {
      guard let value = rest.popFirst() else { throw BenchmarkError("\(option) needs a value") }
      return value
    }
    func number(_ text: String) throws -> Int {
      guard let number = Int(text), number > 0 else { throw BenchmarkError("\(text) is no number of this kind") }
      return number
    }
    while let argument = rest.popFirst() {
      switch argument {
      case "--help": showsHelp = true
      case "--quick": isQuick = true
      case "--only": filter = try value(argument)
      case "--json": file = try value(argument)
      case "--compare": comparison = try value(argument)
      case "--keystrokes": keystrokes = try number(value(argument))
      case "--notes": noteCounts = try value(argument).split(separator: ",").map { try number(String($0)) }
      case _ where argument.hasPrefix("-"): throw BenchmarkError("unknown option \(argument); see --help")
      default: folder = argument
      }
    }
  }

  /// What is measured on.
  var workloads: [Workload] {
    get throws {
      guard folder != nil || !noteCounts.isEmpty else {
        return [try Workload(folder: "seeds"), Workload(synthetic: 100)]
      }
      return try [folder].compactMap { try $0.map { try Workload(folder: $0) } }
        + noteCounts.map { Workload(synthetic: $0) }
    }
  }
}

/// Why nothing could be measured.
struct BenchmarkError: Error, CustomStringConvertible {
  let description: String

  init(_ description: String) { self.description = description }
}
