// The manifest's settings and the page's list of them, as the table in `src/settings.js` and the schema of `seed-lsp.json` have
// them; `.ci/generate` writes them.
'use strict';

const fs = require('node:fs');
const path = require('node:path');
const { fullName, settings } = require('../src/settings');

const root = path.join(__dirname, '..');
const SCHEMA = path.join(root, 'schema', 'seed-lsp.schema.json');
const RULES = 'seed-lsp.rules';
const LEVELS = ['error', 'warning', 'information', 'hint', 'off'];
const BEGIN = '<!-- The list of settings is written by `.ci/generate`. -->';
const END = '<!-- The end of the list. -->';

/** @param {Record<string, any>} manifest */
function withSettings(manifest) {
  const properties = Object.fromEntries(settings.map((setting) => [fullName(setting), { ...setting.schema }]));
  properties[RULES].properties = ruleProperties(manifest.contributes.configuration.properties[RULES]);
  const contributes = { ...manifest.contributes, configuration: { title: 'Seed notes', properties } };
  return { ...manifest, contributes };
}

/**
 * The rules by name, each with its level and what it finds, from the schema of `seed-lsp.json`.
 *
 * @param {{ properties?: Record<string, unknown> } | undefined} setting As it is in the manifest.
 */
function ruleProperties(setting) {
  if (!fs.existsSync(SCHEMA)) return setting?.properties ?? {};
  /** @type {Record<string, { description: string }>} */
  const rules = JSON.parse(fs.readFileSync(SCHEMA, 'utf8')).properties.rules.properties;
  return Object.fromEntries(Object.entries(rules).map(([name, { description }]) => [name, { enum: LEVELS, description }]));
}

/** @param {string} page */
function withList(page) {
  const rows = settings.map((setting) => {
    const { schema } = setting;
    return `| \`${fullName(setting)}\` | \`${JSON.stringify(schema.default)}\` | ${schema.markdownDescription} |`;
  });
  const begin = page.indexOf(BEGIN);
  const end = page.indexOf(END);
  if (begin < 0 || end < begin) throw new Error('README.md has lost the marks around its list of settings.');
  const list = ['', '| setting | default | what it does |', '| --- | --- | --- |', ...rows, ''].join('\n');
  return page.slice(0, begin + BEGIN.length) + list + page.slice(end);
}

/** The files as they should be, by name. */
function expected() {
  /** @param {string} name */
  const read = (name) => fs.readFileSync(path.join(root, name), 'utf8');
  return {
    'package.json': `${JSON.stringify(withSettings(JSON.parse(read('package.json'))), undefined, 2)}\n`,
    'README.md': withList(read('README.md')),
  };
}

module.exports = { expected, folder: root };
