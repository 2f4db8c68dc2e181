// One replacement in a text, in the two forms that there are: by bytes, where the text is at hand, and by lines and columns,
// as rules find places and editors are told of them.

/// A replacement in a text, by bytes.
public struct ByteEdit: Hashable, Sendable {
  /// The bytes that are replaced; empty for an insertion.
  public let range: ByteRange
  /// What takes their place.
  public let newBytes: [UInt8]
  /// What a person is told about the edit before it is made; nil for one that goes without saying.
  public let remark: EditRemark?

  public init(_ range: ByteRange, _ newBytes: [UInt8], remark: EditRemark? = nil) {
    self.range = range
    self.newBytes = newBytes
    self.remark = remark
  }

  public init(_ range: ByteRange, _ newText: String, remark: EditRemark? = nil) {
    self.init(range, Array(newText.utf8), remark: remark)
  }

  public var newText: String { String(decoding: newBytes, as: UTF8.self) }
}

extension ByteEdit {
  /// A text after some edits; everything outside them is as it was, byte by byte. What lies behind the text's end is clamped.
  ///
  /// - Parameter edits: in order and without overlap.
  public static func apply(_ edits: [ByteEdit], to text: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(text.count)
    var end = 0
    for edit in edits {
      result.append(contentsOf: text[end..<max(min(edit.range.start, text.count), end)])
      result.append(contentsOf: edit.newBytes)
      end = min(max(edit.range.end, end), text.count)
    }
    result.append(contentsOf: text[end...])
    return result
  }
}

/// A replacement in a text, by lines and columns.
public struct LineEdit: Hashable, Sendable {
  /// What is replaced; empty for an insertion.
  public let range: LineRange
  /// What takes its place.
  public let newText: String
  /// What a person is told about the edit before it is made; nil for one that goes without saying.
  public let remark: EditRemark?

  public init(_ range: LineRange, _ newText: String, remark: EditRemark? = nil) {
    self.range = range
    self.newText = newText
    self.remark = remark
  }

  public func movedDown(by distance: Int) -> LineEdit {
    LineEdit(range.movedDown(by: distance), newText, remark: remark)
  }
}

/// What a person should know about some edits. A class, because all of these share it.
public final class EditRemark: Sendable {
  /// A word that stands for the remark among those of one change.
  public let id: String
  /// A few words, as the heading of the edits.
  public let label: String
  /// One sentence.
  public let detail: String
  /// Whether the edits are doubtful: to be made only by someone who has looked at them.
  public let needsConfirmation: Bool

  public init(id: String, label: String, detail: String, needsConfirmation: Bool) {
    self.id = id
    self.label = label
    self.detail = detail
    self.needsConfirmation = needsConfirmation
  }
}

extension EditRemark: Hashable {
  public static func == (left: EditRemark, right: EditRemark) -> Bool {
    left === right
      || (left.id, left.label, left.detail, left.needsConfirmation)
        == (right.id, right.label, right.detail, right.needsConfirmation)
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(id)
    hasher.combine(label)
  }
}
