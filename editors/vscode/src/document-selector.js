// The documents that the server is told of, by scheme and language; it decides by content which of them are notes.
'use strict';

const documentSelector = ['markdown', 'plaintext', 'seed'].flatMap((language) => [
  { scheme: 'file', language },
  { scheme: 'untitled', language },
]);

module.exports = { documentSelector };
