// The entry in the language status that tells how the server is: off, starting, reading notes, ready, failed.
'use strict';

const vscode = require('vscode');
const { noteSelector } = require('./document-selector');

class Status {
  constructor() {
    /**
     * Made when there is something to tell, because it stands beside all Markdown.
     *
     * @type {import('vscode').LanguageStatusItem | undefined}
     */
    this.item = undefined;
    this.version = '';
    /**
     * Work that the server has announced, by its token.
     *
     * @type {Map<string | number, string>}
     */
    this.work = new Map();
  }

  dispose() {
    this.item?.dispose();
  }

  off() {
    if (!this.item) return;
    this.setRunning(false);
    this.show('seed-lsp: off', '', vscode.LanguageStatusSeverity.Information, {
      title: 'Start',
      command: 'seed-lsp.restart',
    });
  }

  starting() {
    this.setRunning(false);
    this.show('seed-lsp: starting', '').busy = true;
  }

  /** @param {string} [version] */
  running(version) {
    this.version = version ?? '';
    this.setRunning(true);
    this.ready();
  }

  /** @param {string} reason */
  failed(reason) {
    this.setRunning(false);
    this.show('seed-lsp: not running', reason, vscode.LanguageStatusSeverity.Error, {
      title: 'Restart',
      command: 'seed-lsp.restart',
    });
  }

  /**
   * Follows what the server says about long work, such as reading the notes of a folder.
   *
   * @param {string | number} token
   * @param {{ kind: 'begin' | 'report' | 'end', title?: string, message?: string, percentage?: number }} progress
   */
  progress(token, progress) {
    if (progress.kind === 'end') this.work.delete(token);
    else if (progress.kind === 'begin') this.work.set(token, progress.title ?? '');
    const title = [...this.work.values()].pop();
    if (title === undefined) {
      this.ready(progress.message);
      return;
    }
    const share = progress.percentage === undefined ? '' : ` ${progress.percentage} %`;
    this.show(`seed-lsp: ${title}${share}`, progress.message ?? '').busy = true;
  }

  /**
   * The commands of the server itself are there only while it runs: the manifest asks for this key.
   *
   * @private
   * @param {boolean} isRunning
   */
  setRunning(isRunning) {
    this.work.clear();
    void vscode.commands.executeCommand('setContext', 'seed-lsp.isRunning', isRunning);
  }

  /**
   * @private
   * @param {string} [detail] What the server said at the end of its work.
   */
  ready(detail = 'running') {
    this.show(`seed-lsp ${this.version}`.trim(), detail);
  }

  /**
   * @private
   * @param {string} text
   * @param {string} detail
   * @param {import('vscode').LanguageStatusSeverity} [severity]
   * @param {import('vscode').Command} [command]
   */
  show(text, detail, severity = vscode.LanguageStatusSeverity.Information, command = showOutput) {
    const item = this.item ?? vscode.languages.createLanguageStatusItem('seed-lsp.status', noteSelector);
    this.item = item;
    item.name = 'Seed notes';
    item.text = text;
    item.detail = detail;
    item.severity = severity;
    item.command = command;
    item.busy = false;
    return item;
  }
}

const showOutput = { title: 'Show Output', command: 'seed-lsp.showOutput' };

module.exports = { Status };
