// The rule `unknown-metaclass`.

import Testing

@Suite struct UnknownMetaclassTests {
  @Test func aMisspeltKindIsMended() {
    expectFix(
      of: "unknown-metaclass", note("s1.md", "lake = CClass(⟦patern⟧, \"Lake\")"),
      note("s1.md", "lake = CClass(pattern, \"Lake\")"), isSafe: true)
  }

  @Test func kindsThatTheStudyDefinesAreKnown() {
    expectFindings(
      of: "unknown-metaclass",
      note("s1.md", "risk = CMetaclass(\"Risk\")")
        + note("s2.md", "loss = CClass(risk, \"Loss\")\na = CClass(m.pattern, \"A\")"))
  }

  @Test func aCodeIsNoKind() {
    expectMessages(
      of: "unknown-metaclass", note("s1.md", "speed = CClass(force, \"Speed\")\nlake = CClass(speed, \"Lake\")"),
      ["`speed` is a code and not a kind of codes."])
  }
}
