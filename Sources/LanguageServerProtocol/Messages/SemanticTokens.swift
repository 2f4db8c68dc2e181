// Colours by meaning (LSP 3.18, Semantic Tokens).

package import JSON

extension Method {
  package static let semanticTokens = Method(rawValue: "textDocument/semanticTokens/full")
  package static let semanticTokensDelta = Method(rawValue: "textDocument/semanticTokens/full/delta")
  package static let semanticTokensRange = Method(rawValue: "textDocument/semanticTokens/range")
  package static let refreshSemanticTokens = Method(rawValue: "workspace/semanticTokens/refresh")
}

/// What the numbers in the tokens mean.
package struct SemanticTokensLegend: Hashable, Sendable {
  package var tokenTypes: [String]
  package var tokenModifiers: [String]

  package init(tokenTypes: [String], tokenModifiers: [String]) {
    self.tokenTypes = tokenTypes
    self.tokenModifiers = tokenModifiers
  }
}

extension SemanticTokensLegend: JSONEncodable {
  package func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("tokenTypes", tokenTypes)
    writer.member("tokenModifiers", tokenModifiers)
    writer.endObject()
  }
}

/// All tokens of a document or a part of it, as the answer to `textDocument/semanticTokens/full` or `…/range`.
package struct SemanticTokens: Hashable, Sendable {
  package var resultID: String?
  /// Five numbers for each token: lines since the token before, columns since its start if it is on the same line,
  /// length, type, modifiers as bits. Columns and lengths count units of the position encoding.
  package var data: [UInt32]

  package init(resultID: String? = nil, data: [UInt32]) {
    self.resultID = resultID
    self.data = data
  }
}

extension SemanticTokens: JSONEncodable {
  package func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("resultId", resultID)
    writer.writeKey("data")
    writer.write(integers: data)
    writer.endObject()
  }
}

/// A change to the numbers of an earlier result.
package struct SemanticTokensEdit: Hashable, Sendable {
  /// The index of the first number that is replaced, not of a token.
  package var start: Int
  package var deleteCount: Int
  package var data: [UInt32]

  package init(start: Int, deleteCount: Int, data: [UInt32]) {
    self.start = start
    self.deleteCount = deleteCount
    self.data = data
  }
}

extension SemanticTokensEdit: JSONEncodable {
  package func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("start", start)
    writer.member("deleteCount", deleteCount)
    writer.writeKey("data")
    writer.write(integers: data)
    writer.endObject()
  }
}

/// The answer to `textDocument/semanticTokens/full/delta`.
package enum SemanticTokensDeltaResult: Hashable, Sendable {
  case edits([SemanticTokensEdit], resultID: String?)
  /// All tokens, where the earlier result is not known any more.
  case full(SemanticTokens)
}

extension SemanticTokensDeltaResult: JSONEncodable {
  package func encode(to writer: inout JSONWriter) {
    switch self {
    case .full(let tokens):
      tokens.encode(to: &writer)
    case .edits(let edits, let resultID):
      writer.beginObject()
      writer.member("resultId", resultID)
      writer.member("edits", edits)
      writer.endObject()
    }
  }
}

/// `textDocument/semanticTokens/full/delta`.
package struct SemanticTokensDeltaParams: Hashable, Sendable {
  package var textDocument: TextDocumentIdentifier
  package var previousResultID: String
}

extension SemanticTokensDeltaParams: JSONDecodable {
  package init(from reader: inout JSONReader) throws(JSONError) {
    let members = try JSONMembers(from: &reader)
    textDocument = try members.required("textDocument")
    previousResultID = try members.required("previousResultId")
  }
}

/// Which requests for tokens are answered.
package struct SemanticTokensOptions: Hashable, Sendable {
  package var legend: SemanticTokensLegend
  package var range: Bool
  /// Whether `full` is answered, with changes to an earlier result too.
  package var fullWithDelta: Bool

  package init(legend: SemanticTokensLegend, range: Bool, fullWithDelta: Bool) {
    self.legend = legend
    self.range = range
    self.fullWithDelta = fullWithDelta
  }
}

extension SemanticTokensOptions: JSONEncodable {
  package func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("legend", legend)
    writer.member("range", range)
    writer.writeKey("full")
    writer.beginObject()
    writer.member("delta", fullWithDelta)
    writer.endObject()
    writer.endObject()
  }
}
