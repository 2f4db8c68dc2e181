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

test('the codebook is that of the study of the note, and a second one replaces the first', async (context) => {
  const { editor } = await runningEditor(context);
  const provider = editor.providers.get('seed-lsp');
  const changed = [];
  provider.onDidChange((uri) => changed.push(uri.path));
  for (const text of ['| code |\n', '| another |\n']) {
    editor.reply = () => text;
    await editor.run('seed-lsp.showCodebook');
    const [command, uri] = editor.executed.pop();
    assert.equal(command, 'markdown.showPreview');
    assert.equal(provider.provideTextDocumentContent(uri), `# Codebook\n\n${text}`);
  }
  assert.deepEqual(changed, ['/Codebook.md', '/Codebook.md']);
  assert.deepEqual(editor.requests[0], [
    'workspace/executeCommand',
    { command: 'seed-lsp.reportCodes', arguments: [{ uri: 'file:///study/s_4.md', format: 'markdown' }] },
  ]);
});

test('the summary of all studies is shown from a document that is no note', async (context) => {
  const { editor } = await runningEditor(context);
  editor.activeDocument = editor.open('# Readme\n', { path: '/study/README.md' });
  editor.reply = () => '12 notes\n';
  await editor.run('seed-lsp.showSummary');
  const [, uri] = editor.executed.pop();
  assert.match(editor.providers.get('seed-lsp').provideTextDocumentContent(uri), /^12 notes$/m);
  assert.deepEqual(editor.requests[0][1], { command: 'seed-lsp.reportSummary', arguments: [{}] });
});

test('a report starts the server if it is not running', async (context) => {
  const server = program(temporaryFolder(context), 'seed-lsp');
  const editor = new Editor({ settings: { 'seed-lsp.server.path': server } });
  await editor.activate();
  editor.reply = () => '# Codebook\n';
  await editor.run('seed-lsp.showCodebook');
  assert.equal(editor.clients[0].state, State.Running);
  assert.equal(editor.executed.pop()[0], 'markdown.showPreview');
});

test('a refusal of the server is told, and no page is shown', async (context) => {
  const { editor } = await runningEditor(context);
  editor.reply = () => {
    throw new Error('There is no command `seed-lsp.reportCodes`.');
  };
  await editor.run('seed-lsp.showCodebook');
  assert.deepEqual(editor.messages, ['There is no command `seed-lsp.reportCodes`.']);
  assert.deepEqual(editor.executed, []);
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
