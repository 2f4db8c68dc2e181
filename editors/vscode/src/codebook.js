// The codebook: every code of a study by its kind, as a page of Markdown made from what `seed-lsp report codes` prints.
'use strict';

/**
 * @typedef {object} Code One element of the report; see `seed-lsp help report`.
 * @property {string} name
 * @property {string | null} kind
 * @property {string | null} displayName
 * @property {{ path: string, line: number }[]} definitions
 * @property {unknown[]} uses
 * @property {string[]} decisions
 * @property {{ force: string, impact: string }[]} forces
 * @property {string[]} sources
 */

/** In the order in which one reads a study: what is asked, what is answered, what weighs. */
const CHAPTERS = [
  ['decision', 'Decisions'],
  ['pattern', 'Patterns'],
  ['practice', 'Practices'],
  ['force', 'Forces'],
];

const SIGNS = /** @type {Record<string, string>} */ ({
  very_positive: '++',
  positive: '+',
  neutral: 'o',
  negative: '-',
  very_negative: '--',
  positive_and_negative: '+/-',
});

/**
 * @param {Code[]} codes
 * @param {string} study What to call the study.
 */
function codebookPage(codes, study) {
  const known = new Set(CHAPTERS.map(([kind]) => kind));
  const chapters = [
    ...CHAPTERS.map(([kind, title]) => chapter(title, codes.filter((code) => code.kind === kind))),
    chapter('Other codes', codes.filter((code) => !known.has(code.kind ?? ''))),
  ];
  const count = codes.length === 1 ? '1 code' : `${codes.length} codes`;
  return [`# Codebook of ${escape(study)}`, '', `${count}, from the notes as they were last saved.`, ...chapters.flat(), ''].join('\n');
}

/**
 * @param {string} title
 * @param {Code[]} codes
 */
function chapter(title, codes) {
  return codes.length === 0 ? [] : ['', `## ${title}`, ...codes.flatMap(entry)];
}

/** @param {Code} code */
function entry(code) {
  const lines = ['', `### ${escape(code.displayName || code.name)}`, '', `\`${code.name}\``];
  /** @param {string} label @param {string[]} values */
  const list = (label, values) => {
    if (values.length > 0) lines.push(`- ${label}: ${values.join(', ')}`);
  };
  lines.push('');
  list('Option of', code.decisions.map((name) => `\`${name}\``));
  list('Forces', code.forces.map(({ force, impact }) => `\`${force}\` ${SIGNS[impact] ?? impact}`));
  list('Coded in', code.sources);
  list('Defined in', code.definitions.map(({ path, line }) => `${escape(path)}, line ${line}`));
  if (lines[lines.length - 1] === '') lines.pop();
  return lines;
}

/**
 * Text of notes is shown as it is, not taken for Markdown.
 *
 * @param {string} text
 */
const escape = (text) => text.replace(/[\\`*_{}[\]<>#|]/g, '\\$&');

module.exports = { codebookPage };
