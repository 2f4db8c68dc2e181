// All settings of the extension, in one table: the manifest's schema, the page's list and what the server is told come from
// it. The server's own come from its sources. `.ci/generate` brings all up to date, a test compares them.
'use strict';

/** The section of all settings. The server looks for its own in a section of the same name. */
const SECTION = 'seed-lsp';

/**
 * @typedef {object} Setting
 * @property {string} name Without the section.
 * @property {'extension' | 'server'} reader Who acts on it.
 * @property {Record<string, unknown>} schema As in the manifest, with `default` and `markdownDescription`.
 * @property {boolean} [restarts] Whether a change takes effect by starting the server anew.
 */

/** @type {Setting[]} */
const settings = [
  {
    name: 'enable',
    reader: 'extension',
    restarts: true,
    schema: {
      type: 'boolean',
      default: true,
      scope: 'resource',
      markdownDescription: 'Start the server for seed notes.',
    },
  },
  {
    name: 'server.path',
    reader: 'extension',
    restarts: true,
    schema: {
      type: 'string',
      default: '',
      scope: 'machine-overridable',
      markdownDescription:
        'The server to start: an absolute path, one that begins with `~/` or `${workspaceFolder}/`, or a name that is looked up on `PATH`. If empty, the one that came with the extension is taken, else `seed-lsp` on `PATH`.',
    },
  },
  {
    name: 'server.logFile',
    reader: 'extension',
    restarts: true,
    schema: {
      type: 'string',
      default: '',
      scope: 'machine-overridable',
      markdownDescription: 'A file to whose end the server writes what goes on between the editor and itself.',
    },
  },
  {
    name: 'trace.server',
    reader: 'extension',
    schema: {
      type: 'string',
      enum: ['off', 'messages', 'verbose'],
      default: 'off',
      scope: 'window',
      markdownDescription: 'How much of the messages between the editor and the server the output shows.',
    },
  },
  ...require('./server-settings').map(
    ({ name, schema, description }) =>
      /** @type {Setting} */ ({
        name,
        reader: 'server',
        schema: { ...schema, scope: 'window', markdownDescription: description },
      }),
  ),
];

/**
 * The full name, as in the editor's settings.
 *
 * @param {Setting} setting
 */
const fullName = (setting) => `${SECTION}.${setting.name}`;

/**
 * The settings that the server acts on, as the object that it reads: `{ hover: { enable: true }, … }`.
 *
 * @param {import('vscode').WorkspaceConfiguration} configuration The section's.
 */
function serverSettings(configuration) {
  /** @type {Record<string, any>} */
  const result = {};
  for (const { name, reader } of settings) {
    if (reader !== 'server') continue;
    const value = configuration.get(name);
    const [feature, member] = name.split('.');
    result[feature] = member === undefined ? value : { ...result[feature], [member]: value };
  }
  return result;
}

module.exports = { SECTION, fullName, serverSettings, settings };
