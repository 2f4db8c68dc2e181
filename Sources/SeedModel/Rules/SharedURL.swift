// The rule `shared-url`: two sources have the same title or address.

internal import SeedSyntax

/// Two sources of a study have the same title, address, short address or archive address.
///
/// Either one article was recorded twice, or a field was copied from another note and never changed. The finding stands in
/// the later note and leads to the earlier one. Differences in `http`, `www.` and a slash at the end don't count.
///
/// Before, in `s_21.md`:
///
///     "tiny url": "https://tinyurl.com/my-study-s20",
///
/// After:
///
///     "tiny url": "https://tinyurl.com/my-study-s21",
enum SharedURL: Rule {
  static let name = "shared-url"
  static let severity = Severity.information

  static func check(_ page: RulePage, _ report: (Finding) -> Void) {
    var shared: [DocumentID: [SharedText]] = [:]
    var order: [DocumentID] = []
    for text in page.summary.sharedTexts {
      let documents = page.study.documents(sharing: text.key)
      guard documents.count > 1, documents.count <= mostSources else { continue }
      for other in documents where other < page.document.id {
        guard page.study[other]?.sourceID != page.document.sourceID else { continue }
        if shared[other] == nil { order.append(other) }
        shared[other, default: []].append(text)
      }
    }
    for other in order {
      guard let texts = shared[other], let first = texts.first, let note = page.study[other] else { continue }
      var fields: [String] = []
      for text in texts where !fields.contains(text.field) { fields.append(text.field) }
      let what = fields.map { "`\($0)`" }.joined(separator: " and ")
      let verb = fields.count > 1 ? "are" : "is"
      let message = "\(what) \(verb) the same in \(note.sourceID.map { "`\($0)`" } ?? note.name)."
      report(finding(first.range, message, related: related(first, note)))
    }
  }

  /// What more notes than this share is a word for all of them: "Interview".
  private static let mostSources = 3

  private static func related(_ text: SharedText, _ note: StudyDocument) -> [RelatedPlace] {
    for (index, page) in note.summary.pages.enumerated() {
      guard let same = page.sharedTexts.first(where: { $0.key == text.key }) else { continue }
      let range = same.range.movedDown(by: note.summary.startLine(ofPage: index))
      return [RelatedPlace(document: note.id, range: range, message: "The same `\(same.field)` stands here.")]
    }
    return []
  }
}

/// A title or an address of a source.
struct SharedText: Hashable {
  /// What is compared: the kind of field and the text in a plain form.
  let key: String
  /// The field's name in the header or the block.
  let field: String
  let range: LineRange
}

extension PageSummary {
  /// The titles and addresses on the page, first those of the header.
  var sharedTexts: [SharedText] {
    guard !headerFields.isEmpty || !sourceBlocks.isEmpty else { return [] }
    var texts: [SharedText] = []
    for field in headerFields where !field.isSourceHeading {
      add(text(field.name).lowercased(), text(field.value), field.valueRange, to: &texts)
    }
    for block in sourceBlocks {
      for value in block.values where value.kind != .boolean {
        add(text(value.key.text), text(value.value.text), value.value.range, to: &texts)
      }
    }
    return texts
  }

  private func add(_ field: String, _ text: String, _ range: LineRange, to texts: inout [SharedText]) {
    let text = text.trimmingBlanks
    switch field {
    case "title":
      // One word is no title that could tell two sources apart.
      guard text.contains(where: \.isWhitespace) else { return }
      texts.append(SharedText(key: "title " + text, field: field, range: range))
    case "url", "tiny url", "archive url":
      guard text.contains("."), !text.contains(where: \.isWhitespace) else { return }
      texts.append(SharedText(key: "url " + Self.plainAddress(text), field: field, range: range))
    default:
      break
    }
  }

  private static func plainAddress(_ text: String) -> String {
    var address = Substring(text)
    for prefix in ["https://", "http://", "www."] where address.hasPrefix(prefix) {
      address = address.dropFirst(prefix.count)
    }
    return String(address.hasSuffix("/") ? address.dropLast() : address)
  }
}
