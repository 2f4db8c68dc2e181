// The extension's entrance: registers the commands and starts the server as soon as there is a seed note to serve.
'use strict';

const vscode = require('vscode');
const { commands } = require('./src/commands');
const { Pages } = require('./src/pages');
const { isNote, isTelling } = require('./src/recognition');
const { Server } = require('./src/server');
const { fullName, settings } = require('./src/settings');
const { Status } = require('./src/status');

/** @type {Server | undefined} */
let server;

/** @param {import('vscode').ExtensionContext} context */
async function activate(context) {
  const output = vscode.window.createOutputChannel('seed-lsp', { log: true });
  const status = new Status();
  const pages = new Pages();
  const current = new Server(context, output, status);
  server = current;

  // Markdown is everywhere, seed notes are not: where there are none, there is nothing but these listeners.
  /** @param {import('vscode').TextDocument} document */
  const consider = (document) => {
    if (!current.isWanted && isNote(document)) void current.start();
  };
  context.subscriptions.push(
    output,
    status,
    pages,
    vscode.workspace.registerTextDocumentContentProvider(Pages.scheme, pages),
    ...Object.entries(commands(current, pages)).map(([name, run]) => vscode.commands.registerCommand(name, run)),
    vscode.workspace.onDidOpenTextDocument(consider),
    vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      if (!current.isWanted && contentChanges.some((change) => changesTellingLine(document, change))) consider(document);
    }),
    vscode.workspace.onDidChangeConfiguration((event) => {
      const isAtStart = settings.some((setting) => setting.restarts && event.affectsConfiguration(fullName(setting)));
      if (isAtStart && current.isWanted) void current.restart();
    }),
  );
  vscode.workspace.textDocuments.forEach(consider);
  // A folder that is marked as a study has its findings told before a note is opened.
  const marks = await vscode.workspace.findFiles('**/seed-lsp.json', '**/node_modules/**', 1);
  if (marks.length > 0 && !current.isWanted) void current.start();
}

/**
 * @param {import('vscode').TextDocument} document After the change.
 * @param {import('vscode').TextDocumentContentChangeEvent} change
 */
function changesTellingLine(document, { range, text }) {
  const first = range.start.line;
  const last = Math.min(first + text.split('\n').length, document.lineCount) - 1;
  for (let line = first; line <= last; line += 1) {
    if (isTelling(document.lineAt(line).text)) return true;
  }
  return false;
}

function deactivate() {
  return server?.stop();
}

module.exports = { activate, deactivate };
