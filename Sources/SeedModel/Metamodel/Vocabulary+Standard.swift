// The words of the guidance and grounded-theory metamodels over CodeableModels, as the studies use them.

extension Vocabulary {
  /// The built-in vocabulary.
  public static let standard = Vocabulary(
    metaclasses: [
      "model_element": [],
      "design_solution": ["model_element"],
      "practice": ["design_solution"],
      "pattern": ["practice"],
      "do_nothing_design_solution": ["design_solution"],
      "decision": ["design_solution"],
      "force": ["model_element"],
      "category": ["model_element"],
      "known_use": ["model_element"],
      "domain_metaclass": [],
      "design_solution_domain_metaclass": ["design_solution", "domain_metaclass"],
      "reference": [],
      "source": ["reference"],
      "code": [],
    ],
    impacts: [
      ("very_positive", "++"), ("positive", "+"), ("neutral", "o"), ("negative", "-"), ("very_negative", "--"),
      ("positive_and_negative", "+/-"),
    ],
    stereotypes: [
      "requires", "uses", "can_use", "can_be_combined_with", "can_be_realized_with", "variant", "extension", "is_a",
      "realizes", "includes", "alternative_to", "rules_out", "influences", "leads_to", "enables", "mandatory_next",
      "optional_next", "next_decision", "consider_if_not_decided_yet", "decide_for_all_instances_of",
      "decide_for_some_instances_of", "single_answer", "multiple_answers", "option",
    ],
    functions: FunctionTable(standardFunctions),
    sourceAttributes: [
      ("title", nil), ("url", nil), ("archive url", nil), ("tiny url", nil), ("bibliographic reference", nil),
      ("author type", ["Practitioner", "Mixed", "Academic", "Unknown"]),
      (
        "type",
        [
          "Discussion Forum Post", "General Audience Article", "Practitioner Audience Article", "Practitioner Book",
          "Tool Documentation", "Blog Post", "Slides", "Video Streaming",
        ]
      ),
      ("example", ["True", "False"]), ("source code", ["True", "False"]),
    ])
}
