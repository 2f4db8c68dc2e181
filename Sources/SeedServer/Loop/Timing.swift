// How long the server waits for what, so that tests need not.

package struct Timing: Sendable {
  /// How long a report on a change may wait for a pause.
  package var longestReportDelay = Duration.milliseconds(150)
  /// After how long the user is told that notes are being read.
  package var progressDelay = Duration.seconds(1)
  /// How long at least to wait before looking again for files that changed, where the client doesn't tell.
  package var pollInterval = Duration.seconds(3)
  /// How long a client that has ended the conversation has to read the rest.
  package var farewell = Duration.seconds(2)

  package init() {}
}
