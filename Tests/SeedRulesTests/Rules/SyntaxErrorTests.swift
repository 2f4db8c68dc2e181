// The rule `syntax-error`.

import Testing

@Suite struct SyntaxErrorTests {
  @Test(
    arguments: [
      // Brackets.
      ("add_force_relations({a: {f: positive⟦)⟧", "add_force_relations({a: {f: positive}})"),
      (
        "add_force_relations({a: {f: positive,\n    g: negative}⟦)⟧",
        "add_force_relations({a: {f: positive,\n    g: negative}})"
      ),
      ("add_force_relations({a: {f: positive\n    }⟦)}⟧", "add_force_relations({a: {f: positive\n    }})"),
      ("add_force_relations⟦{(⟧a: {f: positive}})", "add_force_relations({a: {f: positive}})"),
      (
        "add_force_relations({a: ⟦{⟧f: positive,\n    g: negative",
        "add_force_relations({a: {f: positive,\n    g: negative}})"
      ),
      ("a = CClass(force, \"A\"⟦}⟧", "a = CClass(force, \"A\")"),
      ("a = CClass⟦(⟧force, \"A\"", "a = CClass(force, \"A\")"),
      ("a = CClass(force, \"A\")⟦)⟧", "a = CClass(force, \"A\")"),
      (
        "l = \\\n    a.add_links(⟦(⟧b, role_name=\"to\", stereotype_instances=uses)[0]",
        "l = \\\n    a.add_links(b, role_name=\"to\", stereotype_instances=uses)[0]"
      ),
      (
        "add_force_relations({⟦{⟧a: {f: positive},\n  b: {f: positive}\n })",
        "add_force_relations({a: {f: positive},\n  b: {f: positive}\n })"
      ),
      ("add_force_relations({⟦{⟧a: {f: positive}}})", "add_force_relations({a: {f: positive}})"),
      ("add_force_relations(⟦[⟧a: {f: positive}])", "add_force_relations({a: {f: positive}})"),
      (
        "add_force_relations({a: ⟦(⟧f: positive, g: negative)})", "add_force_relations({a: {f: positive, g: negative}})"
      ),
      ("add_force_relations⟦{(⟧a: {f: positive})\n    })", "add_force_relations({a: {f: positive}})"),
      ("add_force_relations({⟦[⟧a: {f: positive}]})", "add_force_relations({a: {f: positive}})"),
      ("add_force_relations({a⟦,⟧ {f: positive}})", "add_force_relations({a: {f: positive}})"),
      // Signs.
      ("add_force_relations({a: {f: ⟦++⟧, g: -}})", "add_force_relations({a: {f: very_positive, g: negative}})"),
      ("a: {f: ⟦+/-⟧}", "a: {f: positive_and_negative}"),
      // Quotes.
      ("a = CClass(force, Cost of Water⟦⟧\")", "a = CClass(force, \"Cost of Water\")"),
      ("a = CClass(force, ⟦“⟧A “)", "a = CClass(force, \"A \")"),
      ("a = CClass(force, ⟦‘⟧It’s \"A\"’)", "a = CClass(force, 'It’s \"A\"')"),
      (
        "s1 = CClass(source, ⟦“⟧s1”, values={“title”: “The ‘tea’”, \"url\": „x“})",
        "s1 = CClass(source, \"s1\", values={\"title\": \"The ‘tea’\", \"url\": \"x\"})"
      ),
      // Commas and colons.
      ("a = CClass(force⟦⟧\"A\")", "a = CClass(force, \"A\")"),
      ("add_decision_option_link(d, a⟦.⟧\n    \"Text\")", "add_decision_option_link(d, a,\n    \"Text\")"),
      (
        "add_force_relations({a: {f: positive⟦⟧\n    g: negative}})",
        "add_force_relations({a: {f: positive,\n    g: negative}})"
      ),
      (
        "add_force_relations({a: {f: positive}⟦⟧\n    b: {f: negative}})",
        "add_force_relations({a: {f: positive},\n    b: {f: negative}})"
      ),
      (
        "add_force_relations({a: {f: positive}⟦⟧\n    g: negative\n    h: negative\n    })",
        "add_force_relations({a: {f: positive,\n    g: negative,\n    h: negative\n    }})"
      ),
      ("add_force_relations({a⟦⟧ {f: positive}})", "add_force_relations({a: {f: positive}})"),
    ])
  func oneMendIsSafe(_ broken: String, _ mended: String) {
    let around = "x = CClass(force, \"X\")\n"
    expectFix(
      of: "syntax-error", block(around + broken + "\n" + around), block(around + mended + "\n" + around), isSafe: true)
  }

  @Test func aCommaTooManyIsRemovedOnlyWhenAsked() {
    expectFix(
      of: "syntax-error", block("add_links({a: [b,⟦⟧, c]}, role_name=\"to\")"),
      block("add_links({a: [b, c]}, role_name=\"to\")"), isSafe: false)
  }

  @Test func aQuoteTypedTwiceIsRemoved() {
    expectFix(
      of: "syntax-error", block("s1 = CClass(source, \"s1\", values={\"title\": \"⟦\"⟧The tea\"})"),
      block("s1 = CClass(source, \"s1\", values={\"title\": \"The tea\"})"), isSafe: true)
  }

  @Test(
    arguments: [
      "add_force_relations({a: {f: positive, ...}})", "{...}", "a: {f: positive}", "d = {a: {f: positive}}",
      "'''\ncache,\n'''", "a = CClass(force, \"It's\",)", "a, b,", "a = CClass(force, \"A\"  # why\n    )",
    ])
  func soundFormsAreLeftAlone(_ code: String) {
    for rule in ["syntax-error", "unclosed-string", "unclosed-list", "unclosed-fence"] {
      expectFindings(of: rule, block(code))
    }
  }
}
