// What the server is told of the settings, and that manifest, page and server know the same ones.
'use strict';

const assert = require('node:assert/strict');
const fs = require('node:fs');
const path = require('node:path');
const { test } = require('node:test');
const { expected } = require('../tools/manifest');
const { settings } = require('../src/settings');
const { Editor, manifest, root } = require('./support/editor');
const { program, temporaryFolder } = require('./support/programs');

test('manifest and page have the settings of the table (`.ci/generate` mends them)', () => {
  for (const [name, text] of Object.entries(expected())) {
    assert.equal(fs.readFileSync(path.join(root, name), 'utf8'), text, name);
  }
});

test('every setting has a type, a default of that type and a description', () => {
  for (const { name, schema } of settings) {
    if (schema.type === 'integer') assert.ok(Number.isInteger(schema.default), name);
    else assert.equal(typeof schema.default, schema.type, name);
    assert.match(String(schema.markdownDescription), /\.$/, name);
    if (Array.isArray(schema.enum)) assert.ok(schema.enum.includes(schema.default), name);
  }
});

test('the server is told what concerns it, with what the user has chosen, and nothing else', async (context) => {
  const server = program(temporaryFolder(context), 'seed-lsp');
  const editor = new Editor({ settings: { 'seed-lsp.server.path': server, 'seed-lsp.hover.enable': false } });
  editor.found = ['/study/seed-lsp.json'];
  await editor.activate();
  const { options } = editor.clients[0];
  const told = options.initializationOptions();
  assert.deepEqual(told.hover, { enable: false });
  assert.deepEqual(told.inlayHints, { enable: false });
  assert.deepEqual(told.diagnostics, { mode: 'onType', delivery: 'push', limit: 100, enable: true });
  assert.deepEqual(told.rules, {});
  const names = settings.filter(({ reader }) => reader === 'server').map(({ name }) => name.split('.')[0]);
  assert.deepEqual(Object.keys(told).sort(), [...new Set(names)].sort());
  // Later changes are sent by the client itself.
  assert.deepEqual(options.synchronize, { configurationSection: 'seed-lsp' });
  editor.set('seed-lsp.completion.enable', false);
  await editor.settle();
  assert.equal(editor.clients.length, 1);
  assert.deepEqual(options.initializationOptions().completion, { enable: false });
});

test('settings that are read at the start only start the server anew', async (context) => {
  const server = program(temporaryFolder(context), 'seed-lsp');
  const editor = new Editor({ settings: { 'seed-lsp.server.path': server }, found: ['/study/seed-lsp.json'] });
  await editor.activate();
  editor.set('seed-lsp.server.logFile', '/tmp/log');
  await editor.settle();
  assert.equal(editor.clients.length, 2);
  editor.set('seed-lsp.enable', false);
  await editor.settle();
  assert.ok(editor.clients.every((client) => client.isDisposed));
  assert.equal(editor.status.text, 'seed-lsp: off');
});
