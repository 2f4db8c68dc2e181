// What the commands do.
'use strict';

const assert = require('node:assert/strict');
const path = require('node:path');
const { test } = require('node:test');
const { Editor, State } = require('./support/editor');
const { builtServer, program, temporaryFolder } = require('./support/programs');

const NOTE = '**OPEN CODING TRACE:**\n';

/** An editor in which the server runs for a note. */
async function runningEditor(context, world = {}) {
  const server = world.server ?? program(temporaryFolder(context), 'seed-lsp', 'echo "seed-lsp 1.2.3"');
  const editor = new Editor({ ...world, settings: { 'seed-lsp.server.path': server } });
  editor.activeDocument = editor.open(NOTE);
  await editor.activate();
  return { editor, server, client: editor.clients[0] };
}

test('the output is shown', async (context) => {
  const { editor } = await runningEditor(context);
  editor.run('seed-lsp.showOutput');
  assert.equal(editor.shownOutputs, 1);
});

test('the version says which program it is of and whether it is running', async (context) => {
  const { editor, server } = await runningEditor(context);
  await editor.run('seed-lsp.showVersion');
  assert.deepEqual(editor.messages, [`seed-lsp 1.2.3 (running: 1.2.3), ${server}`]);
});

test('a program that can not say its version is told of', async (context) => {
  const { editor } = await runningEditor(context, { server: program(temporaryFolder(context), 'seed-lsp', 'exit 3') });
  await editor.run('seed-lsp.showVersion');
  assert.match(editor.messages[0], /can't be run/);
});

test('the check runs in the folder, in a terminal', async (context) => {
  const { editor, server } = await runningEditor(context, { folder: '/study' });
  await editor.run('seed-lsp.checkWorkspace');
  const [{ definition, execution, problemMatchers }] = editor.tasks;
  assert.deepEqual(definition, { type: 'seed-lsp' });
  assert.deepEqual({ ...execution }, { program: server, parameters: ['check'], options: { cwd: '/study' } });
  assert.deepEqual(problemMatchers, []);
});

test('without a folder there is nothing to check', async (context) => {
  const { editor } = await runningEditor(context);
  await editor.run('seed-lsp.checkWorkspace');
  assert.deepEqual(editor.messages, ['Open the folder of the study first.']);
  assert.equal(editor.tasks.length, 0);
});

test('the commands of the server can be called only while it runs', async (context) => {
  const { editor, client } = await runningEditor(context);
  assert.equal(editor.contextKeys['seed-lsp.isRunning'], true);
  client.change(State.Stopped);
  assert.equal(editor.contextKeys['seed-lsp.isRunning'], false);
});

test('a new note has the header to fill in', async (context) => {
  const { editor } = await runningEditor(context);
  await editor.run('seed-lsp.newNote');
  assert.deepEqual(editor.executed.pop(), ['editor.action.insertSnippet', { langId: 'markdown', name: 'Seed note' }]);
  assert.equal(editor.documents.at(-1).languageId, 'markdown');
  assert.ok('Seed note' in require('../snippets/seed.json'));
});

test('a click on a count shows the uses', async (context) => {
  const { editor, client } = await runningEditor(context);
  const start = { line: 3, character: 0 };
  const other = { range: {}, command: { title: 'run', command: 'other' } };
  const counted = { range: { start }, command: { title: '5 uses', command: '' } };
  const document = editor.activeDocument;
  const lenses = await client.options.middleware.provideCodeLenses(document, {}, async () => [counted, other]);
  assert.deepEqual(lenses[1].command, { title: 'run', command: 'other' });
  assert.equal(lenses[0].command.title, '5 uses');
  await editor.run(lenses[0].command.command, ...lenses[0].command.arguments);
  assert.deepEqual(editor.executed, [
    ['vscode.executeReferenceProvider', document.uri, start],
    ['editor.action.showReferences', document.uri, start, ['a place']],
  ]);
  assert.equal(await client.options.middleware.provideCodeLenses(document, {}, async () => null), null);
});

const built = { skip: !builtServer && 'SEED_LSP names no built server' };

test('the built server is found and tells its version', built, async (context) => {
  const { editor } = await runningEditor(context, { server: path.resolve(builtServer ?? '') });
  await editor.run('seed-lsp.showVersion');
  assert.match(editor.messages[0], /^seed-lsp \d+\.\d+\.\d+ /);
});
