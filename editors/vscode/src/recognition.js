// Tells by content whether a document is a seed note. The server does the same with every document that it is told of; here
// it only decides whether there is a reason to start the server at all.
'use strict';

const { noteSelector } = require('./document-selector');

const TRACE = /^(?:[ \t]*\*{2,}[ \t]*(?:open|axial)[ \t]+coding\b.*\*\*|#+[ \t]*(?:open|axial)[ \t]+coding[ \t]+trace\b)/i;
const SOURCE_HEADING = /^#[ \t]+([a-z]_?\d{0,6})[ \t]*$/i;
const FIELD = /^##[ \t]+(?:url|tiny url|archive url|title|source code|example|source type|author type|references)[ \t]*:?[ \t]*$/i;
const LABEL = /^[ \t]*-?[ \t]*add(?:ed)?[ \t]+codes?[ \t]+to[ \t]+[a-z]_?\d{0,6}[ \t]*:?[ \t]*$/i;
const FENCE = /^[ \t]*(?:`{3,}|~{3,})[ \t]*(?:python)?[ \t]*$/i;

/**
 * Whether a text has a trace heading, the heading of a source with one of its fields, or a label with the coding block that
 * it announces.
 *
 * @param {string} text
 */
function isSeed(text) {
  let hasSourceHeading = false;
  let hasLabel = false;
  for (const line of text.split(/\r\n|\r|\n/)) {
    if (TRACE.test(line)) return true;
    if (hasSourceHeading && FIELD.test(line)) return true;
    if (hasLabel && FENCE.test(line)) return true;
    if (SOURCE_HEADING.test(line)) hasSourceHeading = true;
    // One blank line may stand between the label and its block.
    if (line.trim() !== '') hasLabel = LABEL.test(line);
  }
  return false;
}

/**
 * Whether a document is a note, by its language, its place and its content.
 *
 * @param {import('vscode').TextDocument} document
 */
function isNote(document) {
  const { languageId, uri } = document;
  const canBe = noteSelector.some(({ language, scheme }) => language === languageId && scheme === uri.scheme);
  return canBe && isSeed(document.getText());
}

/**
 * Whether a line is one of those that can make a text a seed note.
 *
 * @param {string} line
 */
const isTelling = (line) => TRACE.test(line) || FIELD.test(line) || FENCE.test(line);

module.exports = { isNote, isSeed, isTelling };
