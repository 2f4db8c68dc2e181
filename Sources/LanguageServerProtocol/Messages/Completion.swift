// What could be typed here (LSP 3.18, Completion Request).

package import JSON

extension Method {
  package static let completion = Method(rawValue: "textDocument/completion")
  package static let resolveCompletionItem = Method(rawValue: "completionItem/resolve")
}

/// The icon. Those above ``reference`` only for clients that list them.
package enum CompletionItemKind: Int, Hashable, Sendable {
  case text = 1
  case method = 2
  case function = 3
  case constructor = 4
  case field = 5
  case variable = 6
  case `class` = 7
  case interface = 8
  case module = 9
  case property = 10
  case unit = 11
  case value = 12
  case `enum` = 13
  case keyword = 14
  case snippet = 15
  case color = 16
  case file = 17
  case reference = 18
  case folder = 19
  case enumMember = 20
  case constant = 21
  case `struct` = 22
  case event = 23
  case `operator` = 24
  case typeParameter = 25
}

/// How the new text is meant.
package enum InsertTextFormat: Int, Hashable, Sendable {
  case plainText = 1
  /// With tab stops such as `$1` and `${2:name}`. Only for clients with `snippetSupport`.
  case snippet = 2
}

/// What stands beside a label. Only for clients with `labelDetailsSupport`.
package struct CompletionItemLabelDetails: Hashable, Sendable {
  /// Directly after the label.
  package var detail: String?
  /// At the end of the line.
  package var description: String?

  package init(detail: String? = nil, description: String? = nil) {
    self.detail = detail
    self.description = description
  }
}

extension CompletionItemLabelDetails: JSONEncodable {
  package func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("detail", detail)
    writer.member("description", description)
    writer.endObject()
  }
}

/// The edit that a completion makes.
package enum CompletionEdit: Hashable, Sendable {
  case edit(TextEdit)
  /// The user chooses whether the rest of the word is kept. Only for clients with `insertReplaceSupport`. Both ranges
  /// start at the same place; the first is a part of the second.
  case insertOrReplace(newText: String, insert: PositionRange, replace: PositionRange)
}

extension CompletionEdit: JSONEncodable {
  package func encode(to writer: inout JSONWriter) {
    switch self {
    case .edit(let edit):
      edit.encode(to: &writer)
    case .insertOrReplace(let newText, let insert, let replace):
      writer.beginObject()
      writer.member("newText", newText)
      writer.member("insert", insert)
      writer.member("replace", replace)
      writer.endObject()
    }
  }
}

/// One proposal.
package struct CompletionItem: Hashable, Sendable {
  package var label: String
  package var labelDetails: CompletionItemLabelDetails?
  package var kind: CompletionItemKind?
  package var detail: String?
  package var documentation: MarkupContent?
  /// What the list is ordered by; the label if it is nil.
  package var sortText: String?
  /// What the typed text is compared with; the label if it is nil.
  package var filterText: String?
  package var insertTextFormat: InsertTextFormat?
  package var textEdit: CompletionEdit?
  /// The new text where the range comes from ``CompletionItemDefaults``.
  package var textEditText: String?
  package var command: Command?
  /// Comes back unchanged with `completionItem/resolve`.
  package var data: JSONValue?

  package init(
    label: String,
    labelDetails: CompletionItemLabelDetails? = nil,
    kind: CompletionItemKind? = nil,
    detail: String? = nil,
    documentation: MarkupContent? = nil,
    sortText: String? = nil,
    filterText: String? = nil,
    insertTextFormat: InsertTextFormat? = nil,
    textEdit: CompletionEdit? = nil,
    textEditText: String? = nil,
    command: Command? = nil,
    data: JSONValue? = nil
  ) {
    self.label = label
    self.labelDetails = labelDetails
    self.kind = kind
    self.detail = detail
    self.documentation = documentation
    self.sortText = sortText
    self.filterText = filterText
    self.insertTextFormat = insertTextFormat
    self.textEdit = textEdit
    self.textEditText = textEditText
    self.command = command
    self.data = data
  }
}

