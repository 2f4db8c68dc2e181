// Numbers with the thing they count: "1 code", "12 codes".

enum Plural {
  /// The number and the noun, in the plural unless the number is 1.
  static func count(_ number: Int, _ noun: String) -> String {
    "\(number) \(number == 1 ? noun : plural(of: noun))"
  }

  static func plural(of noun: String) -> String {
    let vowels = "aeiou"
    if noun.hasSuffix("y"), let before = noun.dropLast().last, !vowels.contains(before) {
      return noun.dropLast() + "ies"
    }
    return ["s", "x", "ch", "sh"].contains { noun.hasSuffix($0) } ? noun + "es" : noun + "s"
  }
}
