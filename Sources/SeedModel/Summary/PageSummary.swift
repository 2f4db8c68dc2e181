// A page's summary: everything that the rest of the study, the rules and most features need to know of a page of a note.

package import SeedSyntax

/// What a page of a note defines, uses, links and lists, and what is wrong with its form.
///
/// Lines are relative to the page's first line, so that a summary stays valid while text before the page changes. Texts are
/// kept as ranges of `texts`. Notes that are not open are kept as their summaries alone. A class, since notes, lists and the
/// index share it; it never changes.
package final class PageSummary: Sendable {
  @usableFromInline
  package let contents: Contents

  init(_ contents: consuming Contents) {
    self.contents = contents
  }

  /// All that a page says: what a reader fills in.
  package struct Contents: Hashable, Sendable {
    package internal(set) var names = NameList()
    /// Every place of a name, in source order.
    package internal(set) var occurrences: [Occurrence] = []
    package internal(set) var definitions: [Definition] = []
    package internal(set) var relations: [Relation] = []
    package internal(set) var calls: [CallSummary] = []
    package internal(set) var keywordArguments: [KeywordArgument] = []
    package internal(set) var duplicateKeys: [RepeatedKey] = []
    package internal(set) var labels: [LabelSummary] = []
    package internal(set) var malformedNames: [MalformedName] = []
    package internal(set) var misfits: [Misfit] = []
    package internal(set) var formProblems: [FormProblem] = []
    package internal(set) var headerFields: [HeaderFieldSummary] = []
    package internal(set) var sourceBlocks: [SourceBlock] = []
    package internal(set) var remnants: [TemplateRemnant] = []
    package internal(set) var suppressions: [Suppression] = []
    package internal(set) var claimedIDs: [ClaimedID] = []
    package internal(set) var codeLists: [CodeList] = []
    package internal(set) var metamodelElements: [MetamodelElement] = []
    package internal(set) var sharedTexts: [SharedText] = []
    /// The words in coding blocks that the parser passed over (see ``PassedOverWords``), as hashes in order.
    package internal(set) var passedOverWords: [UInt32] = []
    /// The texts that definitions, links and fields refer to, one after the other.
    package internal(set) var texts: [UInt8] = []
    /// The number of line breaks on the page.
    package internal(set) var lineBreakCount = 0

    init() {}
  }
}

extension PageSummary: Hashable {
  package static func == (left: PageSummary, right: PageSummary) -> Bool {
    left === right || left.contents == right.contents
  }

  package func hash(into hasher: inout Hasher) { hasher.combine(contents) }
}

// In line in other modules too: hot loops ask for these.
extension PageSummary {
  @inlinable package var names: NameList { contents.names }
  @inlinable package var occurrences: [Occurrence] { contents.occurrences }
  @inlinable package var definitions: [Definition] { contents.definitions }
  @inlinable package var relations: [Relation] { contents.relations }
  @inlinable package var calls: [CallSummary] { contents.calls }
  @inlinable package var keywordArguments: [KeywordArgument] { contents.keywordArguments }
  @inlinable package var duplicateKeys: [RepeatedKey] { contents.duplicateKeys }
  @inlinable package var labels: [LabelSummary] { contents.labels }
  @inlinable package var malformedNames: [MalformedName] { contents.malformedNames }
  @inlinable package var misfits: [Misfit] { contents.misfits }
  @inlinable package var formProblems: [FormProblem] { contents.formProblems }
  @inlinable package var headerFields: [HeaderFieldSummary] { contents.headerFields }
  @inlinable package var sourceBlocks: [SourceBlock] { contents.sourceBlocks }
  @inlinable package var remnants: [TemplateRemnant] { contents.remnants }
  @inlinable package var suppressions: [Suppression] { contents.suppressions }
  @inlinable package var claimedIDs: [ClaimedID] { contents.claimedIDs }
  @inlinable package var codeLists: [CodeList] { contents.codeLists }
  @inlinable package var metamodelElements: [MetamodelElement] { contents.metamodelElements }
  @inlinable package var sharedTexts: [SharedText] { contents.sharedTexts }
  @inlinable package var passedOverWords: [UInt32] { contents.passedOverWords }
  @inlinable package var texts: [UInt8] { contents.texts }
  @inlinable package var lineBreakCount: Int { contents.lineBreakCount }
}

