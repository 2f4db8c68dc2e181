// The scopes of texts, from a real TextMate engine with the Markdown grammar of VS Code: `run-tests` brings it.
'use strict';

const assert = require('node:assert/strict');
const { spawnSync } = require('node:child_process');
const fs = require('node:fs');
const path = require('node:path');
const { test } = require('node:test');
const { root } = require('./support/editor');

const python = process.env.TEXTMATE_PYTHON;
const options = { skip: !python && 'TEXTMATE_PYTHON names no Python that has babi' };
const seeds = path.join(root, '..', '..', 'seeds');
const FENCE = '```';

/** All tokens of texts, each as `{ line, text, scopes }`; a line counts from 1. */
function tokenize(texts, scope = 'text.html.markdown') {
  const script = path.join(__dirname, 'support', 'tokenize.py');
  const { stdout, stderr, status } = spawnSync(python, [script], {
    input: JSON.stringify({ scope, texts }),
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  assert.equal(status, 0, stderr);
  const result = {};
  for (const [name, lines] of Object.entries(JSON.parse(stdout))) {
    result[name] = lines.flatMap((tokens, index) =>
      tokens.map(([text, scopes]) => ({ line: index + 1, text, scopes })),
    );
  }
  return result;
}

/** Checks the innermost scope, or any, of pieces of a text: `[piece, scope]`, in the order in which they stand. */
function check(text, expected, scope) {
  const tokens = tokenize({ text }, scope).text;
  let next = 0;
  for (const [piece, wanted] of expected) {
    const found = tokens.findIndex((token, index) => index >= next && token.text.trim() === piece);
    assert.ok(found >= 0, `no token ‘${piece}’ in ${JSON.stringify(tokens.slice(next, next + 12), null, 1)}`);
    const { scopes } = tokens[found];
    const has = scopes.some((each) => each === wanted || each.startsWith(`${wanted}.`));
    assert.ok(has, `‘${piece}’ is ${scopes.join(' ')}, and not ${wanted}`);
    next = found + 1;
  }
}

/** A block of the note that a label announces. */
const coded = (code, opener = `${FENCE} python`, closer = FENCE) =>
  `**AXIAL CODING TRACE:**\n\nadded:\n${opener}\n${code}\n${closer}\n\n> after\n`;

test('the header has its fields and values', options, () => {
  const fields = '## url\nhttps://example.org/a\n## title\n#2 Explain it\n## example\nyes\n## source type \nBlog Post\n';
  check(`# s\n4\n${fields}\n# coding\n\n> text\n`, [
    ['s', 'entity.name.section.source.seed'],
    ['4', 'constant.numeric.source.seed'],
    ['url', 'entity.name.tag.field.seed'],
    ['https://example.org/a', 'markup.underline.link.seed'],
    ['#2 Explain it', 'string.unquoted.value.seed'],
    ['yes', 'constant.language.boolean.seed'],
    ['source type', 'entity.name.tag.field.seed'],
    ['Blog Post', 'constant.other.value.seed'],
    ['coding', 'entity.name.section.markdown'],
    ['text', 'markup.quote.seed'],
  ]);
});

test('a quotation runs on over plain lines up to a blank one, and keeps its Markdown', options, () => {
  check('# s\n4\n# coding\n> one **two**\nthree\n\nfour\n', [
    ['>', 'punctuation.definition.quote.begin.seed'],
    ['two', 'markup.bold.markdown'],
    ['three', 'markup.quote.seed'],
    ['four', 'meta.paragraph.markdown'],
  ]);
});

test('trace headings are known in all their forms', options, () => {
  for (const [heading, scope] of [
    ['**OPEN CODING TRACE:**', 'meta.trace.open.seed'],
    ['**AXIAL CODING TRACE**: source and references', 'meta.trace.axial.seed'],
    ['### AXIAL CODING TRACE:', 'meta.trace.axial.seed'],
    ['**axial coding:**', 'meta.trace.axial.seed'],
  ]) {
    const [token] = tokenize({ heading }).heading.slice(1);
    assert.ok(token.scopes.includes(scope), `${heading} is ${token.scopes.join(' ')}`);
    assert.ok(token.scopes.includes('markup.heading.trace.seed'), heading);
  }
});

test('labels are known in all their forms', options, () => {
  for (const label of ['added:', 'add', 'already added:', 'added new force relations:', 'changed wording of:']) {
    check(`**AXIAL CODING TRACE:**\n${label}\n`, [[label.replace(':', ''), 'keyword.other.label.seed']]);
  }
  for (const [label, words, source] of [['Add codes to s33: ', 'Add codes to', 's33'], ['  - add codes to s:', 'add codes to', 's']]) {
    check(`**OPEN CODING TRACE:**\n${label}\n`, [
      [words, 'keyword.other.label.seed'],
      [source, 'entity.name.section.source.seed'],
    ]);
  }
});

test('a list of codes in prose is known by its lead', options, () => {
  check('**OPEN CODING TRACE:**\nNew options: cache and event_topic\nOther words: a_b\n', [
    ['New options', 'keyword.other.lead.seed'],
    ['event_topic', 'variable.other.code.seed'],
    ['Other words: a_b', 'meta.paragraph.markdown'],
  ]);
});

test('a fence is a coding block with and without a blank, blanks behind it, and without a language', options, () => {
  for (const opener of [`${FENCE} python`, `${FENCE}python`, `${FENCE} python   `, `${FENCE}Python`, `${FENCE}\`python`, FENCE, '~~~ python']) {
    check(coded('cache = CClass(pattern, "Cache")', opener, /^(`+|~+)/.exec(opener)[0]), [
      ['cache', 'entity.name.type.code.seed'],
      ['CClass', 'support.class.seed'],
      ['pattern', 'storage.type.kind.seed'],
      ['Cache', 'string.quoted.double.seed'],
      ['after', 'markup.quote.seed'],
    ]);
  }
});

test('statements have the roles of their words', options, () => {
  check(
    coded(
      [
        'add_force_relations({cache: {speed: very_positive, cost:negative}})',
        'a_uses_b = \\',
        '    a.add_links(b, role_name="to", stereotype_instances=uses)[0]',
        "s4 = CClass(source, 's4', values={\"example\": True})  # seed-lsp: ignore[wrong-kind]",
        '# already added:',
        'security',
      ].join('\n'),
    ),
    [
      ['add_force_relations', 'support.function.seed'],
      ['cache', 'variable.other.code.seed'],
      ['very_positive', 'constant.language.impact.seed'],
      ['cost', 'variable.other.code.seed'],
      ['negative', 'constant.language.impact.seed'],
      ['a_uses_b', 'variable.other.link.seed'],
      ['\\', 'punctuation.separator.continuation.line.seed'],
      ['add_links', 'support.function.seed'],
      ['role_name', 'variable.parameter.seed'],
      ['uses', 'support.constant.stereotype.seed'],
      ['source', 'storage.type.kind.seed'],
      ['s4', 'string.quoted.single.seed'],
      ['True', 'constant.language.seed'],
      ['seed-lsp:', 'keyword.other.suppression.seed'],
      ['already added:', 'comment.line.number-sign.seed'],
      ['security', 'variable.other.code.seed'],
    ],
  );
});

test('a list in three quotes holds codes, definitions and more statements after it', options, () => {
  check(coded("    '''\n    cache, event_topic\n    mesh = CClass(pattern, \"Mesh\")\n    '''\n\n    speed"), [
    ["'''", 'punctuation.definition.list.begin.seed'],
    ['cache', 'meta.list.codes.seed'],
    ['event_topic', 'variable.other.code.seed'],
    ['mesh', 'entity.name.type.code.seed'],
    ["'''", 'punctuation.definition.list.end.seed'],
    ['speed', 'variable.other.code.seed'],
  ]);
  const tokens = tokenize({ text: coded("'''one, two'''\nthree") }).text;
  assert.ok(tokens.find(({ text }) => text === 'two').scopes.includes('meta.list.codes.seed'));
  assert.ok(!tokens.find(({ text }) => text === 'three').scopes.includes('meta.list.codes.seed'));
});

test('a listing after a quotation stays what it is', options, () => {
  check(`# s\n4\n# coding\n> look:\n${FENCE}python\nforce = positive\n${FENCE}\n`, [
    ['python', 'fenced_code.block.language'],
    ['=', 'meta.embedded.block.python'],
  ]);
});

test('a fence that is not closed ends with the next one, the next trace and the next quotation', options, () => {
  for (const [after, expected] of [
    // Written otherwise than the first: the engine takes two equal lines for one, and goes on a character later.
    [`${FENCE}python\nspeed = CClass(force, "Speed")\n${FENCE}\n\n> after`, ['speed', 'entity.name.type.code.seed']],
    ['**OPEN CODING TRACE:**\nNew option: event_topic\n', ['event_topic', 'meta.trace.open.seed']],
    ['> after', ['after', 'markup.quote.seed']],
  ]) {
    check(`**AXIAL CODING TRACE:**\n${FENCE} python\n'''\ncache\n\n${after}\n`, [['cache', 'meta.list.codes.seed'], expected]);
    const last = tokenize({ text: `**AXIAL CODING TRACE:**\n${FENCE} python\n'''\ncache\n\n${after}\n` }).text.at(-1);
    assert.ok(!last.scopes.includes('meta.list.codes.seed'), after);
  }
});

test('a missing bracket or quote spoils no other statement', options, () => {
  for (const broken of [
    'add_force_relations({a: {b: positive})',
    'a.add_links((b, role_name="to"[0]',
    'add_force_relations{(a: {b: positive}})',
    'a = CClas(force, "A"}',
    'a = CClass(force, "A\')',
    "a = CClass(force, 'A)",
    'runtime observability = CClass(force, "A")',
  ]) {
    check(coded(`${broken}\nspeed = CClass(force, "Speed")`), [
      ['speed', 'entity.name.type.code.seed'],
      ['force', 'storage.type.kind.seed'],
      ['Speed', 'string.quoted.double.seed'],
      ['after', 'markup.quote.seed'],
    ]);
  }
});

test('a list that two quotes close, or none, ends there or with its block', options, () => {
  for (const list of ["'''\ncache\n''", "'''\ncache, mesh''", "'''\ncache"]) {
    const tokens = tokenize({ text: coded(list) + '\n**OPEN CODING TRACE:**\nwords\n' }).text;
    assert.ok(tokens.find(({ text }) => text === 'cache').scopes.includes('meta.list.codes.seed'), list);
    const after = tokens.filter(({ text }) => /after|words/.test(text));
    assert.equal(after.length, 2, list);
    for (const { scopes } of after) assert.ok(!scopes.includes('meta.embedded.block.seed'), list);
  }
});

test('Markdown that is no note has no scope of ours', options, () => {
  const python = `${FENCE}python\nforce = positive\n'''\ndoc\n'''\n${FENCE}\n`;
  const example = `${FENCE}text\n**OPEN CODING TRACE:**\n${FENCE}\n`;
  const page = `# C\n\n## url\n\nadded:\n${python}\n> quote\n\n${example}\n- item\n`;
  const texts = { page, readme: fs.readFileSync(path.join(seeds, 'README.md'), 'utf8') };
  for (const [name, tokens] of Object.entries(tokenize(texts))) {
    assert.deepEqual(tokens.filter(({ scopes }) => scopes.some((scope) => scope.endsWith('.seed'))), [], name);
  }
});

test('every word of the sample study has a scope, in Markdown and in the language of its own', options, () => {
  const names = fs.readdirSync(seeds).filter((name) => name.startsWith('s_'));
  const texts = Object.fromEntries(names.map((name) => [name, fs.readFileSync(path.join(seeds, name), 'utf8')]));
  for (const scope of ['text.html.markdown', 'text.seed']) {
    const all = tokenize(texts, scope);
    for (const [name, text] of Object.entries(texts)) {
      assert.equal(all[name].map((token) => token.text).join(''), text, name);
      let definitions = 0;
      for (const { line, text: piece, scopes } of all[name]) {
        if (scopes.includes('entity.name.type.code.seed')) definitions += 1;
        if (piece.trim() === '' || !scopes.includes('meta.embedded.block.seed')) continue;
        // In a block there is nothing but the notation.
        assert.notEqual(scopes.at(-1), 'meta.embedded.block.seed', `${name}:${line} ${piece}`);
      }
      assert.equal(definitions, (text.match(/^ *\w+ = CClass\(/gm) ?? []).length, name);
      const quoted = all[name].filter(({ scopes }) => scopes.includes('punctuation.definition.quote.begin.seed')).length;
      assert.equal(quoted, (text.match(/^>/gm) ?? []).length, name);
    }
  }
});
