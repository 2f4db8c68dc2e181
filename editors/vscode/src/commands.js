// The commands of the extension, in one table. The manifest names the same, and a test compares them.
'use strict';

const { execFile } = require('node:child_process');
const { promisify } = require('node:util');
const vscode = require('vscode');
const { showUses } = require('./code-lenses');
const { codebookPage } = require('./codebook');

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
    'seed-lsp.newNote': newNote,
    'seed-lsp.showUses': showUses,
  };
}

/** @param {import('./server').Server} server */
async function showVersion(server) {
  const program = programOf(server);
  if (!program) return;
  const running = server.client?.initializeResult?.serverInfo?.version;
  const { stdout } = await promisify(execFile)(program.path, ['--version']);
  const state = running === undefined ? 'not running' : `running: ${running}`;
  await vscode.window.showInformationMessage(`${stdout.trim()} (${state}), ${program.path}`);
}

/**
 * Runs the check in a terminal, as continuous integration would. Findings are among the problems already, so that the task
 * has no problem matcher.
 *
 * @param {import('./server').Server} server
 */
async function checkWorkspace(server) {
  const program = programOf(server);
  const folder = program && (await chooseFolder());
  if (!program || !folder) return;
  const execution = new vscode.ProcessExecution(program.path, ['check'], { cwd: folder.uri.fsPath });
  const task = new vscode.Task({ type: 'seed-lsp' }, folder, 'check', 'seed-lsp', execution, []);
  task.presentationOptions = { reveal: vscode.TaskRevealKind.Always, clear: true };
  await vscode.tasks.executeTask(task);
}

/**
 * @param {import('./server').Server} server
 * @param {import('./pages').Pages} pages
 */
async function showCodebook(server, pages) {
  const program = programOf(server);
  const folder = program && (await chooseFolder());
  if (!program || !folder) return;
  let report = '';
  try {
    const options = { cwd: folder.uri.fsPath, maxBuffer: 256 * 1024 * 1024 };
    report = (await promisify(execFile)(program.path, ['report', 'codes'], options)).stdout;
  } catch (error) {
    // What could be read is told all the same, with exit code 2.
    const { stdout = '', stderr = '' } = /** @type {{ stdout?: string, stderr?: string }} */ (error);
    void vscode.window.showErrorMessage(stderr.trim() || String(error));
    report = stdout;
  }
  if (report.trim() === '') return;
  await pages.show(`/${folder.name}/Codebook.md`, codebookPage(JSON.parse(report), folder.name));
}

/** An empty note with the template of a header in it, ready to be filled in. */
async function newNote() {
  const document = await vscode.workspace.openTextDocument({ language: 'markdown', content: '' });
  await vscode.window.showTextDocument(document);
  await vscode.commands.executeCommand('editor.action.insertSnippet', { langId: 'markdown', name: 'Seed note' });
}

/** @param {import('./server').Server} server */
function programOf(server) {
  const found = server.find();
  if (!('problem' in found)) return found;
  void server.explain(found.problem);
  return undefined;
}

/** The only folder there is, or the one that the user picks. */
async function chooseFolder() {
  const folders = vscode.workspace.workspaceFolders ?? [];
  if (folders.length > 1) return vscode.window.showWorkspaceFolderPick({ placeHolder: 'Which study?' });
  if (folders.length === 0) await vscode.window.showInformationMessage('Open the folder of the study first.');
  return folders[0];
}

module.exports = { commands };
