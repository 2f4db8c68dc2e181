// The order in which names with numbers are listed.

import SeedStudy
import Testing

@Suite struct NaturalOrderTests {
  @Test func numbersCountAsNumbers() {
    let ids = ["s10", "s2", "p1", "s_3", "s1", "s02", "s", "s99999999999999999999999"]
    #expect(
      ids.sorted(by: NaturalOrder.areInIncreasingOrder) == [
        "p1", "s", "s1", "s02", "s2", "s10", "s99999999999999999999999", "s_3",
      ])
  }
}
