// The vocabulary of the guidance and grounded-theory metamodels over CodeableModels, as the studies use them.

extension Vocabulary {
  /// The built-in vocabulary.
  package static let standard = Vocabulary(
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
    functions: Dictionary(uniqueKeysWithValues: standardFunctions.map { ($0.name, $0) }),
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

  private static let standardFunctions: [Function] = [
    function(
      "CClass", "Defines a code: a class of the given kind with a name for people to read.",
      [
        ("metaclass", true, false, "The kind: `decision`, `pattern`, `practice`, `force`, `source` …"),
        ("name", false, false, "The display name."),
        ("values", false, true, "Attribute values, as a dictionary."),
        ("superclasses", false, true, "The codes that this one specialises."),
        ("attributes", false, true, "Attributes of its instances."),
        ("stereotype_instances", false, true, "Stereotypes of the code."),
        ("tagged_values", false, true, "Values of the stereotypes' attributes."),
        ("bundles", false, true, "The bundles that contain it."),
      ]),
    function("CBundle", "Defines a bundle of model elements.", namedElement),
    function("CMetaclass", "Defines a metaclass: a new kind of code.", namedElement),
    function("CStereotype", "Defines a stereotype.", namedElement),
    function("CEnum", "Defines an enumeration of values.", namedElement),
    function(
      "add_decision_option_link", "Says that a design solution is an option of a decision.",
      [
        ("decision", true, false, "The decision."),
        ("design_solution", true, false, "The pattern, practice or other solution that it offers."),
        ("option_name", false, false, "What choosing the option means."),
        ("option_description", false, true, "The same, as some studies name it."),
      ]),
    function(
      "add_force_relations", "Says how design solutions act on forces.",
      [("force_relations", true, false, "`{design_solution: {force: impact, …}, …}`")]),
    function(
      "add_links", "Links codes.",
      [
        ("links", true, false, "`{from: to}` or `{from: [to, …]}`; as a method, what the object is linked to.")
      ] + linkOptions),
    function(
      "add_stereotyped_link_with_how_tagged_value", "Links two design solutions and says how one uses the other.",
      [
        ("from", true, false, "Where the link starts."), ("to", true, false, "Where it leads."),
        ("stereotype", true, false, "What the link means: `uses`, `variant` …"), ("text", true, false, "How."),
      ]),
    function(
      "add_stereotyped_link_with_role_tagged_value", "Links two design solutions and says in which role.",
      [
        ("from", true, false, "Where the link starts."), ("to", true, false, "Where it leads."),
        ("stereotype", true, false, "What the link means: `uses`, `variant` …"), ("text", true, false, "The role."),
      ]),
    function(
      "add_stereotyped_design_solution_link", "Links two design solutions.",
      [
        ("from", true, false, "Where the link starts."), ("to", true, false, "Where it leads."),
        ("stereotype", true, false, "What the link means: `uses`, `variant` …"),
      ]),
  ]

  private typealias ParameterSpecification = (String, Bool, Bool, String)

  private static let namedElement: [ParameterSpecification] = [
    ("name", false, false, "Its name."), ("values", false, true, "Attribute values, as a dictionary."),
    ("superclasses", false, true, "What it specialises."), ("attributes", false, true, "Its attributes."),
    ("extended", false, true, "What a stereotype extends."), ("elements", false, true, "What a bundle contains."),
    ("bundles", false, true, "The bundles that contain it."),
  ]

  private static let linkOptions: [ParameterSpecification] = [
    ("role_name", false, true, "The end of the association: `\"to\"`, `\"contained_code\"`, `\"referenced\"` …"),
    ("association", false, true, "The association that the links instantiate."),
    ("label", false, true, "A label for the links."),
    ("stereotype_instances", false, true, "What the links mean: `uses`, `can_be_realized_with` …"),
    ("tagged_values", false, true, "Values of the stereotypes' attributes."),
  ]

  private static func function(
    _ name: String, _ documentation: String, _ parameters: [ParameterSpecification]
  ) -> Function {
    Function(
      name: name,
      parameters: parameters.map {
        Function.Parameter(name: $0.0, isRequired: $0.1, isKeywordOnly: $0.2, documentation: $0.3)
      }, documentation: documentation)
  }
}
