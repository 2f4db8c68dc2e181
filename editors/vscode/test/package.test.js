// What is in a packed extension, as Python's reader of ZIP archives sees it.
'use strict';

const assert = require('node:assert/strict');
const { spawnSync } = require('node:child_process');
const fs = require('node:fs');
const path = require('node:path');
const { test } = require('node:test');
const { pack } = require('../tools/package');
const { manifest, root } = require('./support/editor');
const { program, temporaryFolder } = require('./support/programs');

const LIST = `
import json, sys, zipfile
with zipfile.ZipFile(sys.argv[1]) as archive:
  assert archive.testzip() is None
  print(json.dumps({i.filename: [i.external_attr >> 16, archive.read(i).decode('utf-8', 'replace')] for i in archive.infolist()}))
`;

/** A copy of the extension with stand-ins for the packages that it needs. */
function installedExtension(context) {
  const repository = temporaryFolder(context);
  const copy = path.join(repository, 'editors', 'vscode');
  const isPart = (file) => !file.includes('node_modules') && !file.endsWith('.vsix') && path.basename(file) !== 'schema';
  fs.cpSync(root, copy, { recursive: true, filter: isPart });
  fs.copyFileSync(path.join(root, '..', '..', 'LICENSE'), path.join(repository, 'LICENSE'));
  write(path.join(copy, 'schema', 'seed-lsp.schema.json'), '{}');
  installPackage(copy, 'vscode-languageclient', { semver: '^7', protocol: '^3' });
  installPackage(copy, 'vscode-languageclient/node_modules/semver', {});
  installPackage(copy, 'protocol', { semver: '^6', '@scope/types': '^3' });
  installPackage(copy, 'semver', {});
  installPackage(copy, '@scope/types', {});
  installPackage(copy, 'only-for-development', {});
  return copy;
}

function write(file, text) {
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, text);
}

function installPackage(folder, name, dependencies) {
  write(path.join(folder, 'node_modules', name, 'package.json'), JSON.stringify({ name, dependencies }));
  write(path.join(folder, 'node_modules', name, 'lib', 'main.js'), `// ${name}`);
  write(path.join(folder, 'node_modules', name, 'lib', 'main.js.map'), '');
}

/** The files of an archive with mode and text, by name. */
function contents(archive, context) {
  const file = path.join(temporaryFolder(context), 'x.vsix');
  fs.writeFileSync(file, archive);
  const { stdout, stderr, status } = spawnSync('python3', ['-c', LIST, file], { encoding: 'utf8', maxBuffer: 1 << 26 });
  assert.equal(status, 0, stderr);
  return JSON.parse(stdout);
}

test('a packed extension has everything that it needs at run time and nothing else', (context) => {
  const copy = installedExtension(context);
  const server = program(temporaryFolder(context), 'built', 'exit 0');
  const files = contents(pack({ root: copy, target: 'linux-x64', server }), context);

  const names = Object.keys(files);
  assert.deepEqual(names.slice(0, 2), ['extension.vsixmanifest', '[Content_Types].xml']);
  const needed = [
    manifest.main, manifest.icon, manifest.contributes.jsonValidation[0].url,
    ...manifest.contributes.grammars.map((grammar) => grammar.path),
    'src/server.js', 'README.md', 'LICENSE.txt',
    'node_modules/vscode-languageclient/lib/main.js', 'node_modules/vscode-languageclient/node_modules/semver/lib/main.js',
    'node_modules/protocol/lib/main.js', 'node_modules/semver/lib/main.js', 'node_modules/@scope/types/lib/main.js',
  ];
  for (const name of needed) assert.ok(names.includes(path.posix.join('extension', name)), name);
  assert.deepEqual(names.filter((name) => /extension\/(test|types|tools)\/|only-for-development|\.map$|\.svg$/.test(name)), []);
  assert.equal(new Set(names).size, names.length);

  // The editor keeps the mode: without it, the server could not be started.
  assert.deepEqual(files['extension/server/seed-lsp'], [0o100755, fs.readFileSync(server, 'utf8')]);
  assert.equal(files['extension/package.json'][0], 0o100644);
  const [, xml] = files['extension.vsixmanifest'];
  assert.match(xml, /<Identity [^>]*Id="seed-lsp" Version="0\.1\.0" Publisher="seed-lsp" TargetPlatform="linux-x64"\/>/);
  for (const [, asset] of xml.matchAll(/<Asset [^>]*Path="([^"]*)"/g)) assert.ok(names.includes(asset), asset);
});

test('every kind of file has its content type', (context) => {
  const files = contents(pack({ root: installedExtension(context), target: 'universal' }), context);
  const [, xml] = files['[Content_Types].xml'];
  for (const name of Object.keys(files)) {
    if (name !== '[Content_Types].xml') assert.ok(xml.includes(`Extension="${path.extname(name)}"`), name);
  }
  assert.doesNotMatch(files['extension.vsixmanifest'][1], /TargetPlatform/);
});

test('on Windows, the server is called as there', (context) => {
  const server = program(temporaryFolder(context), 'built');
  const files = contents(pack({ root: installedExtension(context), target: 'win32-x64', server }), context);
  assert.ok('extension/server/seed-lsp.exe' in files);
});

test('the same input gives the same bytes', (context) => {
  const copy = installedExtension(context);
  assert.deepEqual(pack({ root: copy, target: 'universal' }), pack({ root: copy, target: 'universal' }));
});

test('a package that is not installed is named, with what to do', (context) => {
  const copy = installedExtension(context);
  fs.rmSync(path.join(copy, 'node_modules', 'protocol'), { recursive: true });
  assert.throws(() => pack({ root: copy, target: 'universal' }), /protocol is not installed.*npm install --omit=dev/);
});
