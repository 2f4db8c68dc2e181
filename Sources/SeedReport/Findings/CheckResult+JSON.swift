// Findings as JSON. Programs rely on the names of its members: add some, but change and remove none.
//
// {"rule","severity","path","range":{"start":{"line","column"},"end":{…}},"message",
//  "related":[{"path","range","message"}],"fix":{"title","safe","edits":[{"range","newText"}]}}
//
// Lines and columns count from 1, columns in UTF-16 units; an end is the place behind the last character. `fix` is null where
// there is none. Paths have `/` between their parts.

internal import JSON
internal import SeedModel
internal import SeedRules
internal import SeedStudy
internal import SeedSyntax

extension CheckResult {
  /// An array with a finding on each line; `[]` if there are none.
  var json: [UInt8] {
    let lines = findingLines
    guard let first = lines.first else { return Array("[]\n".utf8) }
    var text = Array("[\n".utf8) + first
    text.reserveCapacity(lines.reduce(8) { $0 + $1.count + 2 })
    // To join sequences of bytes would take them one by one.
    for line in lines.dropFirst() {
      text += ",\n".utf8
      text += line
    }
    return text + Array("\n]\n".utf8)
  }

  /// One object on each line (https://jsonlines.org); nothing if there are no findings.
  var jsonLines: [UInt8] {
    findingLines.flatMap { $0 + [ASCII.newline] }
  }

  private var findingLines: [[UInt8]] {
    var lines: [[UInt8]] = []
    forEachFinding { finding, note in
      var writer = JSONWriter()
      write(finding, in: note, to: &writer)
      lines.append(writer.bytes)
    }
    return lines
  }

  private func write(_ finding: Finding, in note: Note, to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("rule", finding.rule)
    writer.member("severity", finding.severity.name)
    writer.member("path", note.path)
    write(finding.range, to: &writer)
    writer.member("message", finding.message)
    writer.writeKey("related")
    writer.beginArray()
    for related in finding.related {
      writer.beginObject()
      writer.member("path", path(of: related.document))
      write(related.range, to: &writer)
      writer.member("message", related.message)
      writer.endObject()
    }
    writer.endArray()
    writer.writeKey("fix")
    if let fix = finding.preferredFix { write(fix, to: &writer) } else { writer.writeNull() }
    writer.endObject()
  }

  private func write(_ fix: Fix, to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("title", fix.title)
    writer.member("safe", fix.isSafe)
    writer.writeKey("edits")
    writer.beginArray()
    for edit in fix.edits {
      writer.beginObject()
      write(edit.range, to: &writer)
      writer.member("newText", edit.newText)
      writer.endObject()
    }
    writer.endArray()
    writer.endObject()
  }

  private func write(_ range: LineRange, to writer: inout JSONWriter) {
    writer.writeKey("range")
    writer.beginObject()
    writer.writeKey("start")
    write(range.start, to: &writer)
    writer.writeKey("end")
    write(range.end, to: &writer)
    writer.endObject()
  }

  private func write(_ position: LinePosition, to writer: inout JSONWriter) {
    let position = ReportPosition(position)
    writer.beginObject()
    writer.member("line", position.line)
    writer.member("column", position.column)
    writer.endObject()
  }
}
