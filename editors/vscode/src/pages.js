// Pages that are made here and can't be edited, such as the codebook, as documents of a scheme of their own.
'use strict';

const vscode = require('vscode');

class Pages {
  static scheme = 'seed-lsp';

  constructor() {
    /**
     * Texts by path.
     *
     * @type {Map<string, string>}
     */
    this.texts = new Map();
    /** @type {import('vscode').EventEmitter<import('vscode').Uri>} */
    this.changed = new vscode.EventEmitter();
    this.onDidChange = this.changed.event;
  }

  /** @param {import('vscode').Uri} uri */
  provideTextDocumentContent(uri) {
    return this.texts.get(uri.path) ?? '';
  }

  /**
   * Shows a page of Markdown as it is to be read.
   *
   * @param {string} path Begins with `/`.
   * @param {string} text
   */
  async show(path, text) {
    const uri = vscode.Uri.from({ scheme: Pages.scheme, path });
    this.texts.set(path, text);
    this.changed.fire(uri);
    await vscode.commands.executeCommand('markdown.showPreview', uri);
  }

  dispose() {
    this.changed.dispose();
  }
}

module.exports = { Pages };
