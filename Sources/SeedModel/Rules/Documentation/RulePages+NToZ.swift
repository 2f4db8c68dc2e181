// What `seed-lsp explain` prints: the doc comments of the rules, copied here by RuleDocumentationTests.

extension RulePages {
  static let nToZ: [String: String] = [
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
    reported as `misspelled-code` instead. Prose is not checked: what an open coding trace mentions may be plain English.

    Before:

        add_decision_option_link(access_decision, rest_apis, "Ask for data over HTTP")

    After:

        rest_apis = CClass(pattern, "REST APIs")
        add_decision_option_link(access_decision, rest_apis, "Ask for data over HTTP")
    """#,
    "undefined-source": #"""
    A label such as `add codes to s15:` names a source that no note records.

    The number is most often mistyped, or the label was copied from another note. A label that names the source of another
    note is reported as `wrong-label`, and `add codes to s:` without a number as `unfilled-template`.

    Before, in `s_16.md`:

        add codes to s161:

    After:

        add codes to s16:
    """#,
    "unfilled-template": #"""
    The note still has a piece of the template that it was begun from.

    Reported are `add codes to s:` without the number in a note whose other labels have it, an empty `'''` list, bullets
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
    the same, as those of the function that was probably meant.

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
    "wrong-kind": #"""
    A code of one kind stands where the notation needs another: a force as an option, an option as a force.

    Options belong to decisions; patterns, practices and other design solutions are options; forces are what they act on.
    Often the arguments are in the wrong order, or a similar name of the right kind was meant. Only codes whose kind is
    known are checked, and a code that is defined twice may be used as either.

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
