// The Language Server Protocol 3.18: how messages travel (`Transport`) and what they say (`Messages`).
//
// Only what this server reads or sends is here. Nothing in this target knows what a seed file is; it makes no decision that
// depends on a document's content.
