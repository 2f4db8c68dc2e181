// Finds the server: what the user names, else what came with the extension, else what is on PATH.
'use strict';

const fs = require('node:fs');
const path = require('node:path');

/**
 * @typedef {object} Surroundings
 * @property {string} setting The user's choice; may be empty.
 * @property {string} extensionPath
 * @property {string} [workspaceFolder]
 * @property {string} home
 * @property {string} platform As `process.platform`.
 * @property {Record<string, string | undefined>} environment
 * @property {(path: string) => boolean} [isExecutable]
 */

/** @typedef {{ path: string, origin: 'setting' | 'bundled' | 'PATH' } | { problem: string }} Found */

/** @param {string} file */
function isExecutableFile(file) {
  try {
    fs.accessSync(file, fs.constants.X_OK);
    return fs.statSync(file).isFile();
  } catch {
    return false;
  }
}

/**
 * A server that was named but is not there is a problem: another one might not do what the user expects.
 *
 * @param {Surroundings} surroundings
 * @returns {Found}
 */
function findServer(surroundings) {
  const { extensionPath, platform, environment, isExecutable = isExecutableFile } = surroundings;
  const paths = platform === 'win32' ? path.win32 : path.posix;
  /** @param {string} file */
  const executable = (file) => {
    if (isExecutable(file)) return file;
    return platform === 'win32' && paths.extname(file) === '' && isExecutable(`${file}.exe`) ? `${file}.exe` : undefined;
  };
  /** @param {string} name */
  const onPath = (name) => {
    // Windows calls it `Path` in most shells.
    const list = environment.PATH ?? environment.Path ?? '';
    for (const folder of list.split(paths.delimiter)) {
      // A relative folder on PATH would let the opened workspace choose the program.
      const found = paths.isAbsolute(folder) ? executable(paths.join(folder, name)) : undefined;
      if (found) return found;
    }
    return undefined;
  };

  const named = surroundings.setting.trim();
  if (named !== '') {
    const expanded = expand(named, surroundings);
    const isName = !expanded.includes('/') && !expanded.includes(paths.sep);
    if (!isName && !paths.isAbsolute(expanded)) {
      return { problem: `\`seed-lsp.server.path\` is "${named}", which is neither an absolute path nor a name.` };
    }
    const found = isName ? onPath(expanded) : executable(expanded);
    if (found) return { path: found, origin: 'setting' };
    const where = isName ? 'is not on PATH' : 'is no program that can be started';
    return { problem: `The server "${expanded}", named by \`seed-lsp.server.path\`, ${where}.` };
  }
  const bundled = executable(paths.join(extensionPath, 'server', 'seed-lsp'));
  if (bundled) return { path: bundled, origin: 'bundled' };
  const installed = onPath('seed-lsp');
  if (installed) return { path: installed, origin: 'PATH' };
  return { problem: 'The server `seed-lsp` is neither part of this extension nor on PATH.' };
}

/**
 * @param {string} named
 * @param {Surroundings} surroundings
 */
function expand(named, { home, workspaceFolder }) {
  if (named === '~' || named.startsWith('~/') || named.startsWith('~\\')) return home + named.slice(1);
  return workspaceFolder === undefined ? named : named.replace('${workspaceFolder}', () => workspaceFolder);
}

module.exports = { findServer };
