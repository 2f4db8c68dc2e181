// Programs in a folder of their own that can be started in place of the server.
'use strict';

const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');

/** A folder that is removed when a test ends. */
function temporaryFolder(test) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'seed-lsp-'));
  test.after(() => fs.rmSync(folder, { recursive: true }));
  return folder;
}

/** A program that runs lines of shell; its path. */
function program(folder, name, lines = '') {
  fs.mkdirSync(folder, { recursive: true });
  const file = path.join(folder, name);
  fs.writeFileSync(file, `#!/bin/sh\n${lines}\n`, { mode: 0o755 });
  return file;
}

/** The built server that `SEED_LSP` names, for tests that compare with it. */
const builtServer = process.env.SEED_LSP;

module.exports = { builtServer, program, temporaryFolder };
