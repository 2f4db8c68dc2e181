"""What the study says about promises and about change, from s4 and s10, in one place.

The notes stay the evidence; this file is what a program builds the guidance from. It repeats the notes' definitions, and
lists for each source the codes that its note has.
"""
from codeable_models import CClass, add_links
from metamodels.guidance_metamodel import decision, force, pattern, practice, add_decision_option_link
from metamodels.gt_coding import source

# How the promise is written down

contract_decision = CClass(decision, "How is the promise to consumers made explicit?")
handshake_agreement = CClass(practice, "Agree vis-à-vis and leave it at that")
contract_file = CClass(pattern, "Keep the promise in a short file beside the code")
schema_registry = CClass(pattern, "Let a registry refuse messages with an unknown schema")
consumer_contract_tests = CClass(practice, "Run the consumers' tests in the producer's build")

add_decision_option_link(contract_decision, handshake_agreement, "Trust that everyone was in the kitchen")
add_decision_option_link(contract_decision, contract_file, "Write down at most nineteen lines")
add_decision_option_link(contract_decision, schema_registry, "Let a machine say no")
add_decision_option_link(contract_decision, consumer_contract_tests, "Let the readers say what they rely on")

# How a product changes

evolution_decision = CClass(decision, "How does a data product change without hurting its readers?")
additive_changes_only = CClass(practice, "Add columns and never alter or remove one")
parallel_versions = CClass(pattern, "Run the old and the new version side by side")
deprecation_window = CClass(practice, "Announce the last day of a version well ahead")

add_decision_option_link(evolution_decision, additive_changes_only, "Only ever grow")
add_decision_option_link(evolution_decision, parallel_versions, "Build the new one beside the old")
add_decision_option_link(evolution_decision, deprecation_window, "Say early when it ends")

# What both act on

stability_for_consumers = CClass(force, "Stability for consumers")
trustworthiness = CClass(force, "Trustworthiness")

# What each source says

s4 = CClass(source, "s4")
s4_codes = [
    contract_decision, handshake_agreement, contract_file, schema_registry, consumer_contract_tests,
    stability_for_consumers, trustworthiness, maintainability, event_topic, product_page, product_owner_role,
]
add_links({s4: s4_codes}, role_name="contained_code")

s10 = CClass(source, "s10")
s10_codes = [
    evolution_decision, additive_changes_only, parallel_versions, deprecation_window, event_topic, published_sql_view,
    stability_for_consumers, understandability, contract_file, product_page, consumer_contract_tests, usage_scorecard,
    schema_registry,
]
add_links({s10: s10_codes}, role_name="contained_code")
