// The running server: starts it when there is a reason to, stops it, starts it anew when a setting asks for that.
'use strict';

const os = require('node:os');
const vscode = require('vscode');
const { LanguageClient, State } = require('vscode-languageclient/node');
const { clickableLenses } = require('./code-lenses');
const { documentSelector } = require('./document-selector');
const { findServer } = require('./server-path');
const { SECTION, serverSettings } = require('./settings');

class Server {
  /**
   * @param {import('vscode').ExtensionContext} context
   * @param {import('vscode').LogOutputChannel} output
   * @param {import('./status').Status} status
   */
  constructor(context, output, status) {
    this.context = context;
    this.output = output;
    this.status = status;
    /** @type {import('vscode-languageclient/node').LanguageClient | undefined} */
    this.client = undefined;
    /**
     * What is under way; each action waits for the one before.
     *
     * @type {Promise<void>}
     */
    this.last = Promise.resolve();
  }

  /** Starts the server, unless it is running or switched off. */
  start() {
    this.isWanted = true;
    return this.inTurn(() => this.startNow());
  }

  stop() {
    return this.inTurn(() => this.stopNow());
  }

  /** Looks for the server again, too: it may have been installed meanwhile. */
  restart() {
    this.isWanted = true;
    return this.inTurn(async () => {
      await this.stopNow();
      await this.startNow();
    });
  }

  /** Where the server is, or why there is none. */
  find() {
    return findServer({
      setting: vscode.workspace.getConfiguration(SECTION).get('server.path', ''),
      extensionPath: this.context.extensionPath,
      workspaceFolder: vscode.workspace.workspaceFolders?.[0]?.uri.fsPath,
      home: os.homedir(),
      platform: process.platform,
      environment: process.env,
    });
  }

  /** Where the server is; the user is told if there is none. */
  findOrExplain() {
    const found = this.find();
    if (!('problem' in found)) return found;
    void this.explain(found.problem);
    return undefined;
  }

  /**
   * Has the server carry out one of its commands, and starts it for that if need be.
   *
   * @param {string} command
   * @param {Record<string, unknown>} options The command's only argument.
   * @returns {Promise<unknown>} Nothing if the user was told why there is no answer.
   */
  async ask(command, options) {
    await this.start();
    if (!this.client) return undefined;
    try {
      return await this.client.sendRequest('workspace/executeCommand', { command, arguments: [options] });
    } catch (error) {
      await this.explain(error instanceof Error ? error.message : String(error));
      return undefined;
    }
  }

  /**
   * @private
   * @param {() => Promise<void>} action
   */
  inTurn(action) {
    const result = this.last.then(action);
    // A failed action has told the user; the next one is to run all the same.
    this.last = result.catch(() => {});
    return result;
  }

  /** @private */
  async startNow() {
    const configuration = vscode.workspace.getConfiguration(SECTION);
    if (this.client) return;
    if (!configuration.get('enable', true)) {
      this.status.off();
      return;
    }
    const found = this.find();
    if ('problem' in found) {
      this.fail(found.problem);
      return;
    }
    this.output.info(`Starting ${found.path} (${found.origin}).`);
    this.status.starting();
    const client = this.makeClient(found.path, configuration);
    this.client = client;
    try {
      await client.start();
    } catch (error) {
      this.client = undefined;
      this.fail(`The server ${found.path} did not start: ${error instanceof Error ? error.message : error}`);
      await client.dispose().catch(() => {});
    }
  }

  /**
   * @private
   * @param {string} reason
   */
  fail(reason) {
    this.output.error(reason);
    this.status.failed(reason);
    // Nobody waits for the answer: the user may leave the message standing.
    void this.explain(reason);
  }

  /** @private */
  async stopNow() {
    const client = this.client;
    this.client = undefined;
    if (!client) return;
    try {
      // Long enough for any machine, and short enough for a window that is about to close.
      await client.dispose(2000);
    } catch (error) {
      this.output.warn(`The server did not stop in an orderly way: ${error}`);
    }
    this.status.off();
  }

  /**
   * @private
   * @param {string} command
   * @param {import('vscode').WorkspaceConfiguration} configuration
   */
  makeClient(command, configuration) {
    const logFile = configuration.get('server.logFile', '').trim();
    const client = new LanguageClient(
      SECTION,
      'seed-lsp',
      { command, args: logFile === '' ? ['serve'] : ['serve', '--log-file', logFile] },
      {
        documentSelector,
        outputChannel: this.output,
        traceOutputChannel: this.output,
        initializationOptions: () => serverSettings(vscode.workspace.getConfiguration(SECTION)),
        synchronize: { configurationSection: SECTION },
        // Without this, the findings that are asked for would be those at the time of opening.
        diagnosticPullOptions: { onChange: true, onSave: true },
        middleware: {
          provideCodeLenses: async (document, token, next) => clickableLenses(document, await next(document, token)),
          handleWorkDoneProgress: (token, progress, next) => {
            this.status.progress(token, progress);
            next(token, progress);
          },
        },
      },
    );
    client.onDidChangeState(({ newState }) => {
      if (this.client !== client) return;
      if (newState === State.Running) this.status.running(client.initializeResult?.serverInfo?.version);
      else if (newState === State.Starting) this.status.starting();
      else this.status.failed('The server has stopped.');
    });
    return client;
  }

  /**
   * Tells the user what went wrong, and offers what may help.
   *
   * @param {string} problem
   */
  async explain(problem) {
    const settings = 'Open Settings';
    const output = 'Show Output';
    const answer = await vscode.window.showErrorMessage(problem, settings, output);
    if (answer === settings) await vscode.commands.executeCommand('workbench.action.openSettings', `${SECTION}.server.path`);
    if (answer === output) this.output.show();
  }
}

module.exports = { Server };
