// Long work that the user can watch and stop (LSP 3.18, Work Done Progress, Cancellation).

package import JSON

extension Method {
  package static let progress = Method(rawValue: "$/progress")
  package static let createWorkDoneProgress = Method(rawValue: "window/workDoneProgress/create")
}

/// What ties reports of progress to the work that they are about. It has the form of a request's identity.
package typealias ProgressToken = RequestID

/// `$/cancelRequest`.
package struct CancelParams: Hashable, Sendable {
  package var id: RequestID
}

extension CancelParams: JSONDecodable {
  package init(from reader: inout JSONReader) throws(JSONError) {
    let members = try JSONMembers(from: &reader)
    id = try members.required("id")
  }
}

/// `window/workDoneProgress/create`, a request of ours.
package struct WorkDoneProgressCreateParams: Hashable, Sendable {
  package var token: ProgressToken

  package init(token: ProgressToken) {
    self.token = token
  }
}

extension WorkDoneProgressCreateParams: JSONEncodable {
  package func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("token", token)
    writer.endObject()
  }
}

/// `$/progress`: one report.
package struct ProgressParams: Hashable, Sendable {
  package enum Value: Hashable, Sendable {
    /// The first report. The percentage, from 0 to 100, is left out in all reports if it is here.
    case begin(title: String, message: String?, percentage: Int?, isCancellable: Bool)
    case report(message: String?, percentage: Int?)
    case end(message: String?)
  }

  package var token: ProgressToken
  package var value: Value

  package init(token: ProgressToken, value: Value) {
    self.token = token
    self.value = value
  }
}

extension ProgressParams: JSONEncodable {
  package func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("token", token)
    writer.member("value", value)
    writer.endObject()
  }
}

extension ProgressParams.Value: JSONEncodable {
  package func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    switch self {
    case .begin(let title, let message, let percentage, let isCancellable):
      writer.member("kind", "begin")
      writer.member("title", title)
      writer.member("cancellable", isCancellable)
      writer.member("message", message)
      writer.member("percentage", percentage)
    case .report(let message, let percentage):
      writer.member("kind", "report")
      writer.member("message", message)
      writer.member("percentage", percentage)
    case .end(let message):
      writer.member("kind", "end")
      writer.member("message", message)
    }
    writer.endObject()
  }
}
