// What the client is still to be told of a study.

import LanguageServerProtocol
import SeedStudy
import Testing

@testable import SeedServer

@Suite struct ReportLedgerTests {
  private let first = DocumentID(rawValue: 0)
  private let second = DocumentID(rawValue: 1)
  private let third = DocumentID(rawValue: 2)
  private let uri = DocumentURI("file:///s_1.md")
  private let other = DocumentURI("file:///s_2.md")

  /// Takes all reports that are due.
  private func due(_ ledger: inout ReportLedger) -> [DocumentID] { ledger.takeAwaited { _ in true } }

  @Test func eachEditGetsItsReportOnce() {
    var ledger = ReportLedger()
    ledger.noteEdit(of: second)
    ledger.noteEdit(of: first)
    #expect(due(&ledger) == [first, second])
    #expect(due(&ledger) == [])
  }

  @Test func aReportWaitsUntilItsFindingsAreKnown() {
    var ledger = ReportLedger()
    ledger.expect([first, second])
    #expect(ledger.takeAwaited { $0 == second } == [second])
    #expect(ledger.takeAwaited { $0 == second } == [])
    #expect(due(&ledger) == [first])
  }

  @Test func whatAnEditChangesElsewhereIsNewsAndTheEditedNoteIsNone() {
    var ledger = ReportLedger()
    ledger.noteEdit(of: first)
    #expect(ledger.checked([first, second], hasMore: false) == [second])
    #expect(due(&ledger) == [first, second])
    // The next check is not about this edit.
    #expect(ledger.checked([first], hasMore: false) == [first])
  }

  @Test func whatWasCheckedAheadIsReportedOnceAndIsNewsAtTheEnd() {
    var ledger = ReportLedger()
    ledger.noteEdit(of: first)
    #expect(ledger.checkedAhead([second], of: [first, second]) == [first, second])
    #expect(ledger.checked([second, third], hasMore: false) == [second, third])
    #expect(due(&ledger) == [third])
  }

  @Test func ofANewStudyTheClientIsToldOnce() {
    var ledger = ReportLedger()
    ledger.noteEdit(of: first)
    ledger.studyIsNew([first, second])
    #expect(ledger.isNew)
    #expect(ledger.checked([first], hasMore: true) == [])
    #expect(ledger.isNew)
    #expect(ledger.checked([second], hasMore: false) == [])
    #expect(!ledger.isNew)
    #expect(due(&ledger) == [first, second])
  }

  @Test func anEditMakesNewsWhileANewStudyIsStillChecked() {
    var ledger = ReportLedger()
    ledger.studyIsNew([first, second, third])
    ledger.noteEdit(of: first)
    #expect(ledger.checked([first, second], hasMore: true) == [second])
    #expect(!ledger.isNew)
  }

  @Test func whatIsDueByNumberIsForgottenWithTheNumbers() {
    var ledger = ReportLedger()
    ledger.noteEdit(of: first)
    ledger.expect([second])
    ledger.numbersChanged()
    #expect(due(&ledger) == [])
    #expect(ledger.checked([first], hasMore: false) == [first])
  }

  @Test func noFindingsAreNewsOnlyAfterSome() {
    var ledger = ReportLedger()
    #expect(ledger.display(uri, hasFindings: false) == false)
    #expect(ledger.display(uri, hasFindings: true) == true)
    #expect(ledger.display(uri, hasFindings: true) == true)
    #expect(ledger.display(uri, hasFindings: false) == true)
    #expect(ledger.display(uri, hasFindings: false) == false)
  }

  @Test func whatLeavesWithFindingsOnDisplayIsWithdrawnOnce() {
    var ledger = ReportLedger()
    _ = ledger.display(uri, hasFindings: true)
    ledger.left(uri)
    ledger.left(other)
    #expect(ledger.documentsOnDisplay == [uri])
    #expect(ledger.takeWithdrawn() == [uri])
    #expect(ledger.takeWithdrawn() == [])
    #expect(ledger.documentsOnDisplay.isEmpty)
  }

  @Test func allOfTheDisplayIsTaken() {
    var ledger = ReportLedger()
    _ = ledger.display(uri, hasFindings: true)
    ledger.left(uri)
    ledger.inherit(other)
    #expect(ledger.takeDisplayed() == [uri, other])
    #expect(ledger.documentsOnDisplay.isEmpty)
  }
}
