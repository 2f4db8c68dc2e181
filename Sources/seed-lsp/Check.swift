// The subcommand `check`: reads notes, checks them, mends them if asked to, and prints what was found.

internal import SeedModel
internal import SeedReport
internal import SeedRules
internal import SeedStudy
internal import SeedWorkspace

struct Check {
  private let options: CheckOptions

  init(_ options: CheckOptions) {
    self.options = options
  }

  /// The result is the exit code.
  func run() -> Int32 {
    guard
      var input = StudyInput(
        options.paths, standardInputName: options.standardInputName, selection: options.selection,
        needsNotes: !options.showsSettings, isQuiet: options.isQuiet)
    else { return 2 }
    let code = run(&input)
    // The process is about to end: to take the studies apart note by note would be work for nothing.
    return withExtendedLifetime(input) { CurrentProcess.end(code) }
  }

  private func run(_ input: inout StudyInput) -> Int32 {
    if options.showsSettings { return finish(Array(SettingsText(input.loaded).text.utf8), code: 0) }
    let progress = ProgressLine("checking notes")
    for index in input.loaded.studies.indices {
      _ = input.loaded.studies[index].checked.refreshFindings(by: onAllCores)
    }
    var mending: Mending?
    if options.fixing != .none {
      progress.update("mending notes")
      mending = Mending(&input, documents(input), options.selection, writes: options.fixing == .write)
    }
    progress.end()
    CommandLineTool.report((mending?.errors ?? []).map { "error: \($0)" })
    let isComplete = input.loaded.errors.isEmpty && mending?.errors.isEmpty != false
    if options.fixing == .diff, let mending {
      if !options.isQuiet { CommandLineTool.report([mending.prospect]) }
      return finish(shown(mending.diff), code: !isComplete ? 2 : mending.diff.isEmpty ? 0 : 1)
    }
    let result = CheckResult(
      zip(input.loaded.studies, documents(input)).map { ($0.checked, $1) }, configurations: configurations(input),
      selection: options.selection, errorOn: options.errorOn, isComplete: isComplete)
    let code: Int32 = !isComplete ? 2 : result.hasFailed ? 1 : 0
    let output = report(result, input, mending)
    guard let mending, let note = input.standardInput else { return finish(output, code: code) }
    // Who pipes a note through wants it back, whether or not it changed.
    StandardStream.error.write(output)
    return finish(mending.text(of: note.name) ?? input.texts.replacement(of: note.name) ?? [], code: code)
  }

  /// Whether only the note on standard input is told of.
  private func isAboutStandardInput(_ input: StudyInput) -> Bool {
    input.standardInput != nil && options.paths.isEmpty
  }

  /// The notes to tell of, for each study.
  private func documents(_ input: StudyInput) -> [[DocumentID]] {
    input.loaded.studies.enumerated().map { index, study in
      guard isAboutStandardInput(input), let note = input.standardInput else {
        let own = input.standardInput.flatMap { $0.study == index ? $0.document : nil }
        return study.notes.filter { input.isGiven($0.path) || $0.document == own }.map(\.document)
      }
      return note.study == index ? [note.document] : []
    }
  }

  /// The configuration files and what is wrong with them.
  private func configurations(_ input: StudyInput) -> [(path: String, findings: [Finding])] {
    guard !isAboutStandardInput(input) else { return [] }
    return input.loaded.configurations.map { (StudyInput.name(ofPath: $0.path), $0.findings) }
  }

  private func finish(_ output: [UInt8], code: Int32) -> Int32 {
    CommandLineTool.finish(output, to: options.outputFile, code: code)
  }

  /// A diff as it is for a file or a pipe; on a terminal without what a terminal would obey.
  private func shown(_ diff: [UInt8]) -> [UInt8] {
    guard options.outputFile == nil, StandardStream.output.isTerminal else { return diff }
    // By bytes: `\r\n` is one character, and would hide its line break.
    let lines = diff.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map { line in
      line.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false)
        .map { String(decoding: $0, as: UTF8.self).printable }.joined(separator: "\t")
    }
    return Array(lines.joined(separator: "\n").utf8)
  }

  // MARK: - Findings

  /// The findings in the wanted format. What else there is to say goes with them to people, and past them to standard error
  /// for programs.
  private func report(_ result: CheckResult, _ input: StudyInput, _ mending: Mending?) -> [UInt8] {
    let report = FindingReport(result, style: style) { input.texts.lines(of: result.path(of: $0)) }
    let findings = report.bytes(in: options.format)
    let statistics = options.hasStatistics ? result.statisticsText : ""
    guard options.format.isForPeople else {
      StandardStream.error.write(statistics)
      if let mending, !options.isQuiet { CommandLineTool.report([mending.summary]) }
      return findings
    }
    var output = statistics
    if !options.isQuiet {
      if let mending { output += mending.summary + "\n" }
      if result.counts.isEmpty, input.isWhole, !isAboutStandardInput(input) { output += summary(input) }
      output += result.summaryText + "\n"
      if !input.loaded.errors.isEmpty, !result.counts.isEmpty {
        output += "Not everything could be read: what is defined there looks undefined.\n"
      }
    }
    return findings + Array(output.utf8)
  }

  /// What the studies consist of, each under its name if there are several.
  private func summary(_ input: StudyInput) -> String {
    let studies = input.loaded.studies
    return studies.map { study in
      let heading = studies.count > 1 ? StudyInput.name(ofPath: study.ownFolder) + ":\n" : ""
      return heading + StudySummary(study.checked).text
    }.joined()
  }

  private var style: TextStyle {
    let columns = options.outputFile == nil ? StandardStream.output.columns : nil
    return TextStyle(hasColours: hasColours, columns: columns ?? 120)
  }

  /// Whether to colour: see https://no-color.org and https://force-color.org.
  private var hasColours: Bool {
    func isSet(_ name: String) -> Bool { !(CurrentProcess.environment(name) ?? "").isEmpty }
    if isSet("NO_COLOR") { return false }
    if isSet("FORCE_COLOR") { return CurrentProcess.environment("FORCE_COLOR") != "0" }
    return options.outputFile == nil && StandardStream.output.isTerminal && CurrentProcess.environment("TERM") != "dumb"
  }
}
