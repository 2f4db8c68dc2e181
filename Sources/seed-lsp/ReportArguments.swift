// Reads the arguments of `report`.

internal import SeedReport

struct ReportOptions: Equatable {
  var kind = ReportKind.codes
  /// One of the kind's formats; nil for the standard one.
  var format: String?
  /// The decision to draw; nil for all.
  var decision: String?
  /// Files and folders; the current folder if there is none.
  var paths: [String] = []
  /// Where to write; nil for standard output.
  var outputFile: String?
}

extension Invocation {
  static func report(_ arguments: ArraySlice<String>) throws(UsageError) -> Invocation {
    var options = ReportOptions()
    var kind: ReportKind?
    var format: String?
    var reader = OptionReader(.report, arguments)
    while let argument = try reader.next() {
      switch argument {
      case .operand(let name) where kind == nil: kind = try reportKind(name)
      case .operand(let path): options.paths.append(path)
      case .option(.format, let value): format = value
      case .option(.decision, let name): options.decision = name
      case .option(.outputFile, let file): options.outputFile = file
      case .option(.help, _): return .help(.report)
      case .option(.version, _): return .version
      case .option: break
      }
    }
    guard let kind else { throw UsageError(message: "no report given", advice: "It is one of \(reportKinds).") }
    options.kind = kind
    options.format = format
    if let format, !kind.formats.contains(format) {
      throw UsageError(
        message: "`\(format)` is no format of `seed-lsp report \(kind.rawValue)`",
        advice: "It is one of \(kind.formats.map { "`\($0)`" }.joined(separator: ", ")).")
    }
    guard options.decision == nil || kind == .diagram else {
      throw UsageError(
        message: "`--decision` is for `seed-lsp report diagram`", advice: "Leave it out, or print a diagram.")
    }
    return .report(options)
  }

  private static var reportKinds: String {
    ReportKind.allCases.map { "`\($0.rawValue)`" }.joined(separator: ", ")
  }

  private static func reportKind(_ name: String) throws(UsageError) -> ReportKind {
    guard let kind = ReportKind(rawValue: name) else {
      throw UsageError(
        message: "`\(name)` is no report",
        advice: Suggestion.sentence(for: name, among: ReportKind.allCases.map(\.rawValue))
          ?? "It is one of \(reportKinds).")
    }
    return kind
  }
}
