// All settings of the extension, in one table: the manifest's schema, the page's list and what the server is told come from
// it. `.ci/generate` brings the manifest and the page up to date, a test compares them.
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

/** What the server can be told to leave out, with what it is. All are on by default but those named in `OFF`. */
const FEATURES = {
  callHierarchy: 'the hierarchy from decisions to options to forces',
  codeActions: 'fixes and rewritings',
  codeLens: 'counts of uses above definitions',
  completion: 'completion of names and words',
  definition: 'going to definitions and declarations',
  diagnostics: 'findings',
  documentHighlight: 'highlighting of the other places of a name in the same note',
  documentLinks: 'links to the addresses of sources',
  documentSymbols: 'the outline',
  foldingRanges: 'folding of header, quotations, traces and blocks',
  formatting: 'formatting of coding blocks',
  hover: 'what a name means when one points at it',
  implementation: 'going to the options of a decision, and to what acts on a force',
  inlayHints: 'display names behind identifiers',
  references: 'finding all places of a name',
  rename: 'renaming of codes and sources',
  renameFiles: 'changes of notes when a file is renamed',
  selectionRanges: 'expanding of the selection',
  semanticTokens: 'colours by the kind of a code',
  signatureHelp: 'the parameters of a call',
  typeDefinition: 'going to what a code is a kind of',
  workspaceSymbols: 'the search for codes and sources of the whole study',
};
const OFF = new Set(['inlayHints']);

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
  {
    name: 'diagnostics.mode',
    reader: 'server',
    schema: {
      type: 'string',
      enum: ['onType', 'onSave', 'off'],
      default: 'onType',
      scope: 'window',
      markdownDescription: 'When findings are brought up to date.',
    },
  },
  {
    name: 'diagnostics.delivery',
    reader: 'server',
    schema: {
      type: 'string',
      enum: ['push', 'pull'],
      default: 'push',
      scope: 'window',
      markdownDescription: 'Whether the server sends findings by itself, or the editor asks for them.',
    },
  },
  {
    name: 'diagnostics.limit',
    reader: 'server',
    schema: {
      type: 'integer',
      minimum: 0,
      default: 100,
      scope: 'window',
      markdownDescription:
        'How many findings of a note are shown at most; of one with more, those around the last change are. `0` shows all.',
    },
  },
  {
    name: 'rules',
    reader: 'server',
    schema: {
      type: 'object',
      default: {},
      scope: 'window',
      markdownDescription:
        'How serious the findings of a rule are, in studies whose `seed-lsp.json` says nothing of it: `error`, `warning`, `information`, `hint` or `off`.',
      additionalProperties: { type: 'string', enum: ['error', 'warning', 'information', 'hint', 'off'] },
    },
  },
  ...Object.entries(FEATURES).map(
    ([name, description]) =>
      /** @type {Setting} */ ({
        name: `${name}.enable`,
        reader: 'server',
        schema: {
          type: 'boolean',
          default: !OFF.has(name),
          scope: 'window',
          markdownDescription: `Offer ${description}.`,
        },
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

module.exports = { FEATURES, SECTION, fullName, serverSettings, settings };
