// The codes of a study as JSON. Programs rely on the names of its members: add some, but change and remove none.
//
// [{"name","kind","displayName","definitions":[{"path","line","column","role"}],"uses":[…],
//   "decisions":["…"],"options":[{"option","texts":["…"]}],"forces":[{"force","impact"}],
//   "links":[{"to","stereotype","text"}],"sources":["s1"]}]
//
// Where there are several studies, a code has a member "study" with the folder of its own.
//
// Lines and columns count from 1, columns in UTF-16 units. What a note doesn't say is null.

internal import JSON
internal import SeedModel
internal import SeedStudy
internal import SeedSyntax

extension CodeReport {
  /// An array with a code on each line; `[]` if there are none.
  var json: [UInt8] {
    guard !codes.isEmpty else { return Array("[]\n".utf8) }
    let lines = codes.map { code in
      var writer = JSONWriter()
      Self.write(code, to: &writer)
      return writer.bytes
    }
    return Array("[\n".utf8) + lines.joined(separator: Array(",\n".utf8)) + Array("\n]\n".utf8)
  }

  private static func write(_ code: Code, to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("name", code.name)
    writer.writeKey("kind")
    code.kind.encode(to: &writer)
    writer.writeKey("displayName")
    code.displayName.encode(to: &writer)
    writer.writeKey("definitions")
    write(code.definitions, to: &writer)
    writer.writeKey("uses")
    write(code.uses, to: &writer)
    writer.writeKey("decisions")
    code.decisions.encode(to: &writer)
    writer.writeKey("options")
    writer.beginArray()
    for option in code.options {
      writer.beginObject()
      writer.member("option", option.name)
      writer.writeKey("texts")
      option.texts.encode(to: &writer)
      writer.endObject()
    }
    writer.endArray()
    writer.writeKey("forces")
    writer.beginArray()
    for force in code.forces {
      writer.beginObject()
      writer.member("force", force.name)
      writer.writeKey("impact")
      force.impact.encode(to: &writer)
      writer.endObject()
    }
    writer.endArray()
    writer.writeKey("links")
    writer.beginArray()
    for link in code.links {
      writer.beginObject()
      writer.member("to", link.name)
      writer.writeKey("stereotype")
      link.stereotype.encode(to: &writer)
      writer.writeKey("text")
      link.text.encode(to: &writer)
      writer.endObject()
    }
    writer.endArray()
    writer.writeKey("sources")
    code.sources.encode(to: &writer)
    if let study = code.study { writer.member("study", study) }
    writer.endObject()
  }

  private static func write(_ places: [Place], to writer: inout JSONWriter) {
    writer.beginArray()
    for place in places {
      writer.beginObject()
      writer.member("path", place.path)
      writer.member("line", place.line)
      writer.member("column", place.column)
      writer.member("role", place.role.reportName)
      writer.endObject()
    }
    writer.endArray()
  }
}

extension Role {
  /// What the role is called in reports, in the manner of the rules' names.
  fileprivate var reportName: String {
    switch self {
    case .definition: "definition"
    case .linkDefinition: "link-definition"
    case .decision: "decision"
    case .option: "option"
    case .subject: "subject"
    case .force: "force"
    case .linkFrom: "link-from"
    case .linkTo: "link-to"
    case .listItem: "list-item"
    case .value: "value"
    case .superclass: "superclass"
    case .importedName: "import"
    case .label: "label"
    case .metaclass: "metaclass"
    case .impact: "impact"
    case .stereotype: "stereotype"
    case .function: "function"
    case .association: "association"
    case .listedMention: "listed-mention"
    case .mention: "mention"
    }
  }
}
