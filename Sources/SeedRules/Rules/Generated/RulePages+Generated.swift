// What `seed-lsp explain` prints: the doc comments of the rules. Written by `.ci/generate`.

extension RulePages {
  static let generated: [String: String] = [
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
    the message says so: an author type that holds a source type was probably filled in one line too high, and two fields that
    were swapped are one finding. Where only the case or the word for yes and no is wrong, the fix is safe; `True` for `yes` in
    the header is only information.

    A type that is like none of them may be the study's own: it is told once, in the first note that has it. `sourceFields` in
    `seed-lsp.json` adds it to those that can stand there: `{"type": ["Interview"]}`.

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
    "merge-conflict": #"""
    Two versions of the file were merged, and nobody has decided yet between what both changed.

    Both sides count meanwhile, and what stood there before doesn't; nothing is said about definitions, fields or statements that
    only contradict each other because both are there. Keep one side or both, and delete the lines with `<<<<<<<`, `=======` and
    `>>>>>>>`.

    Before:

        <<<<<<< HEAD
        cache = CClass(pattern, "Cache")
        =======
        cache = CClass(pattern, "Local Cache")
        >>>>>>> other-coder

    After:

        cache = CClass(pattern, "Local Cache")
    """#,
    "missing-fence": #"""
    Statements stand in a trace without a fence around them.

    They count here. Other tools read only what stands between ` ``` python ` and ` ``` `, and show the statements as running
    text. Names alone, as behind `already added:`, need no fence.

    Before:

        added:
        cache = CClass(pattern, "Cache")

    After:

        added:
        ``` python
        cache = CClass(pattern, "Cache")
        ```
    """#,
    "missing-field": #"""
    A field of the source is filled in at one of its two places only.

    What the header says should stand in the `values=` of the source block, and the other way round: tools read the block,
    people the header. Reported are headings without a value, empty strings, keys and headings that are absent, and a
    header without the number of its source. A field that is empty at both places is taken as not known. Several fields that
    one of the places leaves out are one finding, at the source block or at the heading of the source.

    A field that no note of the study has in its header, or in its source block, isn't missing there, if there are some notes.
    `sourceFields` in `seed-lsp.json` says what a study calls a field, and that it stands at one of the places only:
    `{"type": {"key": "kind", "in": "block"}}`.

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
    Where more notes write the name as here than as it is defined, the definition may be what is misspelt: then
    `misspelled-definition` tells of it there, and the uses are only information.

    Before:

        data_catalogue = CClass(pattern, "Data Catalogue")
        add_decision_option_link(discovery_decision, data_catalog, "List what there is")

    After:

        data_catalogue = CClass(pattern, "Data Catalogue")
        add_decision_option_link(discovery_decision, data_catalogue, "List what there is")
    """#,
    "misspelled-definition": #"""
    More notes write a code in another spelling than in the one that is defined.

    The other spelling is a slip of the pen away from this one, and nothing defines it, so that whatever those notes link or
    list is missing where the code is counted. Either the definition is misspelt, and one change mends all notes, or the others
    copied a mistake from each other. In an editor, actions rename the definition, or write all uses as the definition is
    written; on the command line, `seed-lsp merge` does either. `misspelled-code` tells of the uses.

    Before:

        acess_decision = CClass(decision, "How is data asked for?")
        …
        add_decision_option_link(access_decision, rest_apis, "Over HTTP")
        …
        add_decision_option_link(access_decision, event_topic, "By subscription")

    After:

        access_decision = CClass(decision, "How is data asked for?")
    """#,
    "misspelled-heading": #"""
    A heading is a slip of the pen away from one that every note has.

    Reported are misspelt fields of the header (`## tilte`), misspelt headings of traces (`**AXAIL CODING TRACE:**`) or ones
    without their stars, `# codign` where `# coding` should end the header, and headings without the blank behind `#`. Here
    the heading is read as what was meant; other tools take it for text. A field that `seed-lsp.json` adds is none of these.

    Before:

        ## tilte
        How We Share Data
        …
        **AXAIL CODING TRACE:**

    After:

        ## title
        How We Share Data
        …
        **AXIAL CODING TRACE:**
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
    "near-duplicate-codes": #"""
    Two codes are defined whose names differ by a plural, a spelling or a slip of the pen.

    They may be one code that was coined twice, and whoever lists one of them may mean the other. If they are one, rename
    one of them; if they are two, names that differ by a whole word keep readers from mixing them up. Names whose beginnings
    or numbers differ (`input_port` and `output_port`, `v1` and `v2`) are taken to be meant so.

    Before:

        internal_storage = CClass(pattern, "Internal Storage")
        internal_storages = CClass(pattern, "Keep Storage Internal")

    After:

        internal_storage = CClass(pattern, "Internal Storage")
    """#,
    "option-without-forces": #"""
    A decision offers a design solution, but no note says how it acts on any force.

    The forces are what a reader weighs when choosing between options. Sources often name a solution without them, so the
    rule is off unless the configuration turns it on.

    Before:

        add_decision_option_link(store_decision, data_marts, "Keep a small store for each process")

    After:

        add_decision_option_link(store_decision, data_marts, "Keep a small store for each process")
        add_force_relations({data_marts: {response_time: positive, duplication: negative}})
    """#,
    "rebound-code": #"""
    The name of a code is given to a link or to another value.

    The name then means two things, and tools that run the notes lose the code from this place on. Most often the link was
    named after one of its ends in a hurry. Give the link a name of its own, made of what it links.

    Before:

        request_access = CClass(pattern, "Request Access")
        request_access = request_access.add_links(search_engine, role_name="to", stereotype_instances=uses)[0]

    After:

        request_access = CClass(pattern, "Request Access")
        request_access_uses_search_engine = \
            request_access.add_links(search_engine, role_name="to", stereotype_instances=uses)[0]
    """#,
    "repeated-definition": #"""
    A code is defined once more, with the same kind and the same display name as before.

    All notes of a study share their codes, so once is enough. A second definition is one more place to keep in step: as
    soon as one of the two is changed they contradict each other. To record that a source confirms the code, list its name.

    Before:

        security = CClass(force, "Security")
        security = CClass(force, "Security")

    After:

        security = CClass(force, "Security")
    """#,
    "shared-url": #"""
    Two sources of a study have the same title, address, short address or archive address.

    Either one article was recorded twice, or a field was copied from another note and never changed. The finding stands in
    the later note and leads to the earlier one. Differences in `http`, `www.`, a slash or a full stop at the end don't count.

    Before, in `s_21.md`:

        "tiny url": "https://tinyurl.com/my-study-s20",

    After:

        "tiny url": "https://tinyurl.com/my-study-s21",
    """#,
    "source-id-mismatch": #"""
    The places where a note says which source it records disagree.

    These are the number below `# s`, the name and the text in `s4 = CClass(source, "s4", …)`, and the name of the file,
    `s_4.md` or `s4.md`. Usually one was forgotten when a note was begun as a copy of another one. What most of them say is
    taken for right, and every place that says something else is reported. Labels (`add codes to s4:`) have a rule of their
    own, `wrong-label`.

    Before:

        # s
        34
        …
        s34 = CClass(source, "s33", values={…})

    After:

        s34 = CClass(source, "s34", values={…})
    """#,
    "stray-fence": #"""
    A line with ` ``` ` begins no block: a label or another fence follows, or a block that is closed already is closed again.

    Other tools take what follows for code, and the next block for text. Here the line is passed over. The fix deletes it; quoted
    text, labels and statements stay as they are.

    Before:

        **AXIAL CODING TRACE:**
        ```
        added:
        ``` python
        cache = CClass(pattern, "Cache")
        ```

    After:

        **AXIAL CODING TRACE:**
        added:
        ``` python
        cache = CClass(pattern, "Cache")
        ```
    """#,
    "syntax-error": #"""
    A statement of a coding block is broken: a bracket, a comma or a colon is missing, doubled or in the wrong place.

    Each broken statement is reported once, at the place that is wrong. The statements around it are read as usual, and the
    names in the broken one still count, but Python refuses the whole block. The fix is safe where there is only one way to
    mend the statement. Lists and texts that are never closed are reported as `unclosed-list` and `unclosed-string`.

    Before:

        add_force_relations({query_catalogue: {trust: positive,
                                               discovery: positive})

    After:

        add_force_relations({query_catalogue: {trust: positive,
                                               discovery: positive}})
    """#,
    "unattached-option": #"""
    A pattern, a practice or another design solution is not an option of any decision.

    Guidance is made of decisions and their options; a solution that no decision offers isn't reached by anybody who reads
    it. Early in a study many solutions have no decision yet, so the rule is off unless the configuration turns it on.

    Before:

        data_marts = CClass(pattern, "Data Marts")

    After:

        data_marts = CClass(pattern, "Data Marts")
        add_decision_option_link(store_decision, data_marts, "Keep a small store for each process")
    """#,
    "unclosed-comment": #"""
    A comment (`<!-- …`) is never closed with `-->`.

    Other tools hide the rest of the note. Here it hides nothing: what follows counts as if the comment weren't there. What stands
    in a comment that is closed doesn't count, be it a line, a block or a whole note.

    Before:

        <!-- ask the author about this

        **OPEN CODING TRACE:**

    After:

        <!-- ask the author about this -->

        **OPEN CODING TRACE:**
    """#,
    "unclosed-fence": #"""
    A fence (` ``` python `) is never closed with ` ``` `.

    Everything up to the next fence, label or trace heading is read as part of the block, and other tools show the rest of
    the note as code. The fix closes the fence behind its last line; it is safe where only names and statements stand in it.

    Before:

        ``` python
        cache = CClass(pattern, "Cache")

        **OPEN CODING TRACE:**

    After:

        ``` python
        cache = CClass(pattern, "Cache")
        ```

        **OPEN CODING TRACE:**
    """#,
    "unclosed-list": #"""
    A list of codes in `'''` is never closed, or is closed by two quotes instead of three.

    Everything behind it is taken for a part of the list. The fix adds what is missing behind the last name; it is safe
    where the list holds nothing but names.

    Before:

        '''
        cache, event_streaming
        ''

    After:

        '''
        cache, event_streaming
        '''
    """#,
    "unclosed-string": #"""
    A text in quotes isn't closed on its line.

    Its closing quote is missing, or is of the other kind, or the text was broken over two lines. Python refuses the whole
    block. The fix adds the quote or joins the lines; it is safe where nothing else can be meant.

    Before:

        security = CClass(practice, "Secure Data Product')

    After:

        security = CClass(practice, "Secure Data Product")
    """#,
    "undefined-code": #"""
    A name is used as a code, but no note of the study defines it.

    Codes are shared by all notes of a study: the definition, `name = CClass(kind, "…")`, may stand in any of them, or in a
    model file, whose variables and functions are no codes. A name that is defined nowhere was renamed in one note only, or
    its definition was forgotten; it stays out of the codebook and of every count. Names that are close to a defined one are
    reported as `misspelled-code` instead. Where a defined name has the same words in other forms, a word more or less, or another
    last word, the finding asks whether it is meant. Prose is not checked: what an open coding trace mentions may be plain English.

    Before:

        add_decision_option_link(access_decision, rest_apis, "Ask for data over HTTP")

    After:

        rest_apis = CClass(pattern, "REST APIs")
        add_decision_option_link(access_decision, rest_apis, "Ask for data over HTTP")
    """#,
    "undefined-source": #"""
    A label such as `add codes to s15:`, or a link such as `add_links({s15: […]}, role_name="referenced")`, names a source that no
    note records.

    The number is most often mistyped, or the label was copied from another note. A label that names the source of another
    note is reported as `wrong-label`, and `add codes to s:` without a number as `unfilled-template`.

    Before, in `s_16.md`:

        add codes to s161:

    After:

        add codes to s16:
    """#,
    "unfilled-template": #"""
    The note still has a piece of the template that it was begun from.

    Reported are `add codes to s:` without the number in a note whose other labels have it, an empty block or `'''` list, bullets
    such as `- <ins>Option: </ins>` without text, comments such as `#added classes:` with nothing behind them, a source
    block without title and address, a reference without a name, and the template's
    `add_links({s30: […]}, role_name="contained_code")` in a note that isn't `s30`. Fill them in or delete them. The
    template itself, a note without any number, is left alone.

    `add codes to s:` means the note's own source: adding the number is a safe fix, and a note that writes all its labels
    that way is left alone.

    Before, in `s_7.md`:

        add codes to s7:
        …
        add codes to s:

    After:

        add codes to s7:
        …
        add codes to s7:
    """#,
    "unknown-argument": #"""
    An argument has a keyword that the function doesn't know.

    Most often the keyword is misspelt. What it says is lost: a link with a misspelt `stereotype_instances=` has no meaning.

    Before:

        a.add_links(b, role_name="to", sterotype_instances=uses)

    After:

        a.add_links(b, role_name="to", stereotype_instances=uses)
    """#,
    "unknown-function": #"""
    A function is called that neither the notation nor the study has.

    The statement does nothing that anybody knows of, and tools that run the notes stop at it. Its arguments are read all
    the same, as those of the function that was probably meant. A name such as `add_option_association`, which the study's own
    metamodel may have, is only information; in a model file beside the notes it is known.

    Before:

        time_to_market = CClas(force, "Time to Market")

    After:

        time_to_market = CClass(force, "Time to Market")
    """#,
    "unknown-metaclass": #"""
    A code is defined with a kind that neither the metamodel nor the study has.

    The kind says what can be done with the code: decisions have options, patterns and practices are options, forces are
    acted on. A code of an unknown kind is missing from every list by kind, and how it is used can't be checked.

    Before:

        data_marts = CClass(patern, "Data Marts")

    After:

        data_marts = CClass(pattern, "Data Marts")
    """#,
    "unnamed-definition": #"""
    `CClass(…)` stands by itself: there is no name by which the code can be used.

    The code is in no codebook and no report, and whoever uses the name that was meant finds it undefined. Offered is the name that
    goes with the display name, unless something else has it.

    Before:

        CClass(pattern, "Cache")

    After:

        cache = CClass(pattern, "Cache")
    """#,
    "unreadable-file": #"""
    A file that should be a note can't be read as text.

    It is called as notes are (`s_4.md`, `p_2.txt`), or was named on the command line, but its bytes are no text: it is damaged
    UTF-16, UTF-16 without the byte order mark that tells it from other bytes, or the file of another program. What it defines
    is unknown, so that its codes look undefined in other notes. Open it in the program that wrote it, and save it as UTF-8.

    Before:

        s_4.md   UTF-16 without a byte order mark

    After:

        s_4.md   UTF-8
    """#,
    "unused-code": #"""
    A code is defined, and nothing links it, lists it or gives it forces.

    It stands by itself: no decision offers it and no other source confirms it. It may be waiting for its first link, or it
    may have been renamed where it was used. A definition counts as coding its own source, so a code that only one source
    names is no mistake; that is why this rule is off unless the configuration turns it on.

    Before:

        time_travel = CClass(pattern, "Time Travel")

    After:

        time_travel = CClass(pattern, "Time Travel")
        add_decision_option_link(versioning_decision, time_travel, "Ask for the data of a past day")
    """#,
    "unused-suppression": #"""
    A comment for seed-lsp silences nothing, names a rule that doesn't exist, or names none.

    `# seed-lsp: ignore[undefined-code]` at the end of a line of a coding block silences the findings of that rule on the
    line; alone on its line, those on the next one. In Markdown the same is written `<!-- seed-lsp: ignore[wrong-label] -->`.
    `ignore-file[…]` is for the whole note. Several rules are separated by commas, and the names can't be left out: a comment
    that silenced everything would hide the next mistake, too.

    Before:

        cache = CClass(pattern, "Cache")  # seed-lsp: ignore[undefined-code]

    After:

        cache = CClass(pattern, "Cache")
    """#,
    "used-before-definition": #"""
    A code is used in a statement that stands before its definition in the same note.

    Notes are read from top to bottom, by people and by tools that run their statements. Move the definition up, or the use
    down. Each name is reported once, where it is first used, and prose doesn't count. Codes that another note defines may
    be used anywhere.

    Before:

        add_decision_option_link(access_decision, rest_apis, "Ask for data over HTTP")
        access_decision = CClass(decision, "How is data accessed?")

    After:

        access_decision = CClass(decision, "How is data accessed?")
        add_decision_option_link(access_decision, rest_apis, "Ask for data over HTTP")
    """#,
    "wrong-argument-count": #"""
    A function is called with an argument missing, or with more than it takes.

    What is missing can't be guessed: a link without its option links nothing. Tools that run the notes stop here.
    Arguments that a keyword gives count, and statements that are broken anyway are not counted.

    Before:

        add_decision_option_link(store_decision)

    After:

        add_decision_option_link(store_decision, data_marts, "Keep a small store for each process")
    """#,
    "wrong-form": #"""
    Something stands in a statement in a form that its place can't have.

    Names of codes, kinds, impacts and meanings of links stand without quotes, what people read stands in quotes, an impact is
    a word (`positive`) and no sign or number, and forces stand in braces. Python says nothing about most of these, and what is
    written is missing in every report. The fix is safe where the name that is meant exists.

    Before:

        cache = CClass("pattern", Cache)
        add_force_relations({cache: {freshness: "negative"}})

    After:

        cache = CClass(pattern, "Cache")
        add_force_relations({cache: {freshness: negative}})
    """#,
    "wrong-kind": #"""
    A code of one kind stands where the notation needs another: a force as an option, an option as a force.

    Options belong to decisions; patterns, practices and other design solutions are options; forces are what they act on.
    Often the arguments are in the wrong order, or a similar name of the right kind was meant. Only codes whose kind is
    known are checked, and a code that is defined twice may be used as either. Statements with broken brackets are left to
    `syntax-error`.

    Before:

        security = CClass(force, "Security")
        add_decision_option_link(access_decision, security, "Encrypt everything")

    After:

        encryption = CClass(practice, "Encryption")
        security = CClass(force, "Security")
        add_decision_option_link(access_decision, encryption, "Encrypt everything")
        add_force_relations({encryption: {security: positive}})
    """#,
    "wrong-label": #"""
    A label adds codes to another source than the note's own.

    `add codes to s15:` in the note of `s16` was probably copied from the other note. A label that names a source which no
    note records is reported as `undefined-source` instead, and one without a number as `unfilled-template`.

    Before, in `s_16.md`:

        add codes to s15:

    After:

        add codes to s16:
    """#,
  ]
}
