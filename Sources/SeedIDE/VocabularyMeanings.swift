// What the words of the vocabulary mean, in a researcher's words.

/// The meanings of the built-in vocabulary's words. Words that a study adds to the vocabulary have none.
enum VocabularyMeanings {
  static let metaclasses: [String: String] = [
    "model_element": "Anything that a model contains.",
    "design_solution": "A way to solve a design problem; patterns, practices and decisions are kinds of it.",
    "practice": "Something that practitioners do, recognised in several sources.",
    "pattern": "A proven solution to a recurring problem, with known uses and consequences.",
    "do_nothing_design_solution": "The option of leaving things as they are.",
    "decision": "A question that designers have to answer, with options to choose from.",
    "force": "A quality or concern that options help or harm, and so a reason to choose among them.",
    "category": "A group of model elements.",
    "known_use": "A system in which a pattern or practice was seen.",
    "domain_metaclass": "A concept of the domain that the study is about.",
    "design_solution_domain_metaclass": "A design solution that is a concept of the domain as well.",
    "reference": "Something that a source refers to, such as a book.",
    "source": "A text, talk or interview that the study codes.",
    "code": "A code without a more precise kind.",
  ]

  static let impacts: [String: String] = [
    "very_positive": "The solution helps the force a lot.",
    "positive": "The solution helps the force.",
    "neutral": "The solution neither helps nor harms the force.",
    "negative": "The solution harms the force.",
    "very_negative": "The solution harms the force a lot.",
    "positive_and_negative": "The solution helps the force in some ways and harms it in others.",
  ]

  static let stereotypes: [String: String] = [
    "requires": "The first can't do without the second.",
    "uses": "The first uses the second.",
    "can_use": "The first can use the second.",
    "can_be_combined_with": "The two can be chosen together.",
    "can_be_realized_with": "The second is one way to realise the first.",
    "variant": "The first is a variant of the second.",
    "extension": "The first extends the second.",
    "is_a": "The first is a kind of the second.",
    "realizes": "The first realises the second.",
    "includes": "The first includes the second.",
    "alternative_to": "One can be chosen instead of the other.",
    "rules_out": "Who chooses the first can't choose the second.",
    "influences": "The first influences the second.",
    "leads_to": "The first leads to the second.",
    "enables": "The first makes the second possible.",
    "mandatory_next": "Who chose the first has to make the second decision next.",
    "optional_next": "Who chose the first may make the second decision next.",
    "next_decision": "The second is the decision to make next.",
    "consider_if_not_decided_yet": "The second decision should be considered if it isn't made yet.",
    "decide_for_all_instances_of": "The decision is made once for all instances of its context.",
    "decide_for_some_instances_of": "The decision is made for some instances of its context.",
    "single_answer": "Only one option of the decision can be chosen.",
    "multiple_answers": "Several options of the decision can be chosen together.",
    "option": "The second is an option of the first, a decision.",
  ]
}
