// What the server can report of a study: pages to read, and files to go on with.
'use strict';

const vscode = require('vscode');
const { isNote } = require('./recognition');

/** What can be exported: what it is called, the server's command and format, and how its file ends. */
const EXPORTS = [
  { label: 'Codebook', description: 'Markdown', command: 'seed-lsp.reportCodebook', format: 'markdown', file: 'codebook.md' },
  { label: 'Codes', description: 'CSV, for spreadsheets', command: 'seed-lsp.reportCodes', format: 'csv', file: 'codes.csv' },
  { label: 'Codes', description: 'JSON, for programs', command: 'seed-lsp.reportCodes', format: 'json', file: 'codes.json' },
  { label: 'Decisions', description: 'Mermaid in Markdown', command: 'seed-lsp.reportDiagram', format: 'mermaid', file: 'decisions.md' },
  { label: 'Decisions', description: 'Graphviz', command: 'seed-lsp.reportDiagram', format: 'dot', file: 'decisions.dot' },
  { label: 'Decisions', description: 'PlantUML', command: 'seed-lsp.reportDiagram', format: 'plantuml', file: 'decisions.puml' },
];

/**
 * @param {import('./server').Server} server
 * @param {import('./pages').Pages} pages
 */
async function showCodebook(server, pages) {
  // The page lies in no folder, so that only whole addresses lead from it to the notes.
  const text = await server.ask('seed-lsp.reportCodebook', { ...studyOfNote(), links: 'absolute' });
  if (typeof text === 'string') await pages.show('/Codebook.md', text);
}

/**
 * @param {import('./server').Server} server
 * @param {import('./pages').Pages} pages
 */
async function showSummary(server, pages) {
  const text = await server.ask('seed-lsp.reportSummary', studyOfNote());
  if (typeof text === 'string') await pages.show('/Summary.md', `# Summary\n\n~~~text\n${text.trimEnd()}\n~~~\n`);
}

/**
 * Shows a decision with its options and forces: the given one, the one at the cursor, or one that the user picks.
 *
 * @param {import('./server').Server} server
 * @param {import('./pages').Pages} pages
 * @param {string} [decision]
 */
async function showDecisionDiagram(server, pages, decision) {
  const study = studyOfNote();
  const choice = typeof decision === 'string' ? { decision } : await chooseDecision(server, study);
  if (!choice) return;
  const text = await server.ask('seed-lsp.reportDiagram', { ...study, ...choice });
  if (typeof text === 'string') await pages.show('/Decisions.md', text);
}

/**
 * @param {import('./server').Server} server
 * @param {{ uri?: string }} study
 * @returns {Promise<{ decision?: string } | undefined>} Nothing if the user chose nothing, no decision for all of them.
 */
async function chooseDecision(server, study) {
  const codes = await server.ask('seed-lsp.reportCodes', study);
  if (!Array.isArray(codes)) return undefined;
  const decisions = codes.filter((code) => code.kind === 'decision' || code.options.length > 0);
  const atCursor = decisions.find((code) => code.name === wordAtCursor());
  if (atCursor) return { decision: atCursor.name };
  if (decisions.length === 0) {
    await vscode.window.showInformationMessage('The study defines no decision.');
    return undefined;
  }
  const items = decisions.map(({ name, displayName }) => ({ label: name, description: displayName ?? '', decision: name }));
  const all = { label: 'All decisions', description: '', decision: undefined };
  const item = await vscode.window.showQuickPick([all, ...items], { placeHolder: 'Which decision?', matchOnDescription: true });
  return item && (item.decision ? { decision: item.decision } : {});
}

function wordAtCursor() {
  const editor = vscode.window.activeTextEditor;
  const range = editor?.document.getWordRangeAtPosition(editor.selection.active, /[\p{L}\p{N}_]+/u);
  return range && editor?.document.getText(range);
}

/**
 * Writes a report to a file that the user names.
 *
 * @param {import('./server').Server} server
 */
async function exportReport(server) {
  const study = studyOfNote();
  const item = await vscode.window.showQuickPick(EXPORTS, { placeHolder: 'Export what?', matchOnDescription: true });
  if (!item) return;
  const report = await server.ask(item.command, { ...study, format: item.format });
  if (report === undefined || report === null) return;
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  const uri = await vscode.window.showSaveDialog({ defaultUri: folder && vscode.Uri.joinPath(folder, item.file) });
  if (!uri) return;
  const text = typeof report === 'string' ? report : `${JSON.stringify(report, null, 2)}\n`;
  try {
    await vscode.workspace.fs.writeFile(uri, Buffer.from(text, 'utf8'));
  } catch (error) {
    await vscode.window.showErrorMessage(`${uri.fsPath} can't be written: ${error instanceof Error ? error.message : error}`);
  }
}

/** What chooses the study of the note that the user is in; without one, all studies are meant. */
function studyOfNote() {
  const document = vscode.window.activeTextEditor?.document;
  return document && isNote(document) ? { uri: document.uri.toString() } : {};
}

module.exports = { exportReport, showCodebook, showDecisionDiagram, showSummary };
