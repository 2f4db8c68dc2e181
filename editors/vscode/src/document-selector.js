// The documents that the server is told of, by scheme and language; it decides by content which of them are of a study.
'use strict';

/** Where notes can be. */
const noteSelector = ['markdown', 'plaintext', 'seed'].flatMap((language) => [
  { scheme: 'file', language },
  { scheme: 'untitled', language },
]);

/** Notes, and the Python files in which a study gathers its codes. */
const documentSelector = [...noteSelector, { scheme: 'file', language: 'python' }];

module.exports = { documentSelector, noteSelector };
