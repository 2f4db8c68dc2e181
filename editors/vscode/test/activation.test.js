// When the server is started, with what, and what happens when it can't be.
'use strict';

const assert = require('node:assert/strict');
const path = require('node:path');
const { test } = require('node:test');
const { Editor, State } = require('./support/editor');
const { program, temporaryFolder } = require('./support/programs');

const NOTE = '# s\n4\n## url\nhttps://example.org\n';

/** An editor whose settings name a server that exists. */
function editorWithServer(context, world = {}) {
  const server = program(temporaryFolder(context), 'seed-lsp');
  const editor = new Editor({ ...world, settings: { 'seed-lsp.server.path': server, ...world.settings } });
  return { editor, server };
}

test('nothing is started or shown for Markdown that is no seed note', async (context) => {
  const { editor } = editorWithServer(context);
  editor.open('# Readme\n\nWords.\n');
  await editor.activate();
  assert.equal(editor.clients.length, 0);
  assert.equal(editor.status, undefined);
});

test('a note that is open already starts the server', async (context) => {
  const { editor, server } = editorWithServer(context);
  editor.open(NOTE);
  await editor.activate();
  assert.equal(editor.clients.length, 1);
  assert.deepEqual(editor.clients[0].server, { command: server, args: ['serve'] });
  assert.equal(editor.clients[0].state, State.Running);
  // Model files in Python are no reason to start it, but once it runs it is told of them.
  assert.ok(editor.clients[0].options.documentSelector.some(({ language }) => language === 'python'));
});

test('a note that is opened later starts the server, the next one does not start another', async (context) => {
  const { editor } = editorWithServer(context);
  await editor.activate();
  editor.open(NOTE);
  editor.open(NOTE, { path: '/study/s_5.md' });
  await editor.settle();
  assert.equal(editor.clients.length, 1);
});

test('a text that becomes a note while it is typed starts the server', async (context) => {
  const { editor } = editorWithServer(context);
  await editor.activate();
  const document = editor.open('# s\n4\n');
  editor.type(document, '## ur');
  await editor.settle();
  assert.equal(editor.clients.length, 0);
  editor.type(document, 'l');
  await editor.settle();
  assert.equal(editor.clients.length, 1);
});

test('notes without a file and notes in plain text count, other languages and schemes do not', async (context) => {
  for (const [options, count] of [
    [{ scheme: 'untitled' }, 1],
    [{ languageId: 'plaintext' }, 1],
    [{ languageId: 'seed' }, 1],
    [{ languageId: 'python' }, 0],
    [{ scheme: 'git' }, 0],
  ]) {
    const { editor } = editorWithServer(context);
    await editor.activate();
    editor.open(NOTE, options);
    await editor.settle();
    assert.equal(editor.clients.length, count, JSON.stringify(options));
  }
});

test('a folder that is marked as a study starts the server without an open note', async (context) => {
  const { editor } = editorWithServer(context, { found: ['/study/seed-lsp.json'] });
  await editor.activate();
  assert.equal(editor.clients.length, 1);
});

test('a server that is switched off is not started until it is switched on', async (context) => {
  const { editor } = editorWithServer(context, { settings: { 'seed-lsp.enable': false } });
  editor.open(NOTE);
  await editor.activate();
  assert.equal(editor.clients.length, 0);
  editor.set('seed-lsp.enable', true);
  await editor.settle();
  assert.equal(editor.clients.length, 1);
});

test('the log file is handed on', async (context) => {
  const { editor } = editorWithServer(context, { settings: { 'seed-lsp.server.logFile': '/tmp/seed.log' } });
  editor.open(NOTE);
  await editor.activate();
  assert.deepEqual(editor.clients[0].server.args, ['serve', '--log-file', '/tmp/seed.log']);
});

