// Where the server is looked for.
'use strict';

const assert = require('node:assert/strict');
const { test } = require('node:test');
const { findServer } = require('../src/server-path');
const { program, temporaryFolder } = require('./support/programs');

/** Looks in surroundings where only the given files are programs. */
function find(programs, surroundings = {}) {
  return findServer({
    setting: '',
    extensionPath: '/extension',
    workspaceFolder: '/study',
    home: '/home/me',
    platform: 'linux',
    environment: { PATH: '/usr/local/bin:/usr/bin' },
    isExecutable: (file) => programs.includes(file),
    ...surroundings,
  });
}

test('the setting comes before the bundled server, and that before PATH', () => {
  const all = ['/opt/seed-lsp', '/extension/server/seed-lsp', '/usr/bin/seed-lsp'];
  assert.deepEqual(find(all, { setting: '/opt/seed-lsp' }), { path: '/opt/seed-lsp', origin: 'setting' });
  assert.deepEqual(find(all), { path: '/extension/server/seed-lsp', origin: 'bundled' });
  assert.deepEqual(find(all.slice(2)), { path: '/usr/bin/seed-lsp', origin: 'PATH' });
});

test('the setting may begin with ~ or the workspace folder, or be a name on PATH', () => {
  for (const [setting, path] of [
    ['~/bin/seed-lsp', '/home/me/bin/seed-lsp'],
    ['${workspaceFolder}/bin/seed-lsp', '/study/bin/seed-lsp'],
    ['seed-lsp-next', '/usr/local/bin/seed-lsp-next'],
    ['  /opt/seed-lsp ', '/opt/seed-lsp'],
  ]) {
    assert.deepEqual(find([path], { setting }), { path, origin: 'setting' }, setting);
  }
});

test('a server that was named and is not there is a problem, although there is another', () => {
  const others = ['/extension/server/seed-lsp', '/usr/bin/seed-lsp'];
  assert.match(find(others, { setting: '/opt/gone' }).problem, /"\/opt\/gone".*no program/);
  assert.match(find(others, { setting: 'gone' }).problem, /"gone".*not on PATH/);
  assert.match(find(others, { setting: 'bin/seed-lsp' }).problem, /neither an absolute path nor a name/);
});

test('without any server, the problem says where was looked', () => {
  assert.match(find([]).problem, /neither part of this extension nor on PATH/);
});

test('on Windows, the end of the name is added and PATH is read as there', () => {
  const windows = { platform: 'win32', extensionPath: 'C:\\ext', environment: { Path: 'C:\\a;D:\\b' }, home: 'C:\\me' };
  const cases = [
    ['', 'D:\\b\\seed-lsp.exe', 'PATH'],
    ['', 'C:\\ext\\server\\seed-lsp.exe', 'bundled'],
    ['D:\\x\\seed-lsp', 'D:\\x\\seed-lsp.exe', 'setting'],
    ['D:/x/seed-lsp.exe', 'D:/x/seed-lsp.exe', 'setting'],
    ['~\\seed-lsp', 'C:\\me\\seed-lsp.exe', 'setting'],
  ];
  for (const [setting, path, origin] of cases) assert.deepEqual(find([path], { ...windows, setting }), { path, origin });
});

test('a relative folder on PATH is passed over: the opened folder must not choose the program', () => {
  const environment = { PATH: '.::/usr/bin' };
  assert.deepEqual(find(['seed-lsp', './seed-lsp', '/usr/bin/seed-lsp'], { environment }).path, '/usr/bin/seed-lsp');
});

test('a folder and a file that can not be executed are no programs', (context) => {
  const folder = temporaryFolder(context);
  const file = program(folder, 'seed-lsp');
  const real = { isExecutable: undefined };
  assert.equal(find([], { ...real, setting: file }).path, file);
  assert.match(find([], { ...real, setting: folder }).problem, /no program/);
  assert.match(find([], { ...real, setting: __filename }).problem, /no program/);
});
