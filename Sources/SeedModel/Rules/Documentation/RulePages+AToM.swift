// What `seed-lsp explain` prints: the doc comments of the rules, copied here by RuleDocumentationTests.

extension RulePages {
  static let aToM: [String: String] = [
    "conflicting-definition": #"""
    A code is defined in two places with different kinds or different display names.

    All notes of a study share their codes, so both places speak of one code, and which of the two is meant depends on who
    reads it. Make them agree, or keep one of them; where two things are meant, give one of them another name.

    Before:

        quality = CClass(force, "Data Quality")
        quality = CClass(force, "Quality")

    After:

        quality = CClass(force, "Data Quality")
    """#,
    "contradictory-impact": #"""
    An option acts on a force in one way here and in another way in an earlier statement.

    Sources may well disagree, but the guidance gives one impact for each pair. Decide which one the evidence supports and
    say it once; `positive_and_negative` is there for evidence that can't be reconciled.

    Before:

        add_force_relations({data_catalogue: {discoverability: positive}})
        add_force_relations({data_catalogue: {discoverability: very_positive}})

    After:

        add_force_relations({data_catalogue: {discoverability: very_positive}})
    """#,
    "definition-in-list": #"""
    A code is defined inside a `'''` list.

    The three quotes make a text of all that stands between them. Tools that run the notes see no definition there, so for
    them the code doesn't exist. The language server counts it, because its author meant it so.

    Before:

        '''
            k8s = CClass(practice, "Kubernetes"),
            data_marts
        '''

    After:

        k8s = CClass(practice, "Kubernetes")
        '''
            data_marts
        '''
    """#,
    "duplicate-key": #"""
    A key stands twice between the same braces.

    A dictionary keeps one value for each key, the last one; what the first one said is lost without a word. Decide which
    of the two is meant.

    Before:

        add_force_relations({data_catalogue: {discoverability: positive,
                                              discoverability: very_positive}})

    After:

        add_force_relations({data_catalogue: {discoverability: very_positive}})
    """#,
    "duplicate-option": #"""
    A decision is linked to an option that it is linked to already.

    Once is enough for the guidance, wherever the link stands; to record that a source confirms it, list the codes. Where
    the two texts differ, the option was often copied and another one was meant.

    Before:

        add_decision_option_link(access_decision, rest_apis, "Ask over HTTP")
        add_decision_option_link(access_decision, rest_apis, "Subscribe to events")

    After:

        add_decision_option_link(access_decision, rest_apis, "Ask over HTTP")
        add_decision_option_link(access_decision, event_topic, "Subscribe to events")
    """#,
    "duplicate-source-id": #"""
    Two notes of one study claim the same source id.

    Codes are collected by the id of their source, so that what is coded in the two notes would be taken for one source.
    The finding stands in the later note and names the earlier one. Notes of different studies may use the same ids: folders
    in which the same ids occur are studies of their own, unless a `seed-lsp.json` around them says that they are one.

    Before, in `s_33.md` and in `s_34.md`:

        # s
        33

    After, in `s_34.md`:

        # s
        34
    """#,
    "header-mismatch": #"""
    A field of the header and the same field of the source block say different things.

    The header is for people, the `values=` of the source block for tools, and both are typed by hand: after a correction
    in one of them the other keeps what was wrong. `yes` and `no` in the header mean `True` and `False` in the block, and
    `source type` is called `type` there. Blanks at the ends don't count, and addresses that differ only in `http`, `www.`, a
    slash or a full stop at the end are worth an information, no warning. Both places are named; which of them is right, only
    the author can say, so the fixes have to be chosen by hand.

    Before:

        ## example
        yes
        …
        s12 = CClass(source, "s12", values={"example": False, …})

    After:

        s12 = CClass(source, "s12", values={"example": True, …})
    """#,
    "invalid-configuration": #"""
    The file `seed-lsp.json` has a key that doesn't exist, a value of the wrong type, a rule that doesn't exist, or a pattern
    that can't match anything.

    What is wrong is left out, and the rest of the file holds. A file that is no JSON at all holds as far as it can be read.

    Before:

        { "rules": { "unused-codes": "of" } }

    After:

        { "rules": { "unused-code": "off" } }
    """#,
    "invalid-value": #"""
    A field of a source has a value that the metamodel doesn't allow.

    `author type` and `type` (in the header `source type`) take one of a few values; the header takes `yes` or `no` for
    `example` and `source code`, the source block `True` or `False`, without quotes. Where the value belongs to another field,
    the message says so: an author type that holds a source type was probably filled in one line too high. Where only the case
    or the word for yes and no is wrong, the fix is safe.

    Before:

        "author type": "Practitioner Audience Article",
        "type": "Practitioner Audience Article",

    After:

        "author type": "Practitioner",
        "type": "Practitioner Audience Article",
    """#,
    "malformed-item": #"""
    Words with blanks between them stand where a name should be.

    A name is one word; its parts are joined by `_`. Written with blanks it names nothing: the list is one code short, or
    the statement can't be read. Where the joined name exists, it can be put in its place; where each word is a code of its own,
    a comma is missing between them.

    Before:

        '''
            data_marts,
            input ports
        '''

    After:

        '''
            data_marts,
            input_ports
        '''
    """#,
    "missing-field": #"""
    A field of the source is filled in at one of its two places only.

    What the header says should stand in the `values=` of the source block, and the other way round: tools read the block,
    people the header. Reported are headings without a value, empty strings, keys and headings that are absent, and a
    header without the number of its source. A field that is empty at both places is taken as not known.

    Before:

        ## title
        How We Share Data
        …
        s10 = CClass(source, "s10", values={"title": "", …})

    After:

        s10 = CClass(source, "s10", values={"title": "How We Share Data", …})
    """#,
    "misspelled-code": #"""
    A name is used that no note defines, but that is a slip of the pen away from a defined one.

    The two differ in one or two letters, in case, in `_` or `-`, in a plural, or in British and American spelling. As they
    stand they are two names: whatever is linked or listed under the misspelt one is missing where the code is counted.
    Either the use is misspelt or the definition is; where many notes use one spelling, rename the definition.

    Before:

        data_catalogue = CClass(pattern, "Data Catalogue")
        add_decision_option_link(discovery_decision, data_catalog, "List what there is")

    After:

        data_catalogue = CClass(pattern, "Data Catalogue")
        add_decision_option_link(discovery_decision, data_catalogue, "List what there is")
    """#,
    "model-drift": #"""
    A model file defines a code otherwise than the notes, or lists other codes for a source than its note has.

    Model files consolidate the notes: codes are merged, renamed and reworded in them on purpose, so a difference is worth
    knowing but no mistake, and the rule is off unless the configuration turns it on. Compared are the kind and the display
    name of each code, and the list of codes of each source (`s4_codes`, or the list in `add_links`) with what the note of
    that source defines and lists. The finding stands in the model file and names the place in the note.

    Before, in the model file, where a note says `CClass(practice, "Data Catalogue")`:

        data_catalogue = CClass(pattern, "Data Catalog")

    After:

        data_catalogue = CClass(practice, "Data Catalogue")
    """#,
  ]
}
