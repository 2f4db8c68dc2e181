// The manifest against what it speaks of: files, commands, words of the server.
'use strict';

const assert = require('node:assert/strict');
const { spawnSync } = require('node:child_process');
const fs = require('node:fs');
const path = require('node:path');
const { test } = require('node:test');
const { Editor, manifest, root } = require('./support/editor');
const { builtServer } = require('./support/programs');

const repository = path.join(root, '..', '..');
const { contributes } = manifest;
const read = (...parts) => fs.readFileSync(path.join(...parts), 'utf8');
const readJSON = (...parts) => JSON.parse(read(...parts));

/** The words in quotes or with `case` between two marks of a source file of the server. */
function wordsBetween(file, begin, end, pattern) {
  const text = read(repository, 'Sources', file);
  const part = text.slice(text.indexOf(begin), text.indexOf(end, text.indexOf(begin)));
  return [...part.matchAll(pattern)].map((match) => match[1]);
}

test('every file that the manifest names is there', (context) => {
  const files = [
    manifest.main,
    manifest.icon,
    ...contributes.languages.map((language) => language.configuration),
    ...contributes.grammars.map((grammar) => grammar.path),
    ...contributes.snippets.map((snippets) => snippets.path),
    ...contributes.walkthroughs.flatMap((walkthrough) => walkthrough.steps.map((step) => step.media.markdown)),
  ];
  for (const file of files) assert.ok(fs.existsSync(path.join(root, file)), file);
  const [{ url }] = contributes.jsonValidation;
  if (!fs.existsSync(path.join(root, '..', 'schema'))) return context.skip('this version has no schema of seed-lsp.json');
  readJSON(root, url);
});

test('every command of the manifest is registered, and every registered one is in the manifest', async () => {
  const editor = new Editor();
  await editor.activate();
  const ofServer = contributes.commands.filter((command) => command.enablement === 'seed-lsp.isRunning');
  const own = contributes.commands.filter((command) => !ofServer.includes(command));
  assert.deepEqual(own.map(({ command }) => command).sort(), [...editor.commands.keys()].sort());
  // The client registers what the server offers; an own command of the same name would keep it from starting.
  assert.deepEqual(ofServer.map(({ command }) => command), ['seed-lsp.reindex']);
});

test('the commands of the server are there, and none has the name of an own one', (context) => {
  const file = 'SeedServer/Handlers/ExecuteCommand.swift';
  if (!fs.existsSync(path.join(repository, 'Sources', file))) return context.skip('this server has no commands');
  const offered = wordsBetween(file, 'enum ServerCommand', '\n}', /= "([^"]+)"/g);
  const needed = ['reindex', 'reportCodes', 'reportCodebook', 'reportDiagram', 'reportSummary'].map((name) => `seed-lsp.${name}`);
  assert.deepEqual(needed.filter((name) => !offered.includes(name)), []);
  const own = contributes.commands.filter((command) => !command.enablement).map(({ command }) => command);
  assert.deepEqual(own.filter((name) => offered.includes(name)), []);
});

test('the page names every command that a user can call', () => {
  const hidden = contributes.menus.commandPalette.filter((item) => item.when === 'false').map((item) => item.command);
  const page = read(root, 'README.md');
  for (const { command, category, title } of contributes.commands) {
    assert.equal(page.includes(`| ${category}: ${title} |`), !hidden.includes(command), title);
  }
});

test('links of the walkthrough lead to commands that exist', () => {
  const known = contributes.commands.map(({ command }) => command);
  for (const step of contributes.walkthroughs.flatMap((walkthrough) => walkthrough.steps)) {
    for (const [, command] of step.description.matchAll(/\(command:([\w.-]+)/g)) {
      assert.ok(known.includes(command) || command === 'workbench.action.openSettings', command);
    }
  }
});

test('what an untrusted folder must not set are settings', () => {
  const restricted = manifest.capabilities.untrustedWorkspaces.restrictedConfigurations;
  assert.deepEqual(restricted.filter((name) => !(name in contributes.configuration.properties)), []);
  assert.ok(restricted.includes('seed-lsp.server.path'));
});

test('semantic tokens have a scope for every role of the server', () => {
  const file = 'SeedServer/Conversion/ToLSP+SemanticTokens.swift';
  const [types] = wordsBetween(file, 'enum TokenType', 'var name', /case ([^\n]+)/g);
  const known = types.replaceAll('`', '').split(', ');
  const roles = wordsBetween(file, '// Our own: the roles.', 'var bit', /case ([^\n]+)/g)[0].split(', ');
  const scopes = Object.keys(contributes.semanticTokenScopes[0].scopes).map((selector) => selector.split('.'));
  assert.deepEqual(roles.filter((role) => !scopes.some(([, modifier]) => modifier === role)), []);
  assert.deepEqual(scopes.filter(([type]) => !known.includes(type)), []);
  assert.deepEqual(contributes.semanticTokenModifiers.map(({ id }) => id), roles);
});

test('the grammar knows the words of the vocabulary, and no others', () => {
  const file = 'SeedModel/Metamodel/Vocabulary+Standard.swift';
  const repositoryOfRules = readJSON(root, 'syntaxes/seed.tmLanguage.json').repository;
  const words = (rule) => /\(\?:([^)]*)\)/.exec(rule.match)[1].split('|').sort();
  const [kinds, impacts, stereotypes] = repositoryOfRules.word.patterns;
  const [classes, functions] = repositoryOfRules.function.patterns;
  assert.deepEqual(words(kinds), wordsBetween(file, 'metaclasses: [', '\n    ],', /\n {6}"(\w+)":/g).sort());
  assert.deepEqual(words(impacts), wordsBetween(file, 'impacts: [', '\n    ],', /\("(\w+)"/g).sort());
  assert.deepEqual(words(stereotypes), wordsBetween(file, 'stereotypes: [', '\n    ],', /"(\w+)"/g).sort());
  const table = 'SeedModel/Metamodel/Vocabulary+Functions.swift';
  const known = wordsBetween(table, 'standardFunctions: [Function]', '\n  ]\n', /Function\(\s*name: "(\w+)"/g).sort();
  assert.deepEqual([...words(classes), ...words(functions)].sort(), known);
});

test('snippets are in the notation', { skip: !builtServer && 'SEED_LSP names no built server' }, () => {
  for (const [name, snippet] of Object.entries(readJSON(root, 'snippets/seed.json'))) {
    const text = expand([snippet.body].flat().join('\n'));
    const isNote = /^(#|\*\*|add codes)/.test(text);
    const note = isNote ? text : `**AXIAL CODING TRACE:**\n\`\`\` python\n${text}\n\`\`\`\n`;
    const { stdout, status } = spawnSync(builtServer, ['check', '--format', 'json', '--stdin-filename', 's_1.md', '-'], {
      cwd: path.join(root, 'snippets'),
      input: note,
      encoding: 'utf8',
    });
    assert.notEqual(status, 2, name);
    const broken = JSON.parse(stdout).filter(({ severity }) => severity === 'error');
    assert.deepEqual(broken, [], `${name}\n${note}`);
  }
});

/** What a snippet inserts if the user only presses Tab. */
function expand(body) {
  const values = {};
  const filled = body.replace(/\$\{(\d+)(?::([^}]*)|\|([^|]*)\|)\}/g, (_, number, text, choices) => {
    values[number] ??= text ?? choices.split(',')[0];
    return values[number];
  });
  return filled.replace(/\$(\d)/g, (_, number) => values[number] ?? '').replaceAll('\\\\', '\\');
}