extension CompletionItem: JSONEncodable {
  package func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("label", label)
    writer.member("labelDetails", labelDetails)
    writer.member("kind", kind)
    writer.member("detail", detail)
    writer.member("documentation", documentation)
    writer.member("sortText", sortText)
    writer.member("filterText", filterText)
    writer.member("insertTextFormat", insertTextFormat)
    writer.member("textEdit", textEdit)
    writer.member("textEditText", textEditText)
    writer.member("command", command)
    writer.member("data", data)
    writer.endObject()
  }
}

/// What all items of a list have in common, to keep long lists short. Only members that the client lists in its
/// `completionList.itemDefaults` may be set.
package struct CompletionItemDefaults: Hashable, Sendable {
  package enum EditRange: Hashable, Sendable {
    case range(PositionRange)
    case insertOrReplace(insert: PositionRange, replace: PositionRange)
  }

  package var editRange: EditRange?
  package var insertTextFormat: InsertTextFormat?
  package var data: JSONValue?

  package init(
    editRange: EditRange? = nil, insertTextFormat: InsertTextFormat? = nil,
    data: JSONValue? = nil
  ) {
    self.editRange = editRange
    self.insertTextFormat = insertTextFormat
    self.data = data
  }
}

extension CompletionItemDefaults: JSONEncodable {
  package func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("editRange", editRange)
    writer.member("insertTextFormat", insertTextFormat)
    writer.member("data", data)
    writer.endObject()
  }
}

extension CompletionItemDefaults.EditRange: JSONEncodable {
  package func encode(to writer: inout JSONWriter) {
    switch self {
    case .range(let range):
      range.encode(to: &writer)
    case .insertOrReplace(let insert, let replace):
      writer.beginObject()
      writer.member("insert", insert)
      writer.member("replace", replace)
      writer.endObject()
    }
  }
}

/// The answer to `textDocument/completion`.
package struct CompletionList: Hashable, Sendable {
  /// Whether typing on can bring up items that are not in the list.
  package var isIncomplete: Bool
  package var itemDefaults: CompletionItemDefaults?
  package var items: [CompletionItem]

  package init(isIncomplete: Bool, itemDefaults: CompletionItemDefaults? = nil, items: [CompletionItem]) {
    self.isIncomplete = isIncomplete
    self.itemDefaults = itemDefaults
    self.items = items
  }
}

extension CompletionList: JSONEncodable {
  package func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("isIncomplete", isIncomplete)
    writer.member("itemDefaults", itemDefaults)
    writer.member("items", items)
    writer.endObject()
  }
}

/// When the client shall ask for completions.
package struct CompletionOptions: Hashable, Sendable {
  package var triggerCharacters: [String]?
  package var resolveProvider: Bool

  package init(
    triggerCharacters: [String]? = nil,
    resolveProvider: Bool = false
  ) {
    self.triggerCharacters = triggerCharacters
    self.resolveProvider = resolveProvider
  }
}

extension CompletionOptions: JSONEncodable {
  package func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("triggerCharacters", triggerCharacters)
    writer.flag("resolveProvider", resolveProvider)
    writer.endObject()
  }
}

extension TextDocumentClientCapabilities {
  package struct Completion: Hashable, Sendable {
    package var snippets: Bool
    package var insertReplace: Bool
    package var labelDetails: Bool
    /// The formats of documentation, in the client's order of preference; nil for a client that says nothing.
    package var documentationFormats: [MarkupKind]?
    /// The kinds of item that it can show; nil for those from 1 to 18.
    package var itemKinds: [Int]?
    /// The members that ``CompletionItemDefaults`` may have.
    package var itemDefaults: Set<String>
    /// The members that may be left to `completionItem/resolve`.
    package var resolvableProperties: Set<String>

    init(_ capability: Capability) {
      let item = capability["completionItem"]
      snippets = item["snippetSupport"].flag
      insertReplace = item["insertReplaceSupport"].flag
      labelDetails = item["labelDetailsSupport"].flag
      documentationFormats = item["documentationFormat"].formats
      itemKinds = capability["completionItemKind"]["valueSet"].numbers
      itemDefaults = Set(capability["completionList"]["itemDefaults"].words ?? [])
      resolvableProperties = Set(item["resolveSupport"]["properties"].words ?? [])
    }
  }
}
