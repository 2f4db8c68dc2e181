// Pages and files made from what the server reports.
'use strict';

const assert = require('node:assert/strict');
const { test } = require('node:test');
const { Editor, State } = require('./support/editor');
const { program, temporaryFolder } = require('./support/programs');

const NOTE = '**OPEN CODING TRACE:**\nstore_decision, cache\n';
const CODES = [
  { name: 'cache', kind: 'pattern', displayName: 'Cache', options: [] },
  { name: 'store_decision', kind: 'decision', displayName: 'Where?', options: [] },
  { name: 'older', kind: null, displayName: null, options: [{ option: 'cache', texts: [] }] },
];

/** An editor in which the server runs for a note. */
async function runningEditor(context, world = {}) {
  const server = program(temporaryFolder(context), 'seed-lsp');
  const editor = new Editor({ ...world, settings: { 'seed-lsp.server.path': server } });
  editor.activeDocument = editor.open(NOTE);
  await editor.activate();
  editor.reply = ({ command }) => (command === 'seed-lsp.reportCodes' ? CODES : `of ${command}\n`);
  return editor;
}

/** The arguments with which the server was asked for a report last. */
function asked(editor) {
  const [, { command, arguments: [options] }] = editor.requests.at(-1);
  return [command, options];
}

/** The text of the page that is shown. */
function page(editor) {
  const [command, uri] = editor.executed.pop();
  assert.equal(command, 'markdown.showPreview');
  return editor.providers.get('seed-lsp').provideTextDocumentContent(uri);
}

test('the codebook is that of the study of the note, and a second one replaces the first', async (context) => {
  const editor = await runningEditor(context);
  const changed = [];
  editor.providers.get('seed-lsp').onDidChange((uri) => changed.push(uri.path));
  for (const text of ['# Codebook\n', '# Codebook\n\nmore\n']) {
    editor.reply = () => text;
    await editor.run('seed-lsp.showCodebook');
    assert.equal(page(editor), text);
  }
  assert.deepEqual(changed, ['/Codebook.md', '/Codebook.md']);
  assert.deepEqual(asked(editor), ['seed-lsp.reportCodebook', { uri: 'file:///study/s_4.md', links: 'absolute' }]);
});

test('the summary of all studies is shown from a document that is no note', async (context) => {
  const editor = await runningEditor(context);
  editor.activeDocument = editor.open('# Readme\n', { path: '/study/README.md' });
  editor.reply = () => '12 notes\n';
  await editor.run('seed-lsp.showSummary');
  assert.match(page(editor), /^12 notes$/m);
  assert.deepEqual(asked(editor), ['seed-lsp.reportSummary', {}]);
});

test('the decision at the cursor is drawn', async (context) => {
  const editor = await runningEditor(context);
  editor.pick = () => assert.fail('nothing is to be picked');
  for (const character of [0, 5, 14]) {
    editor.cursor = { line: 1, character };
    await editor.run('seed-lsp.showDecisionDiagram');
    assert.equal(page(editor), 'of seed-lsp.reportDiagram\n');
    assert.deepEqual(asked(editor), [
      'seed-lsp.reportDiagram',
      { uri: 'file:///study/s_4.md', decision: 'store_decision' },
    ]);
  }
});

test('elsewhere a decision, or all, can be picked', async (context) => {
  const editor = await runningEditor(context);
  editor.cursor = { line: 1, character: 18 };
  let offered;
  editor.pick = (items) => (offered = items)[2];
  await editor.run('seed-lsp.showDecisionDiagram');
  assert.deepEqual(offered.map(({ label, description }) => [label, description]), [
    ['All decisions', ''],
    ['store_decision', 'Where?'],
    ['older', ''],
  ]);
  assert.deepEqual(asked(editor)[1], { uri: 'file:///study/s_4.md', decision: 'older' });
  editor.pick = (items) => items[0];
  await editor.run('seed-lsp.showDecisionDiagram');
  assert.deepEqual(asked(editor)[1], { uri: 'file:///study/s_4.md' });
  const count = editor.requests.length;
  editor.pick = () => undefined;
  await editor.run('seed-lsp.showDecisionDiagram');
  assert.equal(editor.requests.length, count + 1);
});

test('a study without decisions is told of', async (context) => {
  const editor = await runningEditor(context);
  editor.reply = () => [CODES[0]];
  await editor.run('seed-lsp.showDecisionDiagram');
  assert.deepEqual(editor.messages, ['The study defines no decision.']);
  assert.deepEqual(editor.executed, []);
});

test('the lens of a decision draws it, other lenses do not', async (context) => {
  const editor = await runningEditor(context);
  const range = { start: { line: 1, character: 0 }, end: { line: 1, character: 14 } };
  const lens = (title) => ({ range, command: { title, command: '' } });
  const given = [lens('1 source · 2 options · 3 references'), lens('1 source · 1 option'), lens('4 sources · 2 decisions')];
  const lenses = await editor.clients[0].options.middleware.provideCodeLenses(editor.activeDocument, {}, async () => given);
  const drawing = lenses.filter(({ command }) => command.title === 'Show diagram');
  assert.equal(lenses.length, 5);
  assert.equal(drawing.length, 2);
  await editor.run(drawing[0].command.command, ...drawing[0].command.arguments);
  assert.deepEqual(asked(editor), [
    'seed-lsp.reportDiagram',
    { uri: 'file:///study/s_4.md', decision: 'store_decision' },
  ]);
});

test('every report can be exported', async (context) => {
  const editor = await runningEditor(context, { folder: '/study' });
  let count;
  for (let index = 0; index < (count ?? 1); index += 1) {
    editor.pick = (items) => {
      count = items.length;
      return items[index];
    };
    editor.saveTo = `/elsewhere/${index}`;
    await editor.run('seed-lsp.export');
    const [command, { format }] = asked(editor);
    const expected = command === 'seed-lsp.reportCodes' ? `${JSON.stringify(CODES, null, 2)}\n` : `of ${command}\n`;
    assert.equal(editor.written.get(`/elsewhere/${index}`), expected, format);
    assert.match(editor.proposed.path, /^\/study\/\w+\.\w+$/);
  }
  assert.equal(count, 6);
});

test('nothing is written where nothing was chosen, and a failure is told', async (context) => {
  const editor = await runningEditor(context);
  await editor.run('seed-lsp.export');
  assert.equal(editor.requests.length, 0);
  editor.pick = (items) => items[0];
  await editor.run('seed-lsp.export');
  assert.equal(editor.written.size, 0);
  editor.saveTo = '/forbidden/x';
  await editor.run('seed-lsp.export');
  assert.deepEqual(editor.messages, ["/forbidden/x can't be written: no permission"]);
});

test('a report starts the server if it is not running', async (context) => {
  const server = program(temporaryFolder(context), 'seed-lsp');
  const editor = new Editor({ settings: { 'seed-lsp.server.path': server } });
  await editor.activate();
  editor.reply = () => '# Codebook\n';
  await editor.run('seed-lsp.showCodebook');
  assert.equal(editor.clients[0].state, State.Running);
  assert.equal(page(editor), '# Codebook\n');
});

test('a refusal of the server is told, and no page is shown', async (context) => {
  const editor = await runningEditor(context);
  editor.reply = () => {
    throw new Error('There is no command `seed-lsp.reportCodebook`.');
  };
  await editor.run('seed-lsp.showCodebook');
  assert.deepEqual(editor.messages, ['There is no command `seed-lsp.reportCodebook`.']);
  assert.deepEqual(editor.executed, []);
});
