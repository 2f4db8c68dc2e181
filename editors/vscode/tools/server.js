// What the sources of the server say of its settings and messages, for the lists that are copied from there.
'use strict';

const fs = require('node:fs');
const path = require('node:path');

const repository = path.join(__dirname, '..', '..', '..');
const sources = path.join(repository, 'Sources');

/** A text of Swift, in one piece or in several that are added. */
const TEXT = '"(?:[^"\\\\]|\\\\.)*"(?:\\s*\\+\\s*"(?:[^"\\\\]|\\\\.)*")*';

/**
 * The value of a text of Swift.
 *
 * @param {string} literal
 * @returns {string}
 */
const value = (literal) => [...literal.matchAll(/"(?:[^"\\]|\\.)*"/g)].map(([part]) => JSON.parse(part)).join('');

/**
 * All sources of a target, one after another in order of their paths.
 *
 * @param {string} target
 */
function source(target) {
  const folder = path.join(sources, target);
  const files = fs.readdirSync(folder, { recursive: true }).map(String);
  return files.filter((file) => file.endsWith('.swift')).sort().map((file) => fs.readFileSync(path.join(folder, file), 'utf8')).join('\n');
}

/**
 * The settings that the server acts on, in the order of the manifest; undefined if there are no sources.
 *
 * @returns {{ name: string, schema: Record<string, unknown> }[] | undefined}
 */
function settings() {
  if (!fs.existsSync(sources)) return undefined;
  const text = source('SeedServer');
  const row = new RegExp(`Row\\(\\s*"([\\w.]+)",\\s*schema:\\s*#"(.*?)"#,\\s*(${TEXT})`, 'gs');
  const rows = [...text.matchAll(row)].map(([, name, schema, description]) => {
    const { additionalProperties, ...members } = JSON.parse(schema);
    const all = { ...members, scope: 'window', markdownDescription: value(description) };
    return { name, schema: additionalProperties ? { ...all, additionalProperties } : all };
  });
  const feature = new RegExp(`= Feature\\(\\s*"(\\w+)",\\s*(${TEXT})(, isOnByDefault: false)?`, 'gs');
  const features = [...text.matchAll(feature)].map(([, name, offer, off]) => ({
    name: `${name}.enable`,
    schema: { type: 'boolean', default: !off, scope: 'window', markdownDescription: `Offer ${value(offer)}.` },
  }));
  return [...rows, ...features.sort((left, right) => (left.name < right.name ? -1 : 1))];
}

/**
 * The page about the protocol with its table brought up to date; undefined if there is none. Rows keep their places, and new
 * ones come behind those of their direction.
 */
function protocolNotes() {
  const file = path.join(repository, 'protocol-notes.md');
  if (!fs.existsSync(file)) return undefined;
  const page = fs.readFileSync(file, 'utf8');
  const names = Object.fromEntries(
    [...source('LanguageServerProtocol').matchAll(/static let (\w+) = Method\(rawValue: "([^"]+)"\)/g)].map(([, key, name]) => [key, name]));
  const text = source('SeedServer');
  /** @type {Map<string, { method: string, direction: string, kind: string, promise: string, capability: string }>} */
  const found = new Map();
  const route = new RegExp(`static let \\w+ = Route(?:\\.(\\w+))?\\(\\s*(?:method: )?\\.(\\w+),.*?promise:\\s*(${TEXT})(.*?)(?=\\n\\n|\\n\\})`, 'gs');
  for (const [, kind, method, promise, rest] of text.matchAll(route)) {
    const [, capability] = /capabilities\.(\w+)/.exec(rest) ?? [];
    found.set(`→ ${names[method]}`, {
      method: names[method], direction: '→', kind: kind?.endsWith('equest') ? 'request' : 'notification', promise: value(promise), capability: capability ? `\`${capability}\`` : '–',
    });
  }
  for (const [name, kind] of [['SentNotification', 'notification'], ['SentRequest', 'request']]) {
    const start = text.indexOf('var promise', text.indexOf(`enum ${name}`));
    const part = text.slice(start, text.indexOf('\n}\n', start));
    for (const [, method, promise] of part.matchAll(new RegExp(`case \\.(\\w+):\\s*(${TEXT})`, 'g'))) {
      found.set(`← ${names[method]}`, { method: names[method], direction: '←', kind, promise: value(promise), capability: '–' });
    }
  }
  const lines = page.split('\n');
  /** @type {Map<string, string>} The capabilities of the rows that are there: some are offered by several methods together. */
  const known = new Map();
  const isRow = (/** @type {string} */ line) => /^\| `[^`]+` \| [→←] \|/.test(line);
  for (const line of lines.filter(isRow)) {
    const cells = line.slice(2, -2).split(' | ');
    known.set(`${cells[1]} ${cells[0].replaceAll('`', '')}`, cells[4]);
  }
  const order = [...known.keys()].filter((key) => found.has(key));
  const added = [...found.keys()].filter((key) => !known.has(key));
  const rows = ['→', '←'].flatMap((direction) => [...order, ...added].filter((key) => key.startsWith(direction))).map((key) => {
    const row = found.get(key);
    if (!row) return '';
    return `| \`${row.method}\` | ${row.direction} | ${row.kind} | ${row.promise} | ${known.get(key) ?? row.capability} |`;
  });
  const first = lines.findIndex(isRow);
  return [...lines.slice(0, first), ...rows, ...lines.slice(first).filter((line) => !isRow(line))].join('\n');
}

module.exports = { protocolNotes, settings };
