// Each pitfall that is known from other servers has a test named after it.

import SeedTestSupport
import Testing

@Suite struct PitfallNumberTests {
  @Test func eachPitfallHasATest() throws {
    let numbers = try sourcesOfTests().flatMap { source in
      source.matches(of: /"Pitfall ([0-9]+):/).compactMap { Int($0.output.1) }
    }
    #expect(Set(numbers) == Set(1...25))
  }
}
