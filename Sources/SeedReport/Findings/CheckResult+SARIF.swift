// Findings in the Static Analysis Results Interchange Format (OASIS, SARIF 2.1.0): one log with one run.

internal import JSON
internal import SeedModel
internal import SeedRules
internal import SeedStudy
internal import SeedSyntax

extension CheckResult {
  var sarif: [UInt8] {
    var writer = JSONWriter()
    writer.beginObject()
    writer.member(
      "$schema", "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json")
    writer.member("version", "2.1.0")
    writer.writeKey("runs")
    writer.beginArray()
    writeRun(to: &writer)
    writer.endArray()
    writer.endObject()
    return writer.bytes + [ASCII.newline]
  }

  private func writeRun(to writer: inout JSONWriter) {
    let rules = describedRules
    let indices = Dictionary(rules.enumerated().map { ($1.name, $0) }) { first, _ in first }
    writer.beginObject()
    writeTool(rules, to: &writer)
    writer.writeKey("invocations")
    writer.beginArray()
    writer.beginObject()
    writer.member("executionSuccessful", isComplete)
    writer.endObject()
    writer.endArray()
    // Section 3.14.17: what a column counts; section 3.14.18: what ends a line.
    writer.member("columnKind", "utf16CodeUnits")
    writer.writeKey("newlineSequences")
    writer.beginArray()
    for sequence in ["\r\n", "\n", "\r"] { writer.write(sequence) }
    writer.endArray()
    writer.writeKey("results")
    writer.beginArray()
    forEachFinding { finding, note in
      write(finding, in: note, rule: indices[finding.rule], to: &writer)
    }
    writer.endArray()
    writer.endObject()
  }

  /// The rules that were asked for, and any other that a finding names.
  private var describedRules: [RuleDescription] {
    var rules = rules
    var known = Set(rules.map(\.name))
    forEachFinding { finding, _ in
      guard known.insert(finding.rule).inserted else { return }
      rules.append(RuleDescription(name: finding.rule, severity: finding.severity))
    }
    return rules
  }

  private func writeTool(_ rules: [RuleDescription], to writer: inout JSONWriter) {
    writer.writeKey("tool")
    writer.beginObject()
    writer.writeKey("driver")
    writer.beginObject()
    writer.member("name", "seed-lsp")
    writer.member("version", seedVersion)
    writer.member("semanticVersion", seedVersion)
    writer.writeKey("rules")
    writer.beginArray()
    for rule in rules { write(rule, to: &writer) }
    writer.endArray()
    writer.endObject()
    writer.endObject()
  }

  private func write(_ rule: RuleDescription, to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("id", rule.name)
    writer.writeMessage("shortDescription", rule.summary)
    let documentation = rule.documentation ?? rule.summary
    writer.writeMessage("fullDescription", documentation)
    writer.writeKey("help")
    writer.beginObject()
    writer.member("text", documentation)
    writer.member("markdown", documentation)
    writer.endObject()
    writer.writeKey("defaultConfiguration")
    writer.beginObject()
    if !rule.isOnByDefault { writer.member("enabled", false) }
    writer.member("level", rule.severity.sarifLevel)
    writer.endObject()
    writer.endObject()
  }

  private func write(_ finding: Finding, in note: Note, rule: Int?, to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("ruleId", finding.rule)
    writer.member("ruleIndex", rule)
    writer.member("level", finding.severity.sarifLevel)
    writer.writeMessage("message", finding.message)
    writer.writeKey("locations")
    writer.beginArray()
    writer.beginObject()
    writePlace(finding.range, in: note.path, to: &writer)
    writer.endObject()
    writer.endArray()
    if !finding.related.isEmpty {
      writer.writeKey("relatedLocations")
      writer.beginArray()
      for (index, related) in finding.related.enumerated() {
        writer.beginObject()
        writer.member("id", index + 1)
        writePlace(related.range, in: path(of: related.document), to: &writer)
        writer.writeMessage("message", related.message)
        writer.endObject()
      }
      writer.endArray()
    }
    // Section 3.55.3: a fix changes something, so one without edits is none.
    let fixes = finding.fixes.filter { !$0.edits.isEmpty }
    if !fixes.isEmpty {
      writer.writeKey("fixes")
      writer.beginArray()
      for fix in fixes { write(fix, in: note.path, to: &writer) }
      writer.endArray()
    }
    writer.endObject()
  }

  private func write(_ fix: Fix, in path: String, to writer: inout JSONWriter) {
    writer.beginObject()
    writer.writeMessage("description", fix.title)
    writer.writeKey("artifactChanges")
    writer.beginArray()
    writer.beginObject()
    writeArtifact(path, to: &writer)
    writer.writeKey("replacements")
    writer.beginArray()
    for edit in fix.edits {
      writer.beginObject()
      writeRegion("deletedRegion", edit.range, to: &writer)
      writer.writeMessage("insertedContent", edit.newText)
      writer.endObject()
    }
    writer.endArray()
    writer.endObject()
    writer.endArray()
    writer.writeKey("properties")
    writer.beginObject()
    writer.member("safe", fix.isSafe)
    writer.endObject()
    writer.endObject()
  }

  private func writePlace(_ range: LineRange, in path: String, to writer: inout JSONWriter) {
    writer.writeKey("physicalLocation")
    writer.beginObject()
    writeArtifact(path, to: &writer)
    writeRegion("region", range, to: &writer)
    writer.endObject()
  }

  private func writeArtifact(_ path: String, to writer: inout JSONWriter) {
    writer.writeKey("artifactLocation")
    writer.beginObject()
    writer.member("uri", Self.uri(of: path))
    writer.endObject()
  }

  /// Section 3.30: lines and columns count from 1, and the end column is the one behind the last character.
  private func writeRegion(_ key: StaticString, _ range: LineRange, to writer: inout JSONWriter) {
    let start = ReportPosition(range.start)
    let end = ReportPosition(range.end)
    writer.writeKey(key)
    writer.beginObject()
    writer.member("startLine", start.line)
    writer.member("startColumn", start.column)
    writer.member("endLine", end.line)
    writer.member("endColumn", end.column)
    writer.endObject()
  }

  /// A path as a URI (RFC 3986), relative if the path is.
  static func uri(of path: String) -> String {
    var uri = path.utf8.first == UInt8(ascii: "/") ? "file://" : ""
    for byte in path.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
        UInt8(ascii: "~"), UInt8(ascii: "/"):
        uri.unicodeScalars.append(UnicodeScalar(byte))
      default:
        let digits = String(byte, radix: 16, uppercase: true)
        uri += digits.utf8.count == 1 ? "%0" + digits : "%" + digits
      }
    }
    return uri
  }
}

extension JSONWriter {
  /// A member that is an object with a `text`: SARIF's messages and contents.
  fileprivate mutating func writeMessage(_ key: StaticString, _ text: String) {
    writeKey(key)
    beginObject()
    member("text", text)
    endObject()
  }
}

extension Severity {
  /// Section 3.27.10.
  fileprivate var sarifLevel: String {
    switch self {
    case .error: "error"
    case .warning: "warning"
    case .information, .hint: "note"
    }
  }
}
