// The version, as `--version` prints it and the server tells its clients.

enum Version {
  static let number = "0.1.0"
}
