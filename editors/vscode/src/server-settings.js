// The settings that the server acts on, as its sources have them. Written by `.ci/generate`.
'use strict';

/** @type {{ name: string, schema: Record<string, unknown>, description: string }[]} */
module.exports = [
  {"name":"diagnostics.mode","schema":{"type":"string","enum":["onType","onSave","off"],"default":"onType"},"description":"When findings are brought up to date."},
  {"name":"diagnostics.delivery","schema":{"type":"string","enum":["push","pull"],"default":"push"},"description":"Whether the server sends findings by itself, or the editor asks for them."},
  {"name":"diagnostics.limit","schema":{"type":"integer","minimum":0,"default":100},"description":"How many findings of a note are shown at most; of one with more, those around the last change are. `0` shows all."},
  {"name":"rules","schema":{"type":"object","default":{},"additionalProperties":{"type":"string","enum":["error","warning","information","hint","off"]}},"description":"How serious the findings of a rule are, in studies whose `seed-lsp.json` says nothing of it: `error`, `warning`, `information`, `hint` or `off`."},
  {"name":"callHierarchy.enable","schema":{"type":"boolean","default":true},"description":"Offer the hierarchy from decisions to options to forces."},
  {"name":"codeActions.enable","schema":{"type":"boolean","default":true},"description":"Offer fixes and rewritings."},
  {"name":"codeLens.enable","schema":{"type":"boolean","default":true},"description":"Offer counts of uses above definitions."},
  {"name":"completion.enable","schema":{"type":"boolean","default":true},"description":"Offer completion of names and words."},
  {"name":"definition.enable","schema":{"type":"boolean","default":true},"description":"Offer going to definitions and declarations."},
  {"name":"diagnostics.enable","schema":{"type":"boolean","default":true},"description":"Offer findings."},
  {"name":"documentHighlight.enable","schema":{"type":"boolean","default":true},"description":"Offer highlighting of the other places of a name in the same note."},
  {"name":"documentLinks.enable","schema":{"type":"boolean","default":true},"description":"Offer links to the addresses of sources."},
  {"name":"documentSymbols.enable","schema":{"type":"boolean","default":true},"description":"Offer the outline."},
  {"name":"foldingRanges.enable","schema":{"type":"boolean","default":true},"description":"Offer folding of header, quotations, traces and blocks."},
  {"name":"formatting.enable","schema":{"type":"boolean","default":true},"description":"Offer formatting of coding blocks."},
  {"name":"hover.enable","schema":{"type":"boolean","default":true},"description":"Offer what a name means when one points at it."},
  {"name":"implementation.enable","schema":{"type":"boolean","default":true},"description":"Offer going to the options of a decision, and to what acts on a force."},
  {"name":"inlayHints.enable","schema":{"type":"boolean","default":false},"description":"Offer display names behind identifiers."},
  {"name":"references.enable","schema":{"type":"boolean","default":true},"description":"Offer finding all places of a name."},
  {"name":"rename.enable","schema":{"type":"boolean","default":true},"description":"Offer renaming of codes and sources."},
  {"name":"renameFiles.enable","schema":{"type":"boolean","default":true},"description":"Offer changes of notes when a file is renamed."},
  {"name":"selectionRanges.enable","schema":{"type":"boolean","default":true},"description":"Offer expanding of the selection."},
  {"name":"semanticTokens.enable","schema":{"type":"boolean","default":true},"description":"Offer colours by the kind of a code."},
  {"name":"signatureHelp.enable","schema":{"type":"boolean","default":true},"description":"Offer the parameters of a call."},
  {"name":"typeDefinition.enable","schema":{"type":"boolean","default":true},"description":"Offer going to what a code is a kind of."},
  {"name":"workspaceSymbols.enable","schema":{"type":"boolean","default":true},"description":"Offer the search for codes and sources of the whole study."},
];
