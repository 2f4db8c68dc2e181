// The commands of the extension, in one table. The manifest names the same, and a test compares them.
'use strict';

const { execFile } = require('node:child_process');
const { promisify } = require('node:util');
const vscode = require('vscode');
const { showUses } = require('./code-lenses');
const { exportReport, showCodebook, showDecisionDiagram, showSummary } = require('./reports');

/**
 * @param {import('./server').Server} server
 * @param {import('./pages').Pages} pages
 * @returns {Record<string, (...args: any[]) => unknown>}
 */
function commands(server, pages) {
  return {
    'seed-lsp.restart': () => server.restart(),
    'seed-lsp.showOutput': () => server.output.show(),
    'seed-lsp.showVersion': () => showVersion(server),
    'seed-lsp.checkWorkspace': () => checkWorkspace(server),
    'seed-lsp.showCodebook': () => showCodebook(server, pages),
    'seed-lsp.showDecisionDiagram': (decision) => showDecisionDiagram(server, pages, decision),
    'seed-lsp.showSummary': () => showSummary(server, pages),
    'seed-lsp.export': () => exportReport(server),
    'seed-lsp.newNote': newNote,
    'seed-lsp.showUses': showUses,
  };
}

/** @param {import('./server').Server} server */
async function showVersion(server) {
  const program = server.findOrExplain();
  if (!program) return;
  const running = server.client?.initializeResult?.serverInfo?.version;
  const state = running === undefined ? 'not running' : `running: ${running}`;
  let said;
  try {
    said = (await promisify(execFile)(program.path, ['--version'])).stdout.trim();
  } catch (error) {
    await server.explain(`${program.path} can't be run: ${error instanceof Error ? error.message : error}`);
    return;
  }
  await vscode.window.showInformationMessage(`${said} (${state}), ${program.path}`);
}

/**
 * Runs the check in a terminal, as continuous integration would. Findings are among the problems already, so that the task
 * has no problem matcher.
 *
 * @param {import('./server').Server} server
 */
async function checkWorkspace(server) {
  const program = server.findOrExplain();
  const folder = program && (await chooseFolder());
  if (!program || !folder) return;
  const execution = new vscode.ProcessExecution(program.path, ['check'], { cwd: folder.uri.fsPath });
  const task = new vscode.Task({ type: 'seed-lsp' }, folder, 'check', 'seed-lsp', execution, []);
  task.presentationOptions = { reveal: vscode.TaskRevealKind.Always, clear: true };
  await vscode.tasks.executeTask(task);
}

/** An empty note with the template of a header in it, ready to be filled in. */
async function newNote() {
  const document = await vscode.workspace.openTextDocument({ language: 'markdown', content: '' });
  await vscode.window.showTextDocument(document);
  await vscode.commands.executeCommand('editor.action.insertSnippet', { langId: 'markdown', name: 'Seed note' });
}

/** The only folder there is, or the one that the user picks. */
async function chooseFolder() {
  const folders = vscode.workspace.workspaceFolders ?? [];
  if (folders.length > 1) return vscode.window.showWorkspaceFolderPick({ placeHolder: 'Which study?' });
  if (folders.length === 0) await vscode.window.showInformationMessage('Open the folder of the study first.');
  return folders[0];
}

module.exports = { commands };
