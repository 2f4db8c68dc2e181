// The functions of the guidance metamodel and of CodeableModels, as the studies use them: one table of what calls mean.
//
// Whoever reads, completes or checks a call goes by this table. A statement of a new form is one function more here; what it
// says is a `Relation.Kind`, and what its arguments are for an `ArgumentRole`.

extension Vocabulary {
  static let standardFunctions: [Function] = [
    Function(
      name: "CClass", meaning: .code,
      parameters: [
        .required("metaclass", .name(.metaclass), "The kind: `decision`, `pattern`, `practice`, `force`, `source` …"),
        .optional("name", .displayName, "The display name."),
        .keyword("values", .value, "Attribute values, as a dictionary."),
        .keyword("superclasses", .name(.superclass), "The codes that this one specialises."),
        .keyword("attributes", .value, "Attributes of its instances."),
        .keyword("stereotype_instances", .name(.stereotype), "Stereotypes of the code."),
        .keyword("tagged_values", .value, "Values of the stereotypes' attributes."),
        .keyword("bundles", .name(.value), "The bundles that contain it."),
      ], documentation: "Defines a code: a class of the given kind with a name for people to read."),
    Function(
      name: "CBundle", meaning: .nothing, parameters: namedElement, documentation: "Defines a bundle of model elements."
    ),
    Function(
      name: "CMetaclass", meaning: .metaclass, parameters: namedElement,
      documentation: "Defines a metaclass: a new kind of code."),
    Function(
      name: "CStereotype", meaning: .stereotype, parameters: namedElement, documentation: "Defines a stereotype."),
    Function(
      name: "CEnum", meaning: .nothing, parameters: namedElement, documentation: "Defines an enumeration of values."),
    Function(
      name: "add_decision_option_link", meaning: .relation(.option),
      parameters: [
        .required("decision", .name(.decision), "The decision."),
        .required("design_solution", .name(.option), "The pattern, practice or other solution that it offers."),
        .optional("option_name", .text, "What choosing the option means."),
        .keyword("option_description", .text, "The same, as some studies name it."),
      ], documentation: "Says that a design solution is an option of a decision.", hints: ["option", "decision"]),
    Function(
      name: "add_force_relations", meaning: .relation(.impact),
      parameters: [
        .required("force_relations", .forces, "`{design_solution: {force: impact, …}, …}`")
      ], documentation: "Says how design solutions act on forces.", hints: ["force"]),
    Function(
      name: "add_links", meaning: .relation(.link),
      parameters: [
        .required("links", .links, "`{from: to}` or `{from: [to, …]}`; as a method, what the object is linked to."),
        .keyword("role_name", .value, "The end of the association: `\"to\"`, `\"contained_code\"`, `\"referenced\"` …"),
        .keyword("association", .name(.association), "The association that the links instantiate."),
        .keyword("label", .text, "A label for the links."),
        .keyword("stereotype_instances", .name(.stereotype), "What the links mean: `uses`, `can_be_realized_with` …"),
        .keyword("tagged_values", .value, "Values of the stereotypes' attributes."),
      ], documentation: "Links codes.", hints: ["link"]),
    Function(
      name: "add_stereotyped_link_with_how_tagged_value", meaning: .relation(.link),
      parameters: linkEnds + [.required("text", .text, "How.")],
      documentation: "Links two design solutions and says how one uses the other.", hints: ["stereotyped"]),
    Function(
      name: "add_stereotyped_link_with_role_tagged_value", meaning: .relation(.link),
      parameters: linkEnds + [.required("text", .text, "The role.")],
      documentation: "Links two design solutions and says in which role.", hints: ["stereotyped"]),
    Function(
      name: "add_stereotyped_design_solution_link", meaning: .relation(.link), parameters: linkEnds,
      documentation: "Links two design solutions.", hints: ["stereotyped"]),
  ]

  private static let namedElement: [Function.Parameter] = [
    .optional("name", .value, "Its name."), .keyword("values", .value, "Attribute values, as a dictionary."),
    .keyword("superclasses", .name(.superclass), "What it specialises."),
    .keyword("attributes", .value, "Its attributes."),
    .keyword("extended", .value, "What a stereotype extends."),
    .keyword("elements", .name(.value), "What a bundle contains."),
    .keyword("bundles", .name(.value), "The bundles that contain it."),
  ]

  private static let linkEnds: [Function.Parameter] = [
    .required("from", .name(.linkFrom), "Where the link starts."), .required("to", .name(.linkTo), "Where it leads."),
    .required("stereotype", .name(.stereotype), "What the link means: `uses`, `variant` …"),
  ]
}

extension Vocabulary.Function.Parameter {
  fileprivate static func required(_ name: String, _ role: ArgumentRole, _ documentation: String) -> Self {
    Self(name, role, isRequired: true, isKeywordOnly: false, documentation)
  }

  fileprivate static func optional(_ name: String, _ role: ArgumentRole, _ documentation: String) -> Self {
    Self(name, role, isRequired: false, isKeywordOnly: false, documentation)
  }

  fileprivate static func keyword(_ name: String, _ role: ArgumentRole, _ documentation: String) -> Self {
    Self(name, role, isRequired: false, isKeywordOnly: true, documentation)
  }
}
