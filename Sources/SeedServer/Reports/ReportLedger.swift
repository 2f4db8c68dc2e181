// What the client is still to be told of a study's findings, and what it shows of them.

internal import LanguageServerProtocol
internal import SeedStudy

/// The reports on a study that are due. It knows neither the findings nor how they are sent.
struct ReportLedger {
  /// The documents for which the client has findings on display.
  private var displayed: Set<DocumentURI> = []
  /// Documents that left the study while the client had findings of theirs on display.
  private var withdrawn: [DocumentURI] = []
  /// Notes of which the client waits for a report, whether or not their findings change.
  private var awaited: Set<DocumentID> = []
  /// Notes that the client changed since the findings were brought up to date: it asks about them by itself.
  private var edited: Set<DocumentID> = []
  /// Notes whose findings changed and were reported before those of the others were looked at.
  private var changedAhead: Set<DocumentID> = []
  /// Whether what is found next is no news, because the client has just been told to ask for everything again.
  private(set) var isNew = false

  // MARK: - What happened

  /// The client changed a note: it waits for a report.
  mutating func noteEdit(of id: DocumentID) {
    awaited.insert(id)
    edited.insert(id)
  }

  /// The study was read, and the client is told to ask for everything again: it waits for a report on each note.
  mutating func studyIsNew(_ notes: some Sequence<DocumentID>) {
    isNew = true
    edited.removeAll()
    expect(notes)
  }

  /// Reports on some notes are due, whether or not their findings change.
  mutating func expect(_ notes: some Sequence<DocumentID>) {
    awaited.formUnion(notes)
  }

  /// All notes have other numbers from now on: what was due by number is forgotten.
  mutating func numbersChanged() {
    (awaited, edited, changedAhead) = ([], [], [])
  }

  /// A note is no longer in the study.
  mutating func left(_ uri: DocumentURI) {
    if displayed.remove(uri) != nil { withdrawn.append(uri) }
  }

  // MARK: - What was checked

  /// Findings of some notes changed, of those that were looked at.
  ///
  /// - Parameter hasMore: whether there are others to look at.
  /// - Returns: the notes of which the client is to be told that something changed: those that it didn't change itself, unless it
  ///   was told to ask for everything again.
  mutating func checked(_ changed: Set<DocumentID>, hasMore: Bool) -> Set<DocumentID> {
    // What an edit changes elsewhere is news, even if the rest of a new study is still to be checked.
    if !edited.isEmpty { isNew = false }
    // What was reported ahead was up to date: the texts have not changed since.
    awaited.formUnion(changed.subtracting(changedAhead))
    defer {
      edited.removeAll(keepingCapacity: true)
      changedAhead.removeAll(keepingCapacity: true)
      if !hasMore { isNew = false }
    }
    return isNew ? [] : changed.union(changedAhead).filter { !edited.contains($0) }
  }

  /// Findings of some notes changed, of those that were looked at ahead of all others.
  ///
  /// - Parameter notes: those that were looked at.
  /// - Returns: those of them on which a report is due, in order; it is taken for done.
  mutating func checkedAhead(_ changed: Set<DocumentID>, of notes: Set<DocumentID>) -> [DocumentID] {
    changedAhead = changed
    let due = changed.union(notes.filter(awaited.contains))
    awaited.subtract(due)
    return due.sorted()
  }

  /// The notes on which a report is due, in order; it is taken for done.
  ///
  /// - Parameter isKnown: whether the findings of a note are known.
  mutating func takeAwaited(isKnown: (DocumentID) -> Bool) -> [DocumentID] {
    let due = awaited.filter(isKnown)
    awaited.subtract(due)
    return due.sorted()
  }

  // MARK: - What the client shows

  /// Notes what the client is about to show.
  ///
  /// - Returns: whether that is news: findings always are, none only after some.
  mutating func display(_ uri: DocumentURI, hasFindings: Bool) -> Bool {
    guard hasFindings else { return displayed.remove(uri) != nil }
    displayed.insert(uri)
    return true
  }

  /// A document belongs to another study from now on, which has to take what the client shows of it off the screen.
  ///
  /// - Returns: whether it shows anything.
  mutating func handOver(_ uri: DocumentURI) -> Bool {
    let isWithdrawn = withdrawn.contains(uri)
    withdrawn.removeAll { $0 == uri }
    return displayed.remove(uri) != nil || isWithdrawn
  }

  /// The client shows findings of a document that belonged to another study before.
  mutating func inherit(_ uri: DocumentURI) {
    displayed.insert(uri)
  }

  /// The client is no longer to be told of some documents.
  mutating func withdraw(_ isMeant: (DocumentURI) -> Bool) {
    let meant = displayed.filter(isMeant)
    displayed.subtract(meant)
    withdrawn += meant
  }

  /// The documents for which the client has findings on display, in the study or no longer.
  var documentsOnDisplay: [DocumentURI] { Array(displayed) + withdrawn }

  /// The documents with findings on display, which the client is about to take off the screen.
  mutating func takeDisplayed() -> [DocumentURI] {
    defer { displayed.removeAll() }
    return takeWithdrawn() + displayed
  }

  /// The documents whose findings the client must take off the screen because they are no longer in the study.
  mutating func takeWithdrawn() -> [DocumentURI] {
    defer { withdrawn.removeAll() }
    return withdrawn
  }
}
