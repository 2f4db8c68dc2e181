// The server's code lenses carry no command, because a command that an editor doesn't know would be one that does nothing.
// Here they show the uses that they count, and those of decisions have one beside them that draws the decision.
'use strict';

const vscode = require('vscode');

/**
 * @param {import('vscode').TextDocument} document
 * @param {import('vscode').CodeLens[] | null | undefined} lenses
 */
function clickableLenses(document, lenses) {
  const diagrams = [];
  for (const lens of lenses ?? []) {
    if (!lens.command || lens.command.command !== '') continue;
    // Only decisions have options.
    if (/\b\d+ options?\b/.test(lens.command.title)) diagrams.push(diagramLens(document, lens.range));
    lens.command = {
      title: lens.command.title,
      command: 'seed-lsp.showUses',
      arguments: [document.uri, lens.range.start],
    };
  }
  return lenses && [...lenses, ...diagrams];
}

/**
 * @param {import('vscode').TextDocument} document
 * @param {import('vscode').Range} range Of the decision's name.
 */
function diagramLens(document, range) {
  return new vscode.CodeLens(range, {
    title: 'Show diagram',
    command: 'seed-lsp.showDecisionDiagram',
    arguments: [document.getText(range)],
  });
}

/**
 * Shows all places of the name at a position in a small window there.
 *
 * @param {import('vscode').Uri} uri
 * @param {import('vscode').Position} position
 */
async function showUses(uri, position) {
  const places = await vscode.commands.executeCommand('vscode.executeReferenceProvider', uri, position);
  await vscode.commands.executeCommand('editor.action.showReferences', uri, position, places ?? []);
}

module.exports = { clickableLenses, showUses };
