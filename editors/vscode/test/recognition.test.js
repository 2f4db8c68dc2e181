// Which texts are seed notes; where there is a built server, it has to agree.
'use strict';

const assert = require('node:assert/strict');
const { spawnSync } = require('node:child_process');
const fs = require('node:fs');
const path = require('node:path');
const { test } = require('node:test');
const { isSeed } = require('../src/recognition');
const { root } = require('./support/editor');
const { builtServer } = require('./support/programs');

const seeds = path.join(root, '..', '..', 'seeds');
const FENCE = '```';

const cases = [
  [true, '**OPEN CODING TRACE:**\n\nwords'],
  [true, 'words\r\n\r\n**AXIAL CODING TRACE**: source and references\r\n'],
  [true, '  ** axial  coding: **\n'],
  [true, '### AXIAL CODING TRACE:\n'],
  [true, '# s\n4\n## url\nhttps://example.org\n'],
  [true, '# p21 \n## source type \nInterview\n'],
  [true, `add codes to s4:\n${FENCE} python\ncache\n${FENCE}\n`],
  [true, `Add code to s\n\n${FENCE}python\ncache = CClass(pattern, "Cache")\n${FENCE}\n`],
  [true, 'add codes to s4:\n~~~ python\ncache\n~~~\n'],
  [false, ''],
  [false, '# Readme\n\n## url\n\nwords\n'],
  [false, '## Open coding\n\nA chapter about a method.\n'],
  [false, '# s\n\nOne letter, and no field after it.\n'],
  [false, '## url\n# s\n'],
  [false, 'Say **open coding** to it.\n'],
  [false, `words\n\n${FENCE} python\nprint()\n${FENCE}\n`],
];

test('texts are told apart by their content', () => {
  for (const [expected, text] of cases) assert.equal(isSeed(text), expected, JSON.stringify(text));
});

test('the notes of the sample study are seed notes, the page about them is none', () => {
  for (const name of fs.readdirSync(seeds).filter((name) => name.endsWith('.md'))) {
    assert.equal(isSeed(fs.readFileSync(path.join(seeds, name), 'utf8')), name !== 'README.md', name);
  }
});

test('the server tells the same texts apart', { skip: !builtServer && 'SEED_LSP names no built server' }, () => {
  for (const [expected, text] of cases) {
    const parameters = ['check', '--stdin-filename', 'note.md', '-'];
    const { stderr } = spawnSync(builtServer, parameters, { cwd: __dirname, input: text, encoding: 'utf8' });
    assert.equal(!/no seed file/i.test(stderr), expected, JSON.stringify(text) + stderr);
  }
});
