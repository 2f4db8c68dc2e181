// A page's summary: everything that the rest of the study, the rules and most features need to know of a page of a note.

public import SeedSyntax

/// What a page of a note defines, uses, links and lists, and what is wrong with its form.
///
/// Lines are relative to the page's first line, so that a summary stays valid while text before the page changes. Texts are
/// ranges of `texts`. Of notes that are not open, nothing but the summaries is kept. A summary never changes. It is a class,
/// since notes, lists and the index share it.
public final class PageSummary: Sendable {

  public let contents: Contents

  init(_ contents: consuming Contents) {
    self.contents = contents
  }

  /// All that a page says: what a reader fills in.
  public struct Contents: Hashable, Sendable {
    public internal(set) var names = NameList()
    /// Every place of a name, in source order.
    public internal(set) var occurrences: [Occurrence] = []
    public internal(set) var definitions: [Definition] = []
    public internal(set) var relations: [Relation] = []
    public internal(set) var calls: [CallSummary] = []
    public internal(set) var keywordArguments: [KeywordArgument] = []
    public internal(set) var duplicateKeys: [RepeatedKey] = []
    public internal(set) var labels: [LabelSummary] = []
    public internal(set) var malformedNames: [MalformedName] = []
    public internal(set) var misfits: [Misfit] = []
    public internal(set) var formProblems: [FormProblem] = []
    /// Whether the page begins within the conflict of a merge.
    public internal(set) var beginsInConflict = false
    public internal(set) var headerFields: [HeaderFieldSummary] = []
    public internal(set) var sourceBlocks: [SourceBlock] = []
    public internal(set) var remnants: [TemplateRemnant] = []
    /// Where names stand that must be sources: `x` in `add_links({x: …}, role_name="referenced")`.
    public internal(set) var sourceKeys: [LinePosition] = []
    public internal(set) var suppressions: [Suppression] = []
    public internal(set) var claimedIDs: [ClaimedID] = []
    /// Whether the page says which source the note records, in its header, in a definition or in a label.
    public internal(set) var saysSource = false
    public internal(set) var codeLists: [CodeList] = []
    public internal(set) var metamodelElements: [MetamodelElement] = []
    public internal(set) var sharedTexts: [SharedText] = []
    /// The words in coding blocks that the parser passed over (see ``PassedOverWords``), as hashes in order.
    public internal(set) var passedOverWords: [UInt32] = []
    /// The texts that definitions, links and fields refer to, one after the other.
    public internal(set) var texts: [UInt8] = []
    /// The number of line breaks on the page.
    public internal(set) var lineBreakCount = 0

    init() {}
  }
}

extension PageSummary: Hashable {
  public static func == (left: PageSummary, right: PageSummary) -> Bool {
    left === right || left.contents == right.contents
  }

  public func hash(into hasher: inout Hasher) { hasher.combine(contents) }
}

// Inlinable, since hot loops of other modules read these.
extension PageSummary {
  @inlinable public var names: NameList { contents.names }
  @inlinable public var occurrences: [Occurrence] { contents.occurrences }
  @inlinable public var definitions: [Definition] { contents.definitions }
  @inlinable public var relations: [Relation] { contents.relations }
  @inlinable public var calls: [CallSummary] { contents.calls }
  @inlinable public var keywordArguments: [KeywordArgument] { contents.keywordArguments }
  @inlinable public var duplicateKeys: [RepeatedKey] { contents.duplicateKeys }
  @inlinable public var labels: [LabelSummary] { contents.labels }
  @inlinable public var malformedNames: [MalformedName] { contents.malformedNames }
  @inlinable public var misfits: [Misfit] { contents.misfits }
  @inlinable public var formProblems: [FormProblem] { contents.formProblems }
  @inlinable public var beginsInConflict: Bool { contents.beginsInConflict }
  @inlinable public var sourceKeys: [LinePosition] { contents.sourceKeys }
  @inlinable public var headerFields: [HeaderFieldSummary] { contents.headerFields }
  @inlinable public var sourceBlocks: [SourceBlock] { contents.sourceBlocks }
  @inlinable public var remnants: [TemplateRemnant] { contents.remnants }
  @inlinable public var suppressions: [Suppression] { contents.suppressions }
  @inlinable public var claimedIDs: [ClaimedID] { contents.claimedIDs }
  @inlinable public var saysSource: Bool { contents.saysSource }
  @inlinable public var codeLists: [CodeList] { contents.codeLists }
  @inlinable public var metamodelElements: [MetamodelElement] { contents.metamodelElements }
  @inlinable public var sharedTexts: [SharedText] { contents.sharedTexts }
  @inlinable public var passedOverWords: [UInt32] { contents.passedOverWords }
  @inlinable public var texts: [UInt8] { contents.texts }
  @inlinable public var lineBreakCount: Int { contents.lineBreakCount }
}

extension PageSummary {
  /// Calls `body` with the bytes of a range of `texts`.
  @inline(__always)
  public func withText<Result>(_ range: ByteRange, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    texts.withUnsafeBufferPointer { body($0.clamped(to: range)) }
  }

  /// The text of a range of `texts`.
  public func text(_ range: ByteRange) -> String {
    withText(range) { String(decoding: $0, as: UTF8.self) }
  }