extension PageSummary {
  /// Calls `body` with the bytes of a range of `texts`.
  @inline(__always)
  package func withText<Result>(_ range: ByteRange, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    texts.withUnsafeBufferPointer { body($0.clamped(to: range)) }
  }

  /// The text of a range of `texts`.
  package func text(_ range: ByteRange) -> String {
    withText(range) { String(decoding: $0, as: UTF8.self) }
  }

  /// The name of the occurrence at an index; empty if there is none.
  package func name(ofOccurrence index: Int) -> String {
    occurrences.indices.contains(index) ? names[Int(occurrences[index].name)] : ""
  }

  /// Whether two texts are the same but for blanks at their ends.
  package func isSame(_ left: ByteRange, _ right: ByteRange) -> Bool {
    texts.withUnsafeBufferPointer { texts in
      texts.clamped(to: texts.trimmed(left)).isSame(as: texts.clamped(to: texts.trimmed(right)))
    }
  }

  /// The source that a label names, by the label's occurrence; nil for `s` without a number.
  package func sourceID(ofLabel occurrence: Int) -> SourceID? {
    guard occurrences.indices.contains(occurrence) else { return nil }
    return names.withName(at: Int(occurrences[occurrence].name)) { SourceID($0) }
  }

  /// Whether any label of the page names its source with the number.
  package var hasNumberedLabel: Bool {
    labels.contains { $0.source.flatMap { sourceID(ofLabel: $0) } != nil }
  }

  /// Where an occurrence stands, on lines relative to the page.
  package func range(of occurrence: Occurrence) -> LineRange {
    occurrence.range(width: names.withName(at: Int(occurrence.name)) { LinePosition(line: 0, prefix: $0) })
  }

  /// Where the occurrence at an index stands; an empty range at the page's start if there is none.
  package func range(ofOccurrence index: Int) -> LineRange {
    guard occurrences.indices.contains(index) else {
      let start = LinePosition(line: 0, utf8: 0, utf16: 0, utf32: 0)
      return LineRange(start, start)
    }
    return range(of: occurrences[index])
  }
}

/// `name = CClass(kind, "display name")`, or another assignment.
package struct Definition: Hashable, Sendable {
  package enum Form: UInt8, Hashable, Sendable {
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
  package let occurrence: Int
  package let form: Form
  /// The index of the metaclass's occurrence, where one is given.
  package let metaclass: Int?
  /// The display name, in the page's `texts`.
  package let displayName: ByteRange?
  /// Whether the definition stands inside a `'''` list.
  package let isInList: Bool
  /// The lines that hold the statement and nothing else, their line breaks included; nil where they hold more.
  package let wholeLines: LineRange?
}

/// A label before a coding block.
package struct LabelSummary: Hashable, Sendable {
  /// The index of the occurrence of the id that it names; nil for `added:` and the like.
  package let source: Int?
  package let range: LineRange
}

/// Words with blanks or hyphens between them where a name should stand.
package struct MalformedName: Hashable, Sendable {
  package let role: Role
  /// The words, in the page's `texts`.
  package let text: ByteRange
  /// The index, in the page's names, of the words joined by `_`: what was probably meant.
  package let joined: Int
  /// The indices, in the page's names, of the words one by one: a comma may be missing between them.
  package let words: [Int]
  /// Whether hyphens join the words, and no blanks.
  package let isHyphenated: Bool
  package let range: LineRange
}

/// Something wrong with the form of the note.
package struct FormProblem: Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
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
  }

  package let kind: Kind
  package let range: LineRange
  /// The statement whose brackets, commas or colons are broken, so that it can't be told what is whose.
  package var statement: LineRange?
  /// How it can be mended, where that can be told.
  package let mend: LineEdit?
  /// Whether there is no other way to mend it.
  package let isMendSafe: Bool
}

/// A heading of the header with its value.
package struct HeaderFieldSummary: Hashable, Sendable {
  /// The field's name and value, in the page's `texts`; for the source heading the letter and the number.
  package let name: ByteRange
  package let value: ByteRange
  /// Which field it is, if it is one that the source block has, too.
  package let field: SourceFieldName?
  /// What the heading was probably meant to be, if it isn't written as that.
  package let misspelt: MisspeltField?
  package let nameRange: LineRange
  package let valueRange: LineRange
  package let isSourceHeading: Bool
}
