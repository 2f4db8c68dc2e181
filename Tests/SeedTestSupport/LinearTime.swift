// Tells what is linear from what is quadratic.

package import Testing

/// Checks that a hundred times more of something doesn't take a thousand times as long.
///
/// - Parameter work: does what is measured for a number of repetitions; what it returns is not looked at.
package func expectLinearTime<Result>(
  short: Int = 200, _ location: SourceLocation = #_sourceLocation, _ work: (Int) -> Result
) {
  let clock = ContinuousClock()
  func duration(_ count: Int) -> Duration { clock.measure { _ = work(count) } }
  let shortTime = duration(short)
  let longTime = duration(100 * short)
  // Quadratic would be ten thousand times; the margin is for a busy machine.
  #expect(longTime < max(shortTime * 1500, .milliseconds(500)), sourceLocation: location)
}