test('a missing server is told with what to do, and the button opens the setting', async () => {
  const editor = new Editor({ settings: { 'seed-lsp.server.path': '/nowhere/seed-lsp' } });
  editor.answer = 'Open Settings';
  editor.open(NOTE);
  await editor.activate();
  await editor.settle();
  assert.equal(editor.clients.length, 0);
  assert.match(editor.messages[0], /\/nowhere\/seed-lsp.*seed-lsp\.server\.path.*is no program/);
  assert.deepEqual(editor.executed, [['workbench.action.openSettings', 'seed-lsp.server.path']]);
  assert.equal(editor.status.text, 'seed-lsp: not running');
  assert.equal(editor.status.command.command, 'seed-lsp.restart');
});

test('a corrected path starts the server at once', async (context) => {
  const server = program(temporaryFolder(context), 'seed-lsp');
  const editor = new Editor({ settings: { 'seed-lsp.server.path': '/nowhere/seed-lsp' } });
  editor.open(NOTE);
  await editor.activate();
  editor.set('seed-lsp.server.path', server);
  await editor.settle();
  assert.equal(editor.clients[0].server.command, server);
  assert.equal(editor.status.text, 'seed-lsp 1.2.3');
});

test('a server that does not start is told, and can be started again', async (context) => {
  const { editor } = editorWithServer(context);
  editor.startError = new Error('wrong machine');
  editor.answer = 'Show Output';
  editor.open(NOTE);
  await editor.activate();
  await editor.settle();
  assert.match(editor.messages[0], /did not start: wrong machine/);
  assert.equal(editor.shownOutputs, 1);
  assert.ok(editor.clients[0].isDisposed);
  await editor.run('seed-lsp.restart');
  assert.equal(editor.clients.length, 2);
  assert.equal(editor.clients[1].state, State.Running);
});

test('the bundled server is taken where no other is named', async (context) => {
  const folder = temporaryFolder(context);
  const server = program(path.join(folder, 'server'), 'seed-lsp');
  const editor = new Editor();
  editor.open(NOTE);
  await editor.activate({ extensionPath: folder });
  assert.equal(editor.clients[0].server.command, server);
  assert.ok(editor.log.some((line) => line.includes(`${server} (bundled)`)));
});

test('a restart ends the old server before the new one begins, however often it is asked for', async (context) => {
  const { editor } = editorWithServer(context);
  editor.open(NOTE);
  await editor.activate();
  await Promise.all([editor.run('seed-lsp.restart'), editor.run('seed-lsp.restart'), editor.run('seed-lsp.restart')]);
  assert.deepEqual(editor.clients.map((client) => client.state), [State.Stopped, State.Stopped, State.Stopped, State.Running]);
  assert.equal(editor.status.text, 'seed-lsp 1.2.3');
});

test('the server ends with the extension', async (context) => {
  const { editor } = editorWithServer(context);
  editor.open(NOTE);
  await editor.activate();
  await editor.extension.deactivate();
  assert.ok(editor.clients[0].isDisposed);
  for (const each of editor.context.subscriptions) each.dispose();
  assert.equal(editor.commands.size, 0);
  assert.equal(editor.status, undefined);
});

test('the status follows the server', async (context) => {
  const { editor } = editorWithServer(context);
  editor.open(NOTE);
  await editor.activate();
  const [client] = editor.clients;
  assert.equal(editor.status.text, 'seed-lsp 1.2.3');
  assert.equal(editor.status.busy, false);

  const seen = [];
  const { handleWorkDoneProgress } = client.options.middleware;
  const tell = (progress) => handleWorkDoneProgress('t', progress, () => seen.push(progress.kind));
  tell({ kind: 'begin', title: 'Reading notes' });
  tell({ kind: 'report', percentage: 40, message: '4 of 10' });
  assert.equal(editor.status.text, 'seed-lsp: Reading notes 40 %');
  assert.equal(editor.status.detail, '4 of 10');
  assert.equal(editor.status.busy, true);
  tell({ kind: 'end', message: '10 notes' });
  assert.equal(editor.status.detail, '10 notes');
  assert.equal(editor.status.text, 'seed-lsp 1.2.3');
  assert.equal(editor.status.busy, false);
  // The client's own display goes on.
  assert.deepEqual(seen, ['begin', 'report', 'end']);

  client.change(State.Stopped);
  assert.equal(editor.status.text, 'seed-lsp: not running');
  client.change(State.Starting);
  assert.equal(editor.status.busy, true);
});
