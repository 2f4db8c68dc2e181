// The codebook of a study: Markdown that a researcher can put into an appendix.

internal import SeedModel
package import SeedStudy

/// All codes by kind, each with what it is called, where it is defined, which sources are coded with it and its relations.
package struct Codebook: FormattedReport, Sendable {
  package enum Format: String, ReportFormat {
    case markdown
  }

  private let studies: [(name: String, codes: [CodeReport.Code])]
  private let addresses: [[String: String]]

  /// - Parameters:
  ///   - studies: with their names, which become headings if there are several.
  ///   - addresses: for each study the addresses of files by their paths; a file without one is linked to by its path.
  package init(_ studies: [(name: String, study: Study)], addresses: [[String: String]] = []) {
    self.studies = studies.map { ($0.name, CodeReport($0.study).codes) }
    self.addresses = addresses
  }

  package func bytes(in format: Format) -> [UInt8] {
    switch format {
    case .markdown: Array(markdown.utf8)
    }
  }

  /// Kinds are in the order of the study's summary, codes in natural order of their names.
  private var markdown: String {
    var lines = ["# Codebook"]
    for (index, study) in studies.enumerated() {
      if studies.count > 1 { lines += ["", "## \(study.name.markdownText)"] }
      let addresses = addresses.indices.contains(index) ? addresses[index] : [:]
      lines += StudySection(codes: study.codes, level: studies.count > 1 ? 3 : 2, addresses: addresses).lines
    }
    return lines.map { $0 + "\n" }.joined()
  }
}

/// What a codebook says of one study.
private struct StudySection {
  private let codes: [CodeReport.Code]
  /// The level of the headings of kinds.
  private let level: Int
  private let displayNames: [String: String]
  private let addresses: [String: String]
  /// What acts on each force, in the order of the codes.
  private var actors: [String: [(code: String, mark: String)]] = [:]

  init(codes: [CodeReport.Code], level: Int, addresses: [String: String]) {
    self.codes = codes
    self.addresses = addresses
    self.level = level
    displayNames = Dictionary(codes.map { ($0.name, $0.displayName ?? "") }) { first, _ in first }
    for code in codes {
      for force in code.forces { actors[force.name, default: []].append((code.name, force.mark)) }
    }
  }

  var lines: [String] {
    guard !codes.isEmpty else { return ["", "No codes."] }
    let kinds = Dictionary(grouping: codes, by: \.kind).sorted {
      StudySummary.order($0.key) < StudySummary.order($1.key)
    }
    return kinds.flatMap { kind, codes in
      ["", heading(level, title(of: kind))] + codes.flatMap { [""] + entry($0) }
    }
  }

  private func entry(_ code: CodeReport.Code) -> [String] {
    let title = (code.displayName ?? "").markdownText
    var lines = [heading(level + 1, title.isEmpty ? code.name.markdownText : title), ""]
    lines.append("- Code: \(span(code.name))")
    lines.append("- Defined in: \(code.definitions.map(link).joined(separator: ", "))")
    if !code.sources.isEmpty {
      lines.append("- Coded in: \(code.sources.map(\.markdownText).joined(separator: ", "))")
    }
    lines += list("Option of", code.decisions.map { mention($0) })
    lines += list(
      "Options", code.options.map { mention($0.name, $0.texts.map(\.markdownText).joined(separator: "; ")) })
    lines += list("Forces", code.forces.map { mention($0.name, span($0.mark)) })
    lines += list("Acted on by", (actors[code.name] ?? []).map { mention($0.code, span($0.mark)) })
    lines += list(
      "Linked to",
      code.links.map { link in
        mention(link.name, [link.stereotype, link.text].compactMap { $0?.markdownText }.joined(separator: "; "))
      })
    return lines
  }

  private func list(_ title: String, _ items: [String]) -> [String] {
    items.isEmpty ? [] : ["- \(title):"] + items.map { "  - \($0)" }
  }

  /// A code with its display name, and what is said about it here.
  private func mention(_ name: String, _ remark: String = "") -> String {
    // The name comes first: a display name such as "1. Cache" would start a list of its own.
    let displayName = (displayNames[name] ?? "").markdownText
    return span(name) + (displayName.isEmpty ? "" : " " + displayName) + (remark.isEmpty ? "" : ": " + remark)
  }

  private func heading(_ level: Int, _ text: String) -> String {
    String(repeating: "#", count: level) + " " + text
  }

  private func title(of kind: String?) -> String {
    guard let kind else { return "Codes of no kind" }
    let words = Plural.plural(of: kind.split(separator: "_").joined(separator: " "))
    return (words.prefix(1).uppercased() + words.dropFirst()).markdownText
  }

  /// A code span, in which only the backtick is a mark; empty for an empty text.
  private func span(_ text: String) -> String {
    let shown = text.oneLine.map { $0 == "`" ? "'" : String($0) }.joined()
    return shown.isEmpty ? "" : "`\(shown)`"
  }

  private func link(_ place: CodeReport.Place) -> String {
    // Brackets would end the link before the address does.
    let address = addresses[place.path]?.map { $0 == "(" ? "%28" : $0 == ")" ? "%29" : String($0) }.joined()
    let reference = address ?? Self.reference(to: place.path)
    return "[\(place.path.markdownText), line \(place.line)](\(reference)#L\(place.line))"
  }

  /// A path as a relative reference (RFC 3986, section 4.2), of which the first part may hold no colon.
  private static func reference(to path: String) -> String {
    let digits = Array("0123456789ABCDEF".utf8)
    var bytes: [UInt8] = []
    for byte in path.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
        UInt8(ascii: "~"), UInt8(ascii: "/"):
        bytes.append(byte)
      default:
        bytes += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