  /// The name of the occurrence at an index; empty if there is none.
  public func name(ofOccurrence index: Int) -> String {
    occurrences.indices.contains(index) ? names[Int(occurrences[index].name)] : ""
  }

  /// Whether two texts are the same but for blanks at their ends.
  public func isSame(_ left: ByteRange, _ right: ByteRange) -> Bool {
    texts.withUnsafeBufferPointer { texts in
      texts.clamped(to: texts.trimmed(left)).span.isSame(as: texts.clamped(to: texts.trimmed(right)).span)
    }
  }

  /// The source that a label names, by the label's occurrence; nil for `s` without a number.
  public func sourceID(ofLabel occurrence: Int) -> SourceID? {
    guard occurrences.indices.contains(occurrence) else { return nil }
    return names.withName(at: Int(occurrences[occurrence].name)) { SourceID($0) }
  }

  /// Whether any label of the page names its source with the number.
  public var hasNumberedLabel: Bool {
    labels.contains { $0.source.flatMap { sourceID(ofLabel: $0) } != nil }
  }

  /// Where an occurrence stands, on lines relative to the page.
  public func range(of occurrence: Occurrence) -> LineRange {
    occurrence.range(width: names.withName(at: Int(occurrence.name)) { LinePosition(line: 0, prefix: $0) })
  }

  /// Where the occurrence at an index stands; an empty range at the page's start if there is none.
  public func range(ofOccurrence index: Int) -> LineRange {
    guard occurrences.indices.contains(index) else {
      let start = LinePosition(line: 0, utf8: 0, utf16: 0, utf32: 0)
      return LineRange(start, start)
    }
    return range(of: occurrences[index])
  }
}

/// `name = CClass(kind, "display name")`, or another assignment.
public struct Definition: Hashable, Sendable {
  public enum Form: UInt8, Hashable, Sendable {
    /// `CClass(…)`: a code or a source.
    case code
    /// The result of linking calls.
    case link
    /// `x = y`.
    case alias
    /// Any other value.
    case other
  }

  /// The index of the defined name's occurrence.
  public let occurrence: Int
  public let form: Form
  /// The index of the metaclass's occurrence, where one is given.
  public let metaclass: Int?
  /// The display name, in the page's `texts`.
  public let displayName: ByteRange?
  /// Whether the definition stands inside a `'''` list.
  public let isInList: Bool
  /// The lines that hold the statement and nothing else, their line breaks included; nil where they hold more.
  public let wholeLines: LineRange?
}

/// A label before a coding block.
public struct LabelSummary: Hashable, Sendable {
  /// The index of the occurrence of the id that it names; nil for `added:` and the like.
  public let source: Int?
  public let range: LineRange
}

/// Words with blanks or hyphens between them where a name should stand.
public struct MalformedName: Hashable, Sendable {
  public let role: Role
  /// The words, in the page's `texts`.
  public let text: ByteRange
  /// The index, in the page's names, of the words joined by `_`: what was probably meant.
  public let joined: Int
  /// The indices, in the page's names, of the words one by one: a comma may be missing between them.
  public let words: [Int]
  /// Whether hyphens join the words, and no blanks.
  public let isHyphenated: Bool
  public let range: LineRange
}

/// Something wrong with the form of the note.
public struct FormProblem: Hashable, Sendable {
  public enum Kind: Hashable, Sendable {
    case syntax(SyntaxProblemKind)
    case unclosedFence
    /// A fence that begins nothing.
    case strayFence
    /// Statements that stand in no fence, from the first to the last line.
    case statementsWithoutFence
    /// A comment of Markdown that never ends.
    case unclosedComment
    /// A line by which a merge marks a conflict.
    case conflict(ConflictMarker)
    /// A heading that is a slip of the pen away from one that notes have.
    case misspeltHeading
    /// The file is no text; the page's `texts` say why.
    case unreadable
  }

  public let kind: Kind
  public let range: LineRange
  /// The statement whose brackets, commas or colons are broken. What belongs together in it can't be told.
  public var statement: LineRange?
  /// The edit that mends it, where one is known.
  public let mend: LineEdit?
  /// Whether no other edit mends it.
  public let isMendSafe: Bool
}

/// A heading of the header with its value.
public struct HeaderFieldSummary: Hashable, Sendable {
  /// The field's name and value, in the page's `texts`; for the source heading the letter and the number.
  public let name: ByteRange
  public let value: ByteRange
  /// The field that it is, if the source block has the same.
  public let field: SourceFieldName?
  /// What the heading was probably meant to be, if it is misspelt.
  public let misspelt: MisspeltField?
  public let nameRange: LineRange
  public let valueRange: LineRange
  public let isSourceHeading: Bool
}

extension PageSummary {
  /// Whether the page stands for a file that is no text.
  public var isUnreadable: Bool { !formProblems.isEmpty && formProblems[0].kind == .unreadable }

  /// The only page of a file that is no text.
  convenience init(unreadable reason: String) {
    var contents = Contents()
    contents.texts = Array(reason.utf8)
    contents.saysSource = true
    let start = LinePosition(line: 0, utf8: 0, utf16: 0, utf32: 0)
    contents.formProblems = [
      FormProblem(kind: .unreadable, range: LineRange(start, start), mend: nil, isMendSafe: false)
    ]
    self.init(contents)
  }
}
