// The version that the command line, the protocol and reports give.

/// The version of seed-lsp (semver.org).
public let seedVersion = "0.1.0"
